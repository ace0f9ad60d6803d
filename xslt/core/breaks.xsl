<?xml version="1.0" encoding="UTF-8"?>
<!-- Ends of lines, pages and columns, milestones (Guidelines, 3.11): empty, as TEI has them; what somebody put into one follows its mark. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

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
      <xsl:if test="@break = 'no' and not($fp:runs-on) and ancestor::div/@type = 'edition'"><xsl:sequence select="f:added('hyphen', '-')"/></xsl:if>
      <xsl:if test="@break = 'no' and 'diplomatic' = $reading and ($fp:runs-on or not(ancestor::div/@type = 'edition')) and not(matches(preceding::text()[normalize-space()][1], '[-‐¬⸗=]\s*$'))">
        <span class="eol-hyphen" data-added=""><xsl:if test="'edited' = $reading"><xsl:sequence select="fp:limited('diplomatic')"/></xsl:if>-</span>
      </xsl:if>
      <br class="lb{' run'[$fp:runs-on]}">
        <xsl:if test="@break = 'no'"><xsl:attribute name="data-break" select="'no'"/></xsl:if>
        <xsl:if test="$fp:has-breaks and map:contains($fp:parts-nothing, generate-id()) and not(fp:follows-hyphen(.))">
          <xsl:attribute name="data-break" select="'none'"/>
        </xsl:if>
      </br>
    </xsl:if>
    <xsl:if test="f:id(.)"><span id="{f:id(.)}" class="anchor"/></xsl:if>
    <xsl:if r:if="lb@n" test="exists($number)">
      <xsl:sequence select="fp:line(., not($in-link), fp:spaced(., string(fp:line-of(@n))))"/>
    </xsl:if>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- The edition of a work that is cited by its passages is no inscription: it runs on. -->
  <xsl:variable name="fp:runs-on" r:if="div@type=edition" as="xs:boolean" select="exists($fp:text//div[@type = 'edition'][starts-with(@n, 'urn:cts:')])"/>

  <!-- Where TEI has only blocks, between two lines of verse or two items, the blocks are lines already. -->
  <xsl:function name="fp:is-between-blocks" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="map:contains($f:element-only, local-name($break/..)) and not(map:contains($fp:alternatives, local-name($break/..)))
      and not($break/../text()[normalize-space()])"/>
  </xsl:function>

  <!-- Every fifth line is numbered, also where its number follows that of an act and a scene (1.2.35). Its number is
       a link to its own place, to be copied by who cites the line. -->
  <xsl:variable name="fp:line-number" r:if="l@n lb@n" as="map(xs:string, xs:integer)"
    select="fp:numbered($fp:text//(l | lb)[@n][fp:line-of(@n) mod 5 = 0][not(@part = ('M', 'F'))]
      [not(self::lb[following-sibling::*[1][self::l/@n]])])"/>

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
    <xsl:variable name="shown" as="xs:string" select="fp:spaced(., if (self::cb and matches($number, '^\[?(\d[^\[\]\s]*|[ivxlcdm]+|\p{L})\]?$', 'i')) then '[' || f:word('unit-column') || '&#xA0;' || translate($number, '[]', '') || ']'
      else if (matches($number, '^[\[(].*[\])]$')) then $number else if ($number) then '[' || $number || ']'
      else if (preceding-sibling::node()[normalize-space() or self::*][1][self::pb][not(normalize-space(@n))]) then '' else '|')"/>
    <xsl:variable name="link" as="xs:string?" select="if (not($in-link) and $number) then fp:page-id(.) else ()"/>
    <xsl:choose>
      <!-- The number is a link to its own place, to be copied by who cites the page. -->
      <xsl:when test="$link">
        <a class="{local-name()}" data-added="" id="{$link}" href="#{$link}" aria-label="{if (self::cb and contains($shown, '&#xA0;')) then normalize-space(translate($shown, '[]', '')) else $label}">{$shown}</a>
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
      <xsl:value-of select="if (matches(string-join((@rend, @rendition), ' '), '\*|star|asteris[mk]', 'i')) then '* * *'
        else if (matches(string-join((@rend, @rendition), ' '), '(^|\W)(hr|rule|line|dash)(\W|$)', 'i')) then '———'
        else if (fp:is-scene-break(.)) then '* * *' else ()"/>
    </span>
    <xsl:if test="(@rend or @rendition) and following-sibling::node()[1][self::text()[matches(., '^\S')]]"><span class="parted"/></xsl:if>
  </xsl:template>

  <!-- Does the narrative pause between two paragraphs, where a print has stars or an empty line? -->
  <xsl:function name="fp:is-scene-break" as="xs:boolean">
    <xsl:param name="milestone" as="element()"/>
    <xsl:sequence select="matches($milestone/@unit, '^(sub)?section$|scene|^(text|section|thematic|narrative)?[-_ ]?break$|ornament', 'i')
      and exists($milestone/preceding-sibling::*[not(self::pb or self::lb or self::cb or self::gb or self::fw or self::note)][1][fp:is-passage-of-text(.)])
      and exists($milestone/following-sibling::*[not(self::pb or self::lb or self::cb or self::gb or self::fw or self::note)][1][fp:is-passage-of-text(.)])
      and fp:is-between-blocks($milestone)"/>
  </xsl:function>

  <xsl:function name="fp:is-passage-of-text" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="local-name($element) = ('p', 'ab', 'lg', 'q', 'quote', 'said', 'sp', 'cit', 'list', 'figure', 'table', 'floatingText')"/>
  </xsl:function>

  <!-- Where a section, a page of another edition or the like begins: as with pages, a link to its own place. What a web
       site shows at once (a card) is for machines. -->
  <xsl:template match="milestone[not(* or text())][normalize-space(@n)][not(@unit = 'card')]" mode="m:xhtml" priority="1">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="number" as="xs:string" select="normalize-space(@n)"/>
    <xsl:variable name="before" as="node()?" select="preceding-sibling::node()[1]"/>
    <xsl:variable name="after" as="node()?" select="following-sibling::node()[1]"/>
    <!-- What is no section is called by its unit. -->
    <xsl:variable name="unit" as="xs:string?" select="normalize-space(@unit)[matches($number, '^(\d\S*|[ivxlcdm]+|\p{L}|[一二三四五六七八九十百上中下]+)$', 'i')]
      [matches(., '^\p{L}+$')][not(matches(., '^((sub)?section|para(graph)?|p|sec|.*page)$', 'i'))]"/>
    <xsl:variable name="shown" as="xs:string" select="'[' || $unit ! ((f:word('passage-' || lower-case(.), ()), f:word('part-' || lower-case(.), ()), .)[1] || '&#xA0;') || $number || ']'"/>
    <xsl:variable name="link" as="xs:string?" select="if ($in-link) then () else fp:page-id(.)"/>
    <xsl:choose>
      <xsl:when test="$link">
        <a class="milestone" data-added="" id="{$link}" href="#{$link}" aria-label="{if (exists($unit)) then translate($shown, '[]', '') else string-join((@unit/normalize-space(), $number), ' ')}">{$shown}</a>
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

  <!-- ## Words that go on over the end of a line -->

  <!-- White space round a break within a word is none; a hyphen there is not seen where the lines of the source are not. -->
  <xsl:template name="fp:broken-text" r:if="lb pb cb gb">
    <xsl:param name="written" as="xs:string" select="string(.)"/>
    <xsl:variable name="id" as="xs:string" select="generate-id()"/>
    <xsl:variable name="text" as="xs:string" select="if (map:contains($fp:ends-in-word, $id)) then replace($written, '\s+$', '') else $written"/>
    <xsl:variable name="text" as="xs:string" select="if (map:contains($fp:starts-in-word, $id)) then replace($text, '^\s+', '') else $text"/>
    <xsl:choose>
      <xsl:when test="map:contains($fp:hyphened, $id)">
        <xsl:value-of select="substring($text, 1, string-length($text) - 1)"/>
        <span class="eol">{substring($text, string-length($text))}{$fp:hyphened($id)}</span>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="fp:within-words" r:if="lb pb cb gb" as="element()*" select="$document//(lb | pb | cb | gb)[@break = 'no'], $fp:within-lines"/>
  <!-- No space parts what is written in Chinese or Japanese: none is where one of their lines ends, whatever the language round them. -->
  <xsl:variable name="fp:east" static="yes" as="xs:string" select="'[&#x2E80;-&#x312F;&#x3190;-&#x9FFF;&#xF900;-&#xFAFF;&#xFE30;-&#xFE4F;&#xFF00;-&#xFFEF;&#x20000;-&#x3FFFF;]'"/>
  <xsl:variable name="fp:has-east" r:if="@xml:lang=zh* @xml:lang=ja* @xml:lang=chi* @xml:lang=zho* @xml:lang=jpn* @xml:lang=lzh* @xml:lang=och* @xml:lang=ltc* @xml:lang=yue* @xml:lang=cmn* @xml:lang=ojp*
      language@ident=zh* language@ident=ja* language@ident=chi* language@ident=zho* language@ident=jpn* language@ident=lzh* language@ident=och* language@ident=ltc* language@ident=yue* language@ident=cmn* language@ident=ojp*
      @xml:lang=vi-Hani* @xml:lang=ko-Hani* @xml:lang=vi-Hant*" as="xs:boolean" select="
    some $tag in ($fp:declared, $document/*/(. | TEI)/teiHeader/profileDesc/langUsage/language/@ident/string())
    satisfies matches($tag, '^(zh|ja|chi|zho|jpn|lzh|och|ltc|yue|cmn|ojp|(vi|ko)-Han[it])(-|$)', 'i')"/>
  <xsl:variable name="fp:within-lines" r:if="lb pb cb gb" as="element()*" select="
    if ($fp:has-east)
    then $document//(lb | pb | cb | gb)[not(@break)][matches(preceding::text()[normalize-space()][1], $fp:east || '\s*$') and matches(following::text()[normalize-space()][1], '^\s*' || $fp:east)]
    else ()"/>
  <xsl:variable name="fp:after-hyphens" r:if="lb" as="element()*" select="$document//lb[fp:follows-hyphen(.)]"/>
  <xsl:variable name="fp:has-breaks" r:if="lb pb cb gb" as="xs:boolean" select="exists($fp:within-words) or exists($fp:after-hyphens)"/>
  <xsl:variable name="fp:ends-in-word" r:if="lb pb cb gb" as="map(xs:string, xs:boolean)" select="map:merge(
    for $text in $fp:within-words/fp:blank(preceding::text()[1], true()) return map{generate-id($text): true()})"/>
  <xsl:variable name="fp:starts-in-word" r:if="lb pb cb gb" as="map(xs:string, xs:boolean)" select="map:merge(
    for $text in ($fp:within-words/fp:blank(following::text()[1], false()), $fp:after-hyphens/following-sibling::node()[1])
    return map{generate-id($text): true()}, map{'duplicates': 'use-first'})"/>
  <!-- The texts whose hyphens only say that a word goes on: by the sign, by the encoder's word, or since German compounds have none before a small letter. -->
  <xsl:variable name="fp:hyphened" r:if="lb" as="map(xs:string, xs:string)" select="map:merge(
    for $break in $fp:after-hyphens, $text in $break/preceding-sibling::node()[1]
    return if ($break/@break = 'no') then map{generate-id($text): ''}
      else if (matches($text, '[¬⸗]$') or $fp:joins-small and matches($break/following-sibling::node()[1], '^\s*\p{Ll}'))
      then map{generate-id($text): ' '} else (),
    map{'duplicates': 'use-first'})"/>
  <xsl:variable name="fp:joins-small" as="xs:boolean" select="matches($f:language, '^de(-|$)')"/>
  <!-- The ends of lines whose space is not seen: 1, and stands after the hyphen already: 2. -->
  <xsl:variable name="fp:parts-nothing" r:if="lb pb cb gb" as="map(xs:string, xs:integer)" select="map:merge(
    (for $break in $fp:after-hyphens return map{generate-id($break): if (map:contains($fp:hyphened, generate-id($break/preceding-sibling::node()[1]))) then 2 else 1},
    for $break in $fp:within-lines return map{generate-id($break): 2}))"/>

  <!-- Does a word break off before the end of this line, and go on after it? “Haupt- und Nebensache” does not. -->
  <xsl:function name="fp:follows-hyphen" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="matches($break/preceding-sibling::node()[1]/self::text(), '\p{L}[-‐¬⸗]$')
      and matches($break/following-sibling::node()[1]/self::text(), '^\s*\p{L}')
      and not(matches($break/following-sibling::node()[1], '^\s*(und|oder|u|bzw|bis|noch|wie|als|sowie|and|or|nor|to|et|ou|en|of|och|eller|og|y|o|e|ed)([^\p{L}]|$)'))"/>
  </xsl:function>

  <!-- ## Lines of the file that end within Chinese or Japanese -->

  <xsl:function name="fp:run-on" as="xs:string">
    <xsl:param name="written" as="text()"/>
    <xsl:variable name="once" as="xs:string" select="replace($written, $fp:end-in-east, '$1$2')"/>
    <!-- A single character stands between two ends. -->
    <xsl:variable name="text" as="xs:string" select="replace($once, $fp:end-in-east, '$1$2')"/>
    <xsl:variable name="text" as="xs:string" select="if (matches($text, '^\s*\n\s*' || $fp:east) and matches($written/preceding::text()[1], $fp:east || '$'))
      then replace($text, '^\s+', '') else $text"/>
    <xsl:sequence select="if (matches($text, $fp:east || '\s*\n\s*$') and matches($written/following::text()[1], '^' || $fp:east))
      then replace($text, '\s+$', '') else $text"/>
  </xsl:function>

  <xsl:variable name="fp:end-in-east" static="yes" as="xs:string" select="'(' || $fp:east || ')[ \t]*\n\s*(' || $fp:east || ')'"/>

  <!-- The text, and those beyond it as long as all are blank. -->
  <xsl:function name="fp:blank" as="text()*">
    <xsl:param name="text" as="text()?"/>
    <xsl:param name="back" as="xs:boolean"/>
    <xsl:sequence select="$text, if (empty($text) or normalize-space($text)) then ()
      else fp:blank(if ($back) then $text/preceding::text()[1] else $text/following::text()[1], $back)"/>
  </xsl:function>

</xsl:stylesheet>
