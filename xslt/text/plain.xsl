<?xml version="1.0" encoding="UTF-8"?>
<!-- What becomes the plain text: title, text, notes and source, one reading, in XHTML that text.py lays out. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:mode name="m:text" visibility="public"/>

  <!-- Whether the plain text is being made; the rules are compiled once for all formats. -->
  <xsl:param name="plain" as="xs:boolean" select="false()"/>

  <xsl:template match="/" mode="m:text">
    <xsl:variable name="authors" as="xs:string*" select="distinct-values(*/teiHeader/fileDesc/titleStmt/author ! f:plain((persName, name, .)[1]))[.]"/>
    <body>
      <div data-added="">
        <xsl:if test="exists($authors)"><p>{string-join($authors, ', ')}</p></xsl:if>
        <xsl:if test="empty($f:own-title)"><h1>{(f:main-title(*)[.], f:word('untitled'))[1]}</h1></xsl:if>
      </div>
      <xsl:call-template name="f:text"/>
      <xsl:call-template name="f:notes"/>
      <xsl:call-template name="f:apparatus"/>
      <xsl:call-template name="f:corrections"/>
      <xsl:call-template name="fp:formework"/>
      <div data-added="">
        <hr/>
        <xsl:call-template name="f:invalid"/>
        <p>{f:word('reading')}: {f:word('reading-' || $reading[1])}. {f:word('reading-' || $reading[1] || '-about')}.</p>
        <xsl:call-template name="f:source"/>
        <xsl:call-template name="f:responsible"/>
        <xsl:call-template name="f:licence"/>
      </div>
    </body>
  </xsl:template>

  <!-- Running heads and the like would stand in the middle of sentences: they come at the end. -->
  <xsl:template match="fw[$plain]" mode="m:marker" priority="10"/>

  <xsl:template name="fp:formework" as="element()?">
    <xsl:variable name="all" as="element()*" select="$fp:text//fw[exists(f:shown(.))]"/>
    <xsl:if test="exists($all)">
      <section>
        <h2 data-added="">{f:word('formework')}</h2>
        <ul>
          <xsl:for-each select="$all">
            <li data-aside="fw"><xsl:apply-templates mode="m:xhtml"/></li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
