<?xml version="1.0" encoding="UTF-8"?>
<!-- Texts that belong together, a translation and what it translates, side by side where there is room (Guidelines, 16). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- Those that stand directly after their partner, another language's, and say that they belong to it. -->
  <xsl:variable name="fp:partners" as="map(xs:string, xs:boolean)" select="map:merge(
    for $second in $fp:text//(child::div | ab | p | lg | text | quote)[@xml:lang],
        $first in $second/preceding-sibling::*[1][local-name() = local-name($second)]
    return map{generate-id($second): true()}[fp:belong($first, $second)])"/>

  <xsl:function name="fp:belong" as="xs:boolean">
    <xsl:param name="first" as="element()"/>
    <xsl:param name="second" as="element()"/>
    <xsl:sequence select="not($first/ancestor-or-self::*[@xml:lang][1]/@xml:lang = $second/@xml:lang)
      and exists($first[f:readings(.) = $reading]) and exists($second[normalize-space()])
      and ($second/@corresp/tokenize(.) = $first/@xml:id ! ('#' || .) or $first/@corresp/tokenize(.) = $second/@xml:id ! ('#' || .)
           or $first/@corresp = $second/@corresp
           or ($first, $second)/@type = 'translation' and ($first, $second)/@type = ('edition', 'original', 'source', 'transcription', 'text'))"/>
  </xsl:function>

  <xsl:variable name="fp:has-partners" as="xs:boolean" select="map:size($fp:partners) gt 0"/>

  <xsl:function name="fp:partner" as="element()?">
    <xsl:param name="first" as="element()"/>
    <xsl:sequence select="$first/following-sibling::*[1][map:contains($fp:partners, generate-id())]"/>
  </xsl:function>

  <!-- The first of them takes the others with it. -->
  <xsl:template match="(div | ab | p | lg | text | quote)[$fp:has-partners][fp:partner(.)]" mode="m:xhtml" priority="30">
    <xsl:param name="beside" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="map:contains($fp:partners, generate-id()) and not($beside)"/>
      <xsl:when test="$beside">
        <xsl:next-match><xsl:with-param name="beside" select="false()" tunnel="yes"/></xsl:next-match>
        <xsl:apply-templates select="fp:partner(.)" mode="#current"/>
      </xsl:when>
      <xsl:otherwise>
        <div class="parallel">
          <xsl:next-match/>
          <xsl:apply-templates select="fp:partner(.)" mode="#current"><xsl:with-param name="beside" select="true()" tunnel="yes"/></xsl:apply-templates>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="(div | ab | p | lg | text | quote)[$fp:has-partners][map:contains($fp:partners, generate-id())][not(fp:partner(.))]" mode="m:xhtml" priority="30">
    <xsl:param name="beside" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="$beside">
      <xsl:next-match><xsl:with-param name="beside" select="false()" tunnel="yes"/></xsl:next-match>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
