<?xml version="1.0" encoding="UTF-8"?>
<!-- Which elements a specification lets in, and where it may stand itself. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:rubricator:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The names of the elements that may stand directly in this one. -->
  <xsl:function name="f:children" as="xs:string*" cache="yes">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="found" as="xs:string*">
      <xsl:for-each select="$spec/content//(elementRef | classRef | macroRef)">
        <xsl:variable name="named" select="f:spec(@key, root())"/>
        <xsl:sequence select="if ($named/self::elementSpec) then string(@key)
                              else if ($named/self::classSpec) then f:members($named)/string(@ident)
                              else f:children($named)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="distinct-values($found)"/>
  </xsl:function>

  <!-- Whether words may stand directly in it. -->
  <xsl:function name="f:holds-text" as="xs:boolean">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="exists($spec/content//(textNode | dataRef | valList))
                          or (some $macro in $spec/content//macroRef satisfies f:holds-text(f:spec($macro/@key, root($spec))))"/>
  </xsl:function>

  <!-- The names of the elements in which this one may stand. -->
  <xsl:function name="f:parents" as="xs:string*">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:sequence select="root($spec)//elementSpec[f:children(.) = $spec/@ident]/string(@ident)"/>
  </xsl:function>
</xsl:stylesheet>
