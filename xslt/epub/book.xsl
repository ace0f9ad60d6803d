<?xml version="1.0" encoding="UTF-8"?>
<!-- Which files a book has, in which order, and what surrounds the words in each. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:e="urn:rubricator:epub" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- The address of a picture for the cover, and what it shows; without one the cover is drawn from the header. -->
  <xsl:param name="cover-image" as="xs:string?" select="()"/>
  <xsl:param name="cover-alt" as="xs:string?" select="()"/>

  <xsl:variable name="fp:data" as="map(*)" select="map{
    'method': 'xml', 'encoding': 'UTF-8', 'indent': false(), 'omit-xml-declaration': false()}"/>
  <xsl:variable name="fp:page" as="map(*)" select="map:merge((map{
    'method': 'xhtml', 'html-version': 5.0, 'include-content-type': false(), 'escape-uri-attributes': false()}, $fp:data))"/>

  <xsl:mode name="m:book" visibility="public" on-no-match="fail"/>
  <xsl:mode name="m:page" on-no-match="fail"/>

  <!-- Every file of the book as text, and an inventory of them for the package document. -->
  <xsl:template match="/" mode="m:book" as="element(book)" xpath-default-namespace="">
    <xsl:variable name="loose" as="element(e:file)+">
      <xsl:call-template name="fp:files"/>
    </xsl:variable>
    <xsl:variable name="files" as="element(e:file)+" select="fp:bound($loose)"/>
    <xsl:variable name="contents" as="element(e:entry)*" select="fp:contents($files)"/>
    <book xmlns="">
      <xsl:sequence select="fp:inventory($files)"/>
      <xsl:for-each select="$files">
        <xsl:variable name="page" as="element()"><xsl:apply-templates select="." mode="m:page"/></xsl:variable>
        <text name="{@name}">{serialize($page, $fp:page)}</text>
      </xsl:for-each>
      <text name="nav.xhtml">{serialize(fp:navigation($files, $contents), $fp:page)}</text>
      <text name="toc.ncx">{serialize(fp:ncx($files, $contents), $fp:data)}</text>
      <xsl:if test="empty($cover-image)">
        <xsl:variable name="cover" as="element()"><xsl:call-template name="f:cover"/></xsl:variable>
        <text name="cover.svg">{serialize($cover, $fp:data)}</text>
      </xsl:if>
    </book>
  </xsl:template>

  <!-- The files in the order in which they are read; what would be empty is left out. -->
  <xsl:template name="fp:files" as="element(e:file)+">
    <xsl:variable name="cover" as="element()"><xsl:call-template name="fp:cover-page"/></xsl:variable>
    <xsl:sequence select="fp:file('cover', 'book-cover', $cover)"/>
    <xsl:variable name="title" as="element()"><xsl:call-template name="fp:title-page"/></xsl:variable>
    <xsl:sequence select="fp:file('title', 'book-title-page', $title)"/>
    <xsl:variable name="text" as="element()*">
      <xsl:call-template name="f:text"/>
    </xsl:variable>
    <xsl:variable name="pieces" as="element(e:piece)*" select="fp:divide($text)"/>
    <xsl:for-each select="$pieces">
      <e:file name="{if (count($pieces) = 1) then 'text' else 'text-' || position()}.xhtml" kind="text"
          title="{(fp:headings(.)[1] ! fp:label(.), fp:title())[1]}">
        <xsl:sequence select="node()"/>
      </e:file>
    </xsl:for-each>
    <xsl:variable name="notes" as="element()*"><xsl:call-template name="f:notes"/></xsl:variable>
    <xsl:sequence select="fp:file('notes', 'notes', $notes)"/>
    <xsl:variable name="apparatus" as="element()*"><xsl:call-template name="f:apparatus"/></xsl:variable>
    <xsl:sequence select="fp:file('apparatus', 'apparatus', $apparatus)"/>
    <xsl:variable name="witnesses" as="element()*">
      <xsl:call-template name="f:witnesses"><xsl:with-param name="readings" select="false()"/></xsl:call-template>
    </xsl:variable>
    <xsl:sequence select="fp:file('witnesses', 'witnesses', $witnesses)"/>
    <xsl:variable name="corrections" as="element()*"><xsl:call-template name="f:corrections"/></xsl:variable>
    <xsl:sequence select="fp:file('corrections', 'corrections', $corrections)"/>
    <xsl:variable name="index" as="element()*"><xsl:call-template name="f:index"/></xsl:variable>
    <xsl:sequence select="fp:file('index', 'index', $index)"/>
    <xsl:variable name="colophon" as="element()"><xsl:call-template name="fp:colophon"/></xsl:variable>
    <xsl:sequence select="fp:file('colophon', 'book-colophon', $colophon)"/>
  </xsl:template>

  <xsl:function name="fp:file" as="element(e:file)*">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="content" as="element()*"/>
    <xsl:variable name="whole" as="element(e:piece)"><e:piece><xsl:sequence select="$content"/></e:piece></xsl:variable>
    <xsl:if test="exists($content)">
      <xsl:for-each select="fp:lightened($whole)">
        <e:file name="{$kind}{if (position() gt 1) then '-' || position() else ''}.xhtml" kind="{$kind}" title="{f:word($key)}">
          <xsl:sequence select="node()"/>
        </e:file>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <!-- What reading systems expect around the words. -->
  <xsl:template match="e:file" mode="m:page" as="element(h:html)">
    <!-- What the edition says stands in the language of its labels, all else in the text's. -->
    <xsl:variable name="language" as="xs:string" select="if (@kind = ('index', 'colophon')) then f:word('language') else $f:language"/>
    <html lang="{$language}" xml:lang="{$language}" dir="{f:direction($language)}">
      <xsl:namespace name="epub" select="'http://www.idpf.org/2007/ops'"/>
      <xsl:sequence select="fp:head(@title)"/>
      <body class="page-{@kind}" epub:type="{fp:matter(@kind)}">
        <xsl:sequence select="node()"/>
      </body>
    </html>
  </xsl:template>

  <xsl:function name="fp:head" as="element(h:head)">
    <xsl:param name="title" as="xs:string"/>
    <head>
      <meta charset="utf-8"/>
      <title>{$title}</title>
      <link rel="stylesheet" type="text/css" href="book.css"/>
    </head>
  </xsl:function>

  <xsl:function name="fp:matter" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="if ($kind = ('cover', 'title')) then 'frontmatter' else if ($kind = 'text') then 'bodymatter' else 'backmatter'"/>
  </xsl:function>

  <!-- What the package document has to say of the files. -->
  <xsl:function name="fp:inventory" as="element(inventory)" xpath-default-namespace="">
    <xsl:param name="files" as="element(e:file)+"/>
    <inventory xmlns="" language="{$f:language}" direction="{f:direction($f:language)}" pages="{count(fp:pages($files))}" tables="{count($files//h:table)}"
        headings="{count($files[@kind = 'text'] ! fp:headings(.))}">
      <xsl:for-each select="$files">
        <file name="{@name}" kind="{@kind}">
          <xsl:if test=".//*:math"><xsl:attribute name="math" select="'yes'"/></xsl:if>
        </file>
      </xsl:for-each>
      <xsl:for-each select="$files//(h:audio | h:video)"><medium name="{@src}"/></xsl:for-each>
      <summary>{f:word(if ($files[not(@kind = 'cover')]//h:img) then 'book-accessibility-images' else 'book-accessibility')}</summary>
      <xsl:for-each select="$files[not(@kind = 'cover')]//h:img">
        <image name="{@src}" described="{if (tokenize(@class) = 'undescribed') then 'no' else 'yes'}"/>
      </xsl:for-each>
    </inventory>
  </xsl:function>

</xsl:stylesheet>
