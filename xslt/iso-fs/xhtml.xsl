<?xml version="1.0" encoding="UTF-8"?>
<!-- Feature structures (Guidelines, chapter 19): each feature with its name, each value that is an attribute shown. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:template match="f[@name]" mode="m:xhtml">
    <xsl:sequence select="f:space-before(.)"/>
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:sequence select="f:added('mark', @name || ' = ')"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
    <xsl:sequence select="f:space-after(.)"/>
  </xsl:template>

  <xsl:template match="(symbol | numeric | binary)[@value][not(node())]" mode="m:xhtml">
    <span data-added="">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:text> {normalize-space(@value)} </xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="vLabel[@name][not(node())]" mode="m:xhtml">
    <span data-added="">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:text> {normalize-space(@name)} </xsl:text>
    </span>
  </xsl:template>

  <!-- An arc of a graph (chapter 20): from which node to which. -->
  <xsl:template match="arc[@from][@to][not(node())]" mode="m:xhtml">
    <xsl:variable name="arrow" as="xs:string" select="f:word('arrow')"/>
    <xsl:element name="{f:wrapper(.)}">
      <xsl:attribute name="data-added"/>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:text>{string-join((@from, @to) ! (key('fp:id', substring-after(., '#'), $document)[1]/label ! f:plain(.), replace(., '^#', ''))[1], ' ' || $arrow || ' ')}</xsl:text>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
