<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes that stand apart from the place they belong to, at the end of a book say: where their marks stand, how they are called, and whose they are. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- ## The mark has its place where the text points to the note, or where the note says that it belongs -->

  <xsl:key name="fp:pointing" match="ref[@target] | ptr[@target]" use="tokenize(@target)[starts-with(., '#')]"/>

  <xsl:key name="fp:corresponding" match="*[@corresp][not(self::note)]" use="tokenize(@corresp)[starts-with(., '#')]"/>
  <xsl:variable name="fp:has-corresponding" as="xs:boolean" r:if="note@xml:id+@corresp" select="exists($f:notes[@xml:id])"/>

  <!-- What holds nothing but notes. -->
  <xsl:variable name="fp:holding-notes" r:if="note@xml:id note@target note@targetEnd note@corresp note+annotation" as="map(xs:string, xs:boolean)" select="map:merge(
    ($f:notes[@xml:id or @target or @corresp or parent::annotation]/parent::*)[self::standOff or self::listAnnotation
        or not(* except (note, head, noteGrp, pb, lb, cb, fw, milestone, trailer)) and not(f:is-mixed(.))]
      ! map{generate-id(): true()})"/>

  <!-- The first place that belongs to each of them; of one that stands alone between paragraphs, where the text calls it by a number or sign. -->
  <xsl:variable name="fp:place-of-mark" r:if="note@xml:id note@target note@targetEnd note@corresp note+annotation" as="map(xs:string, element())" select="map:merge(
    for $note in $f:notes[@xml:id or @target or @corresp or parent::annotation], $held in map:contains($fp:holding-notes, generate-id($note/..))[. or fp:is-between-passages($note)],
        $place in (key('fp:pointing', '#' || $note/@xml:id, $document)[$held or self::ref[fp:label-said(.)]],
                   $note[$held] ! fp:end-of-range(.) ! key('fp:id', ., $document)[1][not(self::note or descendant::note intersect $note)],
                   $note[$held][not(@target)]/@corresp/tokenize(.)[starts-with(., '#')] ! key('fp:id', substring(., 2), $document)[1][not(descendant::note intersect $note)],
                   if ($held and $fp:has-corresponding) then key('fp:corresponding', '#' || $note/@xml:id, $document) else ())[fp:takes-mark(.)][1]
    return map{generate-id($note): $place})"/>
  <xsl:function name="fp:is-between-passages" r:if="note@xml:id" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="exists($note[@xml:id]/parent::*[self::body or self::back or self::front or starts-with(local-name(), 'div')])"/>
  </xsl:function>
  <xsl:variable name="fp:has-places" r:if="note@xml:id note@target note@targetEnd note@corresp note+annotation" as="xs:boolean" select="exists($f:notes) and map:size($fp:place-of-mark) gt 0"/>
  <xsl:variable name="fp:has-passages" r:if="note@xml:id note@target note@targetEnd note@corresp note+annotation" as="xs:boolean" select="some $note in $f:notes[$fp:has-places] satisfies $fp:place-of-mark(generate-id($note))[not(self::ref or self::ptr or self::anchor)]"/>
  <xsl:variable name="fp:marked" r:if="note@xml:id note@target note@targetEnd note@corresp note+annotation" as="map(xs:string, element()*)">
    <xsl:map>
      <xsl:for-each-group select="$f:notes[map:contains($fp:place-of-mark, generate-id())]" group-by="generate-id($fp:place-of-mark(generate-id()))">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- The ids of where the passage ends that a note says it is about: the end of a range first, else each thing it names. -->
  <xsl:function name="fp:end-of-range" r:if="note@xml:id note@target note@targetEnd note@corresp note+annotation" as="xs:string*">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="range" as="xs:string*" select="tokenize(analyze-string(string($note/@target), '#range\s*\(([^()]*)\)')//*:group[@nr = '1'], '[\s,]+')"/>
    <xsl:sequence select="($range[last()], ($note/@targetEnd, $note/@target, $note[not(@target)]/parent::annotation/@target)/tokenize(.)[starts-with(., '#')]) ! replace(., '^#', '')"/>
  </xsl:function>

  <!-- A point in the text, a phrase, a paragraph, a line. -->
  <xsl:function name="fp:can-end-with-mark" as="xs:boolean">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="exists($place/(self::ref | self::ptr | self::anchor)) or normalize-space($place)
      and (if (f:is-block($place)) then exists($place/(self::p | self::ab | self::l | self::head)) else not($place/parent::*/(self::list | self::row | self::table | self::choice | self::app | self::subst)))"/>
  </xsl:function>

  <xsl:function name="fp:takes-mark" as="xs:boolean">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="exists($place/ancestor::text) and exists(f:shown($place)) and fp:can-end-with-mark($place)
      and empty($place/ancestor-or-self::*[self::note or self::rdg or self::wit or self::witDetail or self::fw or self::head[f:heads-notes(.)]])
      and empty($place/ancestor::*[self::ref or self::listAnnotation or @ref or @key])"/>
  </xsl:function>

  <xsl:template match="(ref | ptr | anchor)[$fp:has-places][map:contains($fp:marked, generate-id())]" mode="m:xhtml" priority="35">
    <xsl:choose>
      <xsl:when test="normalize-space() or self::anchor or *"><xsl:next-match/></xsl:when>
      <xsl:when test="f:id(.)"><span class="anchor" id="{f:id(.)}"/></xsl:when>
    </xsl:choose>
    <xsl:for-each select="$fp:marked(generate-id())"><xsl:call-template name="fp:note-mark"/></xsl:for-each>
  </xsl:template>

  <!-- A passage that a note names has its mark at its end. -->
  <xsl:template match="*[$fp:has-passages][not(self::ref or self::ptr or self::anchor)][map:contains($fp:marked, generate-id())]" mode="m:xhtml" priority="34.5" r:if="note">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="marks" as="node()*"><xsl:for-each select="$fp:marked(generate-id())"><xsl:call-template name="fp:note-mark"/></xsl:for-each></xsl:variable>
    <xsl:sequence select="if (f:is-block(.)) then f:inserted($made, $marks, false()) else ($made, $marks)"/>
  </xsl:template>

  <xsl:template match="note[$fp:has-places][map:contains($fp:place-of-mark, generate-id())]" mode="m:marker" priority="3"/>

  <!-- ## What a note is called: as the text that points to it calls it, or as it says itself; all others have the numbers that are left -->

  <xsl:variable name="fp:calling" r:if="note@xml:id note@target note@targetEnd note@corresp note+annotation" as="map(xs:string, xs:string)" select="map:merge(
    for $note in $f:notes[$fp:has-places], $place in $fp:place-of-mark(generate-id($note))/self::ref
    return fp:label-said($place)[count($fp:marked(generate-id($place))) = 1] ! map{generate-id($place): .})"/>

  <!-- Signs and letters are kept where no two are the same, numbers where they rise from the first to the last. -->
  <xsl:variable name="fp:numbering" r:if="note@n" as="element()*" select="$f:notes[@n][not(map:contains($fp:place-of-mark, generate-id()))][fp:label-of(@n)]"/>
  <xsl:variable name="fp:numbered-itself" r:if="note@n" as="map(xs:string, xs:boolean)">
    <xsl:variable name="lettered" as="element()*" select="$fp:numbering[not(matches(fp:label-of(@n), '^[0-9]'))]"/>
    <xsl:variable name="counted" as="element()*" select="$fp:numbering[matches(fp:label-of(@n), '^[0-9]+$')]"/>
    <xsl:variable name="numbers" as="xs:integer*" select="$counted ! xs:integer(fp:label-of(@n))"/>
    <xsl:variable name="distinct" as="xs:boolean" select="count(distinct-values($lettered ! fp:label-of(@n))) = count($lettered)"/>
    <xsl:sequence select="map:merge((
      $lettered[$distinct or matches(fp:label-of(@n), '^\P{L}+$')],
      $counted[every $at in 2 to count($numbers) satisfies $numbers[$at] gt $numbers[$at - 1]]) ! map{generate-id(): true()})"/>
  </xsl:variable>

  <xsl:variable name="fp:said-label" r:if="note@n note@xml:id note@target note@targetEnd note@corresp note+annotation" as="map(xs:string, xs:string)" select="if (not($fp:has-places or exists($fp:numbering))) then map{} else map:merge(
    for $note in $f:notes
    return (if (map:contains($fp:numbered-itself, generate-id($note))) then fp:label-of($note/@n)
      else $fp:place-of-mark(generate-id($note)) ! ($fp:calling(generate-id(.)), $note/@n/fp:label-of(.))[1])
      ! map{generate-id($note): .})"/>
  <!-- Under one heading no two have the same: those that the words of the text call so keep it, else the first. -->
  <xsl:variable name="fp:own-label" r:if="note@n note@xml:id note@target note@targetEnd note@corresp note+annotation" as="map(xs:string, xs:string)">
    <xsl:choose>
      <xsl:when test="map:size($fp:said-label) = count(distinct-values($fp:said-label?*))"><xsl:sequence select="$fp:said-label"/></xsl:when>
      <xsl:otherwise>
        <xsl:map>
          <xsl:for-each-group select="$f:notes | $fp:heads-of-notes[count($fp:heads-of-notes) gt 1 or exists($fp:firsts-of-chapters)]" group-starting-with="head | note[map:contains($fp:chapters-begun, generate-id())]">
            <xsl:for-each-group select="current-group()[map:contains($fp:said-label, generate-id())]" group-by="$fp:said-label(generate-id())">
              <xsl:variable name="called" as="element()*" select="current-group()[$fp:place-of-mark(generate-id()) ! map:contains($fp:calling, generate-id())]"/>
              <xsl:for-each select="if (exists($called)) then $called else .">
                <xsl:map-entry key="generate-id()" select="current-grouping-key()"/>
              </xsl:for-each>
            </xsl:for-each-group>
          </xsl:for-each-group>
        </xsl:map>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="fp:relabelled" r:if="note@n note@xml:id note@target note@targetEnd note@corresp note+annotation" as="map(xs:string, xs:string)">
    <xsl:variable name="taken" as="map(xs:string, xs:boolean)" select="map:merge(map:keys($fp:own-label) ! map{$fp:own-label(.): true()}, map{'duplicates': 'use-first'})"/>
    <xsl:variable name="others" as="element()*" select="$f:notes[not(map:contains($fp:own-label, generate-id()))]"/>
    <xsl:variable name="left" as="xs:string*" select="if (map:size($taken) = 0) then () else (1 to 2 * count($f:notes)) ! string()[not(map:contains($taken, .))]"/>
    <xsl:sequence select="if (map:size($taken) = 0) then map{}
      else map:merge(($fp:own-label, for $n in 1 to count($others) return map{generate-id($others[$n]): $left[$n]}))"/>
  </xsl:variable>

  <xsl:variable name="fp:relabels" as="xs:boolean" select="map:size($fp:relabelled) gt 0"/>

  <!-- What the words of a reference say, if they are no more than what a note is called by. -->
  <xsl:function name="fp:label-said" as="xs:string?">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="fp:label-of(translate(normalize-space($place), '⁰¹²³⁴⁵⁶⁷⁸⁹', '0123456789'))"/>
  </xsl:function>

  <xsl:function name="fp:label-of" as="xs:string?" new-each-time="no" cache="yes">
    <xsl:param name="written" as="xs:string?"/>
    <xsl:variable name="bare" as="xs:string" select="replace(normalize-space($written), '^[\[(](.*)[\])]$|[.,:)]$', '$1')"/>
    <xsl:sequence select="if (matches($bare, '^0*[1-9][0-9]{0,3}$')) then string(xs:integer($bare))
      else $bare[matches(., '^([0-9]{1,4}[a-z]|[a-zA-Z]{1,2}|[ivxl]{1,6}|[*†‡§¶‖]{1,4})$')]"/>
  </xsl:function>

  <!-- What a note goes by. -->
  <xsl:function name="f:note-label" as="xs:string?">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="(if ($fp:relabels) then $fp:relabelled(generate-id($note)) else (), f:note-number($note) ! string())[1]"/>
  </xsl:function>

  <!-- It stands before the note in the list, where that would not count so itself. -->
  <xsl:function name="fp:labels" as="attribute()*">
    <xsl:param name="label" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="matches($label, '^[0-9]+$')"><xsl:attribute name="value" select="$label"/></xsl:when>
      <xsl:otherwise>
        <xsl:attribute name="data-label" select="$label"/>
        <xsl:attribute name="style" select="'list-style-type: &quot;' || $label || '. &quot;'"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- In what a heading is called by elsewhere there is no mark. -->
  <xsl:template match="ref[@target][fp:label-said(.)][key('fp:id', substring-after(@target, '#'), $document)[1]/self::note]" mode="m:plain" as="item()*" r:if="note"/>

  <!-- The reference is the mark; it stands raised where it follows a word at once. -->
  <xsl:template match="ref[$fp:has-places][map:contains($fp:calling, generate-id())]" mode="m:xhtml" priority="36">
    <xsl:variable name="note" as="element()" select="$fp:marked(generate-id())"/>
    <xsl:call-template name="fp:own-mark"><xsl:with-param name="id" select="f:own-id('ref', f:note-number($note))"/><xsl:with-param name="note" select="$note"/></xsl:call-template>
  </xsl:template>

  <!-- So is another reference to the same note by what it is called. -->
  <xsl:template match="ref[$fp:has-places][not(map:contains($fp:marked, generate-id()))][fp:label-said(.)][fp:label-said(.) = key('fp:id', substring-after(@target, '#'), $document)[1]/self::note/f:note-label(.)]"
      mode="m:xhtml" priority="32">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$in-link"><xsl:next-match/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="fp:own-mark"><xsl:with-param name="note" select="key('fp:id', substring-after(@target, '#'), $document)[1]"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="fp:own-mark" as="element()">
    <xsl:param name="id" as="xs:string?" select="()"/>
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="raised" as="xs:boolean" select="matches(preceding-sibling::node()[1], '\S$') and not(@rend or hi or matches(., '[⁰¹²³⁴⁵⁶⁷⁸⁹]'))"/>
    <xsl:element name="{if ($raised) then 'sup' else 'span'}">
      <xsl:attribute name="class" select="if ($raised) then 'mark own' else 'own'"/>
      <xsl:if test="$id"><xsl:attribute name="id" select="$id"/></xsl:if>
      <xsl:if test="$raised"><xsl:sequence select="$f:mark-way"/></xsl:if>
      <a role="doc-noteref" href="#{f:note-id($note)}" aria-label="{f:word('note')} {f:note-label($note)}">
        <xsl:sequence select="f:attributes(., 'noteref')"/>
        <xsl:apply-templates mode="#current"><xsl:with-param name="in-link" select="true()" tunnel="yes"/></xsl:apply-templates>
      </a>
    </xsl:element>
  </xsl:template>

  <!-- ## Notes that the file has as items or paragraphs: the reference is the mark, and they lead back to it -->

  <xsl:variable name="fp:calling-items" r:if="@type=note @type=notes @type=-note @type=-notes @type=footnote @type=footnotes @type=foot-note @type=foot-notes @type=endnote @type=endnotes @type=end-note @type=end-notes @type=backnote @type=backnotes @type=back-note @type=back-notes" as="map(xs:string, element())">
    <xsl:map>
      <xsl:for-each-group select="$fp:text//(list | div | div1 | div2)[matches(@type, '^(foot|end|back)?-?notes?$')]//(item | p | ab)[@xml:id][not(ancestor::note)]" group-by="string(@xml:id)">
        <xsl:variable name="item" as="element()" select="."/>
        <xsl:for-each select="key('fp:pointing', '#' || @xml:id, $document)[self::ptr or fp:label-said(.)][fp:takes-mark(.)][not(ancestor::* intersect $item/..)][1]">
          <xsl:map-entry key="generate-id()" select="$item"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>
  <xsl:variable name="fp:has-items" r:if="@type=note @type=notes @type=-note @type=-notes @type=footnote @type=footnotes @type=foot-note @type=foot-notes @type=endnote @type=endnotes @type=end-note @type=end-notes @type=backnote @type=backnotes @type=back-note @type=back-notes" as="xs:boolean" select="map:size($fp:calling-items) gt 0"/>
  <xsl:variable name="fp:called-items" r:if="@type=note @type=notes @type=-note @type=-notes @type=footnote @type=footnotes @type=foot-note @type=foot-notes @type=endnote @type=endnotes @type=end-note @type=end-notes @type=backnote @type=backnotes @type=back-note @type=back-notes" as="map(xs:string, xs:string)" select="map:merge(map:keys($fp:calling-items) ! map{generate-id($fp:calling-items(.)): .}, map{'duplicates': 'use-first'})"/>

  <xsl:template match="(ref | ptr)[$fp:has-items][map:contains($fp:calling-items, generate-id())]" mode="m:xhtml" priority="34">
    <xsl:variable name="item" as="element()" select="$fp:calling-items(generate-id())"/>
    <xsl:variable name="label" as="xs:string" select="(fp:label-said(.), @n/normalize-space()[.], $item/@n/normalize-space()[.], f:word('arrow'))[1]"/>
    <sup class="mark"><xsl:sequence select="$f:mark-way"/>
      <xsl:if test="not(normalize-space())"><xsl:attribute name="data-added"/></xsl:if>
      <a role="doc-noteref" href="#{f:anchor($item)}" id="{f:own-id(('call', f:anchor($item)))}" aria-label="{f:word('note')} {$label}">
        <xsl:sequence select="f:attributes(., 'noteref')[not(name() = 'id')]"/>
        <xsl:choose>
          <xsl:when test="normalize-space()"><xsl:apply-templates mode="#current"><xsl:with-param name="in-link" select="true()" tunnel="yes"/></xsl:apply-templates></xsl:when>
          <xsl:otherwise>{$label}</xsl:otherwise>
        </xsl:choose>
      </a>
    </sup>
    <xsl:if test="f:id(.)"><span class="anchor" id="{f:id(.)}"/></xsl:if>
  </xsl:template>

  <xsl:template match="(item | p | ab)[$fp:has-items][map:contains($fp:called-items, generate-id())]" mode="m:xhtml" priority="33" r:if="ref ptr">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="back" as="element()">
      <xsl:call-template name="f:back">
        <xsl:with-param name="to" select="f:own-id(('call', f:anchor(.)))"/>
        <xsl:with-param name="label" select="f:word('note')"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:sequence select="f:inserted($made, $back, false())"/>
  </xsl:template>

  <!-- ## Whose notes they are, where there are several persons' -->

  <xsl:variable name="fp:voices" r:if="note@type!=transcription-error+note@resp note@type!=transcription-error+note@type note@type!=transcription-error+note@subtype note@type!=transcription-error+note@place" as="xs:string*" select="distinct-values($f:notes[not(ancestor::note)] ! string(fp:voice(.)))"/>

  <!-- Who speaks in a note: whom it names, or as what; in the source also where it stands there. -->
  <xsl:function name="fp:voice" r:if="note@type!=transcription-error+note@resp note@type!=transcription-error+note@type note@type!=transcription-error+note@subtype note@type!=transcription-error+note@place" as="xs:string?">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="kinds" as="xs:string*" select="tokenize(lower-case(string-join($note/(@type, @subtype), ' ')))"/>
    <xsl:variable name="role" as="xs:string?" select="fp:role-coded($kinds)"/>
    <xsl:sequence select="if ($note/@resp[string()] and not(f:is-suggested($note))) then string-join(tokenize($note/@resp) ! fp:signing(.), ', ') else if ($role) then f:word($role)
      else $note/@place/tokenize(.)[starts-with(., 'margin') or . = ('left', 'right', 'top', 'interlinear')][1]
        ! f:word('place-' || replace(., '^margin[^a-z]*', '')[.], f:word('place-margin'))"/>
  </xsl:function>

  <!-- As whom somebody speaks whom codes call so. -->
  <xsl:function name="fp:role-coded" r:if="note@type!=transcription-error+note@resp note@type!=transcription-error+note@type note@type!=transcription-error+note@subtype note@type!=transcription-error+note@place" as="xs:string?">
    <xsl:param name="codes" as="xs:string*"/>
    <xsl:sequence select="if ($codes = ('author', 'authorial', 'auth')) then 'author'
      else if ($codes = ('editor', 'editorial', 'ed', 'editor-note')) then 'role-editor' else if ($codes = ('translator', 'trans', 'transl')) then 'role-translator' else ()"/>
  </xsl:function>

  <!-- The name of the person that a pointer leads to; where it leads nowhere, as what it calls whoever it is. -->
  <xsl:function name="fp:signing" as="xs:string" new-each-time="no" cache="yes">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="person" as="element()?" select="key('fp:id', substring-after($pointer, '#'), $document)[1]"/>
    <xsl:sequence select="(if ($person[self::person or self::personGrp or self::org]) then $person/(persName, orgName, name)[normalize-space()][1]/fp:name-in-order(.)
      else if ($person[self::editor or self::author or self::principal or self::persName or self::orgName or self::name[not(@type = ('application', 'software'))]])
        then $person/((persName, orgName, name)[normalize-space()], .)[1]/fp:name-in-order(.)
      else (), $pointer[not($person)] ! fp:role-coded(lower-case(replace(., '^.*#', ''))) ! f:word(.), fp:called($pointer))[.][1]"/>
  </xsl:function>

</xsl:stylesheet>
