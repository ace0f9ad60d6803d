<?xml version="1.0" encoding="UTF-8"?>
<!-- Linguistic annotation (Guidelines, chapter 18): words and punctuation as they are read, not as they are laid out in the file. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:variable name="fp:opening" static="yes" as="xs:string" select="'^\s*[(\[{¿¡]+\s*$'"/>
  <xsl:variable name="fp:closing" static="yes" as="xs:string" select="'^\s*[,.;:!?…)\]}、。，]'"/>

  <!-- Do the tokens say where there is no space between them? -->
  <xsl:variable name="fp:tokens" r:if="w pc" as="element()*" select="$fp:text//(w | pc)"/>
  <xsl:variable name="fp:joining" r:if="w pc" as="xs:boolean" select="exists($fp:tokens[@join][self::w or @join = ('left', 'both') or not(matches(., $fp:closing))])"/>
  <!-- If not, and the file has space before all that is punctuation, there is none before what closes. -->
  <xsl:variable name="fp:spacing" r:if="w pc" as="xs:boolean" select="not($fp:joining) and exists($fp:tokens[self::pc]) and empty($fp:tokens[self::pc][preceding-sibling::node()[1][self::w]])"/>
  <!-- Where the file has no space between any, there is one between words. -->
  <xsl:variable name="fp:parting" r:if="w pc" as="xs:boolean" select="$fp:joining or exists($fp:tokens[self::w][2]) and (every $token in subsequence($fp:tokens, 1, 100)
    satisfies not($token/../(text() | c[not(normalize-space())]) or matches($token, '^\s|\s$')))"/>

  <!-- White space between tokens that the text has without any (@join) is kept for who counts, and not shown. -->
  <xsl:variable name="fp:joined" as="element()"><span class="joined"><xsl:text> </xsl:text></span></xsl:variable>
  <xsl:function name="fp:is-joined" r:if="w pc" as="xs:boolean">
    <xsl:param name="between" as="text()"/>
    <xsl:sequence select="if ($fp:spacing) then exists($between/following-sibling::*[1]/self::pc[matches(., $fp:closing)] | $between/preceding-sibling::*[1]/self::pc[matches(., $fp:opening)])
      else exists($between/following-sibling::*[1]/(self::w | self::pc)[@join = ('left', 'both', 'overlap')])
      or exists($between/preceding-sibling::*[1]/descendant-or-self::*[(self::w or self::pc) and not(parent::w)][last()][@join = ('right', 'both', 'overlap')])"/>
  </xsl:function>

  <!-- The same of the end of a line before an end tag that a comma follows, and of one after a start tag in brackets. -->
  <xsl:variable name="fp:laid-out" as="map(xs:string, xs:boolean)" select="map:merge(
    for $space in $fp:text//*/text()[not(normalize-space())][
        not(following-sibling::node()) and ../following-sibling::node()[1][self::text()[contains(',.;:!?)]', substring(., 1, 1))]]
        or not(preceding-sibling::node()) and ../preceding-sibling::node()[1][self::text()[contains('([', substring(., string-length()))]]]
    return map{generate-id($space): true()})"/>
  <xsl:variable name="fp:has-laid-out" as="xs:boolean" select="map:size($fp:laid-out) gt 0"/>

  <xsl:function name="fp:is-laid-out" as="xs:boolean">
    <xsl:param name="space" as="text()"/>
    <xsl:sequence select="$space/(parent::supplied or parent::quote or parent::q) and contains($space, '&#10;')
        and (not($space/following-sibling::node()) or not($space/preceding-sibling::node()))
      or $fp:has-laid-out and map:contains($fp:laid-out, generate-id($space))"/>
  </xsl:function>

  <!-- The same of how the file is laid out within the brackets and the quotation marks that we set. -->
  <xsl:variable name="fp:has-marked-lines" r:if="supplied quote q" as="xs:boolean" select="exists($document//(supplied | quote | q)/text()[contains(., '&#10;')][not(preceding-sibling::node() and following-sibling::node())])"/>
  <xsl:template name="fp:marked-text">
    <xsl:param name="written" as="xs:string"/>
    <xsl:variable name="opens" as="xs:boolean" select="not(preceding-sibling::node()) and matches(., '^\s*\n')"/>
    <xsl:variable name="closes" as="xs:boolean" select="not(following-sibling::node()) and matches(., '\n\s*$')"/>
    <xsl:if test="$opens"><xsl:sequence select="$fp:joined"/></xsl:if>
    <xsl:variable name="text" as="xs:string" select="if ($opens) then replace($written, '^\s+', '') else $written"/>
    <xsl:value-of select="if ($closes) then replace($text, '\s+$', '') else $text"/>
    <xsl:if test="$closes"><xsl:sequence select="$fp:joined"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
