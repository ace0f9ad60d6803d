<?xml version="1.0" encoding="UTF-8"?>
<!-- Performance texts (Guidelines, chapter 7). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:template match="speaker" mode="m:xhtml">
    <xsl:element name="{if (f:has-blocks(.)) then 'div' else 'p'}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- A direction within a speech stands out also where there is no style. -->
  <xsl:template match="stage[not(f:is-block(.) or f:has-blocks(.))]" mode="m:xhtml">
    <xsl:call-template name="f:phrase"><xsl:with-param name="name" select="'i'"/></xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
