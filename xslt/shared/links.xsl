<?xml version="1.0" encoding="UTF-8"?>
<!-- Links, and the marks of notes and corrections, which must stand outside of links. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:mode name="m:markers" on-multiple-match="fail" on-no-match="shallow-skip" visibility="public"/>

  <!-- *element* as a link to *href*; within a link, and without an address, a phrase. -->
  <xsl:template name="f:link" as="node()*">
    <xsl:param name="href" as="xs:string?"/>
    <xsl:param name="classes" as="xs:string*" select="local-name()"/>
    <xsl:param name="id" as="xs:string?" select="()"/>
    <xsl:param name="title" as="xs:string?" select="()"/>
    <xsl:param name="separates" as="xs:boolean" select="f:separates(.)"/>
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$in-link or empty($href) or * and f:has-blocks(.)">
        <xsl:element name="{f:wrapper(.)}">
          <xsl:sequence select="f:attributes(., $classes)"/>
          <xsl:if test="$id and not(f:id(.))"><xsl:attribute name="id" select="$id"/></xsl:if>
          <xsl:apply-templates mode="m:xhtml"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <a href="{$href}">
          <xsl:call-template name="f:attributes">
            <xsl:with-param name="classes" select="$classes"/>
            <xsl:with-param name="separates" select="$separates"/>
            <xsl:with-param name="has-blocks" select="false()"/>
          </xsl:call-template>
          <xsl:if test="$id and not(@xml:id and f:id(.))"><xsl:attribute name="id" select="$id"/></xsl:if>
          <xsl:if test="$title"><xsl:attribute name="title" select="$title"/></xsl:if>
          <xsl:apply-templates mode="m:xhtml">
            <xsl:with-param name="in-link" select="true()" tunnel="yes"/>
          </xsl:apply-templates>
        </a>
        <!-- What the link could not hold follows it. -->
        <xsl:if test="*"><xsl:apply-templates mode="m:markers"/></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="m:markers">
    <xsl:if test="f:readings(.) = $reading">
      <xsl:choose>
        <xsl:when test="exists(f:aside(.))"><xsl:apply-templates select="." mode="m:marker"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates mode="#current"/></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <xsl:template match="choice[f:is-correction(.)]" mode="m:markers" priority="5">
    <xsl:next-match/>
    <xsl:call-template name="f:correction-mark"/>
  </xsl:template>

  <xsl:template match="app" mode="m:markers" priority="5">
    <xsl:next-match/>
    <xsl:call-template name="f:apparatus-mark"/>
  </xsl:template>

</xsl:stylesheet>
