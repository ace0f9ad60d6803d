<?xml version="1.0" encoding="UTF-8"?>
<!-- Representation of primary sources (Guidelines, chapter 12). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- What the editor supplied stands in brackets, as editors are used to. -->
  <xsl:template match="supplied" mode="m:xhtml">
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="@reason"><xsl:attribute name="title" select="f:word('supplied') || ': ' || normalize-space(@reason)"/></xsl:if>
      <xsl:sequence select="f:added('mark', '[')"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:sequence select="f:added('mark', ']')"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="ex" mode="m:xhtml">
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:sequence select="f:added('mark', '(')"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:sequence select="f:added('mark', ')')"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="unclear" mode="m:xhtml">
    <xsl:call-template name="f:phrase"><xsl:with-param name="name" select="'span'"/></xsl:call-template>
  </xsl:template>

  <!-- Running heads, catchwords and signatures stand aside where the page ends. -->
  <xsl:template match="fw" mode="m:marker">
    <span class="fw" data-aside="fw">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="m:xhtml"/>
      <xsl:text> </xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="fw" mode="m:markers"/>

  <xsl:template match="space[not(node())]" mode="m:xhtml">
    <span class="space" data-added=""><xsl:if test="f:id(.)"><xsl:attribute name="id" select="f:id(.)"/></xsl:if></span>
  </xsl:template>

  <xsl:template match="(addSpan | delSpan | damageSpan | handShift | substJoin | metamark | redo | undo | join | link | alt)[not(node())]"
                mode="m:xhtml">
    <xsl:if test="f:id(.)"><span class="anchor" id="{f:id(.)}"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
