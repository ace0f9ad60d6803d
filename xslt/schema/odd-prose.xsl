<?xml version="1.0" encoding="UTF-8"?>
<!-- The prose and the examples of an ODD as HTML. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:rubricator:functions"
                xmlns:m="urn:rubricator:modes"
                xmlns:eg="http://www.tei-c.org/ns/Examples"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:mode name="m:prose" on-no-match="fail"/>
  <xsl:mode name="m:markup" on-no-match="fail"/>

  <xsl:template match="text()" mode="m:prose">{.}</xsl:template>
  <xsl:template match="comment() | processing-instruction()" mode="m:prose m:markup"/>

  <xsl:template match="p" mode="m:prose"><p><xsl:apply-templates mode="#current"/></p></xsl:template>

  <xsl:template match="list" mode="m:prose"><ul><xsl:apply-templates select="item" mode="#current"/></ul></xsl:template>
  <xsl:template match="list[@rend = 'numbered']" mode="m:prose"><ol><xsl:apply-templates select="item" mode="#current"/></ol></xsl:template>
  <xsl:template match="list[label]" mode="m:prose"><dl><xsl:apply-templates select="label | item" mode="#current"/></dl></xsl:template>
  <xsl:template match="item" mode="m:prose"><li><xsl:apply-templates mode="#current"/></li></xsl:template>
  <xsl:template match="list[label]/label" mode="m:prose"><dt><xsl:apply-templates mode="#current"/></dt></xsl:template>
  <xsl:template match="list[label]/item" mode="m:prose"><dd><xsl:apply-templates mode="#current"/></dd></xsl:template>

  <xsl:template match="gi" mode="m:prose">
    <xsl:choose>
      <xsl:when test="key('spec', normalize-space())">
        <a href="#element.{normalize-space()}"><code>&lt;{normalize-space()}&gt;</code></a>
      </xsl:when>
      <xsl:otherwise><code>&lt;{normalize-space()}&gt;</code></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="att" mode="m:prose"><code>@{normalize-space()}</code></xsl:template>
  <xsl:template match="val | code | ident | tag" mode="m:prose"><code><xsl:copy-of select="@xml:id ! f:id(.)"/><xsl:apply-templates mode="#current"/></code></xsl:template>
  <xsl:template match="mentioned | term | foreign | title" mode="m:prose"><i><xsl:copy-of select="@xml:lang ! f:lang(.)"/><xsl:apply-templates mode="#current"/></i></xsl:template>
  <xsl:template match="emph | hi" mode="m:prose"><em><xsl:apply-templates mode="#current"/></em></xsl:template>
  <xsl:template match="q | soCalled" mode="m:prose">“<xsl:apply-templates mode="#current"/>”</xsl:template>

  <!-- An address from an ODD may be followed on the web or on this page, and nowhere else. -->
  <xsl:template match="ref" mode="m:prose"><xsl:apply-templates mode="#current"/></xsl:template>
  <xsl:template match="ref[matches(@target, '^(#|https?://)\S+$')]" mode="m:prose"><a href="{@target}"><xsl:apply-templates mode="#current"/></a></xsl:template>

  <xsl:template match="*" priority="-1" mode="m:prose">
    <xsl:message>odd-to-html: {name()} has no rule; its text is shown.</xsl:message>
    <span><xsl:apply-templates mode="#current"/></span>
  </xsl:template>

  <xsl:function name="f:lang" as="attribute(lang)">
    <xsl:param name="lang" as="attribute()"/>
    <xsl:attribute name="lang" select="$lang"/>
  </xsl:function>

  <xsl:function name="f:id" as="attribute(id)">
    <xsl:param name="id" as="attribute()"/>
    <xsl:attribute name="id" select="$id"/>
  </xsl:function>

  <!-- ## Examples: markup shown as it is written, its common indentation taken away -->

  <xsl:template match="eg:egXML" mode="m:prose">
    <xsl:variable name="margin" select="string-length(replace((text()[normalize-space() = ''])[1], '^.*\n', '', 's'))"/>
    <pre><code><xsl:apply-templates select="f:trimmed(.)" mode="m:markup"><xsl:with-param name="margin" select="$margin" tunnel="yes"/></xsl:apply-templates></code></pre>
  </xsl:template>

  <xsl:template match="eg" mode="m:prose"><pre><code>{.}</code></pre></xsl:template>

  <xsl:function name="f:trimmed" as="node()*">
    <xsl:param name="example" as="element()"/>
    <xsl:sequence select="$example/node()[not(self::text()[normalize-space() = ''][not(preceding-sibling::*) or not(following-sibling::*)])]"/>
  </xsl:function>

  <xsl:template match="text()" mode="m:markup">
    <xsl:param name="margin" as="xs:integer" tunnel="yes"/>
    <xsl:text>{replace(replace(replace(., '\n {0,' || $margin || '}', '&#10;'), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;')}</xsl:text>
  </xsl:template>

  <xsl:template match="*" mode="m:markup">
    <span class="tag">&lt;{name()}<xsl:apply-templates select="@*" mode="#current"/>{'/'[empty(current()/node())]}&gt;</span>
    <xsl:if test="node()">
      <xsl:apply-templates mode="#current"/>
      <span class="tag">&lt;/{name()}&gt;</span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@*" mode="m:markup">
    <xsl:text> </xsl:text>
    <span class="name">{name()}</span>="<span class="value">{replace(replace(., '&amp;', '&amp;amp;'), '"', '&amp;quot;')}</span>"</xsl:template>
</xsl:stylesheet>
