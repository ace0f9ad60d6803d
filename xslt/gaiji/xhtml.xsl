<?xml version="1.0" encoding="UTF-8"?>
<!-- Characters, glyphs, and writing modes (Guidelines, chapter 5). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- Hyphens at the end of the source's lines, as the Text Creation Partnership records them. -->
  <xsl:template match="g[not(node())][@ref = ('char:EOLhyphen', 'char:EOLunhyphen')]" mode="m:xhtml" priority="2">
    <span class="g" data-added="">{'&#xAD;'[current()/@ref = 'char:EOLhyphen']}</span>
  </xsl:template>

  <!-- A sign without text of its own is shown as the header describes it: as a character, else in words. -->
  <xsl:template match="g[not(node())]" mode="m:xhtml">
    <xsl:variable name="sign" as="element()?" select="key('fp:id', substring-after(@ref, '#'), $document)[1]"/>
    <xsl:variable name="called" as="xs:string" select="replace((@ref, @type, 'g')[normalize-space()][1], '^(char|g)?[:#]', '')"/>
    <xsl:variable name="leiden" as="xs:boolean" select="f:is-leiden(.)"/>
    <xsl:variable name="shown" as="xs:string?" select="($sign/mapping[matches(normalize-space(), '^U\+[0-9A-Fa-f]{4,6}$')] ! fp:character(normalize-space()), $sign/mapping[@type = ('Unicode', 'standardized', 'standard', 'normalized', 'simplified')],
      $sign/mapping[not(@type = $fp:as-drawn)], $sign/mapping, fp:property($sign, ('normalized form', 'romanized form in unicode transcription', 'character')), fp:property($sign, 'composition'),
      if ($leiden) then $fp:signs(lower-case($called)) else ())[normalize-space()][1]"/>
    <xsl:variable name="named" as="xs:string" select="(fp:property($sign, ('entity', 'name')), $sign/(glyphName | charName), $called)[normalize-space()][1]"/>
    <!-- As it is drawn, if the header tells that from what it means. -->
    <xsl:variable name="drawn" as="xs:string?" select="$sign[mapping[not(@type = $fp:as-drawn)]]/mapping[@type = $fp:as-drawn][not(matches(., '^\s*U\+'))][normalize-space()][1]/string()[. != $shown]"/>
    <xsl:if test="$drawn and 'diplomatic' = $reading">
      <span class="g" data-added=""><xsl:if test="'edited' = $reading"><xsl:sequence select="fp:limited('diplomatic')"/></xsl:if>{$drawn}</span>
    </xsl:if>
    <xsl:if test="not($drawn) or 'edited' = $reading"><span data-added="">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="$drawn and 'diplomatic' = $reading"><xsl:sequence select="fp:limited('edited')"/></xsl:if>
      <!-- Braces would say of an inscription that somebody wrote too much. -->
      <xsl:value-of select="($shown, if ($leiden) then '((' || translate($named, '-_', '  ') || '))' else '{' || $named || '}')[1]"/>
    </span></xsl:if>
  </xsl:template>

  <xsl:variable name="fp:as-drawn" static="yes" as="xs:string+" select="'precomposed', 'composed', 'diplomatic'"/>

  <!-- What a property of a sign says, by the names it may have, in the older form of TEI too. -->
  <xsl:function name="fp:property" as="xs:string*">
    <xsl:param name="sign" as="element()?"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="$sign/(localProp | unicodeProp)[lower-case(@name) = $names]/@value/string(),
      $sign/charProp[lower-case(normalize-space(localName)) = $names]/value/normalize-space()"/>
  </xsl:function>

  <!-- The signs that editions of inscriptions and papyri name most, as far as they are characters. -->
  <xsl:variable name="fp:signs" static="yes" as="map(xs:string, xs:string)" select="map{
    'apostrophe': '’', 'middot': '·', 'interpunct': '·', 'interpunctum': '·', 'high-punctus': '˙', 'dipunct': '∶', 'tripunct': '⁝',
    'hedera': '❦', 'chirho': '☧', 'dash': '—', 'hyphen': '-', 'diastole': '’'}"/>

  <!-- The character of a code like U+72AC. -->
  <xsl:function name="fp:character" as="xs:string?">
    <xsl:param name="code" as="xs:string"/>
    <xsl:variable name="point" as="xs:integer" select="fold-left(string-to-codepoints(upper-case(substring($code, 3))), 0,
      function($sum, $digit) { $sum * 16 + (if ($digit gt 57) then $digit - 55 else $digit - 48) })"/>
    <xsl:sequence select="if ($point = (32 to 55295, 57344 to 65533, 65536 to 1114109)) then codepoints-to-string($point) else ()"/>
  </xsl:function>

  <!-- ## Ruby: the reading above its base, in brackets where there is no above -->

  <xsl:template match="ruby[rb][rt]" mode="m:xhtml">
    <!-- What holds blocks stands one after the other, as no ruby may hold them. -->
    <xsl:element name="{if (f:has-blocks(.)) then 'div' else 'ruby'}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- A second reading stands on the other side of the base. -->
  <xsl:template match="ruby[rb][rt][count(*) = 3][*[1][self::rb]][*[3][self::rt]]" mode="m:xhtml" priority="1">
    <xsl:variable name="below" as="xs:boolean" select="rt[1]/@place = ('below', 'left', 'under')"/>
    <ruby>
      <xsl:sequence select="f:attributes(., ('ruby', 'under'[not($below)]))"/>
      <ruby>
        <xsl:if test="$below"><xsl:attribute name="class" select="'under'"/></xsl:if>
        <xsl:apply-templates select="node()[not(. >> current()/rt[1])]" mode="#current"/>
      </ruby>
      <xsl:apply-templates select="node()[. >> current()/rt[1]]" mode="#current"/>
    </ruby>
  </xsl:template>

  <xsl:template match="ruby/rt" mode="m:xhtml">
    <xsl:variable name="blocks" as="xs:boolean" select="f:has-blocks(..)"/>
    <xsl:element name="{if ($blocks) then 'span' else 'rp'}"><xsl:attribute name="data-added"/>(</xsl:element>
    <xsl:element name="{if ($blocks) then f:wrapper(.) else 'rt'}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
    <xsl:element name="{if ($blocks) then 'span' else 'rp'}"><xsl:attribute name="data-added"/>)</xsl:element>
  </xsl:template>

</xsl:stylesheet>
