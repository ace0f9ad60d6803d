<?xml version="1.0" encoding="UTF-8"?>
<!-- The indexes of subjects, from the terms that an editor wrote for them (Guidelines, 3.9.2). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- The places that are indexed; within them stand narrower terms. Readings of the apparatus are shown more than once. -->
  <xsl:variable name="fp:indexed" r:if="index" as="element()*"
    select="$fp:text//index[not(parent::index)][term[f:plain(.)]][exists(f:shown(..))][not(ancestor::rdg or ancestor::egXML)]"/>
  <xsl:variable name="fp:indexed-number" r:if="index" as="map(xs:string, xs:integer)" select="fp:numbered($fp:indexed)"/>

  <xsl:function name="fp:indexed-id" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="(f:id($place), f:own-id('indexed', $fp:indexed-number(generate-id($place))))[1]"/>
  </xsl:function>

  <!-- In the text stands a place to be found, and no words. -->
  <xsl:template match="index" mode="m:marker">
    <xsl:if test="map:contains($fp:indexed-number, generate-id())">
      <span class="anchor" id="{fp:indexed-id(.)}"/>
    </xsl:if>
  </xsl:template>

  <!-- An index for each name that places are indexed under, and one for those without. -->
  <xsl:template name="fp:subjects" r:if="index" as="element()*">
    <xsl:for-each-group select="$fp:indexed" group-by="string(@indexName/normalize-space())">
      <section class="index-subject">
        <h3>{(current-grouping-key()[.], f:word('index-subject'))[1]}</h3>
        <xsl:sequence select="fp:terms(current-group()/term)"/>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Terms in their order, each with its places and with the narrower ones below it. -->
  <xsl:function name="fp:terms" r:if="index" as="element()?">
    <xsl:param name="terms" as="element()*"/>
    <xsl:if test="exists($terms[f:plain(.)])">
      <ul>
        <xsl:for-each-group select="$terms[f:plain(.)]" group-by="f:plain(.)">
          <xsl:sort select="(current-group()/@sortKey/normalize-space(), current-grouping-key())[.][1] => fp:sort-form()" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
          <xsl:sort select="current-grouping-key()" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
          <xsl:variable name="narrower" as="element()*" select="current-group()/following-sibling::*[1]/self::index"/>
          <xsl:variable name="places" as="element()*" select="(current-group()[not(following-sibling::*[1]/self::index/term[f:plain(.)])]/ancestor::index[last()])"/>
          <li>
            <span class="entry"><xsl:sequence select="f:language(.)"/>{current-grouping-key()}</span>
            <xsl:if test="exists($places)"><xsl:text> </xsl:text><xsl:sequence select="fp:places($places)"/></xsl:if>
            <xsl:sequence select="fp:terms($narrower/term)"/>
          </li>
        </xsl:for-each-group>
      </ul>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:places" as="element()">
    <xsl:param name="places" as="element()+"/>
    <span class="mentions">
      <xsl:for-each-group select="$places" group-by="fp:division-label(.)">
        <xsl:sequence select="fp:division-lead(position(), current-grouping-key())"/>
        <xsl:for-each-group select="current-group()" group-by="fp:place-label(fp:beside(.))">
          <xsl:if test="position() gt 1">, </xsl:if>
          <a href="#{fp:indexed-id(.)}">{current-grouping-key()}</a>
          <xsl:for-each select="@spanTo/f:target(normalize-space(.))[not(fp:place-label(.) = current-grouping-key())]">
            <xsl:text>–</xsl:text><a href="#{f:anchor(.)}">{fp:place-label(.)}</a>
          </xsl:for-each>
        </xsl:for-each-group>
      </xsl:for-each-group>
    </span>
  </xsl:function>

  <!-- What tells where an index entry stands: what it stands in, or between two paragraphs or lines the next of them. -->
  <xsl:function name="fp:beside" as="element()">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="if ($place/ancestor::*[self::p or self::ab or self::l or self::note or self::head]) then $place
      else ($place/following-sibling::*[not(self::index)][1]/descendant-or-self::*[self::p or self::ab or self::l or self::head][1], $place)[1]"/>
  </xsl:function>

</xsl:stylesheet>
