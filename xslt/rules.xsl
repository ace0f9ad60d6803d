<?xml version="1.0" encoding="UTF-8"?>
<!-- Every rule of every format but the gate: what publish.xsl runs, and what a user's own stylesheet is imported over. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:output method="xhtml" html-version="5.0" encoding="UTF-8" indent="no" omit-xml-declaration="yes"
    include-content-type="no" escape-uri-attributes="no"/>

  <xsl:include href="xhtml.xsl"/>
  <xsl:include href="shared/setting.xsl"/>
  <xsl:include href="html/page.xsl"/>
  <xsl:include href="html/contents.xsl"/>
  <xsl:include href="text/plain.xsl"/>
  <xsl:include href="epub/book.xsl"/>
  <xsl:include href="epub/cover.xsl"/>
  <xsl:include href="epub/pages.xsl"/>

</xsl:stylesheet>
