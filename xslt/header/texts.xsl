<?xml version="1.0" encoding="UTF-8"?>
<!-- What each text of a corpus says of itself (Guidelines, 16.1): its header stands within that of the whole. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- Who wrote it, when, and what it was taken from, unless the whole or its own title page says so. -->
  <xsl:template name="fp:told-of-text" r:if="teiCorpus" as="element()?">
    <xsl:variable name="file" as="element()?" select="teiHeader/fileDesc"/>
    <xsl:variable name="said" as="xs:string" select="fp:letters(string-join(text/front/(titlePage | head | byline | div/byline)))"/>
    <xsl:variable name="authors" as="xs:string*" select="distinct-values($file/titleStmt/author ! fp:author-name(.))[.][not(. = $f:authors)][not(contains($said, fp:letters(.)))]"/>
    <xsl:variable name="dates" as="xs:string*" select="teiHeader/profileDesc/creation ! (f:plain(.)[.], date ! f:period-words(.))"/>
    <xsl:variable name="sources" as="element()*" select="($file/sourceDesc ! fp:told-of-source(.))[not(fp:letters(.) = $fp:sources/fp:letters(.))]"/>
    <xsl:variable name="kept" as="xs:string*" select="$file/sourceDesc[not(. intersect $fp:records)]//msDesc[not(ancestor::msDesc)] ! fp:kept-at(.)"/>
    <xsl:if test="exists(($authors, $dates, $sources, $kept))">
      <dl class="told" data-added="">
        <xsl:for-each select="$authors[1]"><dt>{f:word('author')}</dt></xsl:for-each>
        <xsl:for-each select="$authors"><dd>{.}</dd></xsl:for-each>
        <xsl:for-each select="$dates[1]"><dt>{f:word('date')}</dt><dd>{.}</dd></xsl:for-each>
        <xsl:if test="exists(($sources, $kept))"><dt>{f:word('source')}</dt></xsl:if>
        <xsl:for-each select="$sources"><dd><xsl:sequence select="fp:way(.)"/><xsl:apply-templates select="." mode="m:reference"/></dd></xsl:for-each>
        <xsl:for-each select="$kept"><dd>{.}</dd></xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
