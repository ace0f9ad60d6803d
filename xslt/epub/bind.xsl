<?xml version="1.0" encoding="UTF-8"?>
<!-- The binding: what is one page on the web lies in several files here, and links must find them. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:e="urn:rubricator:epub" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:mode name="m:bound" on-no-match="shallow-copy"/>

  <xsl:function name="fp:bound" as="element(e:file)+">
    <xsl:param name="files" as="element(e:file)+"/>
    <xsl:variable name="places" as="map(xs:string, xs:string)" select="map:merge(
      for $file in $files, $id in $file//@id return map{string($id): string($file/@name)}, map{'duplicates': 'use-first'})"/>
    <xsl:variable name="breaks" as="element()*" select="$files//h:*[@role = 'doc-pagebreak']"/>
    <xsl:apply-templates select="$files" mode="m:bound">
      <xsl:with-param name="places" select="$places" tunnel="yes"/>
      <xsl:with-param name="pages" tunnel="yes" select="map:merge(
        for $n in 1 to count($breaks) return map{generate-id($breaks[$n]): $n})"/>
    </xsl:apply-templates>
  </xsl:function>

  <!-- The type of a thing in a book goes by the role it has on a page. -->
  <xsl:variable name="fp:types" as="map(xs:string, xs:string)" select="map{
    'doc-noteref': 'noteref', 'doc-backlink': 'backlink', 'doc-footnote': 'footnote', 'doc-endnotes': 'endnotes',
    'doc-index': 'index', 'doc-pagebreak': 'pagebreak', 'doc-colophon': 'colophon', 'doc-chapter': 'chapter',
    'doc-part': 'part', 'doc-epigraph': 'epigraph', 'doc-preface': 'preface', 'doc-foreword': 'foreword',
    'doc-introduction': 'introduction', 'doc-appendix': 'appendix', 'doc-bibliography': 'bibliography',
    'doc-prologue': 'prologue', 'doc-epilogue': 'epilogue', 'doc-dedication': 'dedication'}"/>

  <xsl:template match="h:*" mode="m:bound" as="element()">
    <xsl:copy copy-namespaces="no">
      <xsl:apply-templates select="@* except @class" mode="#current"/>
      <xsl:variable name="classes" as="xs:string*" select="distinct-values((tokenize(@class), 'added'[current()/@data-added]))"/>
      <xsl:if test="exists($classes)"><xsl:attribute name="class" select="$classes"/></xsl:if>
      <xsl:if test="@lang"><xsl:attribute name="xml:lang" select="@lang"/></xsl:if>
      <xsl:if test="not(@epub:type) and map:contains($fp:types, string(@role))">
        <xsl:attribute name="epub:type" select="$fp:types(@role)"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- The number of a page as its source gives it; nothing where it does not. -->
  <xsl:function name="fp:page-number" as="xs:string">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="replace(normalize-space($break), '^\[(.*)\]$|^\|$', '$1')"/>
  </xsl:function>

  <!-- A page without a number cannot be in the list of pages, and is no page for those who go by it. -->
  <xsl:template match="h:*[@role = 'doc-pagebreak'][not(fp:page-number(.))]" mode="m:bound" as="element()" priority="3">
    <xsl:variable name="copy" as="element()"><xsl:next-match/></xsl:variable>
    <xsl:copy select="$copy" copy-namespaces="no">
      <xsl:sequence select="@* except (@role, @aria-label, @epub:type), node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="h:*[@role = 'doc-pagebreak'][not(@id)]" mode="m:bound" as="element()" priority="2">
    <xsl:param name="pages" as="map(xs:string, xs:integer)" tunnel="yes"/>
    <xsl:variable name="number" as="xs:integer" select="$pages(generate-id())"/>
    <xsl:variable name="copy" as="element()"><xsl:next-match/></xsl:variable>
    <xsl:copy select="$copy" copy-namespaces="no">
      <xsl:attribute name="id" select="f:own-id(('page', $number))"/>
      <xsl:sequence select="@*, node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="h:a/@href[starts-with(., '#')]" mode="m:bound" as="attribute()">
    <xsl:param name="places" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:variable name="id" as="xs:string" select="substring(., 2)"/>
    <xsl:attribute name="href" select="$places($id) || '#' || $id"/>
  </xsl:template>

  <!-- A book links to no file that is none of its pages: who cannot play a recording reads what it is called. -->
  <xsl:template match="(h:audio | h:video)/h:a" mode="m:bound" as="text()*" priority="4">
    <xsl:value-of select="."/>
  </xsl:template>

  <!-- EPUBCheck and Ace agree only on notes that are an element within the list's item. -->
  <xsl:template match="h:li[h:a[@role = 'doc-backlink'] or .//h:a[@role = 'doc-backlink']]" mode="m:bound" as="element()">
    <li>
      <xsl:apply-templates select="@* except (@id, @class)" mode="#current"/>
      <div epub:type="footnote" role="doc-footnote">
        <xsl:apply-templates select="@id" mode="#current"/>
        <xsl:if test="@class"><xsl:attribute name="class" select="@class"/></xsl:if>
        <xsl:apply-templates mode="#current"/>
      </div>
    </li>
  </xsl:template>

</xsl:stylesheet>
