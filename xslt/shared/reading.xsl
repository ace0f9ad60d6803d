<?xml version="1.0" encoding="UTF-8"?>
<!--
  The only place that chooses between alternatives. It says the same as the table in tei.py: a test compares the two
  over every element of TEI.
-->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:variable name="fp:both" static="yes" as="xs:string+" select="'edited', 'diplomatic'"/>

  <!-- The names of the elements with a rule in m:readings or m:aside; all others show, where they stand, in every reading. -->
  <xsl:variable name="f:deciding" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(for $name in tokenize('
    teiHeader xenoData index facsimile listWit listTranspose charDecl listPrefixDef linkGrp joinGrp altGrp timeline
    binaryObject corr reg ex supplied figDesc desc interp interpGrp span spanGrp certainty precision respons standOff
    facs dipl norm expan del surplus am metamark sourceDoc sic orig abbr note fw wit witDetail lem rdg')[.] return map{$name: true()})"/>

  <!-- Of these, those with a rule in m:aside, the only ones that leave the main text. The others alone decide in which readings they show. -->
  <xsl:variable name="fp:leaving" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(
    for $name in ('note', 'fw', 'wit', 'witDetail', 'rdg') return map{$name: true()})"/>
  <xsl:variable name="fp:limiting" static="yes" as="map(xs:string, xs:boolean)" select="map:remove($f:deciding, ('note', 'wit', 'witDetail', 'rdg'))"/>

  <xsl:mode name="m:readings" on-multiple-match="fail" visibility="public"/>
  <xsl:mode name="m:aside" on-multiple-match="fail" visibility="public"/>
  <xsl:mode name="m:marker" on-multiple-match="fail" visibility="public"/>

  <!-- In which readings does the element show, as far as it decides that itself? -->
  <xsl:function name="f:readings" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <xsl:when test="map:contains($fp:limiting, local-name($element)) or $fp:has-emptied"><xsl:apply-templates select="$element" mode="m:readings"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="$fp:both"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- In which of the readings asked for does it show, all that it stands in considered? -->
  <xsl:function name="f:shown" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="deciding" as="element()*" select="$element/ancestor-or-self::*[map:contains($fp:limiting, local-name())]"/>
    <xsl:sequence select="fp:within($reading, if ($fp:has-emptied) then ($deciding, $element/ancestor-or-self::*[fp:is-emptied(.)]) else $deciding)"/>
  </xsl:function>

  <!-- The readings that all of the elements show in. -->
  <xsl:function name="fp:within" as="xs:string*">
    <xsl:param name="readings" as="xs:string*"/>
    <xsl:param name="deciding" as="element()*"/>
    <xsl:sequence select="if (empty($deciding)) then $readings
      else let $in := f:readings(head($deciding)) return fp:within($readings[. = $in], tail($deciding))"/>
  </xsl:function>

  <xsl:template match="*" mode="m:readings" as="xs:string*">
    <xsl:sequence select="$fp:both"/>
  </xsl:template>

  <xsl:template match="teiHeader | xenoData | index | facsimile | listWit | listTranspose | charDecl
                       | listPrefixDef | linkGrp | joinGrp | altGrp | timeline | binaryObject"
                mode="m:readings" as="xs:string*"/>

  <xsl:template match="corr | reg | ex | supplied | figDesc | desc | interp | interpGrp | span | spanGrp | certainty
                       | precision | respons | standOff | choice[abbr]/expan"
                mode="m:readings" as="xs:string*">
    <xsl:sequence select="'edited'"/>
  </xsl:template>

  <xsl:template match="del | surplus | am | fw | metamark[not(parent::ellipsis)] | sourceDoc[../text] | choice[corr or reg or expan]/sic
                       | choice[corr or reg or expan]/orig | choice[corr or reg or expan]/abbr"
                mode="m:readings" as="xs:string*">
    <xsl:sequence select="'diplomatic'"/>
  </xsl:template>

  <!-- An entry may follow the passage it is about (double end-point), or stand off: then no word of its own is the text's. -->
  <xsl:template match="lem" mode="m:readings" as="xs:string*">
    <xsl:sequence select="$fp:both[not(f:is-of-passage(current()/ancestor::app[1]) or current()/ancestor::app[1][@from or @to or @loc]/ancestor::standOff)]"/>
  </xsl:template>

  <!-- One that holds what its ends point to, or stands right between them, holds its passage. -->
  <xsl:function name="f:is-of-passage" r:if="app@from" as="xs:boolean">
    <xsl:param name="entry" as="element()?"/>
    <xsl:variable name="begin" as="xs:string" select="replace(string($entry/@from), '^.*#', '')"/>
    <xsl:sequence select="exists($entry/@from[string()]) and f:holds-text($entry/..)
      and exists($entry/parent::*[text()[normalize-space()] or w or pc or seg or s or phr or cl]
        [not(ancestor-or-self::*[self::back or self::standOff or self::note or contains(@type, 'app')])])
      and not($entry/descendant::*/@xml:id = $begin)
      and (replace(string($entry/@to), '^.*#', '') = $begin
        or not($entry/preceding-sibling::node()[self::* or self::text()[normalize-space()]][1][@xml:id = $begin][not(node())]))"/>
  </xsl:function>

  <!-- A deletion that was taken back is none, and what was erased on a stone can still be read. -->
  <xsl:template match="del[$fp:has-restored and fp:is-restored(.) or fp:is-erased(.)]" mode="m:readings" as="xs:string*" priority="2">
    <xsl:sequence select="$fp:both"/>
  </xsl:template>
  <xsl:function name="fp:is-erased" r:if="del" as="xs:boolean">
    <xsl:param name="deletion" as="element()"/>
    <xsl:sequence select="tokenize($deletion/@rend) = 'erasure' and exists($deletion/ancestor::div[@type = 'edition'])"/>
  </xsl:function>
  <xsl:variable name="fp:has-restored" r:if="restore" as="xs:boolean" select="exists($document//restore)"/>
  <xsl:function name="fp:is-restored" r:if="restore" as="xs:boolean">
    <xsl:param name="deletion" as="element()"/>
    <xsl:sequence select="exists($deletion/ancestor::*[self::restore or self::del][1]/self::restore)"/>
  </xsl:function>

  <!-- What another witness deletes, or has too much, is what it reads: it is no text, and all are to know it. -->
  <xsl:template match="del[fp:is-witnessed(.)] | surplus[fp:is-witnessed(.)]" mode="m:readings" as="xs:string*" priority="2.5" r:if="rdg+del rdg+surplus">
    <xsl:sequence select="$fp:both"/>
  </xsl:template>
  <xsl:function name="fp:is-witnessed" r:if="rdg+del rdg+surplus" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::rdg[exists(f:aside(.))])"/>
  </xsl:function>

  <!-- ## Paragraphs, lines and the like of which a reading has nothing left: all of their words are deleted -->

  <xsl:variable name="fp:has-emptied" r:if="del surplus" as="xs:boolean" select="map:size($fp:emptied) gt 0"/>
  <xsl:variable name="fp:emptied" r:if="del surplus" as="map(xs:string, xs:boolean)" select="fp:emptied($document//(del | surplus)[fp:is-gone(.)]/.., map{})"/>

  <!-- Those among *candidates*, then those that stand round them. -->
  <xsl:function name="fp:emptied" r:if="del surplus" as="map(xs:string, xs:boolean)">
    <xsl:param name="candidates" as="element()*"/>
    <xsl:param name="known" as="map(xs:string, xs:boolean)"/>
    <xsl:variable name="found" as="element()*" select="$candidates/.[fp:is-left-empty(., $known)]"/>
    <xsl:sequence select="if (empty($found)) then $known
      else fp:emptied($found/.., map:merge(($known, $found ! map{generate-id(): true()})))"/>
  </xsl:function>

  <xsl:function name="fp:is-left-empty" r:if="del surplus" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="known" as="map(xs:string, xs:boolean)"/>
    <xsl:sequence select="exists($element[self::p or self::ab or self::head or self::l or self::lg or self::line or self::list or self::item[not(../label)]
        or self::div or self::div1 or self::div2 or self::div3 or self::div4 or self::sp or self::speaker or self::stage or self::opener or self::closer
        or self::salute or self::signed or self::dateline or self::trailer])
      and not($element/text()[normalize-space()]) and not(f:is-mixed($element/..))
      and (every $child in $element/* satisfies map:contains($known, generate-id($child))
        or fp:is-gone($child) or fp:is-place($child))
      and (not(f:holds-text($element/..)) or (every $sibling in $element/../* satisfies f:separates($sibling)))"/>
  </xsl:function>

  <xsl:function name="fp:is-gone" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::surplus[not(fp:is-witnessed(.))] or self::metamark[not(parent::ellipsis)] or self::del[not($fp:has-restored and fp:is-restored(.) or fp:is-erased(.) or fp:is-witnessed(.))]])"/>
  </xsl:function>

  <!-- Has the element nothing to show, be it for a reader's eyes or for those who cite? -->
  <xsl:function name="fp:is-place" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::anchor or self::lb or self::addSpan or self::delSpan or self::damageSpan or self::undo or self::redo or self::substJoin][not(node())])"/>
  </xsl:function>

  <xsl:function name="fp:is-emptied" r:if="del surplus" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="map:contains($fp:emptied, generate-id($element))"/>
  </xsl:function>

  <xsl:template match="*[$fp:has-emptied][fp:is-emptied(.)]" mode="m:readings" as="xs:string*" priority="3" r:if="del surplus">
    <xsl:sequence select="'diplomatic'"/>
  </xsl:template>

  <!-- The levels of Menota's editions of Nordic texts: the closest to the writing for one reading, the furthest from it for the other. -->
  <xsl:template match="choice/*:facs | choice/*:dipl | choice/*:norm" mode="m:readings" as="xs:string*" priority="1">
    <xsl:variable name="levels" as="xs:string+" select="'facs', 'dipl', 'norm'"/>
    <xsl:variable name="own" as="xs:integer" select="index-of($levels, local-name())"/>
    <xsl:variable name="others" as="xs:integer*" select="../*/index-of($levels, local-name())"/>
    <xsl:sequence select="if (not(fp:is-level(.))) then $fp:both
      else ('edited'[not($others &gt; $own)], 'diplomatic'[not($others &lt; $own)])"/>
  </xsl:template>
  <xsl:function name="fp:is-level" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="namespace-uri($element) = 'http://www.menota.org/ns/1.0'"/>
  </xsl:function>

  <!-- What leaves the main text, and for which stream; nothing for what stays. -->
  <xsl:function name="f:aside" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="map:contains($fp:leaving, local-name($element))"><xsl:sequence select="fp:aside($element)"/></xsl:if>
  </xsl:function>

  <!-- Its list, its mark and its place ask it each: it is told once. -->
  <xsl:function name="fp:aside" as="xs:string?" new-each-time="no" cache="yes">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="own" as="xs:string?" select="fp:own-aside($element)"/>
    <xsl:sequence select="if ($own = ('remark', 'table-note')) then string-join(($own, reverse($element/ancestor::*[map:contains($fp:leaving, local-name())] ! fp:own-aside(.))), '-') else $own"/>
  </xsl:function>
  <!-- What is read where it stands, or below its table, is read later where that is set aside itself. -->
  <xsl:function name="fp:own-aside" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:apply-templates select="$element" mode="m:aside"/>
  </xsl:function>

  <xsl:template match="*" mode="m:aside" as="xs:string?"/>
  <xsl:template match="note" mode="m:aside" as="xs:string?"><xsl:sequence select="'note'"/></xsl:template>
  <!-- What is remarked among utterances is read where it stands. -->
  <xsl:variable name="fp:has-speech" r:if="u" as="xs:boolean" select="exists($document//u)"/>
  <xsl:template match="u//note | note[$fp:has-speech][../u]" r:if="u" mode="m:aside" as="xs:string?"><xsl:sequence select="if (@place or fp:is-on-word(.)) then 'note' else 'remark'"/></xsl:template>
  <!-- What touches a word that is said, or stands within a phrase, would be read as a part of it: it has a mark. -->
  <xsl:function name="fp:is-on-word" r:if="u" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="before" as="node()?" select="$note/preceding-sibling::node()[self::* or self::text()][1]"/>
    <xsl:sequence select="exists($note/ancestor::u) and (matches($before/self::text(), '[\p{L}\p{M}\p{N}]$') or exists(($note/.., $before)/(self::abbr | self::distinct | self::emph | self::foreign
      | self::gloss | self::hi | self::mentioned | self::name | self::orgName | self::persName | self::placeName | self::rs | self::soCalled | self::term | self::unclear | self::w)))"/>
  </xsl:function>
  <!-- What is noted in an entry of a list of persons, places and the like is a part of the entry, and what is noted below a figure one of that. -->
  <xsl:template match="figure/note | person/note | personGrp/note | persona/note | place/note | org/note | event/note | object/note | nym/note
      | listApp/app[not(lem or rdg)]/note" mode="m:aside" as="xs:string?" priority="1">
    <xsl:sequence select="if (@place) then 'note' else 'remark'"/>
  </xsl:template>
  <!-- What nothing in a table or in the entry of a dictionary calls is said of the whole. -->
  <xsl:template match="table/note[not(@n or @target or @xml:id or @place or following-sibling::row)]" r:if="table+note" mode="m:aside" as="xs:string?" priority="1"><xsl:sequence select="'remark'"/></xsl:template>
  <xsl:template match="entry/note[not(@n or @target or @xml:id or @place)]" r:if="entry+note" mode="m:aside" as="xs:string?" priority="1"><xsl:sequence select="'remark'"/></xsl:template>
  <!-- So is what is noted of a text that a manuscript holds; a header has no streams. -->
  <xsl:template match="msItem/note[not(ancestor::teiHeader)] | msItemStruct/note[not(ancestor::teiHeader)]" r:if="msItem msItemStruct" mode="m:aside" as="xs:string?" priority="1">
    <xsl:sequence select="if (@place) then 'note' else 'remark'"/>
  </xsl:template>
  <!-- What a table calls by a letter or a sign belongs to it. -->
  <xsl:template match="note[@n][fp:is-of-table(.)]" r:if="table+note@n" mode="m:aside" as="xs:string?" priority="0.45"><xsl:sequence select="'table-note'"/></xsl:template>
  <xsl:function name="fp:is-of-table" r:if="table+note@n" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="matches($note/@n, '^\s*[\[(]?([a-z]{1,2}|[*†‡§¶‖]{1,4})[\])]?[.)]?\s*$') and not($note/@place = 'inline') and exists($note/ancestor::table)"/>
  </xsl:function>
  <!-- What somebody wrote on a letter afterwards is the source's, where it stands. -->
  <xsl:template match="note[@type = ('endorsement', 'docket', 'postmark')][not(ancestor::note or ancestor::head or ancestor::rdg)]" r:if="note@type=endorsement note@type=docket note@type=postmark" mode="m:aside" as="xs:string?" priority="1.8"><xsl:sequence select="'on-letter'"/></xsl:template>
  <!-- So is what the source has in the line, in smaller characters perhaps. -->
  <xsl:template match="note[@place = 'inline'][fp:is-phrase(.)]" r:if="note@place=inline" mode="m:aside" as="xs:string?" priority="1.5"><xsl:sequence select="'remark'"/></xsl:template>
  <xsl:function name="fp:is-phrase" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="not($note/descendant::*[map:contains($f:blocks, local-name())])"/>
  </xsl:function>
  <xsl:template match="note[@type = 'transcription-error']" r:if="note@type=transcription-error" mode="m:aside" as="xs:string?" priority="2">
    <xsl:sequence select="'correction'"/>
  </xsl:template>
  <!-- In a note that goes on over the page it stays in the note. -->
  <xsl:template match="fw" mode="m:aside" as="xs:string?">
    <xsl:sequence select="string-join(('fw', (ancestor::*[map:contains($f:deciding, local-name())] ! f:aside(.))[last()]), '-')"/>
  </xsl:template>
  <xsl:template match="wit | witDetail" mode="m:aside" as="xs:string?"><xsl:sequence select="'wit' || f:of-apparatus(.)"/></xsl:template>
  <!-- What is remarked on an entry stands in the entry. -->
  <xsl:template match="app/note | rdgGrp/note" mode="m:aside" as="xs:string?" priority="0.4"><xsl:sequence select="'app-note' || f:of-apparatus(.)"/></xsl:template>
  <!-- Notes of sources and parallels are an apparatus of their own. -->
  <xsl:template match="note[@type][fp:apparatus-named(@type)]" r:if="note@type+note@type!=transcription-error" mode="m:aside" as="xs:string?" priority="0.3"><xsl:sequence select="'note-' || fp:apparatus-named(@type)"/></xsl:template>
  <xsl:template match="rdg" mode="m:aside" as="xs:string?">
    <!-- The first reading of an entry without a lemma stands in the text. -->
    <xsl:variable name="entry" as="element()?" select="ancestor::app[1]"/>
    <xsl:sequence select="('rdg' || f:of-apparatus(.))[not($entry) or $entry//lem or not($entry/descendant::rdg[1] is current()) or f:is-of-passage($entry)]"/>
  </xsl:template>

  <!-- Which apparatus the part of an entry belongs to, if not the one at the foot: a list of entries in the text (or in a note, with which it goes), one of a kind, or what stands apart from its passage. -->
  <xsl:variable name="fp:has-listed" r:if="app+listApp app+div@type" as="xs:boolean" select="exists($document//(listApp | div[starts-with(@type, 'app')]))"/>
  <xsl:function name="f:of-apparatus" r:if="app" as="xs:string?">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="entry" as="element()?" select="$part/ancestor::app[1]"/>
    <xsl:sequence select="if (not($entry)) then () else if ($fp:has-listed and $entry/ancestor::*[self::listApp or self::div[starts-with(@type, 'app')]] and not($entry/ancestor::standOff)) then string-join(('-listed', $entry/ancestor::note[1]/f:aside(.)), '-')
      else string-join(($entry/@type/fp:apparatus-named(.) ! ('-' || .), '-apart'[$entry/(@from | @to)[string()]]))[.]"/>
  </xsl:function>
  <xsl:function name="fp:apparatus-named" as="xs:string?" new-each-time="no" cache="yes">
    <xsl:param name="type" as="xs:string"/>
    <xsl:variable name="kinds" as="xs:string*" select="tokenize(lower-case($type), '[\s_-]+')"/>
    <xsl:sequence select="if ($kinds = ('source', 'sources', 'fons', 'fontes', 'fontium')) then 'sources'
      else if ($kinds = ('testimonium', 'testimonia', 'testimoniorum', 'parallel', 'parallels', 'similia', 'loci')) then 'parallels' else ()"/>
  </xsl:function>

  <!-- The mark of what not all the readings asked for show. -->
  <xsl:function name="f:limits" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="shown" as="xs:string*" select="f:shown($element)"/>
    <xsl:sequence select="if (count($shown) = count($reading)) then () else fp:limited($shown)"/>
  </xsl:function>

  <xsl:function name="fp:limited" as="attribute()*">
    <xsl:param name="shown" as="xs:string*"/>
    <xsl:attribute name="data-reading" select="$shown"/>
    <xsl:if test="not($shown = $reading[1])">
      <xsl:attribute name="hidden" select="'hidden'"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
