<?xml version="1.0" encoding="UTF-8"?>
<!-- Texts side by side whose blocks belong together in pairs: each pair begins at one height (Guidelines, 16.2 and 16.4). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- The texts of a group that begins with *first*, itself among them. -->
  <xsl:function name="fp:columns" as="element()*">
    <xsl:param name="first" as="element()"/>
    <xsl:sequence select="$first, fp:partner($first)/fp:columns(.)"/>
  </xsl:function>

  <!-- What takes a place of its own in a column: all that stands in its divisions. -->
  <xsl:function name="fp:units" as="element()*">
    <xsl:param name="column" as="element()"/>
    <xsl:sequence select="$column/* ! (if (self::div or self::body or self::front or self::back) then fp:units(.) else .)[not(self::index or self::divGen)]"/>
  </xsl:function>

  <!-- The pairs that linkGrp or a link names, from each of its ends to the others. -->
  <xsl:key name="fp:linked" match="link[@target]" use="tokenize(@target)[starts-with(., '#')] ! substring(., 2)"/>

  <xsl:function name="fp:counterparts" as="element()*">
    <xsl:param name="unit" as="element()"/>
    <xsl:variable name="pointers" as="xs:string*" select="$unit/@corresp/tokenize(.), $unit/@xml:id/key('fp:linked', ., $document)/@target/tokenize(.)"/>
    <xsl:sequence select="$pointers[starts-with(., '#')] ! key('fp:id', substring(., 2), $document)[1][not(. is $unit)]"/>
  </xsl:function>

  <!-- What two units have in common that belong together without pointing at each other. -->
  <xsl:function name="fp:in-common" as="xs:string*">
    <xsl:param name="unit" as="element()"/>
    <xsl:sequence select="$unit/@corresp ! ('#' || .), $unit[not(self::pb or self::lb or self::cb or self::milestone)]/@n ! (local-name($unit) || ' ' || .)"/>
  </xsl:function>

  <!-- At which unit of the first column each unit of another stands; between two of them by fractions. -->
  <xsl:function name="fp:heights" as="xs:double*">
    <xsl:param name="first" as="element()*"/>
    <xsl:param name="others" as="element()*"/>
    <xsl:variable name="known" as="map(xs:string, xs:integer)" select="map:merge((
      for $m in 1 to count($first) return (map{generate-id($first[$m]): $m}, fp:counterparts($first[$m]) ! map{generate-id(.): $m},
        fp:in-common($first[$m]) ! map{.: $m})), map{'duplicates': 'use-first'})"/>
    <xsl:variable name="said" as="xs:integer*" select="for $one in $others return
      ((generate-id($one), fp:counterparts($one) ! generate-id(), fp:in-common($one)) ! $known(.), -1)[1]"/>
    <xsl:variable name="fixed" as="xs:integer*" select="if ($said != -1) then $said
      else if (deep-equal($first ! local-name(), $others ! local-name())) then 1 to count($others) else ()"/>
    <xsl:sequence select="if (empty($fixed)) then () else fold-left(1 to count($others), (), function($done, $n) {
      let $last := ($done[last()], 0)[1], $here := $fixed[$n], $next := ($fixed[position() gt $n][. gt $last], count($first) + 1)[1] return
      ($done, if ($here gt $last) then $here else if (floor($last) + 1 lt $next) then floor($last) + 1 else $last + ($next - $last) div 4) })"/>
  </xsl:function>

  <!-- The rows of every unit that is aligned; nothing for texts in which no block belongs to another. -->
  <xsl:variable name="fp:rows" r:if="@corresp link @type=translation" as="map(xs:string, xs:integer)" select="if (not($fp:has-partners)) then map{} else map:merge(
    for $group in $fp:text//(div | text)[fp:partner(.)][not(map:contains($fp:partners, generate-id()))] return fp:rows-of(fp:columns($group)))"/>

  <xsl:function name="fp:rows-of" as="map(xs:string, xs:integer)*">
    <xsl:param name="columns" as="element()+"/>
    <xsl:variable name="first" as="element()*" select="fp:units($columns[1])"/>
    <xsl:variable name="others" as="array(element()*)*" select="tail($columns) ! [fp:units(.)]"/>
    <xsl:variable name="heights" as="array(xs:double*)*" select="$others ! [fp:heights($first, ?1)]"/>
    <xsl:if test="count($first) gt 1 and (every $one in $heights satisfies exists($one(1)))">
      <xsl:variable name="all" as="map(xs:string, xs:double)" select="map:merge((for $m in 1 to count($first) return map{generate-id($first[$m]): xs:double($m)},
        for $c in 1 to count($others), $n in 1 to count($others[$c](1)) return map{generate-id($others[$c](1)[$n]): $heights[$c](1)[$n]}))"/>
      <xsl:variable name="order" as="xs:double*" select="sort(distinct-values($all?*))"/>
      <xsl:variable name="row" as="map(xs:double, xs:integer)" select="map:merge(for $r in 1 to count($order) return map{$order[$r]: $r})"/>
      <xsl:sequence select="map:for-each($all, function($id, $height) { map{$id: $row($height)} })"/>
    </xsl:if>
  </xsl:function>

  <!-- Each unit says in which row it stands. -->
  <xsl:template match="*[map:size($fp:rows) gt 0][map:contains($fp:rows, generate-id())]" mode="m:xhtml" priority="45" r:if="@corresp link @type=translation">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="row" as="xs:string" select="'--row: ' || $fp:rows(generate-id())"/>
    <xsl:for-each select="$made">
      <xsl:choose>
        <xsl:when test="self::*">
          <xsl:copy><xsl:sequence select="@* except @style"/><xsl:attribute name="style" select="@style, $row" separator="; "/><xsl:sequence select="node()"/></xsl:copy>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- What a language is called: in the reader's words, else in the header's, else by its code. -->
  <xsl:function name="f:language-name" as="xs:string?">
    <xsl:param name="declared" as="xs:string?"/>
    <xsl:variable name="tag" as="xs:string?" select="f:language-tag($declared)"/>
    <xsl:sequence select="$tag ! (f:word('lang-' || tokenize(., '-')[1], ()),
      $fp:header/profileDesc/langUsage/language[@ident = $declared]/normalize-space()[.], $declared)[1]"/>
  </xsl:function>

</xsl:stylesheet>
