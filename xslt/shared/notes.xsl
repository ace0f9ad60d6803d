<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: a mark where each stands, and all of them in order after the text, with a way back. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:variable name="f:notes" as="element()*"
    select="$fp:standing/descendant-or-self::note[f:aside(.) = 'note'][exists(f:shown(.))]"/>
  <xsl:variable name="fp:note-number" as="map(xs:string, xs:integer)" select="fp:numbered($f:notes)"/>

  <xsl:function name="fp:numbered" as="map(xs:string, xs:integer)">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="map:merge(for $n in 1 to count($elements) return map{generate-id($elements[$n]): $n})"/>
  </xsl:function>

  <xsl:function name="f:note-number" as="xs:integer?">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="$fp:note-number(generate-id($note))"/>
  </xsl:function>

  <xsl:function name="f:note-id" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="(f:id($note), f:own-id('note', f:note-number($note)))[1]"/>
  </xsl:function>

  <!-- ## Notes that stand alone among paragraphs: a mark has its place in a line, that before them, or else after them -->

  <!-- Those that stand beside such a block, each with it. A heading with nothing but notes under it (notes at the end of a book) takes none. -->
  <xsl:variable name="fp:hosts" as="map(xs:string, element())">
    <xsl:map>
      <xsl:for-each select="($f:notes/parent::*)[self::div or self::body or self::front or self::back or self::lg or self::sp or self::div1 or self::div2
          or self::div3 or self::div4 or self::div5 or self::div6 or self::div7][p | ab | l | lg | list | quote | q | cit | sp | speaker][not(f:is-mixed(.))]">
        <xsl:for-each-group select="*" group-adjacent="exists(self::note)">
          <xsl:variable name="host" as="element()?" select="(current-group()[1]/preceding-sibling::*[1], current-group()[last()]/following-sibling::*[1])
            [self::p or self::ab or self::l or self::lg or self::list or self::quote or self::q or self::cit or self::sp or self::speaker or self::head][1]"/>
          <xsl:if test="current-grouping-key() and $host">
            <xsl:for-each select="current-group()[map:contains($fp:note-number, generate-id())]"><xsl:map-entry key="generate-id()" select="$host"/></xsl:for-each>
          </xsl:if>
        </xsl:for-each-group>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>
  <xsl:variable name="fp:has-alone" as="xs:boolean" select="map:size($fp:hosts) gt 0"/>
  <xsl:variable name="fp:hosted" as="map(xs:string, element()*)">
    <xsl:map>
      <xsl:for-each-group select="$f:notes[map:contains($fp:hosts, generate-id())]" group-by="generate-id($fp:hosts(generate-id()))">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:template match="(p | ab | l | lg | list | quote | q | cit | sp | speaker | head)[$fp:has-alone][map:contains($fp:hosted, generate-id())]" mode="m:xhtml" priority="30">
    <xsl:variable name="host" as="element()" select="."/>
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="notes" as="element()+" select="$fp:hosted(generate-id())"/>
    <xsl:variable name="before" as="node()*"><xsl:for-each select="$notes[. &lt;&lt; $host]"><xsl:call-template name="fp:note-mark"/></xsl:for-each></xsl:variable>
    <xsl:variable name="after" as="node()*"><xsl:for-each select="$notes[. &gt;&gt; $host]"><xsl:call-template name="fp:note-mark"/></xsl:for-each></xsl:variable>
    <xsl:sequence select="f:inserted(f:inserted($made, $before, true()), $after, false())"/>
  </xsl:template>

  <xsl:template match="note[$fp:has-alone][map:contains($fp:hosts, generate-id())]" mode="m:marker" priority="1"/>

  <!-- What was made, with *added* in its first line, or its last. -->
  <xsl:function name="f:inserted" as="node()*">
    <xsl:param name="made" as="node()*"/>
    <xsl:param name="added" as="node()*"/>
    <xsl:param name="first" as="xs:boolean"/>
    <xsl:variable name="with-words" as="node()*" select="$made[self::* or self::text()[normalize-space()]]"/>
    <xsl:variable name="edge" as="node()?" select="if ($first) then $with-words[1] else $with-words[last()]"/>
    <xsl:choose>
      <xsl:when test="empty($added)"><xsl:sequence select="$made"/></xsl:when>
      <xsl:when test="$edge[local-name() = ('div', 'p', 'blockquote', 'section', 'ul', 'ol', 'li', 'dl', 'dd', 'dt', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')][not(@data-reading)]">
        <xsl:for-each select="$made">
          <xsl:choose>
            <xsl:when test=". is $edge"><xsl:copy><xsl:sequence select="@*, f:inserted(node(), $added, $first)"/></xsl:copy></xsl:when>
            <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="if ($first) then ($added, $made) else ($made, $added)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- ## Notes that stand apart (at the end of a book, beside the text): the mark has its place where the text points to
       the note, or where the note says that it belongs -->

  <xsl:key name="fp:pointing" match="ref[@target] | ptr[@target]" use="tokenize(@target)[starts-with(., '#')]"/>

  <!-- What holds nothing but notes. -->
  <xsl:variable name="fp:holding-notes" as="map(xs:string, xs:boolean)" select="map:merge(
    ($f:notes[@xml:id or @target]/parent::*)[not(* except (note, head, noteGrp, pb, lb, cb, fw, milestone, trailer)) and not(f:is-mixed(.))]
      ! map{generate-id(): true()})"/>

  <!-- The first place that belongs to each of them. -->
  <xsl:variable name="fp:place-of-mark" as="map(xs:string, element())" select="map:merge(
    for $note in $f:notes[@xml:id or @target][map:contains($fp:holding-notes, generate-id(..))],
        $place in (key('fp:pointing', '#' || $note/@xml:id, $document),
                   key('fp:id', substring-after(tokenize($note/@target)[1], '#'), $document)[1]/self::anchor)[fp:takes-mark(.)][1]
    return map{generate-id($note): $place})"/>
  <xsl:variable name="fp:has-places" as="xs:boolean" select="map:size($fp:place-of-mark) gt 0"/>
  <xsl:variable name="fp:marked" as="map(xs:string, element()*)">
    <xsl:map>
      <xsl:for-each-group select="$f:notes[map:contains($fp:place-of-mark, generate-id())]" group-by="generate-id($fp:place-of-mark(generate-id()))">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- ## The number that the text itself gives a note, by which it is called then; all others have the numbers that are left -->

  <xsl:variable name="fp:calling" as="map(xs:string, xs:integer)" select="map:merge(
    for $note in $f:notes[$fp:has-places], $place in $fp:place-of-mark(generate-id($note))/self::ref
    return fp:number-said($place)[count($fp:marked(generate-id($place))) = 1] ! map{generate-id($place): .})"/>
  <xsl:variable name="fp:own-number" as="map(xs:string, xs:integer)" select="if (map:size($fp:calling) = 0) then map{} else map:merge(
    for $note in $f:notes, $place in $fp:place-of-mark(generate-id($note)),
        $number in ($fp:calling(generate-id($place)), $note[not(normalize-space($place))]/@n[matches(., '^\s*[0-9]{1,4}\s*$')] ! xs:integer(normalize-space()))[1]
    return map{generate-id($note): $number})"/>
  <xsl:variable name="fp:renumbered" as="map(xs:string, xs:integer)">
    <xsl:variable name="taken" as="map(xs:integer, xs:boolean)" select="map:merge(map:keys($fp:own-number) ! map{$fp:own-number(.): true()}, map{'duplicates': 'use-first'})"/>
    <xsl:variable name="left" as="xs:integer*" select="(1 to 2 * count($f:notes))[not(map:contains($taken, .))]"/>
    <xsl:variable name="others" as="element()*" select="$f:notes[not(map:contains($fp:own-number, generate-id()))]"/>
    <xsl:sequence select="if (map:size($taken) = 0) then map{}
      else map:merge(($fp:own-number, for $n in 1 to count($others) return map{generate-id($others[$n]): $left[$n]}))"/>
  </xsl:variable>

  <!-- What the words of a reference say, if they are no more than the number of a note. -->
  <xsl:function name="fp:number-said" as="xs:integer?">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="translate(normalize-space($place), '⁰¹²³⁴⁵⁶⁷⁸⁹', '0123456789')"/>
    <xsl:sequence select="if (matches($words, '^[\[(]?[0-9]{1,4}[\])]?[.,]?$')) then xs:integer(replace($words, '[^0-9]', '')) else ()"/>
  </xsl:function>

  <!-- The number that a note goes by. -->
  <xsl:function name="f:note-label" as="xs:integer?">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="($fp:renumbered(generate-id($note)), f:note-number($note))[1]"/>
  </xsl:function>

  <!-- The reference is the mark; it stands raised where it follows a word at once. -->
  <xsl:template match="ref[$fp:has-places][map:contains($fp:calling, generate-id())]" mode="m:xhtml" priority="36">
    <xsl:variable name="note" as="element()" select="$fp:marked(generate-id())"/>
    <xsl:variable name="raised" as="xs:boolean" select="matches(preceding-sibling::node()[1], '\S$') and not(@rend or hi or matches(., '[⁰¹²³⁴⁵⁶⁷⁸⁹]'))"/>
    <xsl:element name="{if ($raised) then 'sup' else 'span'}">
      <xsl:attribute name="class" select="if ($raised) then 'mark own' else 'own'"/>
      <xsl:attribute name="id" select="f:own-id('ref', f:note-number($note))"/>
      <a role="doc-noteref" href="#{f:note-id($note)}" aria-label="{f:word('note')} {f:note-label($note)}">
        <xsl:sequence select="f:attributes(., 'noteref')"/>
        <xsl:apply-templates mode="#current"><xsl:with-param name="in-link" select="true()" tunnel="yes"/></xsl:apply-templates>
      </a>
    </xsl:element>
  </xsl:template>

  <xsl:function name="fp:takes-mark" as="xs:boolean">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="exists($place/ancestor::text) and exists(f:shown($place))
      and empty($place/ancestor::*[self::note or self::rdg or self::fw or self::ref or self::listAnnotation or @ref or @key])"/>
  </xsl:function>

  <xsl:template match="(ref | ptr | anchor)[$fp:has-places][map:contains($fp:marked, generate-id())]" mode="m:xhtml" priority="35">
    <xsl:choose>
      <xsl:when test="normalize-space() or self::anchor or *"><xsl:next-match/></xsl:when>
      <xsl:when test="f:id(.)"><span class="anchor" id="{f:id(.)}"/></xsl:when>
    </xsl:choose>
    <xsl:for-each select="$fp:marked(generate-id())"><xsl:call-template name="fp:note-mark"/></xsl:for-each>
  </xsl:template>

  <xsl:template match="note[$fp:has-places][map:contains($fp:place-of-mark, generate-id())]" mode="m:marker" priority="3"/>

  <!-- What the note is called: as the source numbers it, else in order. -->
  <xsl:template match="note" mode="m:marker" name="fp:note-mark">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="number" as="xs:integer?" select="f:note-number(.)"/>
    <xsl:if test="exists($number) and not($in-link)">
      <sup class="mark" data-added=""><a role="doc-noteref" class="noteref" href="#{f:note-id(.)}"
        id="{f:own-id('ref', $number)}" aria-label="{f:word('note')} {f:note-label(.)}">{f:note-label(.)}</a></sup>
    </xsl:if>
    <!-- In the header there is no list of notes to lead to. -->
    <xsl:if test="ancestor::teiHeader">
      <xsl:variable name="words" as="xs:string" select="replace(normalize-space(), '^\(\s*([^()]*?)\s*\)(\.?)$', '$1$2')"/>
      <xsl:if test="$words"><span class="note" data-added=""> ({$words}) </span></xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- In a description it is a paragraph like the others. -->
  <xsl:template match="(msDesc | msPart | msFrag | msContents | msItem | msItemStruct | physDesc | history | additional | adminInfo)/note[ancestor::teiHeader]" mode="m:marker" priority="1">
    <div class="note datum" data-added="">
      <xsl:apply-templates mode="m:xhtml"/>
    </div>
  </xsl:template>

  <xsl:template match="note[f:aside(.) = 'remark']" mode="m:marker" priority="2">
    <xsl:variable name="within" as="xs:boolean" select="exists((ancestor::u, ancestor::p)) or f:is-mixed(..)"/>
    <xsl:element name="{if (f:has-blocks(.)) then 'div' else if ($within) then 'span' else 'p'}">
      <xsl:attribute name="data-aside" select="'remark'"/>
      <xsl:if test="$within and f:has-blocks(.)"><xsl:attribute name="data-inline"/></xsl:if>
      <xsl:sequence select="f:limits(.), f:attributes(., ('remark', @type ! ('type-' || f:token(.))))[not(name() = 'data-apart')]"/>
      <xsl:variable name="bracketed" as="xs:boolean" select="@place = 'inline' and not(matches(., '^\s*[(（\[［〔【]'))"/>
      <xsl:if test="$bracketed"><xsl:sequence select="f:added('mark', '(')"/></xsl:if>
      <xsl:apply-templates mode="m:xhtml"/>
      <xsl:if test="$bracketed"><xsl:sequence select="f:added('mark', ')')"/></xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template name="f:notes" as="element()?">
    <xsl:if test="exists($f:notes)">
      <section class="notes" role="doc-endnotes" aria-labelledby="{f:own-id('notes')}">
        <h2 id="{f:own-id('notes')}" data-added="">{f:word('notes')}</h2>
        <ol>
          <xsl:sequence select="f:aside-language()"/>
          <xsl:for-each select="$f:notes">
            <li id="{f:note-id(.)}">
              <xsl:if test="map:size($fp:renumbered) gt 0"><xsl:attribute name="value" select="f:note-label(.)"/></xsl:if>
              <xsl:sequence select="f:limits(.)"/>
              <div data-aside="note">
                <xsl:sequence select="f:attributes(.)[not(name() = 'id')]"/>
                <xsl:apply-templates select="node()" mode="m:xhtml"/>
              </div>
              <xsl:call-template name="f:back">
                <xsl:with-param name="to" select="f:own-id('ref', position())"/>
                <xsl:with-param name="label" select="f:word('note') || ' ' || f:note-label(.)"/>
              </xsl:call-template>
            </li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The way back to where a note stands. -->
  <xsl:template name="f:back" as="element()">
    <xsl:param name="to" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <a class="back" role="doc-backlink" data-added="" href="#{$to}" aria-label="{f:word('back')} ({$label})"> ↩&#xFE0E;</a>
  </xsl:template>

</xsl:stylesheet>
