<?xml version="1.0" encoding="UTF-8"?>
<!-- Dictionaries (Guidelines, chapter 10). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- Senses with their numbers. -->
  <xsl:template match="sense | hom" mode="m:xhtml">
    <xsl:sequence select="f:space-before(.)"/>
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(.)"/>
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

  <!-- What touches in the file, and is no one word, is set apart. -->
  <xsl:template match="(form | gramGrp | sense | entry | hom | re | etym | xr)/*[preceding-sibling::node()[1][self::*]][not(f:separates(.) or f:is-block(.))]"
                mode="m:xhtml" priority="30">
    <span class="parted"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- The same of statements of which each says something else: a role and who plays it, an author and the title. -->
  <xsl:template match="(castItem | series | bibl | birth | death | residence | affiliation | education | docImprint | byline | dateline | placeName)
                         /*[preceding-sibling::node()[1][self::*]][fp:touches(.)]
                       | (w | pc)[$fp:joining][preceding-sibling::node()[1][self::w or self::pc]][fp:touches(.)]
                       | s[preceding-sibling::node()[1][self::s]]" mode="m:xhtml" priority="30">
    <span class="parted"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- Would its first letter be read as one word with what stands before it? -->
  <xsl:function name="fp:touches" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element[self::w or self::pc]) then not($element/@join = ('left', 'both', 'overlap') or $element/preceding-sibling::*[1]/@join = ('right', 'both', 'overlap') or $element/self::pc)
      else not(f:separates($element) or f:is-block($element)) and fp:is-letter(fp:edge($element, true())) and fp:is-letter(fp:beside($element, true()))"/>
  </xsl:function>

  <!-- Examples and translations go on in the line of what they are for. -->
  <xsl:template match="(sense | entry | hom | re | form | etym | dictScrap)/cit" mode="m:block" as="xs:boolean" priority="4">
    <xsl:sequence select="exists(.//(p | l | lg | list | table | sp | child::div))"/>
  </xsl:template>

  <xsl:template match="(sense | entry | hom | re | form | etym | dictScrap)/cit/(gramGrp | form | def | usg | lbl | pron | xr | etym | gram | gen | pos | number | case)" mode="m:block" as="xs:boolean" priority="4">
    <xsl:sequence select="f:is-block(..)"/>
  </xsl:template>

  <xsl:template match="(sense | entry | hom | re | form | etym | dictScrap)/cit" mode="m:xhtml">
    <xsl:if test="not(f:is-block(.))"><xsl:sequence select="f:added('mark', ' ')"/></xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="cit/bibl[preceding-sibling::node()[1][self::quote or self::q]]" mode="m:xhtml" priority="2">
    <xsl:if test="not(f:is-block(.))"><xsl:sequence select="f:added('mark', ' ')"/></xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <!-- A translation needs no quotation marks. -->
  <xsl:template match="cit[@type = ('translation', 'trans', 'translationEquivalent')]/quote[not(f:is-block(.))]" mode="m:xhtml" priority="2">
    <xsl:call-template name="f:phrase"><xsl:with-param name="name" select="'i'"/></xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
