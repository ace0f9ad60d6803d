<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse (Guidelines, chapter 6). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- Every fifth line is numbered; a part of a line begins where the part before it ended. -->
  <xsl:template match="l" mode="m:xhtml">
    <div>
      <xsl:sequence select="f:attributes(., ('l', (@part[. = ('M', 'F')]/string(), @part[. = 'Y'][fp:goes-on(..)] ! 'M') ! ('part-' || .)))"/>
      <xsl:if test="map:contains($fp:line-number, generate-id())">
        <xsl:sequence select="fp:line(., true(), ' ' || fp:line-of(@n) || ' ')"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <!-- A part of which nobody says which it is goes on with what another speaker began, if it opens a speech and has no number. -->
  <xsl:function name="fp:goes-on" as="xs:boolean">
    <xsl:param name="line" as="element()"/>
    <xsl:sequence select="not($line/@n or $line/preceding-sibling::l) and exists($line/ancestor::sp[1]/preceding-sibling::*[1]/self::sp)"/>
  </xsl:function>

  <xsl:template match="caesura[not(node())]" mode="m:xhtml">
    <span class="caesura" data-added="">
      <xsl:if test="f:id(.)"><xsl:attribute name="id" select="f:id(.)"/></xsl:if>
      <xsl:text>‖</xsl:text>
    </span>
  </xsl:template>

</xsl:stylesheet>
