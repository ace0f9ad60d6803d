<?xml version="1.0" encoding="UTF-8"?>
<!-- From a self-contained ODD to its Schematron schema: one pattern for each constraintSpec, under its ident. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:rubricator:functions"
                xmlns:m="urn:rubricator:modes"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:include href="odd.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes" suppress-indentation="sch:assert sch:report sch:diagnostic"/>
  <xsl:mode name="m:copy" on-no-match="shallow-copy"/>

  <xsl:template match="/" as="element(sch:schema)">
    <xsl:variable name="schema" select="f:schema(.)"/>
    <xsl:variable name="constraints" select="f:specs($schema)/descendant-or-self::constraintSpec[@scheme = 'schematron'][constraint]"/>
    <xsl:for-each-group select="$constraints" group-by="string(@ident)">
      <xsl:if test="count(current-group()) gt 1">
        <xsl:message terminate="yes" error-code="refused">The constraint {current-grouping-key()} is specified {count(current-group())} times; each needs an ident of its own.</xsl:message>
      </xsl:if>
    </xsl:for-each-group>
    <sch:schema queryBinding="xslt3">
      <sch:title>{normalize-space((/TEI/teiHeader//titleStmt/title)[1])}</sch:title>
      <xsl:for-each-group group-by="string(@prefix)"
          select="f:namespace('tei', ($schema/@ns, 'http://www.tei-c.org/ns/1.0')[1]), $constraints//sch:ns">
        <sch:ns prefix="{current-grouping-key()}" uri="{current-group()[1]/@uri}"/>
      </xsl:for-each-group>
      <xsl:for-each select="$constraints">
        <sch:pattern id="{@ident}">
          <xsl:apply-templates select="constraint" mode="m:copy"/>
        </sch:pattern>
      </xsl:for-each>
    </sch:schema>
  </xsl:template>

  <xsl:template match="constraint" mode="m:copy" as="element()*">
    <xsl:choose>
      <xsl:when test="sch:rule or sch:pattern">
        <xsl:apply-templates select="(. | sch:pattern)/(sch:* except (sch:pattern, sch:ns))" mode="m:copy"/>
      </xsl:when>
      <xsl:otherwise>
        <sch:rule context="{f:context(..)}">
          <xsl:apply-templates select="sch:* except sch:ns" mode="m:copy"/>
        </sch:rule>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- In the output a rule carries no namespace but its own. -->
  <xsl:template match="sch:*" mode="m:copy" as="element()">
    <xsl:element name="sch:{local-name()}">
      <xsl:apply-templates select="@* | node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- A constraint without a rule of its own is about the element, or the attribute, that it stands in. -->
  <xsl:function name="f:context" as="xs:string">
    <xsl:param name="constraint" as="element(constraintSpec)"/>
    <xsl:variable name="element" select="$constraint/ancestor::elementSpec/@ident"/>
    <xsl:if test="empty($element)">
      <xsl:message terminate="yes" error-code="refused">The constraint {$constraint/@ident} stands outside an elementSpec, so it needs a sch:rule with a context.</xsl:message>
    </xsl:if>
    <xsl:sequence select="'tei:' || $element || $constraint/ancestor::attDef/@ident ! ('/@' || .)"/>
  </xsl:function>

  <xsl:function name="f:namespace" as="element(sch:ns)">
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:param name="uri" as="xs:string"/>
    <sch:ns prefix="{$prefix}" uri="{$uri}"/>
  </xsl:function>
</xsl:stylesheet>
