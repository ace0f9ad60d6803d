<?xml version="1.0" encoding="UTF-8"?>
<!-- Addresses and styles that a document brings: only what is known to be harmless goes through. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- An address that may be followed: of the web, or a mail address. -->
  <xsl:function name="f:url" as="xs:string?">
    <xsl:param name="written" as="xs:string?"/>
    <xsl:variable name="address" as="xs:string" select="normalize-space($written)"/>
    <xsl:sequence select="$address[matches(., '^(https?://[^/\s&quot;&lt;&gt;\\\^`\{\}|]+|mailto:[^\s&quot;&lt;&gt;]+@)', 'i')
      and translate(., ' &quot;&lt;&gt;\^`{}|', '') = .]"/>
  </xsl:function>

  <xsl:variable name="fp:properties" static="yes" as="xs:string*" select="'font-style', 'font-weight', 'font-variant', 'font-variant-caps',
    'font-size', 'text-decoration', 'text-decoration-line', 'text-decoration-style', 'text-align', 'text-indent', 'text-transform',
    'letter-spacing', 'word-spacing', 'vertical-align', 'margin-left', 'margin-right', 'margin-top', 'margin-bottom',
    'padding-left', 'padding-right', 'white-space', 'writing-mode', 'text-orientation', 'line-height', 'font-family',
    'quotes', 'float'"/>

  <!-- @style and @rendition, as far as every declaration is harmless; colours are left to the reader's theme. -->
  <xsl:function name="f:style" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="sheets" as="xs:string*" select="
      if ($fp:selecting) then fp:selected($element) else (),
      tokenize($element/@rendition)[starts-with(., '#')] ! key('fp:id', substring-after(., '#'), $document)[1]
        /self::rendition[not(@scope) and (not(@scheme) or @scheme = 'css')]/string(),
      $element/@style, $element/@rend[contains(., ':')]"/>
    <xsl:sequence select="if (empty($sheets)) then '' else string-join(
      for $declaration in tokenize(string-join($sheets, ';'), ';')[contains(., ':')],
          $property in normalize-space(lower-case(substring-before($declaration, ':'))),
          $value in normalize-space(substring-after($declaration, ':'))
      return fp:declaration($property, $value), '; ')"/>
  </xsl:function>

  <!-- What the header says of the look of all elements of a name, perhaps with an attribute: rendition/@selector, as
       far as it is one or more of name, name[attribute], name[attribute=value], name[attribute~=value], * for any name. -->
  <xsl:variable name="fp:selector" static="yes" as="xs:string" select="'^([A-Za-z0-9]+|\*)(?:\[([a-zA-Z:]+)(?:(~?=)[&quot;'']?([^&quot;''\]]*)[&quot;'']?)?\])?$'"/>
  <xsl:variable name="fp:selectors" as="map(xs:string, map(*)*)" select="map:merge(
    for $rendition in $document/*/teiHeader/encodingDesc/tagsDecl/rendition[@selector][not(@scope) and (not(@scheme) or @scheme = 'css')],
        $selector in tokenize($rendition/@selector, ',') ! normalize-space() ! replace(., '^\[', '*[')
    return if (matches($selector, $fp:selector)) then map{replace($selector, '\[.*$', ''): map{
      'attribute': replace($selector, $fp:selector, '$2'), 'how': replace($selector, $fp:selector, '$3'),
      'value': replace($selector, $fp:selector, '$4'), 'style': string($rendition)}} else (),
    map{'duplicates': 'combine'})"/>
  <xsl:variable name="fp:selecting" as="xs:boolean" select="map:size($fp:selectors) gt 0"/>

  <xsl:function name="fp:selected" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$fp:selectors('*'), $fp:selectors(local-name($element))">
      <xsl:variable name="given" as="xs:string?" select="$element/@*[name() = current()?attribute]/string()"/>
      <xsl:sequence select="?style[current()?attribute = '' or exists($given) and (current()?how = ''
        or current()?how = '=' and $given = current()?value or current()?how = '~=' and current()?value = tokenize($given))]"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:declaration" as="xs:string?" new-each-time="no" cache="yes">
    <xsl:param name="property" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:if test="$property = $fp:properties
                  and matches($value, '^([a-z-]+|-?[0-9]{0,3}(\.[0-9]{1,3})?(em|rem|ex|ch|%)?)(\s+([a-z-]+|-?[0-9]{0,3}(\.[0-9]{1,3})?(em|rem|ex|ch|%)?)){0,3}$', 'i')
                  and not($property = 'float' and not($value = ('left', 'right', 'none')))
                  and not($property = 'font-family' and not($value = ('serif', 'sans-serif', 'monospace', 'cursive')))">
      <xsl:sequence select="$property || ': ' || $value"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
