<?xml version="1.0" encoding="UTF-8"?>
<!-- What every rule needs: anchors, attributes, whose markup it is, wording. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:key name="fp:id" match="*[@xml:id]" use="@xml:id"/>

  <!-- ## Anchors -->

  <!-- Ids that we give start with this; no id of the document does. -->
  <xsl:variable name="fp:prefix" as="xs:string" select="fp:free('rb-')"/>

  <xsl:function name="fp:free" as="xs:string">
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:sequence select="if ($document//@xml:id[starts-with(., $prefix)]) then fp:free($prefix || '-') else $prefix"/>
  </xsl:function>

  <!-- An id of our own, made of parts. -->
  <xsl:function name="f:own-id" as="xs:string">
    <xsl:param name="parts" as="item()*"/>
    <xsl:sequence select="if ($parts instance of xs:string and translate($parts, 'abcdefghijklmnopqrstuvwxyz', '') = '') then $fp:prefix || $parts
      else $fp:prefix || string-join($parts ! (if (. instance of xs:integer) then string(.)
      else if (not(translate(., 'abcdefghijklmnopqrstuvwxyz0123456789-', '') or contains(., '--'))) then .
      else replace(string(.), '[^\p{L}\p{N}]+', '-')), '-')"/>
  </xsl:function>

  <!-- The same for the many things that are numbered, in less time. -->
  <xsl:function name="f:own-id" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="number" as="xs:integer?"/>
    <xsl:sequence select="if (exists($number)) then $fp:prefix || $kind || '-' || $number else $fp:prefix || $kind"/>
  </xsl:function>

  <!-- The element's own id, if it is the first to have it. -->
  <xsl:function name="f:id" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@xml:id">
      <xsl:variable name="id" as="xs:string" select="normalize-space($element/@xml:id)"/>
      <xsl:sequence select="$id[not(contains(., ' ')) and key('fp:id', ., $document)[1] is $element]"/>
    </xsl:if>
  </xsl:function>

  <!-- The element that a pointer within the document leads to, if the publication shows it as a place of its own. -->
  <xsl:function name="f:target" as="element()?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:if test="starts-with($pointer, '#')">
      <xsl:variable name="element" as="element()?" select="key('fp:id', substring-after($pointer, '#'), $document)[1]"/>
      <xsl:sequence select="$element[f:has-anchor(.)]"/>
    </xsl:if>
  </xsl:function>

  <xsl:mode name="m:has-anchor" on-multiple-match="fail" visibility="public"/>

  <xsl:function name="f:has-anchor" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::*[self::text or self::standOff or self::sourceDoc])
      and exists(f:shown($element))
      and (every $part in $element/ancestor-or-self::* satisfies fp:shows($part))"/>
  </xsl:function>

  <xsl:function name="fp:shows" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:apply-templates select="$element" mode="m:has-anchor"/>
  </xsl:function>

  <xsl:template match="*" mode="m:has-anchor" as="xs:boolean">
    <xsl:sequence select="true()"/>
  </xsl:template>

  <!-- ## Attributes -->

  <!-- id, class, lang, dir and style of what *element* becomes. -->
  <xsl:function name="f:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:for-each select="$element">
      <xsl:call-template name="f:attributes"><xsl:with-param name="classes" select="$classes"/></xsl:call-template>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:attributes($element, local-name($element))"/>
  </xsl:function>

  <!-- The same for the element at hand, in less time: what is known of it already need not be asked again. -->
  <xsl:template name="f:attributes" as="attribute()*">
    <xsl:param name="classes" as="xs:string*" select="local-name()"/>
    <xsl:param name="separates" as="xs:boolean" select="f:separates(.)"/>
    <xsl:param name="has-blocks" as="xs:boolean" select="not($separates) and f:has-blocks(.)"/>
    <xsl:param name="is-block" as="xs:boolean" select="$separates and f:is-block(.)"/>
    <xsl:choose>
      <!-- Most elements have no attributes, and little to be said of them. -->
      <xsl:when test="not(@* or $fp:selecting)">
        <xsl:if test="exists($classes)"><xsl:attribute name="class" select="$classes"/></xsl:if>
        <xsl:sequence select="if ($separates) then $fp:apart[not($is-block)] else if ($has-blocks) then fp:inline(.) else ()"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="@xml:id and root() is $document">
          <xsl:variable name="id" as="xs:string?" select="f:id(.)"/>
          <xsl:if test="$id"><xsl:attribute name="id" select="$id"/></xsl:if>
        </xsl:if>
        <xsl:variable name="all" as="xs:string*" select="$classes, if (@rend or @rendition) then f:rend-classes(.) else (), if (@resp) then f:responsibility(.) else ()"/>
        <xsl:if test="exists($all)"><xsl:attribute name="class" select="distinct-values($all)"/></xsl:if>
        <xsl:sequence select="if ($separates) then $fp:apart[not($is-block)] else if ($has-blocks) then fp:inline(.) else ()"/>
        <xsl:if test="@xml:lang"><xsl:sequence select="f:language(.)"/></xsl:if>
        <xsl:if test="@rendition or @style or contains(@rend, ':') or $fp:selecting">
          <xsl:variable name="style" as="xs:string" select="f:style(.)"/>
          <xsl:if test="$style">
            <xsl:attribute name="style" select="$style"/>
            <!-- What is written downwards may be wider than the page: it is scrolled, with the keyboard too. -->
            <xsl:if test="contains($style, 'writing-mode: vertical') and f:is-block(.)"><xsl:attribute name="tabindex" select="0"/></xsl:if>
          </xsl:if>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What the words beside the element need to know: that it parts them and is no block, or that it holds blocks and parts nothing. -->
  <xsl:variable name="fp:apart" as="attribute()"><xsl:attribute name="data-apart"/></xsl:variable>

  <xsl:function name="fp:inline" as="attribute()">
    <xsl:param name="element" as="element()"/>
    <xsl:attribute name="data-inline" select="'glued'[f:is-glued($element)]"/>
  </xsl:function>

  <!-- @rend, token by token, and what @rendition names without saying it; what the style sheet does not know does no harm. -->
  <xsl:function name="f:rend-classes" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(tokenize($element/@rend)[not(contains(., ':'))], tokenize($element/@rendition) ! fp:undefined(.)) ! fp:rend-class(.)"/>
  </xsl:function>

  <!-- The name of a look that the header does not define (#b, simple:bold). -->
  <xsl:function name="fp:undefined" as="xs:string?" cache="yes">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="if (starts-with($pointer, '#')) then substring($pointer, 2)[not(key('fp:id', ., $document))]
      else replace($pointer, '^[a-zA-Z]+:', '')[matches(., '^[a-zA-Z]\w*$')]"/>
  </xsl:function>

  <!-- What depends on a few words alone, and is asked again and again, is worked out once. -->
  <xsl:function name="fp:rend-class" as="xs:string" new-each-time="no" cache="yes">
    <xsl:param name="token" as="xs:string"/>
    <xsl:sequence select="'r-' || replace(lower-case($token), '[^a-z0-9]+', '-')"/>
  </xsl:function>

  <!-- ## Whose markup: a person's, or the program's suggestion -->

  <!-- Where no program had a hand in it, whom @resp names says nothing of suggesting and confirming. -->
  <xsl:function name="f:responsibility" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@resp and map:size($fp:programs) gt 0">
      <xsl:sequence select="if (f:is-suggested($element)) then 'suggested' else 'confirmed'"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:is-suggested" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/@resp) and fp:names-program($element/@resp)"/>
  </xsl:function>

  <xsl:function name="fp:names-program" as="xs:boolean" new-each-time="no" cache="yes">
    <xsl:param name="resp" as="xs:string"/>
    <xsl:sequence select="some $pointer in tokenize($resp)[starts-with(., '#')]
      satisfies map:contains($fp:programs, substring-after($pointer, '#'))"/>
  </xsl:function>

  <!-- The ids under which the header names programs. -->
  <xsl:variable name="fp:programs" as="map(xs:string, xs:boolean)" select="map:merge(
    for $id in ($document//teiHeader//application/(@xml:id, @ident),
                $document//teiHeader//respStmt[name/@type = ('application', 'software')]/@xml:id,
                $document//teiHeader//name[@type = ('application', 'software')]/@xml:id)
    return map{string($id): true()}, map{'duplicates': 'use-first'})"/>

  <!-- ## Wording -->

  <!-- The words for *key* in the reader's language. -->
  <xsl:function name="f:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:variable name="found" as="xs:string?" select="$wording($key)"/>
    <xsl:if test="empty($found)">
      <xsl:message terminate="yes">The wording has no {$key}.</xsl:message>
    </xsl:if>
    <xsl:sequence select="$found"/>
  </xsl:function>

  <xsl:function name="f:word" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="otherwise" as="xs:string?"/>
    <xsl:sequence select="($wording($key), $otherwise)[1]"/>
  </xsl:function>

  <!-- Something that the publication adds to the text. -->
  <xsl:function name="f:added" as="element()?">
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="text" as="item()*"/>
    <xsl:if test="exists($text)">
      <span class="{$class}" data-added=""><xsl:value-of select="$text" separator=""/></span>
    </xsl:if>
  </xsl:function>

  <!-- An element's words as a string: the first reading asked for, without notes; white space folded. -->
  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="words" as="item()*">
      <xsl:apply-templates select="$nodes" mode="m:plain"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:function>

  <xsl:mode name="m:plain" on-multiple-match="fail" on-no-match="text-only-copy" visibility="public"/>

  <xsl:template match="*" mode="m:plain" as="item()*">
    <xsl:if test="not(map:contains($f:deciding, local-name())) or $reading[1] = f:readings(.) and empty(f:aside(.))">
      <xsl:variable name="apart" as="xs:boolean" select="f:separates(.)"/>
      <xsl:if test="$apart"><xsl:sequence select="' '"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="$apart"><xsl:sequence select="' '"/></xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- Sentences, and the parts of a name, stand apart where the encoder put nothing between them. -->
  <xsl:template match="s[following-sibling::node()[1][self::s]] | (forename | surname | roleName | addName | genName | nameLink)[following-sibling::node()[1][self::*]]"
                mode="m:plain" as="item()*">
    <xsl:next-match/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="lb | pb | cb | gb | space[not(* or text()[normalize-space()])]" mode="m:plain" as="item()*">
    <xsl:if test="not(@break = 'no')"><xsl:text> </xsl:text></xsl:if>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="text()" mode="m:plain" as="item()*">
    <xsl:if test="f:holds-text(..)"><xsl:sequence select="string(.)"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
