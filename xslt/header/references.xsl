<?xml version="1.0" encoding="UTF-8"?>
<!-- Bibliographic references in one line: the source of the text, and how to cite it. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:mode name="m:reference" on-multiple-match="fail" on-no-match="shallow-skip" visibility="public"/>

  <xsl:template match="p | ab | bibl | biblFull" mode="m:reference">
    <xsl:apply-templates select="node()[not(fp:is-technical(.) or self::text()[not(matches(., '[\p{L}\p{N}]'))]
      [preceding-sibling::*[1]/fp:is-technical(.) or following-sibling::*[1]/fp:is-technical(.)])]" mode="m:inline"/>
    <xsl:if test="ptr/@target/f:url(.)"><xsl:text> </xsl:text><a href="{(ptr/@target/f:url(.))[1]}">{(ptr/@target/f:url(.))[1]}</a></xsl:if>
  </xsl:template>

  <!-- A sentence says where the address is. -->
  <xsl:template match="(p | ab)[ptr[f:url(@target)]]" mode="m:reference" priority="0.5" r:if="ptr">
    <xsl:for-each select="node()">
      <xsl:variable name="address" as="xs:string?" select="self::ptr ! f:url(@target)"/>
      <xsl:choose>
        <xsl:when test="$address"><a href="{$address}">{$address}</a></xsl:when>
        <xsl:when test="fp:is-technical(.)"/>
        <xsl:otherwise><xsl:apply-templates select="." mode="m:inline"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- Where a reference has words between some of its parts alone, a comma parts the others. -->
  <xsl:template match="bibl[*[preceding-sibling::node()[1][self::*]]]" mode="m:reference" priority="0.8">
    <xsl:for-each select="node()[not(fp:is-technical(.))]">
      <xsl:if test="self::*[normalize-space()] and preceding-sibling::node()[1][self::*][matches(., '[\p{L}\p{N})]\s*$')] and matches(., '^\s*[\p{L}\p{N}(]')">, </xsl:if>
      <xsl:apply-templates select="." mode="m:inline"/>
    </xsl:for-each>
    <xsl:if test="ptr/@target/f:url(.)"><xsl:text> </xsl:text><a href="{(ptr/@target/f:url(.))[1]}">{(ptr/@target/f:url(.))[1]}</a></xsl:if>
  </xsl:template>

  <!-- What has no words between its parts is said part by part, each closed by a full stop unless it has its own stop. -->
  <xsl:template match="bibl[fp:is-parted(.)] | biblFull" mode="m:reference" priority="1">
    <xsl:for-each select="fp:leaves(.)">
      <xsl:variable name="said" as="xs:string" select="fp:parts-of(.)"/>
      <xsl:variable name="address" as="xs:string?" select="f:url((@target, $said)[1])"/>
      <xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:choose>
        <xsl:when test="$address"><a href="{$address}">{($said[.], $address)[1]}</a></xsl:when>
        <xsl:when test="self::title"><xsl:apply-templates select="." mode="m:inline"/></xsl:when>
        <!-- Of several dates each says what happened then. -->
        <xsl:when test="self::date[not($said)]">{f:period-words(.)}{@type[../../date[2]] ! (' (' || translate(., '_', ' ') || ')')}</xsl:when>
        <xsl:otherwise><xsl:sequence select="fp:isolated($said)"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="not($address = ($said, $address[not($said)]) or matches($said, '[.!?…,:;]\p{P}?$'))">.</xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- The parts of a reference that say something, in their order; nothing that only machines read. -->
  <xsl:function name="fp:leaves" as="element()*">
    <xsl:param name="reference" as="element()"/>
    <xsl:for-each select="$reference/*[not(fp:is-technical(.))]">
      <xsl:sequence select="if (fp:is-parted(.) and not(self::author or self::editor or self::title or self::date or ends-with(local-name(), 'Name'))
          or self::titleStmt or self::editionStmt or self::publicationStmt or self::notesStmt or self::availability) then fp:leaves(.)
        else .[normalize-space() or f:url(@target) or self::date[matches((@when, @from, @notBefore, @to, @notAfter)[1], '^\d{4}')]][not(self::note[not(parent::notesStmt)])]"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Does it hold several elements, and no words between them? -->
  <xsl:function name="fp:is-parted" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/*[2]) and not($element/text()[normalize-space()])"/>
  </xsl:function>

  <!-- The words of a name, a body, an address: with commas between what the file keeps apart by its tags alone. -->
  <xsl:function name="fp:parts-of" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (fp:is-parted($element) and not($element/(forename | surname | roleName | addName | genName | nameLink)))
      then string-join($element/* ! fp:parts-of(.)[.], ', ') else f:plain($element/node())"/>
  </xsl:function>

  <!-- File names and digests are for machines. -->
  <xsl:function name="fp:is-technical" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/self::idno[@type = ('file', 'sha256')])"/>
  </xsl:function>

  <xsl:template match="biblStruct" mode="m:reference">
    <xsl:variable name="authors" as="xs:string*" select="(analytic, monogr)[author][1]/author ! fp:name-in-order((persName, orgName, name, .)[1])"/>
    <xsl:if test="exists($authors)"><xsl:value-of select="fp:sentence(string-join($authors, ', ')) || ' '"/></xsl:if>
    <xsl:for-each select="analytic/title[1]">
      <xsl:value-of select="f:word('quote-open') || fp:sentence(f:plain(.)) || f:word('quote-close') || ' '"/>
    </xsl:for-each>
    <xsl:apply-templates select="monogr" mode="m:reference"/>
  </xsl:template>

  <!-- A reference within one (TEI has none there) says what it is. -->
  <xsl:template match="biblStruct[bibl][not(monogr)]" mode="m:reference" priority="1"><xsl:apply-templates select="bibl" mode="#current"/></xsl:template>

  <xsl:template match="monogr" mode="m:reference">
    <xsl:variable name="parts" as="item()*">
      <xsl:for-each select="title[1]"><cite class="title">{f:plain(.)}</cite></xsl:for-each>
      <xsl:variable name="scopes" as="element()*" select="(. | imprint)/biblScope"/>
      <xsl:sequence select="$scopes[not(fp:unit-of(.) = 'page')] ! fp:scope(.)"/>
      <xsl:sequence select="imprint/(pubPlace | publisher) ! fp:parts-of(.)[.]"/>
      <xsl:sequence select="imprint/date ! (f:plain(.)[.], f:period-words(.))[1]"/>
      <xsl:sequence select="$scopes[fp:unit-of(.) = 'page'] ! fp:scope(.)"/>
    </xsl:variable>
    <xsl:for-each select="$parts">
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:choose>
        <xsl:when test=". instance of node()"><xsl:sequence select="."/></xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:if test="not(ends-with(string($parts[last()]), '.'))">.</xsl:if>
  </xsl:template>

  <!-- The header's phrases without anchors of their own. -->
  <xsl:mode name="m:inline" on-multiple-match="fail" on-no-match="text-only-copy" visibility="public"/>

  <xsl:template match="title" mode="m:inline"><cite class="title">{f:plain(.)}</cite></xsl:template>
  <xsl:template match="ref[f:url(@target)]" mode="m:inline"><a href="{f:url(@target)}">{(f:plain(.)[.], f:url(@target))[1]}</a></xsl:template>
  <xsl:template match="note" mode="m:inline"/>
  <xsl:template match="bibl/date[not(node())][fp:is-told-date(.)]" mode="m:inline" r:if="bibl">{f:period-words(.)}</xsl:template>

  <xsl:function name="fp:sentence" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="if (matches($text, '[.!?…]$')) then $text else $text || '.'"/>
  </xsl:function>

  <!-- Words that run the other way keep their order to themselves: what stands around them stays where it is. -->
  <xsl:function name="fp:isolated" as="node()">
    <xsl:param name="text" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="matches($text, $fp:leftwards) and f:direction(f:word('language')) = 'ltr'"><bdi>{$text}</bdi></xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
