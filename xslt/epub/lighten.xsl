<?xml version="1.0" encoding="UTF-8"?>
<!-- Files that are heavy though they have no sections (a play in one piece, a thousand notes) are divided between blocks. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:e="urn:rubricator:epub" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- Some reading systems give up at 300 kB of markup, and all are slow long before. -->
  <xsl:variable name="fp:heavy" as="xs:integer" select="150000"/>

  <!-- The bytes of its markup, roughly: the words, and what the tags cost. -->
  <xsl:function name="fp:weight" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string-length($element) + 70 * count($element/descendant::*)"/>
  </xsl:function>

  <!-- The piece as it is or, where it is heavy, in as many as it takes. -->
  <xsl:function name="fp:lightened" as="element()+">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <xsl:when test="fp:weight($element) le $fp:heavy or not(fp:parts-at-blocks($element))">
        <xsl:sequence select="$element"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="parts" as="element()+" select="$element/* ! fp:lightened(.)"/>
        <xsl:variable name="weights" as="xs:integer+" select="$parts ! fp:weight(.)"/>
        <xsl:iterate select="1 to count($parts)">
          <xsl:param name="from" as="xs:integer" select="1"/>
          <xsl:param name="size" as="xs:integer" select="0"/>
          <xsl:on-completion>
            <xsl:sequence select="fp:continued($element, $parts, $from, count($parts))"/>
          </xsl:on-completion>
          <xsl:variable name="n" as="xs:integer" select="."/>
          <xsl:variable name="full" as="xs:boolean" select="$n gt $from and $size + $weights[$n] gt $fp:heavy and not(fp:leads($parts[$n - 1]))"/>
          <xsl:if test="$full">
            <xsl:sequence select="fp:continued($element, $parts, $from, $n - 1)"/>
          </xsl:if>
          <xsl:next-iteration>
            <xsl:with-param name="from" select="if ($full) then $n else $from"/>
            <xsl:with-param name="size" select="if ($full) then $weights[$n] else $size + $weights[$n]"/>
          </xsl:next-iteration>
        </xsl:iterate>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- *element* with some of its parts; only the first has its id and its label, and numbers go on. -->
  <xsl:function name="fp:continued" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="parts" as="element()+"/>
    <xsl:param name="from" as="xs:integer"/>
    <xsl:param name="to" as="xs:integer"/>
    <xsl:element name="{name($element)}" namespace="{namespace-uri($element)}">
      <xsl:sequence select="$element/@*[$from = 1 or not(name() = ('id', 'aria-labelledby', 'start'))]"/>
      <xsl:if test="$from gt 1 and $element/self::h:ol">
        <xsl:attribute name="start" select="($element/@start ! xs:integer(.), 1)[1] + count($parts[position() lt $from]/self::h:li)"/>
      </xsl:if>
      <xsl:sequence select="subsequence($parts, $from, $to - $from + 1)"/>
    </xsl:element>
  </xsl:function>

  <!-- Whether it holds nothing but blocks, and is no block that must stay whole (a table, a figure). -->
  <xsl:function name="fp:parts-at-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(self::e:piece | self::h:div | self::h:section | self::h:ol | self::h:ul | self::h:blockquote))
      and count($element/*) gt 0 and empty($element/text()[normalize-space()])
      and (every $part in $element/* satisfies exists($part/(self::h:p | self::h:div | self::h:section | self::h:ol | self::h:ul | self::h:li | self::h:dl
        | self::h:blockquote | self::h:table | self::h:figure | self::h:hr | self::h:header | self::h:h1 | self::h:h2 | self::h:h3 | self::h:h4 | self::h:h5
        | self::h:h6 | self::h:*[@role = 'doc-pagebreak'])))"/>
  </xsl:function>

  <!-- What stands before what it belongs to. -->
  <xsl:function name="fp:leads" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part/(self::h:h1 | self::h:h2 | self::h:h3 | self::h:h4 | self::h:h5 | self::h:h6 | self::h:*[@role = 'doc-pagebreak']))"/>
  </xsl:function>

</xsl:stylesheet>
