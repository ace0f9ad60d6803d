<?xml version="1.0" encoding="UTF-8"?>
<!-- From a self-contained ODD to its RELAX NG grammar. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:rubricator:functions"
                xmlns:m="urn:rubricator:modes"
                xmlns:rng="http://relaxng.org/ns/structure/1.0"
                xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
                xmlns="http://relaxng.org/ns/structure/1.0"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:include href="odd.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:mode name="m:define" on-no-match="fail"/>
  <xsl:mode name="m:content" on-no-match="fail"/>
  <xsl:mode name="m:rng" on-no-match="shallow-copy"/>

  <xsl:template match="/" as="element(rng:grammar)">
    <xsl:variable name="schema" select="f:schema(.)"/>
    <grammar ns="{($schema/@ns, 'http://www.tei-c.org/ns/1.0')[1]}"
             datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <xsl:namespace name="a" select="'http://relaxng.org/ns/compatibility/annotations/1.0'"/>
      <start>
        <choice>
          <xsl:for-each select="tokenize(($schema/@start, 'TEI')[1])">
            <ref name="{.}"/>
          </xsl:for-each>
        </choice>
      </start>
      <xsl:apply-templates select="f:specs($schema)" mode="m:define"/>
    </grammar>
  </xsl:template>

  <!-- ## One definition for each specification -->

  <xsl:template match="elementSpec" mode="m:define" as="element(rng:define)">
    <define name="{@ident}">
      <element name="{@ident}">
        <xsl:copy-of select="@ns"/>
        <xsl:sequence select="f:documentation(.)"/>
        <xsl:if test="empty(content)">
          <xsl:message terminate="yes" error-code="refused">The element {@ident} has no content.</xsl:message>
        </xsl:if>
        <xsl:apply-templates select="content" mode="m:content"/>
        <xsl:variable name="attributes" select="f:attributes(.)"/>
        <xsl:apply-templates select="$attributes except .//attList[@org = 'choice']//attDef" mode="m:content">
          <xsl:with-param name="owner" select="." tunnel="yes"/>
        </xsl:apply-templates>
        <xsl:for-each select=".//attList[@org = 'choice']">
          <choice><xsl:apply-templates select="attDef" mode="m:attribute"/></choice>
        </xsl:for-each>
      </element>
    </define>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'model']" mode="m:define" as="element(rng:define)">
    <define name="{@ident}">
      <xsl:variable name="members" select="key('member', @ident)"/>
      <xsl:choose>
        <xsl:when test="empty($members)"><notAllowed/></xsl:when>
        <xsl:otherwise>
          <choice>
            <xsl:for-each select="$members/string(@ident)"><xsl:sort select="." lang="en" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
              <ref name="{.}"/>
            </xsl:for-each>
          </choice>
        </xsl:otherwise>
      </xsl:choose>
    </define>
  </xsl:template>

  <!-- An attribute of a class is defined once, and referred to by the elements that have it. -->
  <xsl:template match="classSpec[@type = 'atts']" mode="m:define" as="element(rng:define)*">
    <xsl:for-each select=".//attDef">
      <define name="{f:attribute-name(.)}">
        <xsl:apply-templates select="." mode="m:occurrence"/>
      </define>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="macroSpec | dataSpec" mode="m:define" as="element(rng:define)">
    <define name="{@ident}">
      <xsl:apply-templates select="content" mode="m:content"/>
    </define>
  </xsl:template>

  <xsl:template match="constraintSpec" mode="m:define"/>

  <!-- ## Attributes -->

  <xsl:template match="attDef" mode="m:content" as="element()">
    <xsl:param name="owner" as="element()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="ancestor::elementSpec is $owner">
        <xsl:apply-templates select="." mode="m:occurrence"/>
      </xsl:when>
      <xsl:otherwise>
        <ref name="{f:attribute-name(.)}"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:mode name="m:occurrence" on-no-match="fail"/>
  <xsl:template match="attDef" mode="m:occurrence" as="element()">
    <optional><xsl:apply-templates select="." mode="m:attribute"/></optional>
  </xsl:template>
  <xsl:template match="attDef[@usage = 'req']" mode="m:occurrence" as="element()">
    <xsl:apply-templates select="." mode="m:attribute"/>
  </xsl:template>

  <xsl:mode name="m:attribute" on-no-match="fail"/>
  <xsl:template match="attDef" mode="m:attribute" as="element(rng:attribute)">
    <!-- ns="": the grammar's namespace is that of elements alone; xml:id brings its own -->
    <attribute name="{@ident}" ns="{@ns}">
      <xsl:sequence select="f:documentation(.)"/>
      <xsl:choose>
        <xsl:when test="valList[@type = ('closed', 'semi')] and f:repeats(datatype)">
          <list><oneOrMore><xsl:call-template name="values"/></oneOrMore></list>
        </xsl:when>
        <xsl:when test="valList[@type = ('closed', 'semi')]"><xsl:call-template name="values"/></xsl:when>
        <xsl:when test="f:repeats(datatype)">
          <list>
            <xsl:sequence select="f:occurs(datatype, f:content(datatype/*))"/>
          </list>
        </xsl:when>
        <xsl:when test="datatype"><xsl:apply-templates select="datatype/*" mode="m:content"/></xsl:when>
        <xsl:otherwise><text/></xsl:otherwise>
      </xsl:choose>
    </attribute>
  </xsl:template>

  <xsl:template name="values" as="element(rng:choice)">
    <choice>
      <xsl:apply-templates select="valList/valItem" mode="m:content"/>
      <xsl:if test="valList/@type = 'semi'">
        <xsl:apply-templates select="datatype/*" mode="m:content"/>
      </xsl:if>
    </choice>
  </xsl:template>

  <xsl:function name="f:repeats" as="xs:boolean">
    <xsl:param name="datatype" as="element(datatype)?"/>
    <xsl:sequence select="($datatype/@maxOccurs, '1')[1] != '1' or ($datatype/@minOccurs, '1')[1] != '1'"/>
  </xsl:function>

  <xsl:function name="f:attribute-name" as="xs:string">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:sequence select="$attribute/ancestor::classSpec/@ident || '.attribute.' || translate($attribute/@ident, ':', '')"/>
  </xsl:function>

  <!-- ## Contents -->

  <xsl:template match="content" mode="m:content" as="element()*">
    <xsl:choose>
      <xsl:when test="*"><xsl:apply-templates select="*" mode="m:content"/></xsl:when>
      <xsl:otherwise><empty/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="textNode" mode="m:content" as="element(rng:text)"><text/></xsl:template>
  <xsl:template match="empty" mode="m:content" as="element(rng:empty)"><empty/></xsl:template>

  <xsl:template match="elementRef | macroRef | dataRef[@key]" mode="m:content" as="element()*">
    <xsl:if test="f:spec(@key, root())"><!-- says so where there is none -->
      <xsl:variable name="reference" as="element()"><ref name="{@key}"/></xsl:variable>
      <xsl:sequence select="f:occurs(., $reference)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="dataRef[@name]" mode="m:content" as="element()">
    <data type="{@name}">
      <xsl:for-each select="@restriction"><param name="pattern">{.}</param></xsl:for-each>
      <xsl:for-each select="dataFacet"><param name="{@name}">{@value}</param></xsl:for-each>
    </data>
  </xsl:template>

  <xsl:template match="classRef" mode="m:content" as="element()*">
    <xsl:variable name="class" select="f:spec(@key, root())"/>
    <xsl:variable name="include" select="tokenize(@include)"/>
    <xsl:variable name="except" select="tokenize(@except)"/>
    <xsl:choose>
      <xsl:when test="empty(($include, $except)) and not(@expand[. != 'alternation'])">
        <xsl:variable name="reference" as="element()"><ref name="{@key}"/></xsl:variable>
        <xsl:sequence select="f:occurs(., $reference)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="members" as="xs:string*"
                      select="distinct-values(f:members($class)/string(@ident))[(empty($include) or . = $include) and not(. = $except)]"/>
        <xsl:variable name="expanded" as="element()">
          <xsl:choose>
            <xsl:when test="empty($members)"><notAllowed/></xsl:when>
            <xsl:when test="starts-with(@expand, 'sequence')">
              <group><xsl:sequence select="$members ! f:expanded(current()/@expand, .)"/></group>
            </xsl:when>
            <xsl:otherwise><choice><xsl:for-each select="$members"><ref name="{.}"/></xsl:for-each></choice></xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:sequence select="f:occurs(., $expanded)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="f:expanded" as="element()">
    <xsl:param name="how" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="reference" as="element()"><ref name="{$name}"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$how = 'sequenceOptional'"><optional><xsl:sequence select="$reference"/></optional></xsl:when>
      <xsl:when test="$how = 'sequenceOptionalRepeatable'"><zeroOrMore><xsl:sequence select="$reference"/></zeroOrMore></xsl:when>
      <xsl:when test="$how = 'sequenceRepeatable'"><oneOrMore><xsl:sequence select="$reference"/></oneOrMore></xsl:when>
      <xsl:otherwise><xsl:sequence select="$reference"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="sequence" mode="m:content" as="element()*">
    <xsl:variable name="inner" as="element()"><group><xsl:apply-templates select="*" mode="m:content"/></group></xsl:variable>
    <xsl:sequence select="f:occurs(., $inner)"/>
  </xsl:template>

  <xsl:template match="sequence[@preserveOrder = ('false', '0')]" mode="m:content" as="element()*">
    <xsl:variable name="inner" as="element()"><interleave><xsl:apply-templates select="*" mode="m:content"/></interleave></xsl:variable>
    <xsl:sequence select="f:occurs(., $inner)"/>
  </xsl:template>

  <xsl:template match="alternate" mode="m:content" as="element()*">
    <xsl:variable name="inner" as="element()"><choice><xsl:apply-templates select="*" mode="m:content"/></choice></xsl:variable>
    <xsl:sequence select="f:occurs(., $inner)"/>
  </xsl:template>

  <xsl:template match="valList" mode="m:content" as="element(rng:choice)">
    <choice><xsl:apply-templates select="valItem" mode="m:content"/></choice>
  </xsl:template>

  <xsl:template match="valItem" mode="m:content" as="element(rng:value)">
    <value><xsl:value-of select="@ident"/></value>
  </xsl:template>

  <!-- RELAX NG written straight into an ODD stays as it is. -->
  <xsl:template match="rng:*" mode="m:content" as="element()">
    <xsl:apply-templates select="." mode="m:rng"/>
  </xsl:template>

  <xsl:template match="anyElement" mode="m:content">
    <xsl:message terminate="yes" error-code="refused">anyElement cannot be compiled yet; use elementRef.</xsl:message>
  </xsl:template>

  <xsl:function name="f:content" as="element()*">
    <xsl:param name="model" as="element()*"/>
    <xsl:apply-templates select="$model" mode="m:content"/>
  </xsl:function>

  <!-- *pattern* as often as minOccurs and maxOccurs of *model* say. -->
  <xsl:function name="f:occurs" as="element()*">
    <xsl:param name="model" as="element()"/>
    <xsl:param name="pattern" as="element()*"/>
    <xsl:variable name="least" select="xs:integer(($model/@minOccurs, 1)[1])"/>
    <xsl:variable name="most" select="string(($model/@maxOccurs, max((1, $least)))[1])"/>
    <xsl:choose>
      <xsl:when test="$most = 'unbounded' and $least = 0"><zeroOrMore><xsl:sequence select="$pattern"/></zeroOrMore></xsl:when>
      <xsl:when test="$most = 'unbounded'">
        <xsl:for-each select="2 to $least"><xsl:sequence select="$pattern"/></xsl:for-each>
        <oneOrMore><xsl:sequence select="$pattern"/></oneOrMore>
      </xsl:when>
      <xsl:when test="xs:integer($most) lt $least">
        <xsl:message terminate="yes" error-code="refused">{$model/ancestor::*[@ident][1]/@ident}: maxOccurs is less than minOccurs.</xsl:message>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="1 to $least"><xsl:sequence select="$pattern"/></xsl:for-each>
        <xsl:sequence select="f:up-to(xs:integer($most) - $least, $pattern)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:up-to" as="element(rng:optional)?">
    <xsl:param name="times" as="xs:integer"/>
    <xsl:param name="pattern" as="element()*"/>
    <xsl:if test="$times gt 0">
      <optional><xsl:sequence select="$pattern, f:up-to($times - 1, $pattern)"/></optional>
    </xsl:if>
  </xsl:function>

  <!-- What editors of XML show beside the name. -->
  <xsl:function name="f:documentation" as="element(a:documentation)?">
    <xsl:param name="spec" as="element()"/>
    <xsl:for-each select="$spec/desc[1]">
      <a:documentation>{string-join(($spec/gloss ! ('(' || normalize-space(.) || ')'), normalize-space(.)), ' ')}</a:documentation>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
