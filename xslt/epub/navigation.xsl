<?xml version="1.0" encoding="UTF-8"?>
<!-- The contents, the landmarks and the pages: for today's reading systems (nav) and for older ones (NCX). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:e="urn:rubricator:epub" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:function name="fp:headings" as="element()*">
    <xsl:param name="piece" as="element()"/>
    <xsl:sequence select="$piece//(h:h1 | h:h2 | h:h3 | h:h4 | h:h5 | h:h6)[fp:label(.)][not(ancestor::h:li | ancestor::h:table | ancestor::h:aside)]"/>
  </xsl:function>

  <!-- The words of a heading, without the marks of its notes. -->
  <xsl:function name="fp:label" as="xs:string">
    <xsl:param name="heading" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="
      $heading//node()[self::text()[not(ancestor::h:*[@role = ('doc-noteref', 'doc-backlink', 'doc-pagebreak')])] or self::h:br]
        ! (if (self::text()) then string() else ' ')"/>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:function>

  <!-- The entries of the contents, nested as the headings are. -->
  <xsl:function name="fp:contents" as="element(e:entry)*">
    <xsl:param name="files" as="element(e:file)+"/>
    <xsl:for-each-group select="$files[not(@kind = 'cover')]" group-adjacent="@kind">
      <xsl:choose>
        <xsl:when test="current-grouping-key() = 'text'">
          <xsl:variable name="flat" as="element(e:entry)*" select="current-group() ! fp:entries-of(., position() = 1)"/>
          <xsl:sequence select="fp:nested($flat)"/>
        </xsl:when>
        <!-- What takes several files is one entry. -->
        <xsl:otherwise><e:entry level="1" href="{@name}" label="{@title}"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <!-- An entry for each heading of a file of the text; for the first file itself where it has none. -->
  <xsl:function name="fp:entries-of" as="element(e:entry)*">
    <xsl:param name="file" as="element(e:file)"/>
    <xsl:param name="first" as="xs:boolean"/>
    <xsl:variable name="headings" as="element()*" select="fp:headings($file)"/>
    <xsl:for-each select="$headings">
      <e:entry level="{substring(local-name(), 2)}" href="{$file/@name}{(@id, ancestor::h:section[1]/@id)[1] ! ('#' || .)}" label="{fp:label(.)}"/>
    </xsl:for-each>
    <xsl:if test="$first and empty($headings)">
      <e:entry level="6" href="{$file/@name}" label="{$file/@title}"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:nested" as="element(e:entry)*">
    <xsl:param name="flat" as="element(e:entry)*"/>
    <xsl:variable name="level" as="xs:integer?" select="min($flat/@level ! xs:integer(.))"/>
    <xsl:for-each-group select="$flat" group-starting-with="e:entry[xs:integer(@level) = $level]">
      <xsl:variable name="below" as="element(e:entry)*" select="fp:nested(current-group()[position() gt 1])"/>
      <e:entry><xsl:sequence select="@*, $below"/></e:entry>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="fp:pages" as="element(e:page)*">
    <xsl:param name="files" as="element(e:file)+"/>
    <xsl:for-each select="$files//h:*[@role = 'doc-pagebreak']">
      <e:page href="{ancestor::e:file/@name}#{@id}" label="{fp:page-number(.)}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:navigation" as="element(h:html)">
    <xsl:param name="files" as="element(e:file)+"/>
    <xsl:param name="contents" as="element(e:entry)*"/>
    <html lang="{$f:language}" xml:lang="{$f:language}" dir="{f:direction($f:language)}">
      <xsl:namespace name="epub" select="'http://www.idpf.org/2007/ops'"/>
      <xsl:sequence select="fp:head(f:word('contents'))"/>
      <body>
        <nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-heading">
          <h1 id="toc-heading">{f:word('contents')}</h1>
          <xsl:sequence select="fp:list($contents)"/>
        </nav>
        <nav epub:type="landmarks" id="landmarks" hidden="hidden" aria-labelledby="landmarks-heading">
          <h2 id="landmarks-heading">{f:word('book-landmarks')}</h2>
          <ol>
            <xsl:for-each-group select="$files[@kind = ('cover', 'title', 'text', 'notes', 'index', 'colophon')]" group-by="@kind">
              <li><a epub:type="{fp:landmark(@kind)}" href="{@name}">{if (@kind = 'text') then f:word('book-text') else @title}</a></li>
            </xsl:for-each-group>
          </ol>
        </nav>
        <xsl:variable name="pages" as="element(e:page)*" select="fp:pages($files)"/>
        <xsl:if test="exists($pages)">
          <nav epub:type="page-list" role="doc-pagelist" id="pages" hidden="hidden" aria-labelledby="pages-heading">
            <h2 id="pages-heading">{f:word('book-pages')}</h2>
            <ol>
              <xsl:for-each select="$pages"><li><a href="{@href}">{@label}</a></li></xsl:for-each>
            </ol>
          </nav>
        </xsl:if>
      </body>
    </html>
  </xsl:function>

  <xsl:function name="fp:landmark" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="(map{'title': 'titlepage', 'text': 'bodymatter', 'notes': 'endnotes'}($kind), $kind)[1]"/>
  </xsl:function>

  <xsl:function name="fp:list" as="element(h:ol)?">
    <xsl:param name="entries" as="element(e:entry)*"/>
    <xsl:if test="exists($entries)">
      <ol>
        <xsl:for-each select="$entries">
          <li>
            <a href="{@href}">{@label}</a>
            <xsl:sequence select="fp:list(e:entry)"/>
          </li>
        </xsl:for-each>
      </ol>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:ncx" as="element()">
    <xsl:param name="files" as="element(e:file)+"/>
    <xsl:param name="contents" as="element(e:entry)*"/>
    <xsl:variable name="pages" as="element(e:page)*" select="fp:pages($files)"/>
    <xsl:variable name="all" as="element(e:ncx)"><e:ncx><xsl:sequence select="$contents"/></e:ncx></xsl:variable>
    <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="{$f:language}">
      <head>
        <meta name="dtb:uid" content="{$metadata/*/*:identifier[1]}"/>
        <meta name="dtb:depth" content="{max((1, $all//e:entry/count(ancestor-or-self::e:entry)))}"/>
        <meta name="dtb:totalPageCount" content="{count($pages)}"/>
        <meta name="dtb:maxPageNumber" content="{max((0, $pages/@label[. castable as xs:integer] ! xs:integer(.)))}"/>
      </head>
      <docTitle><text>{fp:title()}</text></docTitle>
      <navMap><xsl:apply-templates select="$all/e:entry" mode="m:ncx"/></navMap>
      <xsl:if test="exists($pages)">
        <pageList>
          <navLabel><text>{f:word('book-pages')}</text></navLabel>
          <xsl:variable name="first" as="map(xs:integer, xs:integer)" select="map:merge(
            for $n in 1 to count($pages), $label in $pages[$n]/@label[. castable as xs:integer] return map{xs:integer($label): $n},
            map{'duplicates': 'use-first'})"/>
          <xsl:for-each select="$pages">
            <xsl:variable name="place" as="xs:integer" select="position()"/>
            <pageTarget id="page-{$place}" type="{if (@label castable as xs:integer) then 'normal' else 'special'}">
              <!-- Where a number comes back, as in a second numbering, only its first page may claim it. -->
              <xsl:variable name="value" as="xs:integer?" select="@label[. castable as xs:positiveInteger] ! xs:integer(.)"/>
              <xsl:if test="$value and $first($value) = $place">
                <xsl:attribute name="value" select="$value"/>
              </xsl:if>
              <navLabel><text>{@label}</text></navLabel>
              <content src="{@href}"/>
            </pageTarget>
          </xsl:for-each>
        </pageList>
      </xsl:if>
    </ncx>
  </xsl:function>

  <xsl:mode name="m:ncx" on-no-match="fail"/>

  <xsl:template match="e:entry" mode="m:ncx" as="element()">
    <xsl:variable name="number" as="xs:integer"><xsl:number level="any" count="e:entry"/></xsl:variable>
    <navPoint xmlns="http://www.daisy.org/z3986/2005/ncx/" id="entry-{$number}">
      <navLabel><text>{@label}</text></navLabel>
      <content src="{@href}"/>
      <xsl:apply-templates select="e:entry" mode="#current"/>
    </navPoint>
  </xsl:template>

</xsl:stylesheet>
