<?xml version="1.0" encoding="UTF-8"?>
<!-- Long texts are divided into files where they have sections: reading systems load one file at a time. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:e="urn:rubricator:epub" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:variable name="fp:long" as="xs:integer" select="40000"/> <!-- characters: some twenty pages -->
  <xsl:variable name="fp:short" as="xs:integer" select="2000"/>

  <xsl:function name="fp:divide" as="element(e:piece)*">
    <xsl:param name="text" as="element()*"/>
    <xsl:variable name="whole" as="element(e:piece)">
      <e:piece><xsl:sequence select="$text"/></e:piece>
    </xsl:variable>
    <xsl:sequence select="fp:pieces($whole) ! fp:lightened(.)"/>
  </xsl:function>

  <!-- The element as it is or, where it is long and has sections, once for each of them. -->
  <xsl:function name="fp:pieces" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <xsl:when test="string-length($element) le $fp:long or empty($element//h:section)">
        <xsl:sequence select="$element"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="runs" as="element()*">
          <xsl:for-each-group select="$element/node()" group-adjacent="fp:is-divisible(.)">
            <xsl:choose>
              <xsl:when test="current-grouping-key()">
                <xsl:sequence select="current-group() ! fp:pieces(.)"/>
              </xsl:when>
              <xsl:otherwise>
                <e:run><xsl:sequence select="current-group()"/></e:run>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:for-each-group>
        </xsl:variable>
        <xsl:sequence select="fp:packed($element, $runs)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- What is short stays with what follows it: a heading with its section, a short section with the next. -->
  <xsl:function name="fp:packed" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="runs" as="element()*"/>
    <xsl:variable name="lengths" as="xs:integer*" select="$runs ! string-length()"/>
    <xsl:iterate select="1 to count($runs)">
      <xsl:param name="held" as="element()*" select="()"/>
      <xsl:param name="size" as="xs:integer" select="0"/>
      <xsl:param name="first" as="xs:boolean" select="true()"/>
      <xsl:on-completion>
        <xsl:sequence select="fp:piece($element, $held, $first)"/>
      </xsl:on-completion>
      <xsl:variable name="n" as="xs:integer" select="."/>
      <xsl:variable name="full" as="xs:boolean" select="$size gt $fp:short and $runs[$n]/self::h:* => exists()"/>
      <xsl:if test="$full">
        <xsl:sequence select="fp:piece($element, $held, $first)"/>
      </xsl:if>
      <xsl:next-iteration>
        <xsl:with-param name="held" select="if ($full) then $runs[$n] else ($held, $runs[$n])"/>
        <xsl:with-param name="size" select="if ($full) then $lengths[$n] else $size + $lengths[$n]"/>
        <xsl:with-param name="first" select="$first and not($full)"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:function name="fp:piece" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="runs" as="element()*"/>
    <xsl:param name="first" as="xs:boolean"/>
    <xsl:if test="exists($runs)">
      <xsl:element name="{name($element)}" namespace="{namespace-uri($element)}">
        <xsl:sequence select="$element/@*[$first or name() != 'id']"/>
        <xsl:sequence select="$runs ! (if (self::e:run) then node() else .)"/>
      </xsl:element>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:is-divisible" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/(self::h:section, descendant::h:section))"/>
  </xsl:function>

</xsl:stylesheet>
