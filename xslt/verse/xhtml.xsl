<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse (Guidelines, chapter 6). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- Every fifth line is numbered; a part of a line begins where the part before it ended. -->
  <xsl:template match="l" mode="m:xhtml">
    <div>
      <xsl:sequence select="f:attributes(., ('l', (@part[. = ('M', 'F')]/string(), @part[. = 'Y'][fp:goes-on(..)] ! 'M') ! ('part-' || .)))"/>
      <xsl:if test="map:contains($fp:line-number, generate-id())">
        <xsl:sequence select="fp:line(., true(), ' ' || fp:line-of(@n) || ' ')"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <!-- A part of which nobody says which it is goes on with what another speaker began, if it opens a speech and has no number. -->
  <xsl:function name="fp:goes-on" as="xs:boolean">
    <xsl:param name="line" as="element()"/>
    <xsl:sequence select="not($line/@n or $line/preceding-sibling::l) and exists($line/ancestor::sp[1]/preceding-sibling::*[1]/self::sp)"/>
  </xsl:function>

  <!-- Its sign stands apart from the words, also where the file leaves no space between them. -->
  <xsl:template match="caesura[not(node())]" mode="m:xhtml">
    <xsl:if test="preceding-sibling::node() and not(matches(preceding-sibling::node()[1], '\s$'))"><span class="parted"/></xsl:if>
    <span class="caesura" data-added="">
      <xsl:if test="f:id(.)"><xsl:attribute name="id" select="f:id(.)"/></xsl:if>
      <xsl:text>‖</xsl:text>
    </span>
    <xsl:if test="following-sibling::node() and not(matches(following-sibling::node()[1], '^\s'))"><span class="parted"/></xsl:if>
  </xsl:template>

  <!-- The halves of a line of Arabic and Persian verse stand far apart. -->
  <xsl:template match="l/seg[preceding-sibling::seg][matches(@type, 'hemistich|mi[sṣ]r[aā]|half', 'i')]" mode="m:xhtml" priority="1.6">
    <span class="half"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- So does what stands left and right in a line. -->
  <xsl:template match="seg[@rend][preceding-sibling::node()[1][self::seg[@rend]]][not(parent::l)]" mode="m:xhtml" priority="3">
    <xsl:if test="matches(@rend, '^\W*(left|right|center|centre|align)') and not(matches(preceding-sibling::seg[1], '\s$') or matches(., '^\s'))"><span class="parted"/></xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <!-- So do the two halves of a line; feet and other parts of words do not. -->
  <xsl:template match="l/seg[preceding-sibling::node()[1][self::seg]][count(../node()) = 2][not(../*/@type[matches(., 'foot|syll|word|morph|stress')])]" mode="m:xhtml" priority="1.5">
    <xsl:if test="not(matches(preceding-sibling::seg, '\s$') or matches(., '^\s'))"><span class="parted"/></xsl:if>
    <xsl:next-match/>
  </xsl:template>

</xsl:stylesheet>
