<?xml version="1.0" encoding="UTF-8"?>
<!-- Dictionaries (Guidelines, chapter 10). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- Where many entries in the order of the alphabet have no headings, each letter gets one: so that the contents are of use. -->
  <xsl:variable name="fp:letter-number" r:if="entry entryFree superEntry" as="map(xs:string, xs:integer)">
    <xsl:variable name="firsts" as="element()*">
      <xsl:for-each select="$fp:text//(body | div | div1)[not(head or @n)][(entry | entryFree | superEntry)[40]]">
        <xsl:variable name="runs" as="element()*">
          <xsl:for-each-group select="entry | entryFree | superEntry" group-adjacent="fp:initial(.)"><xsl:sequence select="."/></xsl:for-each-group>
        </xsl:variable>
        <xsl:variable name="letters" as="xs:string*" select="distinct-values($runs ! fp:initial(.))[.]"/>
        <xsl:if test="count($letters) = 2 to 60 and count($runs) le 1.2 * count($letters) + 1">
          <xsl:for-each-group select="$runs[fp:initial(.)]" group-by="fp:initial(.)"><xsl:sequence select="."/></xsl:for-each-group>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:map><xsl:for-each select="$firsts"><xsl:map-entry key="generate-id()" select="position()"/></xsl:for-each></xsl:map>
  </xsl:variable>
  <xsl:variable name="fp:has-letters" r:if="entry entryFree superEntry" as="xs:boolean" select="map:size($fp:letter-number) gt 0"/>

  <!-- The letter that a dictionary has the entry under. -->
  <xsl:function name="fp:initial" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="upper-case(substring(replace(normalize-unicode(string(($entry/descendant::orth)[1]), 'NFD'), '\P{L}', ''), 1, 1))"/>
  </xsl:function>

  <xsl:template match="(entry | entryFree | superEntry)[$fp:has-letters][map:contains($fp:letter-number, generate-id())]" mode="m:xhtml" priority="40">
    <xsl:element name="h{min((6, 2 + count(ancestor::*[self::div or self::div1][head or @n])))}">
      <xsl:attribute name="class" select="'letter'"/>
      <xsl:attribute name="id" select="f:own-id(('letter', $fp:letter-number(generate-id())))"/>
      <xsl:attribute name="data-added"/>
      <xsl:value-of select="fp:initial(.)"/>
    </xsl:element>
    <xsl:next-match/>
  </xsl:template>

  <!-- Senses with their numbers. -->
  <xsl:template match="sense | hom" mode="m:xhtml">
    <xsl:sequence select="f:space-before(.)"/>
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(., (local-name(), 'subsense'[current()/parent::sense]))"/>
      <xsl:variable name="n" as="xs:string" select="normalize-space(@n)"/>
      <!-- Its own words may begin with the number; “a slack part” does not begin with a. -->
      <xsl:variable name="rest" as="xs:string" select="substring-after('|' || normalize-space(.), '|' || $n)"/>
      <xsl:if test="$n and (not(starts-with(normalize-space(.), $n)) or matches($rest, if (matches($n, '\d$')) then '^[\p{L}\p{N}]' else '^\s?[\p{L}\p{N}]'))">
        <xsl:sequence select="f:added('n', $n || '. ')"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
    <xsl:sequence select="f:space-after(.)"/>
  </xsl:template>

  <!-- A reference to the headword that says only that it is one. -->
  <xsl:template match="(oRef | pRef)[not(node())]" mode="m:xhtml">
    <span data-added="">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:value-of select="(ancestor::*[self::entry or self::entryFree][1]/descendant::*[if (current()/self::oRef) then self::orth else self::pron][1]/f:plain(.)[.], '~')[1]"/>
    </span>
  </xsl:template>

  <xsl:template match="orth" mode="m:xhtml">
    <xsl:call-template name="f:phrase"><xsl:with-param name="name" select="'b'"/></xsl:call-template>
  </xsl:template>

  <!-- How a word is said, in the alphabet of phoneticians, stands between slashes, unless the document sets it off itself. -->
  <xsl:template match="pron[lower-case(@notation) = 'ipa' or contains(@xml:lang, 'fonipa')][normalize-space()][not(matches(., '^\s*[/\[(|\\⫽]'))]
      [not(matches(preceding-sibling::node()[1], '[/\[(|\\⫽]\s*$'))]" mode="m:xhtml" priority="1" r:if="pron@notation pron@xml:lang">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:sequence select="if (f:is-block(.)) then $made else (f:added('mark', '/'), $made, f:added('mark', '/'))"/>
  </xsl:template>

  <!-- What touches in the file, and is no one word, is set apart. -->
  <xsl:template match="(form | gramGrp | sense | entry | hom | re | etym | xr)/*[preceding-sibling::node()[1][self::*]][not(f:separates(.) or f:is-block(.))][not(self::pc[not(matches(., $fp:opening))])]
                       | cit/*[not(self::cit or self::bibl)][preceding-sibling::node()[1][self::*]][not(f:is-block(.) or fp:touches(.))]"
                mode="m:xhtml" priority="30">
    <span class="parted"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- The same of statements of which each says something else: a role and who plays it, an author and the title. -->
  <xsl:template match="(castItem | series | bibl | birth | death | residence | affiliation | education | origin | provenance | acquisition | docImprint | author | editor | edition | byline | dateline | placeName)
                         /*[preceding-sibling::node()[1][self::*]][not(self::forename or self::surname or self::roleName or self::addName or self::genName or self::nameLink)][fp:touches(.)]
                       | s[preceding-sibling::node()[1][self::s[matches(., '\S$')]]][matches(., '^\S')] | gap/desc[preceding-sibling::desc]
                       | gloss[preceding-sibling::node()[1][self::term]] | formula/label[preceding-sibling::node()]" mode="m:xhtml" priority="30">
    <span class="parted"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- The same of words and of signs: a rule for each, since of both in one Saxon asks all the siblings. -->
  <xsl:template match="w[$fp:parting][normalize-space()][preceding-sibling::node()[1][self::w or self::pc]][fp:touches(.)]" mode="m:xhtml" priority="30">
    <span class="parted"/>
    <xsl:next-match/>
  </xsl:template>
  <xsl:template match="pc[$fp:parting][normalize-space()][preceding-sibling::node()[1][self::w or self::pc]][fp:touches(.)]" mode="m:xhtml" priority="30">
    <span class="parted"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- Would its first letter be read as one word with what stands before it? -->
  <xsl:function name="fp:touches" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element[self::w or self::pc]) then not($element/@join = ('left', 'both', 'overlap') or $element/preceding-sibling::*[1]/@join = ('right', 'both', 'overlap'))
        and not($element/self::pc[not(matches(., $fp:opening))] or $element/preceding-sibling::*[1]/self::pc[matches(., $fp:opening)])
      else (not(f:separates($element)) or $element/parent::cit) and not(f:is-block($element)) and fp:is-letter(fp:edge($element, true())) and fp:is-letter(fp:beside($element, true()))"/>
  </xsl:function>

  <!-- Examples and translations go on in the line of what they are for. -->
  <xsl:template match="(sense | entry | hom | re | form | etym | dictScrap)/cit" mode="m:block" as="xs:boolean" priority="4">
    <xsl:sequence select="exists(.//(p | l | lg | list | table | sp | child::div))"/>
  </xsl:template>

  <!-- A sign between two parts of an entry stands in the line of the first. -->
  <xsl:template match="(entry | entryFree | hom | re | superEntry)/pc" mode="m:block" as="xs:boolean" priority="4"><xsl:sequence select="false()"/></xsl:template>

  <!-- What such an example holds, a translation of its own above all, stands in its line too. -->
  <xsl:template match="cit/*" mode="m:block" as="xs:boolean" priority="5">
    <xsl:choose>
      <xsl:when test="f:is-block(..)"><xsl:next-match/></xsl:when>
      <xsl:otherwise><xsl:sequence select="false()"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="cit/*[self::gramGrp or self::form or self::def or self::usg or self::lbl or self::pron or self::xr or self::etym]" mode="m:block" as="xs:boolean" priority="4">
    <xsl:sequence select="f:is-block(..)"/>
  </xsl:template>

  <xsl:template match="(sense | entry | hom | re | form | etym | dictScrap | cit)/cit" mode="m:xhtml">
    <xsl:if test="not(f:is-block(.))"><xsl:sequence select="f:added('mark', ' ')"/></xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <!-- Of headwords that are written alike each has its number. -->
  <xsl:template match="(entry | entryFree)[@n]/form/orth | (entry | entryFree)[@n]/orth" mode="m:xhtml" priority="30.5" r:if="entry@n entryFree@n">
    <xsl:variable name="number" as="xs:string?" select="fp:homograph-number(.)"/>
    <xsl:choose>
      <xsl:when test="$number">
        <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
        <xsl:variable name="space" as="text()?" select="$made[last()][self::text()][not(normalize-space())]"/>
        <xsl:sequence select="$made[not(. is $space)]"/>
        <xsl:if test="matches($number, '[IVX]')"><span class="parted"/></xsl:if>
        <xsl:sequence select="f:added('homograph', $number), $space"/>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="fp:homograph-number" as="xs:string?">
    <xsl:param name="headword" as="element()"/>
    <xsl:variable name="entry" as="element()" select="$headword/ancestor::*[self::entry or self::entryFree][1]"/>
    <xsl:variable name="n" as="xs:string" select="normalize-space($entry/@n)"/>
    <xsl:if test="matches($n, '^([1-9][0-9]?|[IVX]{1,5})$') and $headword is $entry/descendant::orth[1] and matches($headword, '\p{L}\s*$')
                  and (some $other in ($entry/preceding-sibling::*[1], $entry/following-sibling::*[1])[self::entry or self::entryFree][@n != $n]
                       satisfies normalize-space($other/descendant::orth[1]) = normalize-space($headword))
                  and not(matches($entry, '^\s*' || $n || '\P{L}'))">
      <xsl:sequence select="translate($n, '0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹')"/>
    </xsl:if>
  </xsl:function>

  <!-- A comma parts forms, definitions, translations and references that follow one another with nothing between. -->
  <xsl:template match="form/orth | form/pron | form/form | entry/form | re/form | sense/def | sense/gloss | xr/ref | cit[fp:is-translation(.)]/*" mode="m:xhtml" priority="31">
    <xsl:variable name="one" as="element()" select="if (parent::cit and not(following-sibling::*)) then .. else ."/>
    <xsl:variable name="next" as="node()?" select="$one/following-sibling::node()[self::* or normalize-space()][1]"/>
    <xsl:choose>
      <xsl:when test="$next[node-name() = node-name($one) or self::form[$one/self::orth]][not(self::cit) or fp:is-translation(.)] and not(f:is-block($one))
                      and matches(., '[\p{L}\p{N}\p{M})\]]\s*$') and matches($next, '^\s*[\p{L}\p{N}]')">
        <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
        <xsl:variable name="space" as="text()?" select="$made[last()][self::text()][not(normalize-space())]"/>
        <xsl:sequence select="$made[not(. is $space)], f:added('mark', ',' || ' '[f:separates($one)][$one/following-sibling::node()[1][self::*]]), $space"/>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="fp:is-translation" as="xs:boolean">
    <xsl:param name="example" as="element()"/>
    <xsl:sequence select="$example/@type = ('translation', 'trans', 'translationEquivalent')"/>
  </xsl:function>

  <!-- What an entry refers to has an arrow before it where nothing says so. -->
  <xsl:template match="xr[*[1]/self::ref][not(text()[normalize-space()] or lbl)]" mode="m:xhtml">
    <xsl:sequence select="f:space-before(.)"/>
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(.), f:added('mark', f:word('arrow'))"/>
      <xsl:if test="node()[1][self::*]"><span class="parted"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
    <xsl:sequence select="f:space-after(.)"/>
  </xsl:template>

  <xsl:template match="cit/bibl[preceding-sibling::node()[1][self::quote or self::q]]" mode="m:xhtml" priority="2">
    <xsl:if test="not(f:is-block(.))"><xsl:sequence select="f:added('mark', ' ')"/></xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <!-- A translation needs no quotation marks. -->
  <xsl:template match="cit[fp:is-translation(.)]/quote[not(f:is-block(.))]" mode="m:xhtml" priority="2">
    <xsl:call-template name="f:phrase"><xsl:with-param name="name" select="'i'"/></xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
