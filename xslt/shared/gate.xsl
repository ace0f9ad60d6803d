<?xml version="1.0" encoding="UTF-8"?>
<!--
  The gate: what the readings leave out, and what leaves the main text, never comes to a rule for its element.
  It stands before every other rule, those of a user's layer too, since only the entry point itself includes it.
-->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- Every element that may be left out passes here before its own rule does. -->
  <xsl:template match="*[map:contains($f:deciding, local-name())]" mode="m:xhtml" priority="100">
    <xsl:variable name="shown" as="xs:string*" select="let $in := f:readings(.) return $reading[. = $in]"/>
    <xsl:choose>
      <xsl:when test="empty($shown)"><xsl:apply-templates select="self::index" mode="m:marker"/></xsl:when>
      <xsl:when test="exists(f:aside(.))">
        <xsl:apply-templates select="." mode="m:marker"/>
      </xsl:when>
      <xsl:when test="count($shown) = count($reading)">
        <xsl:next-match/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="has-blocks" as="xs:boolean" select="f:has-blocks(.)"/>
        <xsl:element name="{if ($has-blocks or f:is-block(.)) then 'div' else 'span'}">
          <xsl:sequence select="fp:limited($shown)"/>
          <xsl:if test="$has-blocks and not(f:separates(.))"><xsl:attribute name="data-inline" select="'glued'[f:is-glued(current())]"/></xsl:if>
          <xsl:next-match/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What a reading leaves nothing of leaves no gap either: no paragraph, no line without words. -->
  <xsl:template match="*[$fp:has-emptied][fp:is-emptied(.)]" mode="m:xhtml" priority="101" r:if="del surplus">
    <xsl:variable name="shown" as="xs:string*" select="$reading[. = 'diplomatic']"/>
    <xsl:choose>
      <xsl:when test="empty($shown)"/>
      <xsl:when test="count($shown) = count($reading)"><xsl:next-match/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
        <xsl:for-each select="$made">
          <xsl:choose>
            <xsl:when test="self::*"><xsl:copy><xsl:sequence select="@*, fp:limited($shown), node()"/></xsl:copy></xsl:when>
            <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
