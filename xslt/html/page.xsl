<?xml version="1.0" encoding="UTF-8"?>
<!-- The page: one file, nothing fetched, no script needed. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:template name="f:page" as="element()">
    <xsl:param name="parts" as="element()*"/>
    <!-- A text with notes is measured before it is shown; any other goes straight to where it stands, without a tree to keep it in. -->
    <xsl:variable name="lists" as="element()*" select="$parts[@class = ('notes', 'apparatus', 'corrections')]"/>
    <xsl:variable name="text" as="element()*"><xsl:if test="exists($lists)"><xsl:call-template name="f:text"/></xsl:if></xsl:variable>
    <xsl:variable name="margins" as="attribute()*" select="fp:margins($text, $lists)"/>
    <xsl:variable name="title" as="xs:string" select="($fp:main-title[.], f:word('untitled'))[1]"/>
    <html lang="{f:word('language')}" dir="{f:direction(f:word('language'))}">
      <xsl:if test="count($reading) = 1"><xsl:attribute name="data-only" select="$reading"/></xsl:if>
      <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="RUBRICATOR-POLICY"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{string-join(($title, string-join($f:authors, ', ')[.]), ' – ')}</title>
        <meta name="color-scheme" content="light dark"/>
        <xsl:apply-templates select="$metadata/*" mode="m:metadata"/>
        <xsl:if test="$show = ('search', 'display')"><script>RUBRICATOR-SCRIPT</script></xsl:if>
        <style>RUBRICATOR-STYLE</style>
      </head>
      <body data-permalink="{f:word('permalink')}">
        <a class="skip" href="#{f:own-id('text')}" data-added="">{f:word('skip')}</a>
        <header class="bar" data-added="">
          <p class="edition">{($metadata/*/*:edition, $metadata/*/*:series, $metadata/*/*:publisher, $title)[1]}</p>
          <xsl:call-template name="fp:switch"/>
          <xsl:if test="$show = 'search'">RUBRICATOR-SEARCH</xsl:if>
          <xsl:if test="$show = 'downloads'"><xsl:call-template name="fp:downloads"/></xsl:if>
          <xsl:if test="$show = 'display'">RUBRICATOR-DISPLAY</xsl:if>
        </header>
        <main id="{f:own-id('text')}" tabindex="-1">
          <xsl:sequence select="$margins"/>
          <article>
            <xsl:sequence select="f:language-of-text()"/>
            <xsl:call-template name="f:invalid"/>
            <xsl:if test="exists($f:authors) or empty($f:own-title)">
              <header class="title" data-added="">
                <xsl:if test="exists($f:authors)"><p class="author">{string-join($f:authors, ', ')}</p></xsl:if>
                <xsl:if test="empty($f:own-title)">
                  <h1>{replace($title, ' ([:;?!»])', '&#xA0;$1')}</h1>
                  <xsl:for-each select="$document/*/teiHeader/fileDesc/titleStmt//title[@type = 'sub'][normalize-space()]">
                    <p class="subhead"><xsl:sequence select="f:language(.)"/>{f:plain(.)}</p>
                  </xsl:for-each>
                </xsl:if>
              </header>
            </xsl:if>
            <xsl:call-template name="f:abstract"/>
            <xsl:call-template name="fp:page-contents"/>
            <xsl:choose>
              <xsl:when test="exists($lists)"><xsl:sequence select="$text"/></xsl:when>
              <xsl:otherwise><xsl:call-template name="f:text"/></xsl:otherwise>
            </xsl:choose>
          </article>
          <xsl:sequence select="$parts"/>
          <xsl:call-template name="fp:about-the-text"/>
        </main>
        <footer class="bar" data-added="">
          <p>
            <xsl:text>{f:word('made-with')} </xsl:text>
            <span class="rubric">Rubricator</span>
            <xsl:if test="$metadata/*/*:licence/f:url(.)">
              <xsl:text> · </xsl:text><a rel="license" href="{$metadata/*/*:licence}">{f:word('licence')}</a>
            </xsl:if>
          </p>
        </footer>
      </body>
    </html>
  </xsl:template>

  <!-- The lists of notes that go into the margins of a wide screen: the first beside the end of the lines, the second
       beside their beginning, the third beyond the first. One that is half as long as the text would lag behind it, and stays at the foot. -->
  <xsl:function name="fp:margins" as="attribute()*">
    <xsl:param name="text" as="element()*"/>
    <xsl:param name="lists" as="element()*"/>
    <xsl:variable name="most" as="xs:double" select="string-length(string-join($text)) div 2"/>
    <xsl:variable name="beside" as="xs:string*" select="$lists[string-length() lt $most]/@class"/>
    <xsl:if test="exists($beside)">
      <xsl:attribute name="data-margins" select="$beside[position() le 2]"/>
      <xsl:if test="$beside[3]"><xsl:attribute name="data-third" select="$beside[3]"/></xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- The switch between the readings: style alone, no script. -->
  <xsl:template name="fp:switch">
    <xsl:if test="count($reading) gt 1 and fp:differs()">
      <form class="switch">
        <fieldset>
          <legend>{f:word('reading')}</legend>
          <xsl:for-each select="$reading">
            <label for="{f:own-id(('reading', .))}" title="{f:word('reading-' || . || '-about')}">
              <input type="radio" name="reading" id="{f:own-id(('reading', .))}" class="reading-{.}" value="{.}">
                <xsl:if test="position() = 1"><xsl:attribute name="checked" select="'checked'"/></xsl:if>
              </input>
              <xsl:text> {f:word('reading-' || .)}</xsl:text>
            </label>
          </xsl:for-each>
        </fieldset>
      </form>
    </xsl:if>
  </xsl:template>

  <xsl:function name="fp:differs" as="xs:boolean">
    <xsl:sequence select="exists($fp:text//(corr | reg | ex | supplied | del | surplus | am | sic | orig | expan | figDesc | desc)[not(f:readings(.)[2])])
      or exists($fp:text//p//lb) or exists($fp:text//(add[@place] | handShift[not(node())] | addSpan | delSpan))"/>
  </xsl:function>

  <!-- What lies beside the page to be taken along. -->
  <xsl:template name="fp:downloads">
    <xsl:if test="$metadata/*/*:download">
      <details class="menu">
        <summary>{f:word('download')}</summary>
        <ul class="panel" aria-label="{f:word('download-of')}">
          <xsl:for-each select="$metadata/*/*:download">
            <li>
              <a href="{@href}" download="{@name}">{f:word('format-' || @format, @format)}{@variant ! (' (' || lower-case(f:word('reading-' || ., .)) || ')')}</a>
            </li>
          </xsl:for-each>
        </ul>
      </details>
    </xsl:if>
  </xsl:template>

  <!-- What the page says of itself to machines. -->
  <xsl:mode name="m:metadata" on-no-match="shallow-skip" visibility="public"/>

  <xsl:template match="metadata" mode="m:metadata" xpath-default-namespace="">
    <xsl:for-each select="meta">
      <meta><xsl:sequence select="@name, @property, @content, @lang"/></meta>
    </xsl:for-each>
    <xsl:if test="licence/f:url(.)"><link rel="license" href="{licence}"/></xsl:if>
    <script type="application/ld+json"><xsl:value-of select="json"/></script>
  </xsl:template>

</xsl:stylesheet>
