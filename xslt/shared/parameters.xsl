<?xml version="1.0" encoding="UTF-8"?>
<!-- What every publication is told from outside. Nothing here has a path: all of it arrives as values. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- The readings to show, the first of them at first sight: "edited", "diplomatic", or both. -->
  <xsl:param name="reading" as="xs:string+" select="'edited'"/>

  <!-- The headings and labels in the reader's language, by their keys. -->
  <xsl:param name="wording" as="map(*)"/>

  <!-- The authority entries that the document mentions: authority/entry[@ref] around each TEI element. -->
  <xsl:param name="authority" as="document-node()?" select="()"/>

  <!-- What the publication says of itself: see metadata.py. -->
  <xsl:param name="metadata" as="document-node()?" select="()"/>

  <!-- Where the images lie that may be shown: images/image[@url][@src], by the address that the document gives. -->
  <xsl:param name="images" as="document-node()?" select="()"/>

  <!-- Where other documents are found that this one refers to: links/link[@target][@href], by the address that it gives. -->
  <xsl:param name="links" as="document-node()?" select="()"/>

  <!-- What the page shows besides the text: see the settings, publish.page. -->
  <xsl:param name="show" as="xs:string*" select="()"/>

  <!-- How many errors the document was published in spite of. -->
  <xsl:param name="errors" as="xs:integer" select="0"/>

  <xsl:variable name="document" as="document-node()" select="/"/>

</xsl:stylesheet>
