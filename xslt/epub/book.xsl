<?xml version="1.0" encoding="UTF-8"?>
<!-- What only a book has: its cover, its title page, its colophon. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- The address of a picture for the cover, and what it shows; without one it is drawn, as cover.svg. -->
  <xsl:param name="cover-image" as="xs:string?" select="()"/>
  <xsl:param name="cover-alt" as="xs:string?" select="()"/>

  <!-- What a book of one reading says of itself, if not the same as $metadata: books/book[@reading] with its metadata. -->
  <xsl:param name="books" as="document-node()?" select="()"/>

  <xsl:template name="f:book-parts" as="element()*" xpath-default-namespace="">
    <xsl:for-each select="$reading">
      <xsl:variable name="told" as="element(metadata)" select="($books/books/book[@reading = current()], $metadata)[1]/metadata"/>
      <front xmlns="" reading="{.}">
        <xsl:call-template name="fp:cover-page"/>
        <xsl:call-template name="fp:title-page"><xsl:with-param name="metadata" select="$told"/></xsl:call-template>
      </front>
      <colophon xmlns="" reading="{.}">
        <xsl:call-template name="fp:colophon"><xsl:with-param name="metadata" select="$told"/></xsl:call-template>
      </colophon>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
