<?xml version="1.0" encoding="UTF-8"?>
<!-- What becomes the plain text: what it is, the text, its notes, who made it; one reading, in XHTML that text.py lays out. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:mode name="m:text" visibility="public"/>

  <xsl:template match="/" mode="m:text">
    <body>
      <div data-added="">
        <xsl:call-template name="f:invalid"/>
        <xsl:call-template name="fp:title-block"/>
        <hr/>
      </div>
      <xsl:call-template name="f:text"/>
      <xsl:call-template name="f:notes"/>
      <xsl:call-template name="f:apparatus"/>
      <xsl:call-template name="f:witnesses"><xsl:with-param name="readings" select="false()"/></xsl:call-template>
      <xsl:call-template name="f:corrections"/>
      <xsl:call-template name="fp:formework"/>
      <xsl:variable name="responsible" as="element()?"><xsl:call-template name="f:responsible"/></xsl:variable>
      <xsl:if test="$responsible">
        <div data-added="">
          <hr/>
          <xsl:sequence select="$responsible"/>
        </div>
      </xsl:if>
    </body>
  </xsl:template>

  <!-- What the text is, where it comes from, who published it and what may be done with it: a line for each. -->
  <xsl:template name="fp:title-block" as="element()">
    <xsl:variable name="sources" as="element()*"><xsl:call-template name="f:sources"/></xsl:variable>
    <xsl:variable name="terms" as="element()*"><xsl:call-template name="f:terms"/></xsl:variable>
    <ul class="plain">
      <xsl:sequence select="$f:authors ! fp:labelled('author', .)"/>
      <xsl:sequence select="fp:labelled('title', (f:main-title($document/*)[.], f:word('untitled'))[1])"/>
      <xsl:sequence select="$sources ! fp:labelled('source', string(.))"/>
      <xsl:if test="exists(($f:publisher, $f:published))">
        <xsl:sequence select="fp:labelled('publisher', string-join(($f:publisher, $f:published), ', '))"/>
      </xsl:if>
      <xsl:sequence select="$terms ! fp:labelled('licence', string(.))"/>
      <xsl:sequence select="fp:labelled('reading', f:word('reading-' || $reading[1]) || ' – ' || f:word('reading-' || $reading[1] || '-about'))"/>
    </ul>
  </xsl:template>

  <xsl:function name="fp:labelled" as="element()">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <li class="field">{f:word($key)}: {normalize-space($value)}</li>
  </xsl:function>

  <!-- Running heads and the like would stand in the middle of sentences: they come at the end. -->
  <xsl:template match="fw[$plain]" mode="m:marker" priority="10"/>

  <xsl:template name="fp:formework" as="element()?">
    <xsl:variable name="all" as="element()*" select="$fp:standing//fw[exists(f:shown(.))]"/>
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
