<?xml version="1.0" encoding="UTF-8"?>
<!-- The cover: drawn from the header, and the page that shows it. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:e="urn:rubricator:epub" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:function name="fp:title" as="xs:string">
    <xsl:sequence select="string($metadata/*/*:title)"/>
  </xsl:function>

  <xsl:function name="fp:creators" as="xs:string*">
    <xsl:sequence select="$metadata/*/*:creator ! string()"/>
  </xsl:function>

  <xsl:template name="fp:cover-page" as="element(h:section)">
    <section epub:type="cover" aria-label="{f:word('book-cover')}">
      <img role="doc-cover" src="{($cover-image, 'cover.svg')[1]}"
        alt="{($cover-alt, f:word('book-cover-of') || ' ' || string-join((fp:title(), fp:creators()), ', '))[1]}"/>
    </section>
  </xsl:template>

  <!-- A page of parchment with a ruled frame and a rubric, as tall as covers are. -->
  <xsl:template name="f:cover" as="element()">
    <xsl:variable name="title" as="xs:string" select="replace(normalize-space(fp:title()), ' ([:;?!»])', '&#xA0;$1')"/>
    <xsl:variable name="width" as="xs:double" select="fp:width($title)"/>
    <xsl:variable name="size" as="xs:integer" select="fp:size($title, $width)"/>
    <xsl:variable name="lines" as="xs:string+" select="fp:balanced($title, $width, 1720 idiv $size)"/>
    <xsl:variable name="names" as="xs:string" select="string-join(fp:creators(), ', ')"/>
    <xsl:variable name="many" as="xs:boolean" select="string-length($names) gt 80"/>
    <xsl:variable name="year" as="xs:string" select="string-join(($metadata/*/*:begun, $metadata/*/(*:created, *:date)[1]) ! replace(., '^(-?\d+).*$', '$1'), '–')"/>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1800" width="1200" height="1800" role="img"
        xml:lang="{$f:language}" direction="{f:direction($f:language)}">
      <title>{fp:title()}</title>
      <rect width="1200" height="1800" fill="#f7f1e3"/>
      <rect x="60" y="60" width="1080" height="1680" fill="none" stroke="#9b1c1c" stroke-width="6"/>
      <rect x="78" y="78" width="1044" height="1644" fill="none" stroke="#9b1c1c" stroke-width="2"/>
      <g text-anchor="middle" font-family="Georgia, 'Times New Roman', 'Noto Serif', serif" fill="#2b2018">
        <xsl:for-each select="fp:first-of(fp:in-lines($names, if ($many) then 40 else 28), if ($many) then 5 else 3)">
          <text x="600" y="{250 + (position() - 1) * (if ($many) then 58 else 76)}" font-size="{if ($many) then 44 else 60}">{.}</text>
        </xsl:for-each>
        <xsl:variable name="height" as="xs:decimal" select="$size * 1.25"/>
        <xsl:variable name="top" as="xs:decimal" select="880 - (count($lines) - 1) * $height div 2"/>
        <xsl:variable name="below" as="xs:decimal" select="round($top + (count($lines) - 1) * $height + $size * 0.3 + 56)"/>
        <path d="M 480 {round($top - $size * 0.8 - 50)} h 240" stroke="#9b1c1c" stroke-width="4"/>
        <xsl:for-each select="$lines">
          <text x="600" y="{round($top + (position() - 1) * $height)}" font-size="{$size}" fill="#9b1c1c">{.}</text>
        </xsl:for-each>
        <path d="M 480 {$below} h 240" stroke="#9b1c1c" stroke-width="4"/>
        <xsl:if test="$year"><text x="600" y="{$below + 92}" font-size="44">{$year}</text></xsl:if>
        <xsl:for-each select="fp:first-of(fp:in-lines(string($metadata/*/*:publisher), 44), 3)">
          <text x="600" y="{1660 - (last() - position()) * 52}" font-size="40">{.}</text>
        </xsl:for-each>
      </g>
    </svg>
  </xsl:template>

  <!-- Long titles are set smaller, and such as have a long word. -->
  <xsl:function name="fp:size" as="xs:integer">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="width" as="xs:double"/>
    <xsl:variable name="size" as="xs:integer" select="if ($width le 40) then 104 else if ($width le 90) then 84 else if ($width le 180) then 64 else if ($width le 400) then 46 else 34"/>
    <xsl:sequence select="if ($size le 46) then $size else min(($size, max((46, xs:integer(floor(1720 div (fp:longest($title) * $width div max((1, string-length($title))))))))))"/>
  </xsl:function>

  <!-- Does a line end after any letter? -->
  <xsl:function name="fp:is-wide" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="exists(string-to-codepoints($text)[. gt 11903])"/>
  </xsl:function>

  <!-- How many letters the longest piece has that no line ends in. -->
  <xsl:function name="fp:longest" as="xs:integer">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="if (fp:is-wide($text)) then 1 else max((1, tokenize($text) ! string-length()))"/>
  </xsl:function>

  <!-- How wide a text is, where a small letter is 1. -->
  <xsl:function name="fp:width" as="xs:double">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="1.4e0 * string-length($text) - 0.4e0 * string-length(translate($text, 'ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ', ''))
      + count(string-to-codepoints($text)[. gt 11903])"/>
  </xsl:function>

  <!-- The first *most* lines; the last says if there are more. -->
  <xsl:function name="fp:first-of" as="xs:string*">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:param name="most" as="xs:integer"/>
    <xsl:sequence select="if (count($lines) le $most) then $lines else ($lines[position() lt $most], replace($lines[$most], ',[^,]*$', '') || ' …')"/>
  </xsl:function>

  <!-- As few lines as there may be if each has room for *room* small letters, and as even. -->
  <xsl:function name="fp:in-lines" as="xs:string*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="room" as="xs:integer"/>
    <xsl:sequence select="if (2 * string-length($text) le $room) then normalize-space($text)[.] else fp:balanced($text, fp:width($text), $room)"/>
  </xsl:function>

  <xsl:function name="fp:balanced" as="xs:string*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="width" as="xs:double"/>
    <xsl:param name="room" as="xs:integer"/>
    <xsl:choose>
      <xsl:when test="$width le $room"><xsl:sequence select="normalize-space($text)[.]"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="most" as="xs:integer" select="max((2, xs:integer(floor($room * string-length($text) div $width))))"/>
        <xsl:variable name="count" as="xs:integer" select="count(fp:wrap($text, $most))"/>
        <xsl:sequence select="fp:narrowed($text, $count, max((fp:longest($text), string-length($text) idiv $count)), $most)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="fp:narrowed" as="xs:string*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="count" as="xs:integer"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:param name="most" as="xs:integer"/>
    <xsl:variable name="lines" as="xs:string*" select="fp:wrap($text, min(($width, $most)))"/>
    <xsl:sequence select="if (count($lines) le $count or $width ge $most) then $lines else fp:narrowed($text, $count, $width + 1, $most)"/>
  </xsl:function>

  <!-- Lines of at most *width* characters; a longer word is broken. -->
  <xsl:function name="fp:wrap" as="xs:string*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:variable name="folded" as="xs:string" select="normalize-space($text)"/>
    <xsl:sequence select="if (string-length($folded) le $width) then $folded[.] else fold-left(tokenize($folded) ! fp:chop(., $width), (), function($lines as xs:string*, $word as xs:string) as xs:string* {
      if (exists($lines) and string-length($lines[last()]) + 1 + string-length($word) le $width)
      then ($lines[position() lt last()], $lines[last()] || ' ' || $word)
      else ($lines, $word) })"/>
  </xsl:function>

  <xsl:function name="fp:chop" as="xs:string*">
    <xsl:param name="word" as="xs:string"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:sequence select="if (string-length($word) le $width) then $word
      else if (fp:is-wide($word)) then (substring($word, 1, $width), fp:chop(substring($word, $width + 1), $width))
      else (substring($word, 1, $width - 1) || '-', fp:chop(substring($word, $width), $width))"/>
  </xsl:function>

</xsl:stylesheet>
