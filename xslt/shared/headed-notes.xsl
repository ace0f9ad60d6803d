<?xml version="1.0" encoding="UTF-8"?>
<!-- The headings over notes that stand together: they go with them into the list. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- As asides.py has it: what holds nothing but notes, one of which at least says where it belongs or can be pointed to. -->
  <xsl:variable name="fp:heads-of-notes" r:if="head+note@xml:id head+note@target head+note@corresp" as="element()*" select="if (empty($f:notes)) then () else $f:notes/(parent::*, parent::noteGrp/parent::*)/head[f:heads-notes(.)]"/>
  <xsl:variable name="fp:heads-notes" r:if="head+note@xml:id head+note@target head+note@corresp" as="map(xs:string, xs:boolean)" select="map:merge($fp:heads-of-notes ! map{generate-id(): true()})"/>
  <xsl:variable name="fp:has-heads-of-notes" r:if="head+note@xml:id head+note@target head+note@corresp" as="xs:boolean" select="exists($fp:heads-of-notes)"/>

  <xsl:function name="f:heads-notes" r:if="head+note@xml:id head+note@target head+note@corresp" as="xs:boolean">
    <xsl:param name="head" as="element()"/>
    <xsl:variable name="first" as="element()?" select="$head/following-sibling::*[not(self::head or self::pb or self::lb or self::cb or self::fw or self::milestone)][1]/(self::note, self::noteGrp/note[1])"/>
    <xsl:sequence select="exists($head/parent::*[self::div or self::div1 or self::div2 or self::div3 or self::div4 or self::div5 or self::div6 or self::div7 or self::noteGrp]
        [not(* except (note, head, noteGrp, pb, lb, cb, fw, milestone, trailer))][not(text()[normalize-space()])][(note, noteGrp/note)/(@xml:id, @target, @corresp)])
      and exists($first[f:aside(.) = 'note'])"/>
  </xsl:function>

  <xsl:template match="head[$fp:has-heads-of-notes][map:contains($fp:heads-notes, generate-id())]" mode="m:xhtml" priority="40"/>

  <!-- A division whose notes and heading have all gone leaves nothing but its place. -->
  <xsl:template match="(div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | noteGrp)[$fp:has-heads-of-notes][head[map:contains($fp:heads-notes, generate-id())]]" mode="m:xhtml" priority="37">
    <xsl:if test="f:id(.) and not(f:is-block(.))"><span class="anchor" id="{f:id(.)}"/></xsl:if>
    <xsl:if test="f:is-block(.) and (f:id(.) or * except (head | note[f:aside(.) = 'note']))">
      <div>
        <xsl:if test="f:id(.)"><xsl:attribute name="id" select="f:id(.)"/></xsl:if>
        <xsl:apply-templates mode="#current"/>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note[$fp:has-heads-of-notes][map:contains($fp:note-number, generate-id())][(.., parent::noteGrp/..)/head[map:contains($fp:heads-notes, generate-id())]]" mode="m:marker" priority="2.5"/>

  <!-- Where the numbers begin anew with each chapter, its heading stands over its notes. -->
  <xsl:variable name="fp:firsts-of-chapters" r:if="note@n note@xml:id note@target note@targetEnd note@corresp note+annotation" as="element()*" select="
    if (map:size($fp:said-label) = count(distinct-values($fp:said-label?*))) then ()
    else $f:notes[map:contains($fp:holding-notes, generate-id(..))][not(preceding-sibling::*[self::note or self::head])][exists(fp:chapter(.))]"/>
  <xsl:variable name="fp:chapters-begun" r:if="note@n note@xml:id note@target note@targetEnd note@corresp note+annotation" as="map(xs:string, xs:boolean)" select="map:merge(($fp:firsts-of-chapters, $fp:firsts-in-line) ! map{generate-id(): true()})"/>
  <!-- So it does over notes in the line that come after those that have a heading. -->
  <xsl:variable name="fp:firsts-in-line" r:if="head+note@xml:id head+note@target head+note@corresp" as="element()*">
    <xsl:for-each-group select="$f:notes[count($fp:heads-of-notes) gt 1]" group-adjacent="exists(ancestor-or-self::note[last()]/(.., parent::noteGrp/..)/head[map:contains($fp:heads-notes, generate-id())])">
      <xsl:if test="position() gt 1 and not(current-grouping-key())"><xsl:sequence select="."/></xsl:if>
    </xsl:for-each-group>
  </xsl:variable>
  <xsl:function name="fp:chapter" as="element()?">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="$note/ancestor::*[head[not(map:contains($fp:heads-notes, generate-id()))]][1]/head[1]"/>
  </xsl:function>

  <!-- The one heading of all notes is that of the list; of several each says whose notes follow. -->
  <xsl:template name="fp:heading-of-notes" as="element()">
    <xsl:param name="level" as="xs:integer"/>
    <xsl:element name="h{$level}">
      <xsl:sequence select="f:limits(.)"/>
      <xsl:attribute name="id" select="if ($level = 2) then f:own-id('notes') else f:head-id(.)"/>
      <xsl:if test="$level = 3">
        <xsl:sequence select="f:added('of', (fp:chapter(.) ! f:plain(.))[. and not(. = f:plain(current()))] ! (. || ' – '))"/>
      </xsl:if>
      <span data-aside="head-of-notes">
        <xsl:sequence select="f:attributes(., ())[not(name() = 'id')]"/>
        <xsl:apply-templates mode="m:xhtml"/>
      </span>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
