<?xml version="1.0" encoding="UTF-8"?>
<!--
  From an ISO Schematron schema (XSLT 2 or 3 query binding) to a stylesheet that applies it.
  The stylesheet made here walks a document once and gives a `findings` element with one `finding` for each
  failed assert and each successful report: rule, role, path (positions of elements from the root, and
  the attribute, if it is one), the message, and the diagnostics.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:out="urn:rubricator:out"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:rubricator:functions"
                xmlns:m="urn:rubricator:modes"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xpath-default-namespace="http://purl.oclc.org/dsdl/schematron">
  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:param name="phase" as="xs:string" select="'#DEFAULT'"/>

  <xsl:mode name="m:expand" on-no-match="shallow-copy"/>
  <xsl:mode name="m:compile" on-no-match="fail"/>
  <xsl:mode name="m:message" on-no-match="fail"/>
  <xsl:key name="diagnostic" match="diagnostic" use="@id"/>
  <xsl:key name="rule" match="rule[@abstract = 'true']" use="@id"/>

  <xsl:variable name="bindings" select="('xslt', 'xslt2', 'xslt3', 'xpath', 'xpath2', 'xpath3', 'xpath31')"/>

  <xsl:template match="/" as="element()">
    <xsl:if test="not(schema)">
      <xsl:message terminate="yes" error-code="refused">This is no Schematron schema: its root is {name(*)}.</xsl:message>
    </xsl:if>
    <xsl:if test="schema/@queryBinding[not(lower-case(.) = $bindings)]">
      <xsl:message terminate="yes" error-code="refused">The query binding {schema/@queryBinding} is not known; use xslt3.</xsl:message>
    </xsl:if>
    <xsl:if test="//include">
      <xsl:message terminate="yes" error-code="refused">The schema includes {string-join(//include/@href, ', ')}; put the rules into one file.</xsl:message>
    </xsl:if>
    <xsl:variable name="expanded" as="document-node()">
      <xsl:document><xsl:apply-templates select="schema" mode="m:expand"/></xsl:document>
    </xsl:variable>
    <xsl:apply-templates select="$expanded/schema" mode="m:compile"/>
  </xsl:template>

  <!-- ## First, what is abstract becomes concrete -->

  <xsl:template match="pattern[@abstract = 'true']" mode="m:expand"/>

  <xsl:template match="pattern[@is-a]" mode="m:expand" as="element(pattern)">
    <xsl:variable name="model" select="//pattern[@abstract = 'true'][@id = current()/@is-a]"/>
    <xsl:if test="count($model) ne 1">
      <xsl:message terminate="yes" error-code="refused">There is no abstract pattern {@is-a}.</xsl:message>
    </xsl:if>
    <xsl:copy>
      <xsl:copy-of select="@* except @is-a"/>
      <xsl:apply-templates select="$model/*" mode="#current">
        <xsl:with-param name="arguments" select="map:merge(param ! map{string(@name): string(@value)})"
                        xmlns:map="http://www.w3.org/2005/xpath-functions/map" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="rule/@context | assert/@test | report/@test | let/@value | value-of/@select | name/@path | @subject"
                mode="m:expand" as="attribute()">
    <xsl:param name="arguments" as="map(xs:string, xs:string)" select="map{}" tunnel="yes"/>
    <xsl:attribute name="{name()}">
      <xsl:analyze-string select="." regex="\$([\i-[:]][\c-[:]]*)">
        <xsl:matching-substring>{($arguments(regex-group(1)), .)[1]}</xsl:matching-substring>
        <xsl:non-matching-substring>{.}</xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:attribute>
  </xsl:template>

  <xsl:template match="rule[@abstract = 'true']" mode="m:expand"/>

  <xsl:template match="extends[@rule]" mode="m:expand" as="element()*">
    <xsl:variable name="model" select="key('rule', @rule)"/>
    <xsl:if test="count($model) ne 1">
      <xsl:message terminate="yes" error-code="refused">There is no abstract rule {@rule}.</xsl:message>
    </xsl:if>
    <xsl:apply-templates select="$model/*" mode="#current"/>
  </xsl:template>

  <xsl:template match="extends" mode="m:expand">
    <xsl:message terminate="yes" error-code="refused">extends needs @rule; rules in another file are not read.</xsl:message>
  </xsl:template>

  <!-- ## Then the schema becomes a stylesheet -->

  <xsl:template match="schema" mode="m:compile" as="element()">
    <xsl:variable name="active" select="f:active(.)" as="element(pattern)*"/>
    <out:stylesheet version="3.0" exclude-result-prefixes="#all">
      <xsl:namespace name="f" select="'urn:rubricator:functions'"/>
      <xsl:namespace name="m" select="'urn:rubricator:modes'"/>
      <xsl:namespace name="xs" select="'http://www.w3.org/2001/XMLSchema'"/>
      <xsl:for-each select="ns"><xsl:namespace name="{@prefix}" select="string(@uri)"/></xsl:for-each>
      <out:output method="xml" encoding="UTF-8" indent="no"/>
      <out:mode name="m:rules" on-no-match="shallow-skip"/>
      <xsl:copy-of select="xsl:function | xsl:key"/>
      <xsl:apply-templates select="let | phase[@id = f:phase(current())]/let" mode="m:compile"/>
      <out:template match="/">
        <findings><out:apply-templates select="." mode="m:rules"/></findings>
      </out:template>
      <!-- A node leaves the rules behind and its children begin again; only then is it done. -->
      <out:template match="document-node() | node() | @*" mode="m:rules" priority="-1">
        <out:apply-templates select="@* | node()" mode="#current"/>
      </out:template>
      <xsl:variable name="rules" select="$active/rule"/>
      <xsl:for-each select="$rules">
        <xsl:variable name="position" select="position()"/>
        <xsl:apply-templates select="." mode="m:compile">
          <xsl:with-param name="priority" select="count($rules) - $position + 1"/>
          <xsl:with-param name="pattern" select="'p' || count(../preceding-sibling::pattern)"/>
        </xsl:apply-templates>
      </xsl:for-each>
      <out:function name="f:path" as="xs:string">
        <out:param name="node" as="node()"/>
        <out:sequence select="string-join($node/ancestor-or-self::*/(count(preceding-sibling::*) + 1), '.') || $node/self::attribute()/('@' || name())"/>
      </out:function>
    </out:stylesheet>
  </xsl:template>

  <!-- Of the rules of one pattern, the first that matches a node is the only one: $done remembers. -->
  <xsl:template match="rule" mode="m:compile" as="element()">
    <xsl:param name="priority" as="xs:integer"/>
    <xsl:param name="pattern" as="xs:string"/>
    <out:template match="{@context}" mode="m:rules" priority="{$priority}">
      <out:param name="done" as="xs:string*"/>
      <out:if test="not($done = '{$pattern}')">
        <xsl:apply-templates select="../let" mode="m:compile"/>
        <xsl:apply-templates select="let, assert, report" mode="m:compile"/>
      </out:if>
      <out:next-match>
        <out:with-param name="done" select="$done, '{$pattern}'"/>
      </out:next-match>
    </out:template>
  </xsl:template>

  <xsl:template match="schema/let | phase/let" mode="m:compile" as="element()">
    <out:variable name="{@name}" select="{f:value(.)}"/>
  </xsl:template>

  <xsl:template match="pattern/let" mode="m:compile" as="element()">
    <out:variable name="{@name}" select="root() ! ({f:value(.)})"/>
  </xsl:template>

  <xsl:template match="rule/let" mode="m:compile" as="element()">
    <out:variable name="{@name}" select="{f:value(.)}"/>
  </xsl:template>

  <xsl:function name="f:value" as="xs:string">
    <xsl:param name="let" as="element(let)"/>
    <xsl:if test="not($let/@value)">
      <xsl:message terminate="yes" error-code="refused">The variable {$let/@name} has no value.</xsl:message>
    </xsl:if>
    <xsl:sequence select="$let/@value"/>
  </xsl:function>

  <xsl:template match="assert" mode="m:compile" as="element()">
    <out:if test="not({@test})"><xsl:call-template name="finding"/></out:if>
  </xsl:template>

  <xsl:template match="report" mode="m:compile" as="element()">
    <out:if test="{@test}"><xsl:call-template name="finding"/></out:if>
  </xsl:template>

  <xsl:template name="finding" as="element()">
    <xsl:variable name="subject" select="((@subject, ../@subject)[1] ! ('((' || . || '), .)[1]'), '.')[1]"/>
    <finding rule="{(@id, ../@id, ../../@id, 'schematron')[1]}" role="{(@role, ../@role, ../../@role)[1]}"
             path="{{f:path({$subject})}}">
      <message><xsl:apply-templates mode="m:message"/></message>
      <diagnostic><xsl:apply-templates select="key('diagnostic', tokenize(@diagnostics))" mode="m:message"/></diagnostic>
    </finding>
  </xsl:template>

  <xsl:template match="text()" mode="m:message" as="element()"><out:text>{.}</out:text></xsl:template>
  <xsl:template match="name" mode="m:message" as="element()"><out:value-of select="name()"/></xsl:template>
  <xsl:template match="name[@path]" mode="m:message" as="element()"><out:value-of select="{@path}"/></xsl:template>
  <xsl:template match="value-of" mode="m:message" as="element()"><out:value-of select="{@select}"/></xsl:template>
  <xsl:template match="*" mode="m:message" as="element()*"><xsl:apply-templates mode="#current"/></xsl:template>
  <xsl:template match="comment() | processing-instruction()" mode="m:message"/>

  <!-- ## Phases -->

  <xsl:function name="f:phase" as="xs:string">
    <xsl:param name="schema" as="element(schema)"/>
    <xsl:sequence select="if ($phase = '#DEFAULT') then ($schema/@defaultPhase, '#ALL')[1] else $phase"/>
  </xsl:function>

  <xsl:function name="f:active" as="element(pattern)*">
    <xsl:param name="schema" as="element(schema)"/>
    <xsl:variable name="wanted" select="f:phase($schema)"/>
    <xsl:variable name="found" select="$schema/phase[@id = $wanted]"/>
    <xsl:if test="$wanted ne '#ALL' and empty($found)">
      <xsl:message terminate="yes" error-code="refused">The schema has no phase {$wanted}.</xsl:message>
    </xsl:if>
    <xsl:sequence select="$schema/pattern[$wanted = '#ALL' or @id = $found/active/@pattern]"/>
  </xsl:function>
</xsl:stylesheet>
