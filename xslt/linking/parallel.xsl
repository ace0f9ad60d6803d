<?xml version="1.0" encoding="UTF-8"?>
<!-- Texts that belong together, a translation and what it translates, side by side where there is room (Guidelines, 16). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- Those that stand directly after their partner, another language's, and say that they belong to it. -->
  <xsl:variable name="fp:partners" r:if="@corresp link @type=translation" as="map(xs:string, xs:boolean)" select="map:merge(
    for $second in $fp:text//(child::div | ab | p | lg | text | quote)[@xml:lang],
        $first in $second/preceding-sibling::node()[self::* or self::text()[normalize-space()]][1][local-name() = local-name($second)]
    return map{generate-id($second): true()}[fp:belong($first, $second)])"/>

  <xsl:function name="fp:belong" r:if="@corresp link @type=translation" as="xs:boolean">
    <xsl:param name="first" as="element()"/>
    <xsl:param name="second" as="element()"/>
    <xsl:sequence select="not($first/ancestor-or-self::*[@xml:lang][1]/@xml:lang = $second/@xml:lang)
      and exists($first[f:readings(.) = $reading]) and exists($second[normalize-space()])
      and ($second/@corresp/tokenize(.) = $first/@xml:id ! ('#' || .) or $first/@corresp/tokenize(.) = $second/@xml:id ! ('#' || .)
           or $first/@corresp = $second/@corresp
           or $second[self::div or self::text] and exists($second//*[@corresp or @xml:id]/fp:counterparts(.)[some $above in ancestor::* satisfies $above is $first])
           or ($first, $second)/@type = 'translation' and ($first, $second)/@type = ('edition', 'original', 'source', 'transcription', 'text'))"/>
  </xsl:function>

  <xsl:variable name="fp:has-partners" r:if="@corresp link @type=translation" as="xs:boolean" select="map:size($fp:partners) gt 0"/>

  <xsl:function name="fp:partner" as="element()?">
    <xsl:param name="first" as="element()"/>
    <xsl:sequence select="$first/following-sibling::*[1][map:contains($fp:partners, generate-id())]"/>
  </xsl:function>

  <!-- The first of them takes the others with it. -->
  <xsl:template match="(div | ab | p | lg | text | quote)[$fp:has-partners][fp:partner(.)]" mode="m:xhtml" priority="30" r:if="@corresp link @type=translation">
    <xsl:param name="beside" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="column" as="xs:integer" select="1" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="map:contains($fp:partners, generate-id()) and not($beside)"/>
      <xsl:when test="$beside">
        <xsl:variable name="made" as="node()*">
          <xsl:next-match><xsl:with-param name="beside" select="false()" tunnel="yes"/></xsl:next-match>
        </xsl:variable>
        <xsl:sequence select="fp:column($made, ., $column)"/>
        <xsl:apply-templates select="fp:partner(.)" mode="#current"><xsl:with-param name="column" select="$column + 1" tunnel="yes"/></xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
        <div class="parallel">
          <xsl:if test="exists(fp:units(.)[1][map:contains($fp:rows, generate-id())])">
            <xsl:attribute name="class" select="'parallel', 'aligned'"/>
            <xsl:attribute name="style" select="'--columns: ' || count(fp:columns(.))"/>
          </xsl:if>
          <xsl:sequence select="fp:column($made, ., 1)"/>
          <xsl:apply-templates select="fp:partner(.)" mode="#current">
            <xsl:with-param name="beside" select="true()" tunnel="yes"/>
            <xsl:with-param name="column" select="2" tunnel="yes"/>
          </xsl:apply-templates>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="(div | ab | p | lg | text | quote)[$fp:has-partners][map:contains($fp:partners, generate-id())][not(fp:partner(.))]" mode="m:xhtml" priority="30" r:if="@corresp link @type=translation">
    <xsl:param name="beside" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="column" as="xs:integer" select="1" tunnel="yes"/>
    <xsl:if test="$beside">
      <xsl:variable name="made" as="node()*">
        <xsl:next-match><xsl:with-param name="beside" select="false()" tunnel="yes"/></xsl:next-match>
      </xsl:variable>
      <xsl:sequence select="fp:column($made, ., $column)"/>
    </xsl:if>
  </xsl:template>

  <!-- A whole text or division as a column says its language. -->
  <xsl:function name="fp:column" as="node()*">
    <xsl:param name="made" as="node()*"/>
    <xsl:param name="element" as="element()"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="name" as="xs:string?" select="$element/ancestor-or-self::*[@xml:lang][1]/f:language-name(@xml:lang)"/>
    <xsl:for-each select="$made">
      <xsl:choose>
        <xsl:when test="self::* and $element[self::div or self::text]">
          <xsl:copy>
            <xsl:sequence select="@* except @style"/>
            <xsl:attribute name="style" select="@style, '--column: ' || $number" separator="; "/>
            <xsl:if test="$name"><p class="column-label" data-added="" lang="{f:word('language')}" dir="{f:direction(f:word('language'))}">{$name}</p></xsl:if>
            <xsl:sequence select="node()"/>
          </xsl:copy>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
