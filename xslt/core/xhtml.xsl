<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements available in all TEI documents (Guidelines, chapter 3), and the rule for what has no rule. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
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
    <xsl:element name="{f:wrapper(.)}">
      <xsl:attribute name="class" select="'unknown'"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="(*:facs | *:dipl | *:norm)[fp:is-level(.)]" mode="m:xhtml">
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(., 'level')"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="m:xhtml"/>

  <!-- White space between alternatives is none. -->
  <xsl:template match="text()[map:contains($fp:alternatives, local-name(..))][not(normalize-space())]" mode="m:xhtml" priority="2"/>

  <!-- White space round a break within a word is none; a hyphen there is not seen where the lines of the source are not. -->
  <xsl:template match="text()[$fp:has-breaks]" mode="m:xhtml" priority="1">
    <xsl:variable name="id" as="xs:string" select="generate-id()"/>
    <xsl:variable name="text" as="xs:string" select="if (map:contains($fp:ends-in-word, $id)) then replace(., '\s+$', '') else string(.)"/>
    <xsl:variable name="text" as="xs:string" select="if (map:contains($fp:starts-in-word, $id)) then replace($text, '^\s+', '') else $text"/>
    <xsl:choose>
      <xsl:when test="map:contains($fp:hyphened, $id)">
        <xsl:value-of select="substring($text, 1, string-length($text) - 1)"/>
        <span class="eol">{substring($text, string-length($text))}{$fp:hyphened($id)}</span>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="fp:within-words" as="element()*" select="$document//(lb | pb | cb | gb)[@break = 'no']"/>
  <xsl:variable name="fp:after-hyphens" as="element()*" select="$document//lb[fp:follows-hyphen(.)]"/>
  <xsl:variable name="fp:has-breaks" as="xs:boolean" select="exists($fp:within-words) or exists($fp:after-hyphens)"/>
  <xsl:variable name="fp:ends-in-word" as="map(xs:string, xs:boolean)" select="map:merge(
    for $text in $fp:within-words/fp:blank(preceding::text()[1], true()) return map{generate-id($text): true()})"/>
  <xsl:variable name="fp:starts-in-word" as="map(xs:string, xs:boolean)" select="map:merge(
    for $text in ($fp:within-words/fp:blank(following::text()[1], false()), $fp:after-hyphens/following-sibling::node()[1])
    return map{generate-id($text): true()}, map{'duplicates': 'use-first'})"/>
  <!-- The texts whose hyphens only say that a word goes on: by the sign, by the encoder's word, or since German compounds have none before a small letter. -->
  <xsl:variable name="fp:hyphened" as="map(xs:string, xs:string)" select="map:merge(
    for $break in $fp:after-hyphens, $text in $break/preceding-sibling::node()[1]
    return if ($break/@break = 'no') then map{generate-id($text): ''}
      else if (matches($text, '[¬⸗]$') or $fp:joins-small and matches($break/following-sibling::node()[1], '^\s*\p{Ll}'))
      then map{generate-id($text): ' '} else (),
    map{'duplicates': 'use-first'})"/>
  <xsl:variable name="fp:joins-small" as="xs:boolean" select="matches($f:language, '^de(-|$)')"/>
  <!-- The ends of lines whose space is not seen: 1, and stands after the hyphen already: 2. -->
  <xsl:variable name="fp:parts-nothing" as="map(xs:string, xs:integer)" select="map:merge(
    for $break in $fp:after-hyphens return map{generate-id($break): if (map:contains($fp:hyphened, generate-id($break/preceding-sibling::node()[1]))) then 2 else 1})"/>

  <!-- Does a word break off before the end of this line, and go on after it? “Haupt- und Nebensache” does not. -->
  <xsl:function name="fp:follows-hyphen" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="matches($break/preceding-sibling::node()[1]/self::text(), '\p{L}[-‐¬⸗]$')
      and matches($break/following-sibling::node()[1]/self::text(), '^\s*\p{L}')
      and not(matches($break/following-sibling::node()[1], '^\s*(und|oder|u|bzw|bis|noch|wie|als|sowie|and|or|nor|to|et|ou|en|of|och|eller|og|y|o|e|ed)([^\p{L}]|$)'))"/>
  </xsl:function>

  <!-- The text, and those beyond it as long as all are blank. -->
  <xsl:function name="fp:blank" as="text()*">
    <xsl:param name="text" as="text()?"/>
    <xsl:param name="back" as="xs:boolean"/>
    <xsl:sequence select="$text, if (empty($text) or normalize-space($text)) then ()
      else fp:blank(if ($back) then $text/preceding::text()[1] else $text/following::text()[1], $back)"/>
  </xsl:function>

  <!-- ## Paragraphs and headings -->

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
    <xsl:variable name="has-blocks" as="xs:boolean" select="f:has-blocks(.)"/>
    <xsl:if test="$separates"><xsl:sequence select="f:space-before(.)"/></xsl:if>
    <xsl:element name="{if ($has-blocks or ($separates or parent::writing) and f:is-block(.)) then 'div' else $name}">
      <xsl:call-template name="f:attributes">
        <xsl:with-param name="classes" select="$classes"/>
        <xsl:with-param name="separates" select="$separates"/>
        <xsl:with-param name="has-blocks" select="$has-blocks"/>
      </xsl:call-template>
      <xsl:if test="$id"><xsl:attribute name="id" select="$id"/></xsl:if>
      <xsl:apply-templates mode="m:xhtml"/>
    </xsl:element>
    <xsl:if test="$separates"><xsl:sequence select="f:space-after(.)"/></xsl:if>
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
    <xsl:sequence select="if (matches($rend, 'superscript|(^|\W)sup(\W|$)')) then 'sup'
      else if (matches($rend, 'subscript|(^|\W)sub(\W|$)')) then 'sub'
      else if (matches($rend, 'ital|[ck]ursiv|corsiv')) then 'i' else if (matches($rend, 'bold|negrit|fett|grassett|(^|\W)gras(\W|$)')) then 'b' else 'span'"/>
  </xsl:function>

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
        <xsl:sequence select="f:space-before(.)"/>
        <span>
          <xsl:sequence select="f:attributes(.)"/>
          <xsl:if test="$marks"><xsl:sequence select="f:added('mark', f:word('quote-open' || $depth))"/></xsl:if>
          <xsl:apply-templates mode="#current"/>
          <xsl:if test="$marks"><xsl:sequence select="f:added('mark', f:word('quote-close' || $depth))"/></xsl:if>
        </span>
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
      and not(matches($element, '^\s*[&quot;''“”„‟‘’‚‛«»‹›「『—–-]'))
      and not(matches($before, '[&quot;''“”„‟‘’‚‛«‹「『]$'))"/>
  </xsl:function>

  <!-- ## Breaks: empty, as TEI has them; what somebody put into one follows its mark -->

  <xsl:template match="lb" mode="m:xhtml">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="number" as="xs:integer?" select="$fp:line-number(generate-id())"/>
    <xsl:choose>
      <xsl:when test="@break = 'no'"/>
      <xsl:when test="$fp:has-breaks and map:contains($fp:parts-nothing, generate-id())">
        <xsl:if test="$fp:parts-nothing(generate-id()) = 1"><span class="joined"><xsl:text> </xsl:text></span></xsl:if>
      </xsl:when>
      <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="not(fp:is-between-blocks(.)) and (exists(preceding-sibling::node()[normalize-space() or self::*]) or not(f:is-block(..)))">
      <!-- An edition of an inscription keeps its lines, and says where a word goes on. -->
      <xsl:if test="@break = 'no' and ancestor::div/@type = 'edition'"><xsl:sequence select="f:added('hyphen', '-')"/></xsl:if>
      <br class="lb">
        <xsl:if test="@break = 'no'"><xsl:attribute name="data-break" select="'no'"/></xsl:if>
      </br>
    </xsl:if>
    <xsl:if test="f:id(.)"><span id="{f:id(.)}" class="anchor"/></xsl:if>
    <xsl:if test="exists($number)">
      <xsl:sequence select="fp:line(., not($in-link), fp:spaced(., string(fp:line-of(@n))))"/>
    </xsl:if>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- Where TEI has only blocks, between two lines of verse or two items, the blocks are lines already. -->
  <xsl:function name="fp:is-between-blocks" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="map:contains($f:element-only, local-name($break/..)) and not(map:contains($fp:alternatives, local-name($break/..)))
      and not($break/../text()[normalize-space()])"/>
  </xsl:function>

  <!-- Every fifth line is numbered, also where its number follows that of an act and a scene (1.2.35). Its number is
       a link to its own place, to be copied by who cites the line. -->
  <xsl:variable name="fp:line-number" as="map(xs:string, xs:integer)"
    select="fp:numbered($fp:text//(l | lb)[@n][fp:line-of(@n) mod 5 = 0][not(@part = ('M', 'F'))])"/>

  <xsl:function name="fp:line-of" as="xs:integer?">
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="(if (contains($number, '.')) then tokenize($number, '\.')[last()] else $number)[. castable as xs:integer] ! xs:integer(.)"/>
  </xsl:function>

  <xsl:function name="fp:line" as="element()">
    <xsl:param name="line" as="element()"/>
    <xsl:param name="linked" as="xs:boolean"/>
    <xsl:param name="shown" as="xs:string"/>
    <xsl:variable name="id" as="xs:string?" select="f:id($line)"/>
    <xsl:variable name="own" as="xs:string" select="f:own-id('line', $fp:line-number(generate-id($line)))"/>
    <xsl:choose>
      <xsl:when test="$linked">
        <a class="ln" data-added="" href="#{($id, $own)[1]}">
          <xsl:if test="not($id)"><xsl:attribute name="id" select="$own"/></xsl:if>
          <xsl:attribute name="aria-label" select="f:word('line'), $line/@n"/>
          <xsl:value-of select="$shown"/>
        </a>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="f:added('ln', $shown)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="pb | cb | gb" mode="m:xhtml">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="number" as="xs:string" select="normalize-space(@n)"/>
    <xsl:variable name="label" as="xs:string" select="normalize-space(f:word(local-name()) || ' ' || $number)"/>
    <xsl:variable name="shown" as="xs:string" select="fp:spaced(., if (matches($number, '^[\[(].*[\])]$')) then $number else if ($number) then '[' || $number || ']'
      else if (preceding-sibling::node()[normalize-space() or self::*][1][self::pb][not(normalize-space(@n))]) then '' else '|')"/>
    <xsl:variable name="link" as="xs:string?" select="if (not($in-link) and $number) then fp:page-id(.) else ()"/>
    <xsl:choose>
      <!-- The number is a link to its own place, to be copied by who cites the page. -->
      <xsl:when test="$link">
        <a class="{local-name()}" data-added="" id="{$link}" href="#{$link}" aria-label="{$label}">{$shown}</a>
      </xsl:when>
      <xsl:otherwise>
        <span class="{local-name()}" data-added="">
          <xsl:if test="f:id(.)"><xsl:attribute name="id" select="f:id(.)"/></xsl:if>
          <!-- One of several that follow each other is enough for those who listen. -->
          <xsl:if test="self::pb and normalize-space($shown)">
            <xsl:attribute name="role" select="'doc-pagebreak'"/>
            <xsl:attribute name="aria-label" select="$label"/>
          </xsl:if>
          <xsl:value-of select="$shown"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@facs and not($in-link)"><xsl:call-template name="f:facsimile"/></xsl:if>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:variable name="fp:page-number" as="map(xs:string, xs:integer)" select="fp:numbered($fp:text//(pb | cb | gb | milestone)[normalize-space(@n)])"/>

  <xsl:function name="fp:page-id" as="xs:string?">
    <xsl:param name="break" as="element()"/>
    <xsl:variable name="number" as="xs:integer?" select="$fp:page-number(generate-id($break))"/>
    <xsl:sequence select="(f:id($break), $number ! f:own-id(local-name($break), .))[1]"/>
  </xsl:function>

  <xsl:function name="fp:spaced" as="xs:string">
    <xsl:param name="break" as="element()"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="if ($break/@break = 'no') then $text else ' ' || $text || ' '"/>
  </xsl:function>

  <xsl:template match="milestone[not(* or text())]" mode="m:xhtml">
    <span class="milestone" data-added="">
      <xsl:if test="f:id(.)"><xsl:attribute name="id" select="f:id(.)"/></xsl:if>
      <xsl:value-of select="if (matches(string-join((@rend, @rendition), ' '), '\*|star|asterism')) then '* * *'
        else if (matches(string-join((@rend, @rendition), ' '), '(^|\W)(hr|rule|line|dash)(\W|$)', 'i')) then '———' else ()"/>
    </span>
    <xsl:if test="(@rend or @rendition) and following-sibling::node()[1][self::text()[matches(., '^\S')]]"><span class="parted"/></xsl:if>
  </xsl:template>

  <!-- Where a section, a page of another edition or the like begins: as with pages, a link to its own place. What a web
       site shows at once (a card) is for machines. -->
  <xsl:template match="milestone[not(* or text())][normalize-space(@n)][not(@unit = 'card')]" mode="m:xhtml" priority="1">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="number" as="xs:string" select="normalize-space(@n)"/>
    <xsl:variable name="before" as="node()?" select="preceding-sibling::node()[1]"/>
    <xsl:variable name="after" as="node()?" select="following-sibling::node()[1]"/>
    <xsl:variable name="shown" as="xs:string" select="'[' || $number || ']'"/>
    <xsl:variable name="link" as="xs:string?" select="if ($in-link) then () else fp:page-id(.)"/>
    <xsl:choose>
      <xsl:when test="$link">
        <a class="milestone" data-added="" id="{$link}" href="#{$link}" aria-label="{string-join((@unit/normalize-space(), $number), ' ')}">{$shown}</a>
      </xsl:when>
      <xsl:otherwise>
        <span class="milestone" data-added="">
          <xsl:if test="f:id(.)"><xsl:attribute name="id" select="f:id(.)"/></xsl:if>
          <xsl:value-of select="$shown"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
    <!-- It stands off from the word that it comes before, not from the rest of one. -->
    <xsl:if test="not($before/self::text()[matches(., '\S$')]) and $after[self::* or self::text()[matches(., '^\S')]]">
      <span class="parted"/>
    </xsl:if>
  </xsl:template>

  <!-- ## Editorial interventions -->

  <xsl:template match="gap" mode="m:xhtml">
    <xsl:variable name="about" as="xs:string" select="normalize-space(string-join((@reason, @quantity, @unit, @extent), ' '))"/>
    <xsl:variable name="told" as="xs:string*" select="if (desc) then $reading[not(. = 'edited')] else $reading"/>
    <span>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="$about"><xsl:attribute name="title" select="f:word('gap') || ': ' || $about"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="exists($told)">
        <span data-added="">
          <xsl:if test="count($told) != count($reading)"><xsl:sequence select="fp:limited($told)"/></xsl:if>
          <xsl:apply-templates select="." mode="m:gap"/>
        </span>
      </xsl:if>
    </span>
  </xsl:template>

  <xsl:template match="abbr" mode="m:xhtml">
    <xsl:call-template name="f:phrase"><xsl:with-param name="name" select="'abbr'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="choice" mode="m:xhtml">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="corrects" as="xs:boolean" select="f:is-correction(.)"/>
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(., ('choice', (corr, reg, expan)[1] ! f:responsibility(.)))"/>
      <xsl:if test="$corrects and not(f:id(.))"><xsl:attribute name="id" select="f:correction-id(.) || '-place'"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
    <xsl:if test="$corrects and not($in-link)">
      <xsl:call-template name="f:correction-mark"/>
    </xsl:if>
  </xsl:template>

  <!-- ## Lists -->

  <!-- Whatever is a list of things, each with its things: TEI's heading first, then the things; breaks go with what follows. -->
  <xsl:template match="list | castList | castGroup | listBibl | listPerson | listPlace | listOrg | listEvent | listObject
                       | listNym | listRelation | listWit | listApp | listChange" mode="m:xhtml">
    <xsl:variable name="lead" as="element()*" select="*[fp:is-lead(.) and not(preceding-sibling::*[not(fp:is-lead(.))])]"/>
    <xsl:variable name="rest" as="element()*" select="* except $lead"/>
    <div>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates select="$lead" mode="#current"/>
      <xsl:if test="parent::back and not($lead/self::head)"><xsl:apply-templates select="." mode="m:list-label"/></xsl:if>
      <xsl:choose>
        <xsl:when test="$rest/self::label">
          <dl>
            <!-- Labels as short as numbers stand beside their items. -->
            <xsl:if test="every $label in $rest/self::label satisfies string-length(normalize-space($label)) le 5">
              <xsl:attribute name="class" select="'numbered'"/>
            </xsl:if>
            <xsl:for-each-group select="$rest" group-ending-with="label | item">
              <!-- What comes before all labels has none. -->
              <xsl:if test="position() = 1 and not(current-group()[last()]/self::label)"><dt data-added=""/></xsl:if>
              <xsl:element name="{if (current-group()[last()]/self::label) then 'dt' else 'dd'}">
                <xsl:call-template name="fp:thing"/>
              </xsl:element>
            </xsl:for-each-group>
          </dl>
        </xsl:when>
        <xsl:when test="exists($rest[f:readings(.) = $reading])">
          <xsl:element name="{if (fp:is-numbered(.)) then 'ol' else 'ul'}">
            <xsl:if test="self::list and $rest[self::item/(@n | label)] or @type = 'simple' or matches(@rend, 'none|simple')"><xsl:attribute name="class" select="'plain'"/></xsl:if>
            <xsl:for-each-group select="$rest" group-ending-with="*[not(fp:is-passing(.))]">
              <li><xsl:call-template name="fp:thing"/></li>
            </xsl:for-each-group>
          </xsl:element>
        </xsl:when>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- What a list at the end of a text holds, where it does not say so itself. -->
  <xsl:mode name="m:list-label" on-no-match="shallow-skip"/>
  <xsl:variable name="fp:list-kinds" as="map(xs:string, xs:string)"
    select="map{'listPerson': 'person', 'listPlace': 'place', 'listOrg': 'org', 'listBibl': 'work'}"/>

  <xsl:template match="listPerson | listPlace | listOrg | listBibl" mode="m:list-label" as="element()">
    <p class="head" data-added="">{f:word('index-' || $fp:list-kinds(local-name()))}</p>
  </xsl:template>

  <!-- A list of facts without words is for machines. -->
  <xsl:template match="(listEvent | listRelation | listPlace | listPerson | listOrg)[not(normalize-space())][not(.//note or relation/fp:related(.))]" mode="m:xhtml" priority="3">
    <div hidden="hidden">
      <xsl:sequence select="f:attributes(.)[not(name() = 'data-inline')]"/>
      <xsl:for-each select=".//*[f:id(.)]"><span id="{f:id(.)}"/></xsl:for-each>
    </div>
  </xsl:template>

  <!-- One thing of a list: what passes before it, then its content. -->
  <xsl:template name="fp:thing">
    <xsl:variable name="thing" as="element()" select="current-group()[last()]"/>
    <xsl:variable name="plain" as="xs:boolean" select="f:is-plain-thing($thing)"/>
    <xsl:if test="$plain"><xsl:sequence select="f:attributes($thing)"/></xsl:if>
    <!-- One that only gives a thing its id, an extra of a play, say, is for machines. -->
    <xsl:if test="$plain and not(current-group()[2]) and not($thing/(* | text()[normalize-space()] | @n))"><xsl:attribute name="hidden" select="'hidden'"/></xsl:if>
    <xsl:apply-templates select="current-group()[not(position() = last())]" mode="m:xhtml"/>
    <xsl:choose>
      <xsl:when test="$plain">
        <xsl:for-each select="$thing[$fp:has-zones]"><xsl:call-template name="fp:zone-link"/></xsl:for-each>
        <xsl:if test="$thing/self::item/@n"><xsl:sequence select="f:added('n', normalize-space($thing/@n) || ' ')"/></xsl:if>
        <xsl:apply-templates select="$thing/node()" mode="m:xhtml"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="$thing" mode="m:xhtml"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="f:is-plain-thing" as="xs:boolean">
    <xsl:param name="thing" as="element()"/>
    <xsl:sequence select="exists($thing[self::item or self::label or self::castItem]) and deep-equal(f:readings($thing), $fp:both)"/>
  </xsl:function>

  <xsl:function name="fp:is-lead" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::head or self::headLabel or self::headItem or self::desc])"/>
  </xsl:function>

  <xsl:function name="fp:is-passing" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::pb or self::lb or self::cb or self::gb or self::milestone or self::anchor
      or self::note or self::fw or self::gap or self::index])"/>
  </xsl:function>

  <xsl:function name="fp:is-numbered" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="matches(string-join(($list/@type, $list/@rend), ' '), 'ordered|numbered') and not(matches($list/@type, 'unordered|unnumbered')) and not($list/item/@n)"/>
  </xsl:function>

  <!-- ## References -->

  <xsl:template match="ref" mode="m:xhtml">
    <xsl:call-template name="f:link">
      <xsl:with-param name="href" select="f:href(@target)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A reference without words is shown as a pointer is: a link has to have a name. -->
  <xsl:template match="ref[not(*) and not(normalize-space())]" mode="m:xhtml" priority="1">
    <xsl:value-of select="."/>
    <xsl:call-template name="fp:pointer"/>
  </xsl:template>

  <!-- References in a list of them, one below another. -->
  <xsl:template match="listRef/ref" mode="m:xhtml" priority="3">
    <div><xsl:next-match/></div>
  </xsl:template>

  <xsl:template match="ptr[not(node())]" mode="m:xhtml" name="fp:pointer">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="href" as="xs:string?" select="f:href(@target)"/>
    <xsl:choose>
      <xsl:when test="empty($href) or $in-link">
        <span data-added="">
          <xsl:sequence select="f:attributes(.)"/>
          <!-- What leads to nothing here is for machines. -->
          <xsl:value-of select="if (@target[not(matches(., '^\s*#'))]) then '[' || normalize-space(@target) || ']' else ()"/>
        </span>
      </xsl:when>
      <xsl:when test="starts-with($href, '#') and exists(f:target($href)/self::note/f:note-number(.))">
        <sup class="mark" data-added=""><a role="doc-noteref" class="noteref" href="{$href}">
          <xsl:variable name="number" as="xs:integer" select="f:note-number(f:target($href))"/>
          <xsl:sequence select="f:attributes(., ())"/>
          <xsl:attribute name="aria-label" select="f:word('note'), $number"/>
          <xsl:value-of select="$number"/>
        </a></sup>
      </xsl:when>
      <xsl:when test="starts-with($href, '#')">
        <a href="{$href}" data-added="">
          <xsl:sequence select="f:attributes(.)"/>
          <xsl:value-of select="(f:target($href)/(@n/string(), head[1]/f:plain(.))[normalize-space()], '→')[1]"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <a href="{$href}" data-added=""><xsl:sequence select="f:attributes(.)"/>{$href}</a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where a pointer's first usable target is: on this page, on that of another document, or on the web. -->
  <xsl:function name="f:href" as="xs:string?">
    <xsl:param name="target" as="xs:string?"/>
    <xsl:sequence select="(for $pointer in tokenize($target) return
      if (starts-with($pointer, '#')) then f:target($pointer) ! ('#' || f:anchor(.)) else ($links/key('fp:document', $pointer)/@href/string(), f:url($pointer))[1])[1]"/>
  </xsl:function>

  <xsl:key name="fp:document" match="link" use="@target" xpath-default-namespace=""/>

  <!-- The id under which an element that has an anchor is found on the page. -->
  <xsl:function name="f:anchor" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string($element/@xml:id) ! normalize-space()"/>
  </xsl:function>

  <xsl:template match="anchor[not(* or text())]" mode="m:xhtml">
    <xsl:if test="f:id(.)"><span class="anchor" id="{f:id(.)}"/></xsl:if>
    <xsl:call-template name="f:end-marks"/>
  </xsl:template>

  <!-- What names a work or a person on the web leads there. -->
  <xsl:template match="idno[not(*)][fp:address-of(.)]" mode="m:xhtml">
    <xsl:variable name="link" as="node()*">
      <xsl:call-template name="f:link">
        <xsl:with-param name="href" select="fp:address-of(.)"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="f:is-block(.)"><div><xsl:sequence select="$link"/></div></xsl:when>
      <xsl:otherwise><xsl:sequence select="f:space-before(.), $link, f:space-after(.)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="fp:address-of" as="xs:string?">
    <xsl:param name="identifier" as="element()"/>
    <xsl:variable name="said" as="xs:string" select="normalize-space($identifier)"/>
    <xsl:sequence select="(f:url($said), $identifier[lower-case(@type) = 'doi'][matches($said, '^10\.\d+/')] ! f:url('https://doi.org/' || $said))[1]"/>
  </xsl:function>

  <xsl:template match="email" mode="m:xhtml">
    <xsl:call-template name="f:phrase"><xsl:with-param name="name" select="'span'"/></xsl:call-template>
  </xsl:template>

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

  <!-- ## Examples of markup: the tags are shown, as added -->

  <xsl:mode name="m:example" on-multiple-match="fail" on-no-match="shallow-skip" visibility="public"/>

  <xsl:template match="*" mode="m:example">
    <xsl:variable name="edge" as="xs:string" select="if (f:separates(.)) then ' ' else ''"/>
    <span class="markup" data-added="">{$edge}&lt;{name()}<xsl:for-each select="@*"><xsl:text> </xsl:text>{name()}="{.}"</xsl:for-each>{if (node()) then () else '/'}&gt;{$edge}</span>
    <xsl:apply-templates mode="#current"/>
    <xsl:if test="node()"><span class="markup" data-added="">{$edge}&lt;/{name()}&gt;{$edge}</span></xsl:if>
  </xsl:template>

  <xsl:template match="text()" mode="m:example"><xsl:value-of select="."/></xsl:template>

</xsl:stylesheet>
