<?xml version="1.0" encoding="UTF-8"?>
<!-- The page that shows the cover. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:e="urn:rubricator:epub" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:function name="fp:title" as="xs:string">
    <xsl:sequence select="string($metadata/*/*:title)"/>
  </xsl:function>

  <xsl:function name="fp:creators" as="xs:string*">
    <xsl:sequence select="$metadata/*/*:creator ! string()"/>
  </xsl:function>

  <xsl:template name="fp:cover-page" as="element(h:section)">
    <section epub:type="cover" aria-label="{f:word('book-cover')}">
      <img role="doc-cover" src="{($cover-image, 'cover.svg')[1]}"
        alt="{($cover-alt, f:word('book-cover-of') || ' ' || string-join((fp:title(), fp:creators()), ', '))[1]}"/>
    </section>
  </xsl:template>

</xsl:stylesheet>
