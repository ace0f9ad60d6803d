<?xml version="1.0" encoding="UTF-8"?>
<!-- Documentation of markup (Guidelines, chapter 23): what is declared, and what is named, is shown by its name. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- What a declaration declares. -->
  <xsl:template match="schemaSpec[@ident] | moduleSpec[@ident] | elementSpec[@ident] | classSpec[@ident] | macroSpec[@ident] | dataSpec[@ident]
                       | constraintSpec[@ident] | paramSpec[@ident] | attDef[@ident] | valItem[@ident] | fsDecl[@type] | fDecl[@name]" mode="m:xhtml">
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <code class="named ident" data-added="">{normalize-space((@ident, @type, @name)[1])}</code>
      <xsl:if test="node()[1][if (self::*) then not(f:is-block(.)) else matches(., '^\S')]"><span class="parted"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- What is only named, with the value it is given. -->
  <xsl:template match="(moduleRef | classRef | macroRef | dataRef | elementRef | memberOf | attRef | specDesc | dataFacet | param | specGrpRef)
                       [@key or @name or @target]" mode="m:xhtml">
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <code class="named" data-added="">{string-join(((@key, @name, @target)[1], @value) ! normalize-space(), ' = ')}</code>
      <xsl:for-each select="tokenize(@atts)"><code class="named" data-added="">@{.}</code></xsl:for-each>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- What something is called and what it is stand in the line of its name; so do the names of a class or a content. -->
  <xsl:template match="(elementSpec | classSpec | macroSpec | dataSpec | moduleSpec | schemaSpec)/(altIdent | equiv | gloss) | attDef/(altIdent | equiv | gloss | desc)
                       | (valItem | paramSpec)/(altIdent | equiv | gloss | desc) | (fsDecl | fDecl)/(fsDescr | fDescr) | classes/memberOf | attDef/datatype | datatype/dataRef[not(normalize-space())]
                       | (content | sequence | alternate)/*[not(normalize-space())]"
                mode="m:block" as="xs:boolean" priority="3">
    <xsl:sequence select="f:has-blocks(.)"/>
  </xsl:template>

  <!-- Of two structures the first of which brings the second with it. -->
  <xsl:template match="(then | iff)[not(node())]" mode="m:xhtml">
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(.), f:added('mark', if (self::iff) then '↔' else f:word('arrow'))"/>
    </xsl:element>
  </xsl:template>

  <!-- ## Names of markup -->

  <xsl:template match="code" mode="m:xhtml">
    <xsl:call-template name="f:phrase"><xsl:with-param name="name" select="'code'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="gi | att | val | tag | ident" mode="m:xhtml">
    <xsl:call-template name="f:phrase"><xsl:with-param name="name" select="'code'"/></xsl:call-template>
  </xsl:template>

  <!-- Names of elements and attributes as everybody writes them: <name>, @name. -->
  <xsl:template match="gi[normalize-space()][not(f:has-blocks(.))] | att[normalize-space()][not(f:has-blocks(.))] | tag[normalize-space()][not(f:has-blocks(.))]" mode="m:xhtml" priority="1">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="opens" as="xs:string" select="if (self::att) then '@' else if (self::tag/@type = 'end') then '&lt;/' else if (self::tag/@type = 'pi') then '&lt;?' else '&lt;'"/>
    <xsl:variable name="closes" as="xs:string" select="if (self::att) then '' else if (self::tag/@type = 'empty') then '/>' else if (self::tag/@type = 'pi') then '?>' else '>'"/>
    <xsl:for-each select="$made">
      <xsl:choose>
        <xsl:when test="self::* and not(matches(., '^\s*[&lt;@]'))">
          <xsl:copy><xsl:sequence select="@*, f:added('markup', $opens), node(), f:added('markup', $closes[.])"/></xsl:copy>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- ## Examples -->

  <!-- An example as it is laid out; what stands in it (a note, say) is as it is elsewhere. -->
  <xsl:template match="eg" mode="m:xhtml">
    <xsl:element name="{if (f:has-blocks(.)) then 'div' else 'pre'}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="ab[starts-with(@type, 'codeblock')][not(*)]" mode="m:xhtml" priority="1">
    <pre><xsl:sequence select="f:attributes(.)"/><code><xsl:apply-templates mode="#current"/></code></pre>
  </xsl:template>

  <xsl:template match="seg[@type = 'code']" mode="m:xhtml">
    <xsl:call-template name="f:phrase"><xsl:with-param name="name" select="'code'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="egXML | *:egXML" mode="m:xhtml">
    <pre><xsl:sequence select="f:attributes(.)"/><code><xsl:apply-templates select="node()" mode="m:example"/></code></pre>
  </xsl:template>

  <!-- In an example of markup the tags are shown, as added. -->
  <xsl:mode name="m:example" on-multiple-match="fail" on-no-match="shallow-skip" visibility="public"/>

  <xsl:template match="*" r:if="egXML" mode="m:example">
    <xsl:variable name="edge" as="xs:string" select="if (f:separates(.)) then ' ' else ''"/>
    <span class="markup" data-added="">{$edge}&lt;{name()}<xsl:for-each select="@*"><xsl:text> </xsl:text>{name()}="{.}"</xsl:for-each>{if (node()) then () else '/'}&gt;{$edge}</span>
    <xsl:apply-templates mode="#current"/>
    <xsl:if test="node()"><span class="markup" data-added="">{$edge}&lt;/{name()}&gt;{$edge}</span></xsl:if>
  </xsl:template>

  <xsl:template match="text()" r:if="egXML" mode="m:example"><xsl:value-of select="."/></xsl:template>

</xsl:stylesheet>
