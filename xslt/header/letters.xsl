<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header says of letters: by whom, to whom, when and where; each beside its letter. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- Where the text has the letter that a description is about: what it points to, or what points to it; of a corpus its text. -->
  <xsl:variable name="fp:told-of" r:if="correspDesc" as="map(xs:string, element())" select="map:merge(
    for $told in $document//teiHeader/profileDesc/correspDesc,
        $letter in (($told/(@ref, @corresp, @sameAs)/tokenize(.)[starts-with(., '#')] ! key('fp:id', substring(., 2), $document)[1],
          key('fp:decided', $told/@xml:id, $document),
          $told/ancestor::TEI[parent::teiCorpus]/text)[self::text or self::floatingText or self::div or self::div1 or self::div2 or self::div3])[1]
    return map{generate-id($told): $letter}, map{'duplicates': 'use-first'})"/>
  <xsl:key name="fp:decided" match="(text | floatingText | div | div1 | div2 | div3)[@decls or @corresp]" use="(@decls, @corresp)/tokenize(.) ! substring-after(., '#')"/>
  <xsl:variable name="fp:tells-of-letters" r:if="correspDesc" as="xs:boolean" select="map:size($fp:told-of) gt 0"/>
  <xsl:variable name="fp:told-at" r:if="correspDesc" as="map(xs:string, element()*)">
    <xsl:map>
      <xsl:for-each-group select="$document//teiHeader/profileDesc/correspDesc[map:contains($fp:told-of, generate-id())]" group-by="generate-id($fp:told-of(generate-id()))">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- What is about no one place stands before the text; a file of descriptions alone is a list of letters. -->
  <xsl:template name="f:correspondence" r:if="correspDesc" as="element()*">
    <xsl:variable name="all" as="element()*" select="$fp:header/profileDesc/correspDesc[not(map:contains($fp:told-of, generate-id()))]"/>
    <xsl:choose>
      <xsl:when test="$all[2] and not(normalize-space($document/*/text[1]))">
        <ol class="letters-listed" data-added="">
          <xsl:for-each select="$all">
            <xsl:variable name="address" as="xs:string?" select="((@ref, correspContext/ref/@target, note/ref/@target) ! f:url(.))[1]"/>
            <xsl:variable name="when" as="xs:string?" select="correspAction[date][1]/fp:date-of-letter(.)"/>
            <li>
              <xsl:for-each select="string-join(((correspAction[@type = 'sent'], correspAction[not(@type = ('sent', 'received'))])[1] ! fp:correspondents(.),
                  if (correspAction[not(@type = 'received')]) then () else '', correspAction[@type = 'received'][1] ! fp:correspondents(.)[.]), ' → ')[.]">
                <xsl:choose>
                  <xsl:when test="$address"><a href="{$address}">{.}</a></xsl:when>
                  <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
                </xsl:choose>
              </xsl:for-each>
              <xsl:value-of select="$when ! (', ' || .)"/>
            </li>
          </xsl:for-each>
        </ol>
      </xsl:when>
      <xsl:otherwise><xsl:for-each select="$all"><xsl:call-template name="fp:told-of-letter"/></xsl:for-each></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="fp:date-of-letter" as="xs:string?">
    <xsl:param name="action" as="element()"/>
    <xsl:sequence select="$action/date[1] ! fp:said-of-date(.)"/>
  </xsl:function>

  <!-- A date in its own words or ours, and that it is not certain. -->
  <xsl:function name="fp:said-of-date" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="(f:plain($date)[.], f:period-words($date))[1]
      ! (. || $date/@cert[. = ('medium', 'low')] ! (' (' || f:word('cert') || ' ' || f:word('cert-' || .) || ')'))"/>
  </xsl:function>

  <!-- Who wrote or received it, and where. -->
  <xsl:function name="fp:correspondents" as="xs:string">
    <xsl:param name="action" as="element()"/>
    <xsl:sequence select="string-join($action/(* except (note | date)) ! f:plain(.)[.], ', ')"/>
  </xsl:function>

  <!-- A letter under its heading has what is told of it. -->
  <xsl:template match="(text | floatingText | div | div1 | div2 | div3)[$fp:tells-of-letters][map:contains($fp:told-at, generate-id())]" mode="m:xhtml" priority="29" r:if="correspDesc">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="told" as="element()*"><xsl:for-each select="$fp:told-at(generate-id())"><xsl:call-template name="fp:told-of-letter"/></xsl:for-each></xsl:variable>
    <xsl:for-each select="$made">
      <xsl:choose>
        <xsl:when test=". is $made[self::*][1]">
          <!-- A page may begin before its heading. -->
          <xsl:variable name="rest" as="element()*" select="*[not(matches(local-name(), '^h[1-6]$') or @role = 'heading' or tokenize(@class) = 'subhead')]"/>
          <xsl:variable name="words" as="element()?" select="$rest[not(tokenize(@class) = ('pb', 'cb', 'gb', 'facs', 'milestone', 'anchor') or @data-aside = 'fw')][1]"/>
          <xsl:variable name="head" as="element()?" select="(* except $rest)[not($words) or . &lt;&lt; $words][last()]"/>
          <xsl:variable name="first" as="element()?" select="if ($head) then $head/following-sibling::*[1] else $rest[1]"/>
          <xsl:copy>
            <xsl:sequence select="@*, node()[$first][. &lt;&lt; $first], $told, node()[not($first) or . is $first or . &gt;&gt; $first]"/>
          </xsl:copy>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="fp:told-of-letter" as="element()">
    <dl class="correspDesc" data-added="">
      <xsl:for-each select="correspAction">
        <xsl:variable name="said" as="xs:string" select="string-join(((* except (note, date)) ! f:plain(.)[.], date ! fp:said-of-date(.)), ', ')"/>
        <xsl:if test="$said">
          <dt>{(f:word('corresp-' || @type, ()), @type/normalize-space(), f:word('corresp-other'))[1]}</dt>
          <dd>{$said}</dd>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each-group select="(correspContext/*, note)[normalize-space()]" group-by="fp:context-label(.)">
        <dt>{current-grouping-key()}</dt>
        <xsl:for-each-group select="current-group()" group-by="fp:said-under(., fp:context-label(.))">
          <dd><xsl:choose>
            <xsl:when test="f:url(@target)"><a href="{f:url(@target)}">{current-grouping-key()}</a></xsl:when>
            <xsl:when test="f:target(@target)"><a href="#{f:anchor(f:target(@target))}">{current-grouping-key()}</a></xsl:when>
            <xsl:otherwise>{current-grouping-key()}</xsl:otherwise>
          </xsl:choose></dd>
        </xsl:for-each-group>
      </xsl:for-each-group>
    </dl>
  </xsl:template>

  <!-- What a neighbour of the letter is to it: the letter before or after, the correspondence. -->
  <xsl:function name="fp:context-label" as="xs:string">
    <xsl:param name="neighbour" as="element()"/>
    <xsl:variable name="said" as="xs:string" select="lower-case(string-join($neighbour/(@type, @subtype), ' '))"/>
    <xsl:variable name="label" as="xs:string" select="if ($neighbour/self::note) then f:word('corresp-note')
      else if (matches($said, '(^| )prev')) then f:word('corresp-prev')
      else if (matches($said, '(^| )next')) then f:word('corresp-next')
      else if (matches($said, '(^| )belongs')) then f:word('corresp-other')
      else f:word('corresp-context')"/>
    <!-- Words that say it themselves, in a phrase, need not be told it. -->
    <xsl:sequence select="if (starts-with(lower-case(fp:said-under($neighbour, $label)), lower-case($label))) then f:word('corresp-context') else $label"/>
  </xsl:function>

  <!-- What is said of a neighbour, without the label before it that it has already. -->
  <xsl:function name="fp:said-under" r:if="correspDesc" as="xs:string">
    <xsl:param name="neighbour" as="element()"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:variable name="said" as="xs:string" select="normalize-space($neighbour)"/>
    <xsl:variable name="rest" as="xs:string" select="substring($said, string-length($label) + 1)"/>
    <xsl:sequence select="if (starts-with(lower-case($said), lower-case($label)) and matches($rest, '^\s*[:：]\s*\S')) then replace($rest, '^\s*[:：]\s*', '') else $said"/>
  </xsl:function>

</xsl:stylesheet>
