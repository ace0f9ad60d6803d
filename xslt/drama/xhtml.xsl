<?xml version="1.0" encoding="UTF-8"?>
<!-- Performance texts (Guidelines, chapter 7). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:template match="speaker" mode="m:xhtml">
    <xsl:element name="{if (f:has-blocks(.)) then 'div' else 'p'}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- How it is said stands beside who says it. -->
  <xsl:template match="sp/speaker[fp:manner(.)]" mode="m:xhtml" priority="40">
    <xsl:variable name="manner" as="element()" select="fp:manner(.)"/>
    <div class="{'speaker-line', 'close'[matches($manner, '^\s*[,;:.]')]}">
      <xsl:next-match/>
      <xsl:apply-templates select="$manner" mode="#current"><xsl:with-param name="beside" select="true()" tunnel="yes"/></xsl:apply-templates>
    </div>
  </xsl:template>

  <xsl:template match="sp/stage[preceding-sibling::*[1]/self::speaker]" mode="m:xhtml" priority="40">
    <xsl:param name="beside" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="$beside or not(fp:manner(preceding-sibling::*[1]) is .)"><xsl:next-match/></xsl:if>
  </xsl:template>

  <!-- The direction that follows a speaker at once, in a line. -->
  <xsl:function name="fp:manner" as="element()?">
    <xsl:param name="speaker" as="element()"/>
    <xsl:variable name="next" as="element()?" select="$speaker/following-sibling::*[1]/self::stage[not(f:has-blocks(.))]"/>
    <xsl:sequence select="$next[not($speaker/following-sibling::text()[. &lt;&lt; $next][normalize-space()])]"/>
  </xsl:function>

  <!-- ## Lists of persons -->

  <!-- A role, what it is and who plays it are told apart where the source has only space between them, or nothing. -->
  <xsl:template match="castItem/role | castItem/roleDesc | castItem/actor" mode="m:xhtml">
    <xsl:variable name="after" as="node()?" select="following-sibling::node()[not(self::comment() or self::processing-instruction())][1]"/>
    <xsl:variable name="next" as="element()?" select="($after/self::*, $after/self::text()[not(normalize-space())]/following-sibling::node()[1]/self::*)[1]"/>
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:choose>
      <xsl:when test="not($next[self::role or self::roleDesc or self::actor][normalize-space()]) or not(normalize-space())"><xsl:sequence select="$made"/></xsl:when>
      <xsl:when test="$next/self::actor or self::actor">
        <xsl:sequence select="$made"/>
        <span class="parted"/>
        <xsl:sequence select="f:added('mark', '–')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="if (matches(., '[\p{L}\p{N}\)\]”’]\s*$') and not(matches($next, '^\s*\p{Po}'))) then f:within($made, f:added('mark', f:word('comma'))) else $made"/>
        <xsl:if test="$after is $next and matches(., '\p{Po}$')"><span class="parted"/></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What persons of a group are in common stands beside them. -->
  <xsl:template match="castGroup[roleDesc]" mode="m:xhtml">
    <div>
      <xsl:sequence select="f:attributes(., ('castGroup', 'braced'))"/>
      <xsl:for-each-group select="*" group-adjacent="boolean(self::roleDesc or self::head or self::trailer)">
        <xsl:choose>
          <xsl:when test="current-grouping-key()"><xsl:apply-templates select="current-group()" mode="#current"/></xsl:when>
          <xsl:otherwise>
            <ul>
              <xsl:for-each-group select="current-group()" group-ending-with="*[not(fp:is-passing(.))]">
                <li><xsl:call-template name="fp:thing"/></li>
              </xsl:for-each-group>
            </ul>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </div>
  </xsl:template>

  <!-- ## Directions -->

  <!-- A direction within a speech stands out also where there is no style. -->
  <xsl:template match="stage[not(f:is-block(.) or f:has-blocks(.))]" mode="m:xhtml">
    <!-- It stands off from the words that it touches. -->
    <xsl:if test="preceding-sibling::node()[1]/self::text()[matches(., '[\p{L}\p{N}.,;:!?—–-]$')]"><span class="parted"/></xsl:if>
    <xsl:call-template name="f:phrase"><xsl:with-param name="name" select="'i'"/></xsl:call-template>
    <xsl:if test="following-sibling::node()[1]/self::text()[matches(., '^[\p{L}\p{N}]')]"><span class="parted"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
