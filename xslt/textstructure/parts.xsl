<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions without a heading that have a number or a kind for one: "Book 1" of a classical text, the translation of an inscription. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:variable name="fp:numbered-parts" r:if="div@n div1@n div2@n div3@n div4@n div5@n div6@n div7@n" as="element()*" select="$fp:text//(div | div1 | div2 | div3 | div4 | div5 | div6 | div7)[@n][fp:is-numbered-part(.)]"/>

  <!-- The id of each: by the numbers above it, as the passage is cited; where two have the same, by its place too. -->
  <xsl:variable name="fp:part-ids" r:if="div@n div1@n div2@n div3@n div4@n div5@n div6@n div7@n" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each-group select="$fp:numbered-parts" group-by="f:own-id(('part', ancestor-or-self::*[starts-with(local-name(), 'div')][@n][not(fp:part-role(.))]/normalize-space(@n)))">
        <xsl:for-each select="current-group()">
          <xsl:map-entry key="generate-id()" select="if (position() = 1) then current-grouping-key() else f:own-id(('again', position() - 1, substring-after(current-grouping-key(), $fp:prefix)))"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- One of several that say in a word what they are and which; of a textpart this is known. -->
  <xsl:function name="fp:is-numbered-part" r:if="div@n div1@n div2@n div3@n div4@n div5@n div6@n div7@n" as="xs:boolean">
    <xsl:param name="div" as="element()"/>
    <xsl:sequence select="exists($div[@n][not(head)][@type = 'textpart' and normalize-space(@n)
        or matches(@n, '^\s*(\d{1,4}[a-z]?|[IVXLCDM]+|[A-Za-z])\s*$') and matches(@type, '^\p{L}\p{Ll}+$') and not(fp:part-role(.))
          and (fp:is-of-several(.) or @type = $fp:numbered-kinds)]
      [self::div or self::div1 or self::div2 or self::div3 or self::div4 or self::div5 or self::div6 or self::div7])"/>
  </xsl:function>

  <xsl:function name="fp:is-of-several" as="xs:boolean">
    <xsl:param name="div" as="element()"/>
    <xsl:sequence select="exists($div/../*[@type = $div/@type][@n][2])"/>
  </xsl:function>

  <!-- The kinds of which some stand together: one alone in its part is called as those are. -->
  <xsl:variable name="fp:numbered-kinds" as="xs:string*"
    select="distinct-values($fp:text//(div | div1 | div2 | div3 | div4 | div5 | div6 | div7)[@n][@type][not(head)][fp:is-of-several(.)]/@type)"/>

  <!-- What an edition is made of has headings in the reader's language. -->
  <xsl:function name="fp:part-role" as="xs:boolean">
    <xsl:param name="div" as="element()"/>
    <xsl:sequence select="$div/@type = ('edition', 'translation', 'commentary', 'apparatus', 'bibliography')"/>
  </xsl:function>

  <!-- What kind of part it is, in the reader's language where it is of a kind that many texts have, and its number. -->
  <xsl:function name="fp:part-label" r:if="div@n div1@n div2@n div3@n div4@n div5@n div6@n div7@n" as="xs:string">
    <xsl:param name="div" as="element()"/>
    <xsl:variable name="kind" as="xs:string" select="normalize-space(if ($div/@type = 'textpart') then $div/@subtype else $div/@type)"/>
    <!-- What has a name for a number is called by it: “Prologue”. -->
    <xsl:variable name="named" as="xs:boolean" select="matches($div/@n, '^\p{Ll}{4,}$') and not(matches($div/@n, '^[ivxlcdm]+$'))"/>
    <xsl:variable name="label" as="xs:string" select="if ($named) then string($div/@n) else (f:word('part-' || lower-case($kind), ()), $kind)[1] || ' ' || $div/@n"/>
    <xsl:sequence select="normalize-space(upper-case(substring($label, 1, 1)) || substring($label, 2))"/>
  </xsl:function>

  <!-- Is the part one of those that begin with their number in the line: a section of prose? -->
  <xsl:function name="fp:is-section" as="xs:boolean">
    <xsl:param name="div" as="element()"/>
    <xsl:sequence select="$fp:has-partners or exists($div[@type = 'textpart'][p][not(div)]
      [lower-case(@subtype) = ('section', 'subsection', 'paragraph', 'sentence', 'verse') or count(ancestor::div[@type = 'textpart']) ge 2])"/>
  </xsl:function>

  <!-- Is it a part whose number is a heading? The sides and columns of a stone or a leaf have labels. -->
  <xsl:function name="fp:is-headed" r:if="div@n div1@n div2@n div3@n div4@n div5@n div6@n div7@n" as="xs:boolean">
    <xsl:param name="div" as="element()"/>
    <xsl:sequence select="exists($div[@n][*][fp:is-numbered-part(.)][not(ab[not(../div)] or div/ab)]) and not(fp:is-section($div))"/>
  </xsl:function>

  <xsl:template match="(div | div1 | div2 | div3 | div4 | div5 | div6 | div7)[@n][fp:is-numbered-part(.)]" r:if="div@n div1@n div2@n div3@n div4@n div5@n div6@n div7@n" mode="m:xhtml" priority="1">
    <xsl:variable name="id" as="xs:string?" select="$fp:part-ids(generate-id())"/>
    <xsl:variable name="made" as="element()"><xsl:next-match/></xsl:variable>
    <section>
      <xsl:sequence select="$made/@*"/>
      <xsl:choose>
        <xsl:when test="fp:is-section(.)">
          <xsl:variable name="number" as="element()+">
            <a class="milestone" data-added="" aria-label="{fp:part-label(.)}">
              <xsl:if test="$id">
                <xsl:attribute name="id" select="$id"/>
                <xsl:attribute name="href" select="'#' || $id"/>
              </xsl:if>
              <xsl:text>[{normalize-space(@n)}]</xsl:text>
            </a>
            <span class="parted"/>
          </xsl:variable>
          <xsl:sequence select="f:inserted($made/node(), $number, true())"/>
        </xsl:when>
        <xsl:when test="fp:is-headed(.)">
          <xsl:element name="h{f:level(*[1])}">
            <xsl:attribute name="class" select="'part-label'"/>
            <xsl:attribute name="data-added"/>
            <xsl:if test="$id"><xsl:attribute name="id" select="$id"/></xsl:if>
            <xsl:value-of select="fp:part-label(.)"/>
          </xsl:element>
          <xsl:sequence select="$made/node()"/>
        </xsl:when>
        <xsl:otherwise>
          <p class="textpart-label" data-added="">
            <xsl:if test="$id"><xsl:attribute name="id" select="$id"/></xsl:if>
            <xsl:value-of select="fp:part-label(.)"/>
          </p>
          <xsl:sequence select="$made/node()"/>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <!-- What is cited by its number begins with it, unless its words do: paragraphs, verses and sentences of which a division or
       a paragraph has several, stanzas whose number is that of a passage (1.12), or that are all numbered and not their lines. -->
  <xsl:variable name="fp:passages" r:if="p@n ab@n seg@n lg@n" as="element()*" select="$fp:text//(p | ab | seg | lg)[@n][fp:is-passage(.)]"/>
  <xsl:variable name="fp:passage-number" r:if="p@n ab@n seg@n lg@n" as="map(xs:string, xs:integer)" select="fp:numbered($fp:passages)"/>

  <xsl:function name="fp:is-passage" as="xs:boolean">
    <xsl:param name="unit" as="element()"/>
    <xsl:variable name="number" as="xs:string" select="normalize-space($unit/@n)"/>
    <xsl:variable name="around" as="element()?" select="$unit/.."/>
    <xsl:sequence select="matches($number, '^\d[\d.,]{0,8}[a-z]?$') and (
        if ($unit/self::ab) then exists($around/ab[@n][2])
        else if ($unit/self::p) then $around/@type = 'textpart' or exists($around[self::body or starts-with(local-name(), 'div')]/p[@n][2])
        else if ($unit/self::seg) then exists($around[self::p or self::ab][contains($number, '.') or ../@type = 'textpart' or seg[@n][2]])
        else exists($unit/l) and (contains($number, '.') or exists($around/lg[2]) and not($unit/head or $around/lg[not(@n) or l/@n]))
          and not(map:contains($fp:line-number, generate-id($unit/l[1]))))
      and not(starts-with(normalize-space($unit), $number) or $unit/*/self::milestone/@n = $number)"/>
  </xsl:function>

  <xsl:template match="(p | ab | seg | lg)[@n][map:contains($fp:passage-number, generate-id())]" r:if="p@n ab@n seg@n lg@n" mode="m:xhtml" priority="5">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="id" as="xs:string?" select="f:id(.)"/>
    <xsl:variable name="own" as="xs:string" select="f:own-id('cited', $fp:passage-number(generate-id()))"/>
    <!-- A sentence is told from a paragraph of the same number. -->
    <xsl:variable name="number" as="xs:string" select="(if (self::seg and not(contains(@n, '.')) and map:contains($fp:passage-number, generate-id(..))) then normalize-space(../@n) || '.' else '') || normalize-space(@n)"/>
    <xsl:variable name="shown" as="element()+">
      <a class="{if (self::lg) then 'ln' else 'milestone'}" data-added="" href="#{($id, $own)[1]}">
        <xsl:if test="not($id)"><xsl:attribute name="id" select="$own"/></xsl:if>
        <xsl:value-of select="if (self::lg) then ' ' || $number || ' ' else '[' || $number || ']'"/>
      </a>
      <xsl:if test="not(self::lg)"><span class="parted"/></xsl:if>
    </xsl:variable>
    <xsl:sequence select="if (self::seg) then ($shown, $made) else f:inserted($made, $shown, true())"/>
  </xsl:template>

  <!-- What belongs to an edition: its translations (of several each says of what language it is), its commentary and the like. -->
  <xsl:variable name="fp:belonging" r:if="div@type=edition" as="element()*" select="$fp:text//div[@type = 'edition']/../div[fp:belongs(.)]"/>
  <xsl:variable name="fp:belonging-number" r:if="div@type=edition" as="map(xs:string, xs:integer)" select="fp:numbered($fp:belonging)"/>

  <xsl:function name="fp:belongs" r:if="div@type=edition" as="xs:boolean">
    <xsl:param name="div" as="element()"/>
    <xsl:sequence select="exists($div[@type = ('translation', 'commentary', 'apparatus', 'bibliography')][not(head)][(.. | parent::back/../body)/div[@type = 'edition']][normalize-space() or .//ptr/@target])"/>
  </xsl:function>

  <xsl:function name="fp:belonging-label" r:if="div@type=edition" as="xs:string">
    <xsl:param name="div" as="element()"/>
    <xsl:variable name="language" as="xs:string?" select="$div[@type = 'translation'][../div[@type = 'translation'][2]]/@xml:lang/f:language-name(.)"/>
    <!-- Of several bibliographies the encoder's word tells them apart: “principal edition”. -->
    <xsl:variable name="kind" as="xs:string?" select="$div[not(@type = 'translation')]/@subtype[../../div[@type = $div/@type][@subtype][2]] ! lower-case(replace(translate(., '_-', '  '), '(\p{Ll})(\p{Lu})', '$1 $2'))"/>
    <xsl:sequence select="f:word('div-' || $div/@type) || ($language, $kind)[1] ! (' (' || . || ')')"/>
  </xsl:function>

  <xsl:template match="div[@type = ('translation', 'commentary', 'apparatus', 'bibliography')][fp:belongs(.)]" r:if="div@type=edition" mode="m:xhtml" priority="13">
    <section>
      <xsl:sequence select="f:attributes(., ('div', 'type-' || f:token(@type)))"/>
      <xsl:variable name="number" as="xs:integer?" select="$fp:belonging-number(generate-id())"/>
      <xsl:element name="h{min((6, 2 + count(ancestor::div[head])))}">
        <xsl:attribute name="class" select="'part-label'"/>
        <xsl:attribute name="data-added"/>
        <xsl:if test="exists($number)"><xsl:attribute name="id" select="f:own-id('belonging', $number)"/></xsl:if>
        <xsl:value-of select="fp:belonging-label(.)"/>
      </xsl:element>
      <xsl:apply-templates mode="#current"/>
    </section>
  </xsl:template>

  <!-- ## What goes with a letter, and says what it is by its type alone: an envelope, an address, what was enclosed -->

  <xsl:template match="(div | ab | p)[@type = ('envelope', 'address', 'enclosure', 'postmark', 'seal')][not(head)][fp:goes-with-letter(.)]" mode="m:xhtml" priority="31.5"
      r:if="@type=envelope @type=address @type=enclosure @type=postmark @type=seal">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:sequence select="f:inserted($made, f:added('datum-label', f:word('letter-' || @type) || ': '), true())"/>
  </xsl:template>

  <!-- An address may be a speech, and what begins with another of these is told once. -->
  <xsl:function name="fp:goes-with-letter" as="xs:boolean" r:if="@type=envelope @type=address @type=enclosure @type=postmark @type=seal">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part[normalize-space()][ancestor::text]) and not($part/parent::*[@type = ('envelope', 'address', 'enclosure')][*[1] is $part])
      and ($part/@type != 'address' or exists($part//addrLine) or exists($part/../(. | ..)[@type = ('letter', 'envelope', 'enclosure') or opener or closer]) or exists($document//correspDesc))"/>
  </xsl:function>

  <!-- A stamp that is no part of a sentence. -->
  <xsl:template match="stamp[ancestor::text][normalize-space()][not(../text()[normalize-space()])][not(parent::*/@type = ('postmark', 'seal'))]
      [if (preceding-sibling::node()) then preceding-sibling::node()[1][self::text()] else f:is-block(..)]" mode="m:xhtml" priority="0.7" r:if="stamp">
    <xsl:sequence select="f:added('datum-label', f:word('letter-' || (@type[. = ('postmark', 'seal')], 'stamp')[1]) || ': ')"/>
    <xsl:next-match/>
  </xsl:template>

</xsl:stylesheet>
