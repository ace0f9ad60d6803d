<?xml version="1.0" encoding="UTF-8"?>
<!-- Linguistic annotation (Guidelines, chapter 18): words and punctuation as they are read, not as they are laid out in the file. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- White space between tokens that the text has without any (@join) is kept for who counts, and not shown. -->
  <xsl:variable name="fp:joining" as="xs:boolean" select="exists($fp:text//(w | pc)[@join])"/>

  <xsl:template match="text()[$fp:joining][not(normalize-space())][fp:is-joined(.)]" mode="m:xhtml" priority="1">
    <span class="joined"><xsl:text> </xsl:text></span>
  </xsl:template>

  <xsl:function name="fp:is-joined" as="xs:boolean">
    <xsl:param name="between" as="text()"/>
    <xsl:sequence select="exists($between/following-sibling::*[1]/(self::w | self::pc)[@join = ('left', 'both', 'overlap')])
      or exists($between/preceding-sibling::*[1]/descendant-or-self::*[self::w or self::pc][last()][@join = ('right', 'both', 'overlap')])"/>
  </xsl:function>

</xsl:stylesheet>
