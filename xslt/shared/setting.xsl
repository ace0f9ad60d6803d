<?xml version="1.0" encoding="UTF-8"?>
<!--
  The text is set once, in all readings that are asked for: as the page, from which setting.py takes the plain text and
  the book, and with it the small parts that only those have.
-->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- The formats that are made of what is set. -->
  <xsl:param name="wanted" as="xs:string*" select="'html', 'text', 'epub'"/>

  <xsl:mode name="m:set" visibility="public"/>

  <xsl:template match="/" mode="m:set" as="element(setting)" xpath-default-namespace="">
    <xsl:variable name="page" as="xs:boolean" select="$wanted = 'html'"/>
    <xsl:variable name="parts" as="element()*">
      <xsl:call-template name="f:notes"/>
      <xsl:call-template name="f:apparatus"/>
      <xsl:call-template name="f:witnesses"><xsl:with-param name="readings" select="$page"/></xsl:call-template>
      <xsl:call-template name="f:corrections"/>
    </xsl:variable>
    <setting xmlns="">
      <xsl:choose>
        <xsl:when test="$page">
          <xsl:call-template name="f:page"><xsl:with-param name="parts" select="$parts"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <html xmlns="http://www.w3.org/1999/xhtml"><body><main><article><xsl:call-template name="f:abstract"/><xsl:call-template name="f:text"/></article><xsl:sequence select="$parts"/><xsl:call-template name="fp:about-the-text"/></main></body></html>
        </xsl:otherwise>
      </xsl:choose>
      <parts language="{$f:language}" direction="{f:direction($f:language)}" direction-of-labels="{f:direction(f:word('language'))}" prefix="{$fp:prefix}">
        <xsl:if test="$wanted = 'text'"><xsl:call-template name="f:text-parts"/></xsl:if>
        <xsl:if test="$wanted = 'epub'"><xsl:call-template name="f:book-parts"/></xsl:if>
      </parts>
    </setting>
  </xsl:template>

  <!-- What stands after all else on the page and in the book, and goes straight there, without a tree to keep it in. -->
  <xsl:template name="fp:about-the-text" as="element()*">
    <xsl:if test="$wanted = ('html', 'epub')">
      <xsl:call-template name="f:index"><xsl:with-param name="drawings" select="$wanted = 'html'" tunnel="yes"/></xsl:call-template>
      <xsl:call-template name="f:about"><xsl:with-param name="citations" select="$wanted = 'html' and $show = 'citations'" tunnel="yes"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
