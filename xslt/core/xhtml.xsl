<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements available in all TEI documents (Guidelines, chapter 3), and the rule for what has no rule. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- ## What has no rule of its own -->

  <xsl:template match="*" mode="m:xhtml" priority="-10">
    <xsl:call-template name="f:phrase"><xsl:with-param name="name" select="'span'"/></xsl:call-template>
  </xsl:template>

  <!-- Words where TEI allows none, among the items of a list, say, are shown where they stand. -->
  <xsl:template match="*[map:contains($f:element-only, local-name())][text()[normalize-space()]][not(self::choice or self::app or self::table or self::row)]" mode="m:xhtml" priority="12">
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates select="node()[not(self::text()) or normalize-space()]" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- What is not TEI is shown with its text, and said once by whoever reads the messages. -->
  <xsl:template match="*[not(f:is-tei(.))]" mode="m:xhtml" priority="-5">
    <xsl:message>unknown-element {name()}</xsl:message>
    <xsl:variable name="has-blocks" as="xs:boolean" select="f:has-blocks(.)"/>
    <xsl:variable name="is-block" as="xs:boolean" select="f:is-block(.)"/>
    <xsl:sequence select="f:space-before(.)"/>
    <xsl:element name="{if ($has-blocks or $is-block) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'unknown'"/>
      <xsl:sequence select="if (f:separates(.)) then $fp:apart[not($is-block)] else if ($has-blocks) then fp:inline(.) else ()"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
    <xsl:sequence select="f:space-after(.)"/>
  </xsl:template>

  <xsl:template match="(*:facs | *:dipl | *:norm)[fp:is-level(.)]" mode="m:xhtml">
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(., 'level')"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="m:xhtml"/>

  <!-- White space, and words where the file's own lines must not be seen: a single rule, since the engine asks the
       pattern of each of every text that there is. -->
  <xsl:template match="text()[$fp:has-lines or not(normalize-space())]" mode="m:xhtml">
    <xsl:choose>
      <xsl:when test="normalize-space()">
        <xsl:variable name="written" as="xs:string" select="if ($fp:has-east and contains(., '&#10;') and matches(., $fp:east)) then fp:run-on(.) else string(.)"/>
        <xsl:choose>
          <xsl:when test="$fp:has-breaks"><xsl:call-template name="fp:broken-text"><xsl:with-param name="written" select="$written"/></xsl:call-template></xsl:when>
          <xsl:when test="(parent::supplied or parent::quote or parent::q) and contains(., '&#10;')">
            <xsl:call-template name="fp:marked-text"><xsl:with-param name="written" select="$written"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="$written"/></xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <!-- White space between alternatives is none. -->
      <xsl:when test="map:contains($fp:alternatives, local-name(..)) or parent::dimensions"/>
      <xsl:when r:if="w pc" test="($fp:joining or $fp:spacing) and fp:is-joined(.)"><xsl:sequence select="$fp:joined"/></xsl:when>
      <xsl:when test="fp:is-laid-out(.)"><xsl:sequence select="$fp:joined"/></xsl:when>
      <xsl:when test="$fp:has-breaks"><xsl:call-template name="fp:broken-text"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="fp:has-lines" as="xs:boolean" select="$fp:has-breaks or $fp:has-marked-lines or $fp:has-east"/>

  <!-- ## Paragraphs and phrases -->

  <xsl:template match="p | ab" mode="m:xhtml">
    <xsl:variable name="has-blocks" as="xs:boolean" select="f:has-blocks(.)"/>
    <xsl:element name="{if ($has-blocks) then 'div' else 'p'}">
      <xsl:call-template name="f:attributes"><xsl:with-param name="has-blocks" select="$has-blocks"/></xsl:call-template>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Stars and the like between two parts of the text. -->
  <xsl:template match="ab[@type = 'ornament']" mode="m:xhtml">
    <p>
      <xsl:sequence select="f:attributes(., ('ab', 'ornament'))"/>
      <xsl:apply-templates mode="#current"/>
    </p>
  </xsl:template>

  <!-- Phrases of XHTML for phrases of TEI; one that holds blocks is a division. -->
  <xsl:template name="f:phrase">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="classes" as="xs:string*" select="local-name()"/>
    <xsl:param name="id" as="xs:string?" select="()"/>
    <xsl:variable name="separates" as="xs:boolean" select="f:separates(.)"/>
    <xsl:variable name="has-blocks" as="xs:boolean" select="* and f:has-blocks(.)"/>
    <xsl:variable name="is-block" as="xs:boolean" select="($separates or parent::writing) and f:is-block(.)"/>
    <xsl:variable name="apart" as="xs:boolean" select="$separates and not($is-block)"/>
    <xsl:if test="$apart"><xsl:sequence select="fp:space-beside(., true())"/></xsl:if>
    <xsl:element name="{if ($has-blocks or $is-block) then 'div' else $name}">
      <xsl:call-template name="f:attributes">
        <xsl:with-param name="classes" select="$classes"/>
        <xsl:with-param name="separates" select="$separates"/>
        <xsl:with-param name="has-blocks" select="$has-blocks"/>
        <xsl:with-param name="is-block" select="$is-block"/>
      </xsl:call-template>
      <xsl:if test="$id"><xsl:attribute name="id" select="$id"/></xsl:if>
      <xsl:apply-templates mode="m:xhtml"/>
    </xsl:element>
    <xsl:if test="$apart"><xsl:sequence select="fp:space-beside(., false())"/></xsl:if>
  </xsl:template>

  <xsl:template match="emph" mode="m:xhtml">
    <xsl:call-template name="f:phrase"><xsl:with-param name="name" select="'em'"/></xsl:call-template>
  </xsl:template>

  <!-- Words in another language, or spoken of, stand out; those in quotation marks do already. -->
  <xsl:template match="foreign | mentioned" mode="m:xhtml">
    <xsl:call-template name="f:phrase">
      <xsl:with-param name="name" select="if (matches(., '^\s*[&quot;''“”„‘’‚«»‹›「『]') or f:direction((@xml:lang, 'und')[1]) = 'rtl') then 'span' else 'i'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="title" mode="m:xhtml">
    <xsl:call-template name="f:name-link">
      <xsl:with-param name="name" select="'cite'"/>
      <xsl:with-param name="classes" select="'title', @level ! ('level-' || f:token(.))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What stands out, and nobody says how, stands out as most things do. -->
  <xsl:template match="hi" mode="m:xhtml">
    <xsl:call-template name="f:phrase">
      <xsl:with-param name="name" select="if (@rend or @rendition or @style) then fp:highlighting(string-join((@rend, @rendition, @style), ' '))
        else if ($fp:selecting and exists(fp:selected(.))) then 'span' else 'i'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="fp:highlighting" as="xs:string" new-each-time="no" cache="yes">
    <xsl:param name="written" as="xs:string"/>
    <xsl:variable name="rend" as="xs:string" select="lower-case($written)"/>
    <xsl:sequence select="if (matches($rend, 'superscript|(^|\W)(sup(er)?|exposant|hochgestellt|super[ií]ndice|voladita|apice|sobrescrito)(\W|$)')) then 'sup'
      else if (matches($rend, 'subscript|(^|\W)(sub|indice|tiefgestellt|sub[ií]ndice|pedice|subscrito)(\W|$)')) then 'sub'
      else if (matches($rend, 'ital|[ck]ursiv|corsiv')) then 'i' else if (matches($rend, 'bold|negrit|fett|grassett|(^|\W)gras(\W|$)')) then 'b' else 'span'"/>
  </xsl:function>

  <!-- A name of ours for a token of the document's. -->
  <xsl:function name="f:token" as="xs:string" new-each-time="no" cache="yes">
    <xsl:param name="written" as="xs:string"/>
    <xsl:sequence select="replace(lower-case(normalize-space($written)), '[^a-z0-9]+', '-')"/>
  </xsl:function>

  <!-- ## Quotation -->

  <!-- Quotation marks are added where the encoder took them away; a quotation set apart needs none. -->
  <xsl:template match="q | quote | said | soCalled" mode="m:xhtml">
    <xsl:choose>
      <xsl:when test="f:is-block(.) or f:has-blocks(.)">
        <blockquote>
          <xsl:sequence select="f:attributes(.)"/>
          <xsl:apply-templates mode="#current"/>
        </blockquote>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="depth" as="xs:string" select="if (ancestor::q or ancestor::quote or ancestor::said) then '-inner' else ''"/>
        <xsl:variable name="marks" as="xs:boolean" select="f:lacks-marks(.)"/>
        <!-- They are in the language of the words round them, and run with these. -->
        <xsl:variable name="outside" as="xs:boolean" select="$marks and exists(@xml:lang) and empty(f:limits(.))"/>
        <xsl:variable name="opening" as="element()?" select="if ($marks) then f:added('mark', f:quotation-mark(., 'open' || $depth)) else ()"/>
        <xsl:variable name="closing" as="element()?" select="if ($marks) then f:added('mark', f:quotation-mark(., 'close' || $depth)) else ()"/>
        <xsl:sequence select="f:space-before(.), $opening[$outside]"/>
        <span>
          <xsl:sequence select="f:attributes(.), $opening[not($outside)]"/>
          <xsl:apply-templates mode="#current"/>
          <xsl:sequence select="$closing[not($outside)]"/>
        </span>
        <xsl:sequence select="$closing[$outside]"/>
        <xsl:sequence select="f:space-after(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="fp:marks" as="xs:string*" select="$document/*/teiHeader/encodingDesc/editorialDecl/quotation/@marks/string()"/>

  <xsl:function name="f:lacks-marks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="before" as="xs:string" select="string($element/preceding-sibling::node()[1][self::text()])"/>
    <xsl:sequence select="not($fp:marks = ('all', 'some'))
      and not($element/@rend = ('inline', 'none', 'block', 'displayed'))
      and not(matches($element, '^\s*[&quot;''“”„‟‘’‚‛«»‹›「『〝＂״—–-]'))
      and not(matches($before, '[&quot;''“”„‟‘’‚‛«‹「『〝＂״]$'))"/>
  </xsl:function>

  <!-- ## Editorial interventions -->

  <xsl:template match="gap" mode="m:xhtml">
    <xsl:variable name="about" as="xs:string" select="normalize-space(string-join((@reason, @quantity, @unit, @extent), ' '))"/>
    <xsl:variable name="told" as="xs:string*" select="if (desc) then $reading[not(. = 'edited')] else $reading"/>
    <xsl:element name="{if (* and f:has-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="$about"><xsl:attribute name="title" select="f:word('gap') || ': ' || $about"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="exists($told)">
        <span data-added="">
          <xsl:if test="count($told) != count($reading)"><xsl:sequence select="fp:limited($told)"/></xsl:if>
          <xsl:apply-templates select="." mode="m:gap"/>
        </span>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="abbr" mode="m:xhtml">
    <xsl:call-template name="f:phrase"><xsl:with-param name="name" select="'abbr'"/></xsl:call-template>
  </xsl:template>

  <!-- Several ways to read one place, none of them preferred. -->
  <xsl:template match="(choice/unclear | choice/seg | choice/sic | choice/corr | choice/orig | choice/reg | choice/abbr | choice/expan | subst/add)[fp:is-another(.)]" mode="m:xhtml" priority="11">
    <xsl:sequence select="f:added('mark', '/')"/>
    <xsl:next-match/>
  </xsl:template>
  <xsl:template match="(choice/unclear | choice/seg | choice/sic | choice/corr | choice/orig | choice/reg | choice/abbr | choice/expan | subst/add)[fp:is-another(.)]" mode="m:plain" as="item()*" priority="1">
    <xsl:sequence select="'/'[$reading[1] = f:readings(current())]"/>
    <xsl:next-match/>
  </xsl:template>
  <!-- One that goes on with what another began is no other way to read it. -->
  <xsl:function name="fp:is-another" as="xs:boolean" r:if="choice subst">
    <xsl:param name="way" as="element()"/>
    <xsl:variable name="before" as="element()?" select="$way/preceding-sibling::node()[self::* or self::text()[normalize-space()]][1]/self::*"/>
    <xsl:sequence select="exists($before) and node-name($before) = node-name($way) and not($way/(@prev | @part) or f:has-blocks($way))
      and (every $one in ($before, $way) satisfies exists($one/descendant::text()[normalize-space()][not(ancestor::del intersect $one/descendant::*)]))"/>
  </xsl:function>

  <xsl:template match="choice" mode="m:xhtml">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="corrects" as="xs:boolean" select="f:is-correction(.)"/>
    <xsl:variable name="separates" as="xs:boolean" select="f:separates(.)"/>
    <xsl:variable name="has-blocks" as="xs:boolean" select="f:has-blocks(.)"/>
    <xsl:variable name="is-block" as="xs:boolean" select="($separates or parent::writing) and f:is-block(.)"/>
    <xsl:element name="{if ($is-block or $has-blocks) then 'div' else 'span'}">
      <xsl:call-template name="f:attributes">
        <xsl:with-param name="classes" select="'choice', (corr, reg, expan)[1]/@resp/f:responsibility(..)"/>
        <xsl:with-param name="separates" select="$separates"/>
        <xsl:with-param name="has-blocks" select="not($separates) and $has-blocks"/>
        <xsl:with-param name="is-block" select="$is-block"/>
      </xsl:call-template>
      <xsl:if test="$corrects and not(@xml:id and f:id(.))"><xsl:attribute name="id" select="f:correction-id(.) || '-place'"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
    <xsl:if test="$corrects and not($in-link)">
      <xsl:call-template name="f:correction-mark"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
