<?xml version="1.0" encoding="UTF-8"?>
<!-- The book: each of its files as a result document, and an inventory of them as the principal result. -->
<xsl:package name="urn:rubricator:epub" package-version="1.0" version="3.0" declared-modes="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:rubricator:modes" default-mode="m:book">
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:include href="xhtml.xsl"/>
  <xsl:include href="epub/book.xsl"/>
  <xsl:include href="epub/cover.xsl"/>
  <xsl:include href="epub/pages.xsl"/>
  <xsl:include href="epub/divide.xsl"/>
  <xsl:include href="epub/bind.xsl"/>
  <xsl:include href="epub/navigation.xsl"/>
</xsl:package>
