<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: a mark where each stands, and all of them in order after the text, with a way back. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:variable name="fp:every-note" r:if="note@type!=transcription-error" as="element()*"
    select="$fp:standing/descendant-or-self::note[f:aside(.) = 'note'][exists(f:shown(.))]"/>
  <!-- What follows a note at once and only goes on with it, over the page say, is no note of its own. -->
  <xsl:variable name="fp:goes-on" r:if="note@prev" as="map(xs:string, element())" select="map:merge(
    for $n in 2 to count($fp:every-note) return let $note := $fp:every-note[$n], $before := $fp:every-note[$n - 1]
      return if (normalize-space($note/@prev) = '#' || $before/@xml:id) then map{generate-id($before): $note} else ())"/>
  <xsl:variable name="f:notes" r:if="note@type!=transcription-error" as="element()*">
    <xsl:choose>
      <xsl:when test="map:size($fp:goes-on) gt 0" r:if="note@prev"><xsl:sequence select="$fp:every-note except $fp:goes-on?*"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="$fp:every-note"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="fp:note-number" r:if="note@type!=transcription-error" as="map(xs:string, xs:integer)" select="fp:numbered($f:notes)"/>

  <xsl:function name="fp:numbered" as="map(xs:string, xs:integer)">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="map:merge(for $n in 1 to count($elements) return map{generate-id($elements[$n]): $n})"/>
  </xsl:function>

  <xsl:function name="f:note-number" r:if="note@type!=transcription-error" as="xs:integer?">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="$fp:note-number(generate-id($note))"/>
  </xsl:function>

  <xsl:function name="f:note-id" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="fp:note-id($note, f:note-number($note))"/>
  </xsl:function>

  <xsl:function name="fp:note-id" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:param name="number" as="xs:integer?"/>
    <xsl:sequence select="if ($note/@xml:id) then (f:id($note), f:own-id('note', $number))[1] else f:own-id('note', $number)"/>
  </xsl:function>

  <!-- ## Notes that stand alone among paragraphs: a mark has its place in a line, that before them, or else after them -->

  <!-- Those that stand beside such a block, each with it. A heading with nothing but notes under it (notes at the end of a book) takes none. -->
  <xsl:variable name="fp:hosts" r:if="note@type!=transcription-error" as="map(xs:string, element())">
    <xsl:map>
      <xsl:for-each select="($f:notes/parent::*)[self::div or self::body or self::front or self::back or self::lg or self::sp or self::div1 or self::div2
          or self::div3 or self::div4 or self::div5 or self::div6 or self::div7][p | ab | l | lg | list | quote | q | cit | sp | speaker][not(f:is-mixed(.))]">
        <xsl:for-each-group select="*" group-adjacent="exists(self::note)">
          <xsl:variable name="host" as="element()?" select="(current-group()[1]/preceding-sibling::*[1], current-group()[last()]/following-sibling::*[1])
            [self::p or self::ab or self::l or self::lg or self::list or self::quote or self::q or self::cit or self::sp or self::speaker or self::head][1]"/>
          <xsl:if test="current-grouping-key() and $host">
            <xsl:for-each select="current-group()[map:contains($fp:note-number, generate-id())][not(fp:is-called(.))]"><xsl:map-entry key="generate-id()" select="$host"/></xsl:for-each>
          </xsl:if>
        </xsl:for-each-group>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>
  <!-- Is its mark in the text already? -->
  <xsl:function name="fp:is-called" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:choose>
      <xsl:when test="$note/@xml:id" r:if="note@xml:id"><xsl:sequence select="map:contains($fp:place-of-mark, generate-id($note))"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="false()"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:variable name="fp:has-alone" r:if="note@type!=transcription-error" as="xs:boolean" select="exists($f:notes) and map:size($fp:hosts) gt 0"/>
  <xsl:variable name="fp:hosted" r:if="note@type!=transcription-error" as="map(xs:string, element()*)">
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

  <!-- What the note is called: as the source numbers it, else in order. -->
  <xsl:template match="note" mode="m:marker" name="fp:note-mark">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="number" as="xs:integer?" select="f:note-number(.)"/>
    <xsl:if test="exists($number) and not($in-link)">
      <xsl:variable name="label" as="xs:string" select="f:note-label(.)"/>
      <sup class="mark" data-added=""><xsl:sequence select="$f:mark-way"/><a role="doc-noteref" class="noteref" href="#{fp:note-id(., $number)}"
        id="{f:own-id('ref', $number)}" aria-label="{f:word('note')} {$label}">{$label}</a></sup>
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

  <xsl:template match="note[matches(f:aside(.), '^(remark|on-letter)')]" r:if="u table+note entry+note note@place=inline figure person personGrp persona place org event object nym msItem msItemStruct listApp note@type=endorsement note@type=docket note@type=postmark" mode="m:marker" priority="2">
    <xsl:variable name="within" as="xs:boolean" select="not(parent::table or parent::entry) and (exists((ancestor::u, ancestor::p, parent::app)) or f:is-mixed(..))"/>
    <!-- What nobody says is told from what is said. -->
    <xsl:variable name="unsaid" as="xs:boolean" select="not(@place or @type = 'speaker') and $within and exists(ancestor::u) and not(f:has-blocks(.))"/>
    <xsl:if test="preceding-sibling::node()[1][self::gap or self::pause or self::shift]"><span class="parted"/></xsl:if>
    <xsl:element name="{if (f:has-blocks(.)) then 'div' else if ($within) then 'span' else 'p'}">
      <xsl:attribute name="data-aside" select="f:aside(.)"/>
      <xsl:if test="$within and f:has-blocks(.)"><xsl:attribute name="data-inline"/></xsl:if>
      <xsl:sequence select="f:limits(.), f:attributes(., ('remark', @type ! ('type-' || f:token(.))))[not(name() = 'data-apart')]"/>
      <xsl:if test="f:aside(.) = 'on-letter'"><xsl:sequence select="f:added('datum-label', fp:on-letter(.) || ': ')"/></xsl:if>
      <xsl:variable name="bracketed" as="xs:boolean" select="@place = 'inline' and not(matches(., '^\s*[(（\[［〔【]'))"/>
      <!-- Chinese and Japanese have brackets as wide as their characters. -->
      <xsl:variable name="wide" as="xs:boolean" select="$bracketed and $fp:has-east and matches(., '^\s*' || $fp:east)"/>
      <xsl:if test="$bracketed"><xsl:sequence select="f:added('mark', if ($wide) then '（' else '(')"/></xsl:if>
      <xsl:if test="$unsaid"><xsl:sequence select="fp:bracket(., '[', false())"/></xsl:if>
      <xsl:apply-templates mode="m:xhtml"/>
      <xsl:if test="$unsaid"><xsl:sequence select="fp:bracket(., ']', true())"/></xsl:if>
      <xsl:if test="$bracketed"><xsl:sequence select="f:added('mark', if ($wide) then '）' else ')')"/></xsl:if>
    </xsl:element>
    <xsl:if test="$unsaid and following-sibling::node()[1][self::text()[matches(., '^[\p{L}\p{N}]')]]"><span class="parted"/></xsl:if>
  </xsl:template>

  <!-- What it is, where on the letter, and by whom. -->
  <xsl:function name="fp:on-letter" r:if="note@type=endorsement note@type=docket note@type=postmark" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="hand" as="element()?" select="$note/@hand/key('fp:id', substring-after(tokenize(.)[1], '#'), $document)[1]"/>
    <xsl:sequence select="string-join((f:word('letter-' || $note/@type), $note/@place/tokenize(.) ! f:word('place-' || ., translate(., '_-', '  ')),
      $hand/((@scribe, persName[1]/f:plain(.), f:plain(.)) ! normalize-space(.))[.][1]), ', ')"/>
  </xsl:function>

  <xsl:template name="f:notes" r:if="note@type!=transcription-error" as="element()?">
    <xsl:if test="exists($f:notes)">
      <section class="notes" role="doc-endnotes" aria-labelledby="{f:own-id('notes')}">
        <xsl:variable name="lone" as="element()?" select="$fp:heads-of-notes[count($fp:heads-of-notes) = 1][empty($fp:firsts-of-chapters)]"/>
        <xsl:choose>
          <xsl:when test="$lone" r:if="head+note@xml:id head+note@target head+note@corresp"><xsl:for-each select="$lone"><xsl:call-template name="fp:heading-of-notes"><xsl:with-param name="level" select="2"/></xsl:call-template></xsl:for-each></xsl:when>
          <xsl:otherwise><h2 id="{f:own-id('notes')}" data-added="">{f:word('notes')}</h2></xsl:otherwise>
        </xsl:choose>
        <xsl:for-each-group select="$f:notes | $fp:heads-of-notes[not($lone)]" group-starting-with="head | note[map:contains($fp:chapters-begun, generate-id())]">
            <xsl:for-each r:if="note@n note@xml:id note@target note@targetEnd note@corresp note+annotation" select="current-group()[1][self::note][map:contains($fp:chapters-begun, generate-id())]">
              <h3 id="{f:own-id('notes-of', f:note-number(.))}" data-added="">{(fp:chapter(.) ! f:plain(.), f:word('notes'))[1]}</h3>
            </xsl:for-each>
          <xsl:for-each r:if="head+note@xml:id head+note@target head+note@corresp" select="current-group()[self::head]"><xsl:call-template name="fp:heading-of-notes"><xsl:with-param name="level" select="3"/></xsl:call-template></xsl:for-each>
          <xsl:if test="current-group()[self::note]">
            <ol>
              <!-- Notes that all run another way than the text have their numbers on their own side. -->
              <xsl:variable name="ways" as="xs:string*" select="if (every $note in current-group()[self::note] satisfies $note/@xml:lang)
                then distinct-values(current-group()[self::note] ! f:direction(string(f:language-tag(@xml:lang)))) else ()"/>
              <xsl:choose>
                <xsl:when test="count($ways) = 1 and $ways != f:direction($f:language)">
                  <xsl:sequence select="f:aside-language()[not(name() = 'dir')]"/>
                  <xsl:attribute name="dir" select="$ways"/>
                </xsl:when>
                <xsl:otherwise><xsl:sequence select="f:aside-language()"/></xsl:otherwise>
              </xsl:choose>
              <xsl:for-each select="current-group()[self::note]"><xsl:call-template name="fp:noted"/></xsl:for-each>
            </ol>
          </xsl:if>
        </xsl:for-each-group>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A note in the list, with the way back to its mark, if it has one. -->
  <xsl:template name="fp:noted" as="element()">
    <xsl:variable name="label" as="xs:string" select="f:note-label(.)"/>
    <xsl:variable name="number" as="xs:integer?" select="f:note-number(.)"/>
    <li id="{fp:note-id(., $number)}">
      <xsl:if test="$fp:relabels"><xsl:sequence select="fp:labels($label)"/></xsl:if>
      <xsl:sequence select="f:limits(.)"/>
      <div data-aside="note">
        <xsl:choose>
          <xsl:when test="@xml:id"><xsl:sequence select="f:attributes(.)[not(name() = 'id')]"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="f:attributes"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="$fp:has-leftwards"><xsl:sequence select="f:way-of-note(.)"/></xsl:if>
        <xsl:choose>
          <xsl:when test="$fp:voices[2] and not(ancestor::note) and fp:voice(.)">
            <xsl:variable name="made" as="node()*"><xsl:apply-templates select="node()" mode="m:xhtml"/></xsl:variable>
            <xsl:sequence select="f:inserted($made, f:added('voice', ' [' || fp:voice(.) || ']'), false())"/>
          </xsl:when>
          <xsl:otherwise><xsl:apply-templates select="node()" mode="m:xhtml"/></xsl:otherwise>
        </xsl:choose>
      </div>
      <xsl:for-each r:if="note@prev" select="fp:parts-after(.)">
        <div data-aside="note">
          <xsl:sequence select="f:attributes(.), f:way-of-note(.)"/>
          <xsl:apply-templates select="node()" mode="m:xhtml"/>
        </div>
      </xsl:for-each>
      <xsl:if test="not(fp:is-unmarked(.))">
        <xsl:call-template name="f:back">
          <xsl:with-param name="to" select="f:own-id('ref', $number)"/>
          <xsl:with-param name="label" select="f:word('note') || ' ' || $label"/>
        </xsl:call-template>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:function name="fp:parts-after" r:if="note@prev" as="element()*">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="$fp:goes-on(generate-id($note)) ! (., fp:parts-after(.))"/>
  </xsl:function>

  <!-- Does nothing in the text lead to a note that stands with others under a heading? -->
  <xsl:function name="fp:is-unmarked" r:if="head+note@xml:id head+note@target head+note@corresp" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="$fp:has-heads-of-notes and not(map:contains($fp:place-of-mark, generate-id($note)))
      and exists($note/(.., parent::noteGrp/..)/head[map:contains($fp:heads-notes, generate-id())])"/>
  </xsl:function>

  <!-- The way back to where a note stands. -->
  <xsl:template name="f:back" as="element()">
    <xsl:param name="to" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <a class="back" role="doc-backlink" data-added="" href="#{$to}" aria-label="{f:word('back')} ({$label})"> ↩&#xFE0E;</a>
  </xsl:template>

</xsl:stylesheet>
