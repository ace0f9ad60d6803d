<?xml version="1.0" encoding="UTF-8"?>
<!-- Names, dates, people and places (Guidelines, chapter 14). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:template match="persName | placeName | orgName | name | rs | roleName | settlement | country | region | geogName
                       | eventName | objectName | author | editor | bibl[@ref] | date | time" mode="m:xhtml">
    <xsl:call-template name="f:name-link"/>
  </xsl:template>

  <!-- A name or a date as a link to its entry in the index, if it has one. -->
  <xsl:template name="f:name-link">
    <xsl:param name="name" as="xs:string" select="'span'"/>
    <xsl:param name="classes" as="xs:string*" select="local-name()"/>
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="entry" as="map(*)?" select="if ($in-link or * and f:has-blocks(.)) then () else f:entry-of(.)"/>
    <xsl:variable name="separates" as="xs:boolean" select="exists($entry) and f:separates(.)"/>
    <xsl:choose>
      <xsl:when test="empty($entry) or ($separates or parent::writing) and f:is-block(.)">
        <xsl:call-template name="f:phrase">
          <xsl:with-param name="name" select="$name"/>
          <xsl:with-param name="classes" select="$classes"/>
          <xsl:with-param name="id" select="f:mention-id(.)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="$separates"><xsl:sequence select="fp:space-beside(., true())"/></xsl:if>
        <xsl:call-template name="f:link">
          <xsl:with-param name="href" select="'#' || $entry?id"/>
          <xsl:with-param name="classes" select="$classes"/>
          <xsl:with-param name="id" select="f:mention-id(.)"/>
          <xsl:with-param name="title" select="f:entry-title(., $entry)"/>
          <xsl:with-param name="separates" select="$separates"/>
        </xsl:call-template>
        <xsl:if test="$separates"><xsl:sequence select="fp:space-beside(., false())"/></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The parts of a name stand apart where the encoder put nothing between them. -->
  <xsl:template match="(forename | surname | roleName | addName | genName | nameLink)[preceding-sibling::node()[1][self::*]]" mode="m:xhtml" priority="2">
    <xsl:call-template name="f:name-link"><xsl:with-param name="classes" select="local-name(), 'parted'"/></xsl:call-template>
  </xsl:template>

  <!-- Whom a list has by the surname has a comma after it, where languages put the surname second. -->
  <xsl:template match="person/persName/surname[following-sibling::*[1][self::forename or self::roleName or self::addName]][not(preceding-sibling::forename)]" r:if="person+surname" mode="m:xhtml" priority="2.5">
    <xsl:next-match/>
    <xsl:if test="not(../text()[normalize-space()]) and not(matches((ancestor-or-self::*/@xml:lang)[last()], '^(zh|ja|ko|hu|vi)(-|$)'))"><xsl:sequence select="f:added('mark', ',')"/></xsl:if>
  </xsl:template>

  <!-- How persons, places and the like stand to one another: between their names, what relates them. -->
  <xsl:template match="relation[@name or @ref][fp:related(.)]" mode="m:xhtml">
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <span data-added="">{string-join((string-join((@active, @mutual)[1]/tokenize(.)[fp:is-known(.)] ! fp:speaker(.), ', ')[.],
        ((@name, @ref)[1] ! fp:said-of-relation(.))[.], (@passive/string-join(tokenize(.)[fp:is-known(.)] ! fp:speaker(.), ', '))[.]), ' – ')}<xsl:text> </xsl:text></span>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- The word that names a relation: parentOf is “parent of”. -->
  <xsl:function name="fp:said-of-relation" as="xs:string" r:if="relation">
    <xsl:param name="written" as="xs:string"/>
    <xsl:variable name="name" as="xs:string" select="replace($written, '^.*[#:/]', '')"/>
    <xsl:sequence select="if (matches($name, '^[a-z]+([A-Z][a-z]+)+$')) then lower-case(replace($name, '([A-Z])', ' $1')) else translate($name, '_', ' ')"/>
  </xsl:function>

  <!-- A pointer into the document that leads nowhere names nobody. -->
  <xsl:function name="fp:is-known" as="xs:boolean" r:if="relation">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="not(starts-with($pointer, '#')) or exists(key('fp:id', substring($pointer, 2), $document))"/>
  </xsl:function>

  <xsl:function name="fp:related" as="xs:boolean">
    <xsl:param name="relation" as="element()"/>
    <xsl:sequence select="some $end in $relation/(@active, @passive, @mutual)/tokenize(.) satisfies exists(key('fp:id', substring-after($end, '#'), $document))"/>
  </xsl:function>

</xsl:stylesheet>
