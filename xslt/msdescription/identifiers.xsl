<?xml version="1.0" encoding="UTF-8"?>
<!-- Which manuscript a description is of (Guidelines, 11.4): its place and shelfmark, and what else it is called. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- Which manuscript: its place and shelfmark; what else it is called, each with a label, below. -->
  <xsl:template match="msIdentifier[f:is-block(.)][fp:is-ordered(.)]" mode="m:xhtml">
    <xsl:variable name="shelfmark" as="element()*" select="fp:shelfmark(..)[not(parent::altIdentifier)][.. is current()]"/>
    <!-- Where nothing but another number says which it is, that is its name. -->
    <xsl:variable name="holder" as="element()?" select="altIdentifier intersect fp:shelfmark(..)/.."/>
    <xsl:variable name="others" as="element()*" select="(altIdentifier | msName) except ($shelfmark, $holder)"/>
    <div>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:variable name="name" as="node()*"><xsl:apply-templates select="if ($holder) then $holder/node() else node() except $others" mode="#current"/></xsl:variable>
      <xsl:call-template name="fp:called"><xsl:with-param name="name" select="$name"/></xsl:call-template>
      <xsl:apply-templates select="$others" mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="msPart/altIdentifier | msFrag/altIdentifier" mode="m:xhtml">
    <div>
      <xsl:sequence select="f:attributes(., 'msIdentifier')"/>
      <xsl:variable name="name" as="node()*"><xsl:apply-templates mode="#current"/></xsl:variable>
      <xsl:choose>
        <xsl:when test="* intersect fp:shelfmark(..)"><xsl:call-template name="fp:called"><xsl:with-param name="name" select="$name"/></xsl:call-template></xsl:when>
        <xsl:otherwise><xsl:sequence select="fp:alternative-label(.), $name"/></xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- The name of a manuscript or a part of one as the heading of what is said of it, where it has one. -->
  <xsl:template name="fp:called" r:if="msDesc msIdentifier altIdentifier" as="node()*">
    <xsl:param name="name" as="node()*"/>
    <xsl:variable name="heading" as="element()?">
      <xsl:for-each select="..">
        <xsl:call-template name="fp:described-heading">
          <xsl:with-param name="content" select="fp:number-of-part(.)[.] ! f:added('n', .), $name"/>
          <xsl:with-param name="added" select="false()"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="not(normalize-space(string-join($name)))"><xsl:sequence select="$name"/></xsl:when>
      <xsl:when test="$heading"><xsl:sequence select="$heading"/></xsl:when>
      <xsl:otherwise><div class="datum shelfmark"><xsl:sequence select="$name"/></div></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A part that says nowhere which it is. -->
  <xsl:template match="(msPart | msFrag)[map:contains($fp:described-number, generate-id())][empty(fp:shelfmark(.))]" mode="m:xhtml">
    <div>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:call-template name="fp:described-heading"/>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <xsl:function name="fp:alternative-label" as="element()?">
    <xsl:param name="name" as="element()"/>
    <xsl:if test="not(matches($name, '^\s*(olim|former)', 'i'))">
      <xsl:variable name="former" as="xs:boolean" select="$name/@type = ('former', 'olim', 'old', 'previous')"/>
      <!-- A catalogue is named by its letters: SC, TM. -->
      <xsl:sequence select="f:added('datum-label', f:word(if ($former) then 'ms-former' else 'el-' || local-name($name))
        || $name/@type[not($former)]/normalize-space()[matches(., '^\p{Lu}[\p{L} .-]*$')][not(contains($name, .))] ! (' (' || . || ')') || ': ')"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="(msIdentifier[f:is-block(.)]/altIdentifier | msIdentifier[f:is-block(.)]/msName)[fp:is-ordered(..)]" mode="m:xhtml" priority="21">
    <xsl:choose>
      <xsl:when test="fp:has-words(.) and not(. intersect fp:shelfmark(../..))">
        <div>
          <xsl:sequence select="f:attributes(., ('datum', local-name()))"/>
          <xsl:sequence select="fp:alternative-label(.)"/>
          <xsl:apply-templates mode="#current"/>
        </div>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
