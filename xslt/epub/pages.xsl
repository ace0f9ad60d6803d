<?xml version="1.0" encoding="UTF-8"?>
<!-- The title page and the colophon. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:e="urn:rubricator:epub" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:template name="fp:title-page" as="element(h:section)">
    <xsl:param name="metadata" as="element()"/>
    <section epub:type="titlepage" class="title-page" data-added="">
      <h1>{fp:title()}</h1>
      <xsl:for-each select="$metadata/(*:subtitle, *:other-title)"><p class="subtitle">{.}</p></xsl:for-each>
      <xsl:for-each select="fp:creators()"><p class="author">{.}</p></xsl:for-each>
      <xsl:for-each select="$metadata/*:contributor[@relator = ('edt', 'trl')]"><p class="contributor">{.} ({f:word(if (@relator = 'trl') then 'role-translator' else 'role-editor')})</p></xsl:for-each>
      <xsl:for-each select="$metadata/*:publisher"><p class="publisher">{.}</p></xsl:for-each>
      <xsl:for-each select="$metadata/*:date"><p class="date">{if (matches(., '^-?\d{4}(-\d\d){0,2}$')) then f:date-words(.) else .}</p></xsl:for-each>
    </section>
  </xsl:template>

  <!-- What the book is; what the page says “about” the edition comes into it. -->
  <xsl:template name="fp:colophon" as="element(h:section)">
    <xsl:param name="metadata" as="element()"/>
    <section epub:type="colophon" role="doc-colophon" class="colophon" aria-labelledby="{f:own-id('colophon')}" data-added="">
      <h1 id="{f:own-id('colophon')}">{f:word('book-colophon')}</h1>
      <xsl:call-template name="f:invalid"/>
      <dl>
        <xsl:for-each select="$metadata/*:identifier">
          <xsl:variable name="known" as="xs:boolean" select="lower-case(@scheme) = ('doi', 'isbn', 'issn')"/>
          <dt>{(@scheme[. != ''] ! (if ($known) then upper-case(.) else .), f:word('book-identifier'))[1]}</dt>
          <dd>{if ($known) then replace(., '^urn:is[bs]n:', '') else .}</dd>
        </xsl:for-each>
        <xsl:for-each select="$metadata/*:isbn[not(../*:identifier = 'urn:isbn:' || .)]"><dt>ISBN</dt><dd>{.}</dd></xsl:for-each>
        <xsl:for-each select="$metadata/*:edition-statement"><dt>{f:word('edition')}</dt><dd>{.}</dd></xsl:for-each>
        <xsl:for-each select="$metadata/*:series">
          <dt>{f:word('book-series')}</dt>
          <dd>{string-join((., ../*:series-position), ', ')}</dd>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:template>

</xsl:stylesheet>
