<?xml version="1.0" encoding="UTF-8"?>
<!-- What hands did to what was written, where on the page and how (Guidelines, 12.3): to be seen, and to be heard. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- Other names for the places and manners that have words in every language. -->
  <xsl:variable name="fp:same-place" static="yes" as="map(xs:string, xs:string)" select="map{
    'supralinear': 'above', 'interlinear': 'above', 'infralinear': 'below', 'superlinear': 'above', 'sublinear': 'below', 'over': 'superimposed', 'marginleft': 'left', 'leftmargin': 'left',
    'marginright': 'right', 'rightmargin': 'right', 'margintop': 'top', 'topmargin': 'top', 'marginbot': 'bottom',
    'marginbottom': 'bottom', 'bottommargin': 'bottom', 'inmargin': 'margin', 'marginal': 'margin', 'marginalia': 'margin', 'facing': 'opposite', 'verso': 'overleaf',
    'overstrike': 'superimposed', 'overwritten': 'superimposed', 'intralinear': 'inline'}"/>
  <xsl:variable name="fp:same-manner" static="yes" as="map(xs:string, xs:string)" select="map{
    'strikethrough': 'struck', 'struckthrough': 'struck', 'strikeout': 'struck', 'overstrike': 'struck', 'cancelled': 'struck', 'canceled': 'struck', 'crossout': 'struck', 'crossedout': 'struck',
    'linethrough': 'struck', 'overtyped': 'overwritten', 'overwrite': 'overwritten', 'superimposed': 'overwritten',
    'erasure': 'erased', 'rasura': 'erased', 'subpunction': 'dotted', 'subpuncted': 'dotted', 'underdotted': 'dotted',
    'expunction': 'dotted', 'expunctuated': 'dotted'}"/>

  <xsl:function name="fp:written-at" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="tokenize($element/@place) ! (let $key := lower-case(replace(., '[^A-Za-z]', '')) return ($fp:same-place($key), f:token(.))[1])[.]"/>
  </xsl:function>

  <xsl:function name="fp:manners" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="tokenize($element/@rend) ! (let $key := lower-case(replace(., '[^A-Za-z]', '')) return ($fp:same-manner($key), if (matches($key, 'strike|cross(ed)?(out|through)')) then 'struck' else f:token(.))[1])[.]"/>
  </xsl:function>

  <!-- What was done, where, how and by whom, in words. -->
  <xsl:function name="fp:done" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="hand" as="element()?" select="key('fp:id', substring-after(($element/(@hand, @new))[1], '#'), $document)[1]"/>
    <xsl:sequence select="string-join((f:word('hand-' || local-name($element)),
      fp:written-at($element) ! f:word('place-' || ., .), fp:manners($element) ! f:word('rend-' || ., ()), f:word('hand-restore')[fp:is-taken-back($element)],
      $element/@function[normalize-space()]/normalize-space(), fp:of-change($element), $hand ! (f:plain(.)[.], @scribe, @medium)[1], fp:stages($element)), ', ')"/>
  </xsl:function>

  <!-- The stages of writing in which it was done, as the header tells them. -->
  <xsl:function name="fp:stages" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="tokenize($element/@change) ! key('fp:id', substring-after(., '#'), $document)[1]/self::change ! (f:plain(.)[.], @n)[1]
      ! replace(., '^(.{60}\S*)\s.+$', '$1 …')"/>
  </xsl:function>

  <!-- Which step it was, what for, and what else was done in the same change. -->
  <xsl:key name="fp:joined" match="substJoin[@target]" use="tokenize(@target)"/>
  <xsl:function name="fp:of-change" as="xs:string*" r:if="@seq @cause substJoin">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="of" as="element()+" select="$element, $element/parent::subst"/>
    <xsl:variable name="joined" as="element()*" r:if="substJoin" select="$element[@xml:id]/key('fp:joined', '#' || @xml:id, $document)"/>
    <xsl:sequence select="($of/@seq/normalize-space()[. castable as xs:integer])[1] ! (f:word('hand-step') || ' ' || .),
      ($of/@cause/normalize-space()[matches(., '^\p{L}{3,}$')])[1],
      $joined/tokenize(@target)[. != '#' || $element/@xml:id] ! key('fp:id', substring-after(., '#'), $document)[1][self::add or self::del]
        ! (f:word('hand-together') || ': ' || replace(normalize-space(), '^(.{40}\S*)\s.+$', '$1 …'))"/>
  </xsl:function>

  <xsl:function name="fp:is-taken-back" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/self::del) and $fp:has-restored and fp:is-restored($element)"/>
  </xsl:function>

  <!-- The same for those who point at it. -->
  <xsl:function name="fp:hand" as="attribute()?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/(@place, @hand, @new, @function, @change) or exists(fp:of-change($element)) or fp:is-taken-back($element) or exists(fp:manners($element) ! f:word('rend-' || ., ()))">
      <xsl:attribute name="title" select="fp:done($element)"/>
    </xsl:if>
  </xsl:function>

  <!-- What is only heard, and read where there is no style: where the source is shown as it is. -->
  <xsl:function name="fp:aloud" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:if test="'diplomatic' = $reading">
      <span class="aloud" data-added="">
        <xsl:if test="'edited' = $reading and (not($element/self::del) or fp:is-taken-back($element))"><xsl:sequence select="fp:limited('diplomatic')"/></xsl:if>
        <xsl:value-of select="$words"/>
      </span>
    </xsl:if>
  </xsl:function>

  <xsl:template match="add | del" mode="m:xhtml">
    <xsl:sequence select="f:space-before(.)"/>
    <xsl:element name="{if (f:wrapper(.) = 'div') then 'div' else if (self::add) then 'ins' else 'del'}">
      <xsl:sequence select="f:attributes(., (local-name(), 'restored'[fp:is-taken-back(current())], fp:written-at(.) ! ('place-' || .), fp:manners(.)[exists(f:word('rend-' || ., ()))] ! ('manner-' || .)))"/>
      <xsl:sequence select="fp:hand(.)"/>
      <!-- What runs on over lines and paragraphs is told once, where it begins. -->
      <xsl:if test="not(@part = ('M', 'F'))"><xsl:sequence select="fp:aloud(., '[' || fp:done(.) || ':')"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="not(@part = ('I', 'M'))"><xsl:sequence select="fp:aloud(., ']')"/></xsl:if>
    </xsl:element>
    <xsl:sequence select="f:space-after(.)"/>
  </xsl:template>

  <!-- A mark that says what is to be done with the text around it; one that was not drawn is told. -->
  <xsl:template match="metamark[not(parent::ellipsis)]" mode="m:xhtml">
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(., (local-name(), fp:written-at(.) ! ('place-' || .)))"/>
      <xsl:sequence select="fp:hand(.), fp:aloud(., '[' || fp:done(.) || ':'[current()/node()] || ']'[not(current()/node())])"/>
      <xsl:if test="not(node())">
        <xsl:variable name="shown" as="xs:string*" select="$reading[. = 'diplomatic']"/>
        <xsl:if test="exists($shown)">
          <span class="mark" data-added="">
            <xsl:if test="count($shown) != count($reading)"><xsl:sequence select="fp:limited($shown)"/></xsl:if>
            <xsl:value-of select="if (matches(string-join((@rend, @function), ' '), 'caret|insert')) then '‸'
              else if (@function = 'transposition') then '⇄' || @n || ' ' else '※'"/>
          </span>
        </xsl:if>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="node()"><xsl:sequence select="fp:aloud(., ']')"/></xsl:if>
    </xsl:element>
    <!-- A mark before a word is no letter of it. -->
    <xsl:if test="following-sibling::node()[1]/self::text()[matches(., '^\p{L}')] and not(fp:is-letter(fp:beside(., true())))"><span class="parted"/></xsl:if>
  </xsl:template>

  <!-- Another hand begins: said where the source is shown as it is, and in every edition of a papyrus. -->
  <xsl:template match="handShift[not(node())]" mode="m:xhtml">
    <xsl:variable name="shown" as="xs:string*" select="$reading[. = 'diplomatic' or f:is-leiden(current())]"/>
    <xsl:variable name="hand" as="element()?" select="key('fp:id', substring-after(@new, '#'), $document)[1]"/>
    <xsl:if test="f:id(.)"><span class="anchor" id="{f:id(.)}"/></xsl:if>
    <xsl:if test="exists($shown)">
      <span class="handShift" data-added="">
        <xsl:if test="count($shown) != count($reading)"><xsl:sequence select="fp:limited($shown)"/></xsl:if>
        <xsl:text>[{string-join((f:word('hand-handShift'), ($hand ! f:plain(.)[.], @scribe, @medium, @new ! replace(., '^.*#', ''))[normalize-space()][1]), ': ')}]{' '[not(fp:beside(current(), true()) != '&#10;')]}</xsl:text>
      </span>
      <!-- It stands off from the word that it comes before, not from the rest of one. -->
      <xsl:if test="following-sibling::node()[1][self::* or self::text()[matches(., '^\S')]] and not(fp:is-letter(fp:beside(., true())))">
        <span class="parted"><xsl:if test="count($shown) != count($reading)"><xsl:sequence select="fp:limited($shown)"/></xsl:if></span>
      </xsl:if>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
