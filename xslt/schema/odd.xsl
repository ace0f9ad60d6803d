<?xml version="1.0" encoding="UTF-8"?>
<!-- What a self-contained ODD declares: its specifications, and which attributes an element has. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:rubricator:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:key name="spec" match="elementSpec | classSpec | macroSpec | dataSpec" use="@ident"/>
  <xsl:key name="member" match="elementSpec | classSpec" use="classes/memberOf/@key"/>

  <!-- The schema, wherever in the document it stands. -->
  <xsl:function name="f:schema" as="element(schemaSpec)">
    <xsl:param name="document" as="document-node()"/>
    <xsl:if test="count($document//schemaSpec) ne 1">
      <xsl:message terminate="yes" error-code="refused">An ODD holds one schemaSpec; this one holds {count($document//schemaSpec)}.</xsl:message>
    </xsl:if>
    <xsl:sequence select="$document//schemaSpec"/>
  </xsl:function>

  <!-- Every specification that the schema takes in, in its own order. -->
  <xsl:function name="f:specs" as="element()*">
    <xsl:param name="place" as="element()"/>
    <xsl:for-each select="$place/*">
      <xsl:choose>
        <xsl:when test="self::specGrpRef">
          <xsl:variable name="group" select="//specGrp[@xml:id = substring-after(current()/@target, '#')]"/>
          <xsl:if test="empty($group)">
            <xsl:message terminate="yes" error-code="refused">There is no specGrp {@target}.</xsl:message>
          </xsl:if>
          <xsl:sequence select="f:specs($group)"/>
        </xsl:when>
        <xsl:when test="self::specGrp">
          <xsl:sequence select="f:specs(.)"/>
        </xsl:when>
        <xsl:when test="self::elementSpec or self::classSpec or self::macroSpec or self::dataSpec or self::constraintSpec">
          <xsl:if test="@mode[. != 'add']">
            <xsl:message terminate="yes" error-code="refused">{name()} {@ident} has the mode {@mode}: it refers to a specification in another file.</xsl:message>
          </xsl:if>
          <xsl:sequence select="."/>
        </xsl:when>
        <xsl:when test="self::moduleRef or self::elementRef or self::classRef or self::macroRef or self::dataRef">
          <xsl:message terminate="yes" error-code="refused">{name()} {(@key, @url)[1]} refers to a specification in another file.</xsl:message>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- The one specification of this name. -->
  <xsl:function name="f:spec" as="element()">
    <xsl:param name="ident" as="xs:string"/>
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="found" select="key('spec', $ident, $document)"/>
    <xsl:if test="count($found) ne 1">
      <xsl:message terminate="yes" error-code="refused">{$ident} is specified {count($found)} times; it must be once.</xsl:message>
    </xsl:if>
    <xsl:sequence select="$found"/>
  </xsl:function>

  <!-- The attribute classes of an element or class, with those that they belong to themselves. -->
  <xsl:function name="f:attribute-classes" as="element(classSpec)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:for-each select="$spec/classes/memberOf/@key">
      <xsl:variable name="class" select="f:spec(., root($spec))"/>
      <xsl:sequence select="$class[@type = 'atts']"/>
      <xsl:sequence select="$class ! f:attribute-classes(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The attributes of an element: its own first, then those of its classes that it does not specify itself. -->
  <xsl:function name="f:attributes" as="element(attDef)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="all" select="($spec, f:attribute-classes($spec)) ! .//attDef" as="element(attDef)*"/>
    <xsl:for-each-group select="$all" group-by="string(@ident)">
      <xsl:sequence select="current-group()[1]"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The members of a model class, with the members of the classes in it; elements only. -->
  <xsl:function name="f:members" as="element(elementSpec)*">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:for-each select="key('member', $class/@ident, root($class))">
      <xsl:sequence select="if (self::classSpec) then f:members(.) else ."/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
