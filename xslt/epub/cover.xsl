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
    <xsl:variable name="size" as="xs:integer" select="fp:size(fp:title())"/>
    <xsl:variable name="lines" as="xs:string+" select="fp:wrap(fp:title(), 1720 idiv $size)"/>
    <xsl:variable name="authors" as="xs:string*" select="fp:wrap(string-join(fp:creators(), ', '), 28)"/>
    <xsl:variable name="year" as="xs:string" select="string-join(($metadata/*/*:begun, $metadata/*/(*:created, *:date)[1]) ! replace(., '^(-?\d+).*$', '$1'), '–')"/>
    <xsl:variable name="foot" as="xs:string*" select="fp:wrap(string($metadata/*/*:publisher), 44)[position() le 2]"/>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1800" width="1200" height="1800" role="img"
        xml:lang="{$f:language}" direction="{f:direction($f:language)}">
      <title>{fp:title()}</title>
      <rect width="1200" height="1800" fill="#f7f1e3"/>
      <rect x="60" y="60" width="1080" height="1680" fill="none" stroke="#9b1c1c" stroke-width="6"/>
      <rect x="78" y="78" width="1044" height="1644" fill="none" stroke="#9b1c1c" stroke-width="2"/>
      <g text-anchor="middle" font-family="Georgia, 'Times New Roman', 'Noto Serif', serif" fill="#2b2018">
        <xsl:for-each select="$authors[position() le 3]">
          <text x="600" y="{250 + (position() - 1) * 76}" font-size="60">{.}</text>
        </xsl:for-each>
        <xsl:variable name="height" as="xs:decimal" select="$size * 1.25"/>
        <xsl:variable name="top" as="xs:decimal" select="860 - (count($lines) - 1) * $height div 2"/>
        <path d="M 480 {round($top - $size * 1.3)} h 240" stroke="#9b1c1c" stroke-width="4"/>
        <xsl:for-each select="$lines">
          <text x="600" y="{round($top + (position() - 1) * $height)}" font-size="{$size}" fill="#9b1c1c">{.}</text>
        </xsl:for-each>
        <path d="M 480 {round($top + (count($lines) - 1) * $height + $size * 0.8)} h 240" stroke="#9b1c1c" stroke-width="4"/>
        <xsl:if test="$year">
          <text x="600" y="{round($top + count($lines) * $height + $size * 0.6)}" font-size="44">{$year}</text>
        </xsl:if>
        <xsl:for-each select="$foot">
          <text x="600" y="{1660 - (last() - position()) * 52}" font-size="40">{.}</text>
        </xsl:for-each>
      </g>
    </svg>
  </xsl:template>

  <!-- Long titles are set smaller. -->
  <xsl:function name="fp:size" as="xs:integer">
    <xsl:param name="title" as="xs:string"/>
    <xsl:variable name="length" as="xs:integer" select="string-length($title)"/>
    <xsl:sequence select="if ($length le 40) then 104 else if ($length le 90) then 84 else if ($length le 180) then 64 else 46"/>
  </xsl:function>

  <!-- Lines of at most *width* characters; a longer word is broken. -->
  <xsl:function name="fp:wrap" as="xs:string*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:variable name="folded" as="xs:string" select="normalize-space($text)"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($folded) ! fp:chop(., $width)"/>
    <xsl:sequence select="if (string-length($folded) le $width) then $folded[.] else fold-left($words, (), function($lines as xs:string*, $word as xs:string) as xs:string* {
      if (exists($lines) and string-length($lines[last()]) + 1 + string-length($word) le $width)
      then ($lines[position() lt last()], $lines[last()] || ' ' || $word)
      else ($lines, $word) })"/>
  </xsl:function>

  <xsl:function name="fp:chop" as="xs:string*">
    <xsl:param name="word" as="xs:string"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:sequence select="if (string-length($word) le $width) then $word
      else (substring($word, 1, $width), fp:chop(substring($word, $width + 1), $width))"/>
  </xsl:function>

</xsl:stylesheet>
