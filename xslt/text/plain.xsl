<?xml version="1.0" encoding="UTF-8"?>
<!-- What only the plain text has: what it is, at its head; running heads and who made it, at its foot. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:template name="f:text-parts" as="element()*" xpath-default-namespace="">
    <xsl:for-each select="$reading">
      <opening xmlns="" reading="{.}">
        <div data-added="" xmlns="http://www.w3.org/1999/xhtml">
          <xsl:call-template name="f:invalid"/>
          <xsl:call-template name="fp:title-block"/>
          <hr/>
        </div>
      </opening>
    </xsl:for-each>
    <closing xmlns="">
      <xsl:call-template name="fp:formework"/>
      <xsl:variable name="terms" as="element()*"><xsl:if test="exists(fp:licence-elsewhere())"><xsl:call-template name="f:licence"/></xsl:if></xsl:variable>
      <xsl:if test="exists(($fp:responsible, $terms))">
        <div data-added="" xmlns="http://www.w3.org/1999/xhtml">
          <hr/>
          <xsl:sequence select="$fp:responsible, $terms"/>
        </div>
      </xsl:if>
    </closing>
  </xsl:template>

  <!-- What the text is, where it comes from, who published it and what may be done with it: a line for each. -->
  <xsl:template name="fp:title-block" as="element()">
    <xsl:variable name="reading" as="xs:string" select="."/>
    <ul class="plain">
      <xsl:sequence select="$f:authors ! fp:labelled('author', .)"/>
      <xsl:sequence select="fp:labelled('title', (fp:whole-title()[.], f:word('untitled'))[1])"/>
      <xsl:sequence select="fp:other-titles() ! fp:labelled('other-title', .)"/>
      <xsl:for-each-group select="$fp:header/fileDesc/titleStmt/(editor | respStmt)" group-by="fp:cited-as(.)">
        <xsl:variable name="names" as="xs:string*" select="distinct-values(current-group() ! fp:names-of(.))[not(. = $f:authors)]"/>
        <xsl:if test="exists($names)"><li class="field">{current-grouping-key()}: {fp:listed($names)}</li></xsl:if>
      </xsl:for-each-group>
      <xsl:sequence select="($fp:sources, if (exists($fp:sources) or not(fp:has-text())) then () else fp:kept()) ! fp:labelled('source', string(.))"/>
      <xsl:sequence select="$fp:origin ! fp:labelled('el-origin', .)"/>
      <xsl:sequence select="$fp:edition ! fp:labelled('edition', .)"/>
      <xsl:sequence select="string-join($fp:series, '; ')[.] ! fp:labelled('book-series', .)"/>
      <xsl:for-each select="fp:numbers()"><li class="field">{upper-case(@type)}: {normalize-space()}</li></xsl:for-each>
      <xsl:if test="exists($f:publisher)">
        <xsl:sequence select="fp:labelled('publisher', string-join(($f:publisher, $f:published), ', '))"/>
      </xsl:if>
      <xsl:sequence select="(fp:licence-elsewhere(), string-join($fp:terms, ' '))[.][1] ! fp:labelled('licence', .)"/>
      <xsl:sequence select="fp:labelled('reading', f:word('reading-' || $reading) || ' – ' || f:word('reading-' || $reading || '-about'))"/>
    </ul>
  </xsl:template>

  <!-- Where a licence can be read whose words would stand long before the text: they come after it. -->
  <xsl:function name="fp:licence-elsewhere" as="xs:string?">
    <xsl:sequence select="$fp:terms//*:a[@rel = 'license'][string-length(string-join($fp:terms)) gt 400][1]/string(@href)"/>
  </xsl:function>

  <xsl:function name="fp:labelled" as="element()">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <li class="field">{f:word($key)}: {normalize-space($value)}</li>
  </xsl:function>

  <!-- Running heads and the like would stand in the middle of sentences: they come at the end. -->
  <xsl:template name="fp:formework" as="element()?">
    <xsl:variable name="all" as="element()*" select="$fp:standing/descendant-or-self::fw[f:aside(.) = 'fw'][exists(f:shown(.))]"/>
    <xsl:if test="exists($all)">
      <section>
        <h2 data-added="">{f:word('formework')}</h2>
        <ul>
          <xsl:for-each select="$all">
            <li data-aside="fw"><xsl:sequence select="f:limits(.)"/><xsl:apply-templates mode="m:xhtml"/></li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
