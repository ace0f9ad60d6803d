<?xml version="1.0" encoding="UTF-8"?>
<!-- The table of contents: what stands under a heading on the page, in its order, as deep as a reader can oversee. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- Shown where there is more than one thing to find. -->
  <xsl:template name="fp:page-contents">
    <xsl:variable name="heads" as="element()*" select="$fp:standing//head[not(preceding-sibling::head)][fp:is-heading(.)][exists(f:shown(.))]
      [f:level(.) le 3][not(. is $f:own-title)][f:plain(.)][not(map:contains($fp:heads-notes, generate-id()) or map:contains($fp:heads-witnesses, generate-id()))] | $fp:numbered-parts[fp:is-headed(.)][exists(f:shown(.))][f:level(*[1]) le 3]
      | (if ($fp:has-letters) then $fp:text//(entry | entryFree | superEntry)[map:contains($fp:letter-number, generate-id())] else ()) | $fp:belonging[exists(f:shown(.))]
      | $fp:entitled[self::TEI or self::teiCorpus] | $fp:text-titles | $fp:unnamed-lists[exists(f:shown(.))]
      | $fp:described[ancestor::teiHeader or exists(f:shown(.))][fp:described-level(.) le 3]
        [self::msDesc or self::msPart or self::msFrag or count($fp:descriptions) le 5]"/>
    <xsl:if test="count($heads) gt 1">
      <nav class="contents" data-added="" aria-labelledby="{f:own-id('contents')}">
        <details>
          <summary id="{f:own-id('contents')}">{f:word('contents')}</summary>
          <ol>
            <xsl:for-each select="$heads">
              <xsl:variable name="key" as="xs:string" select="generate-id()"/>
              <xsl:variable name="letter" as="xs:integer?" select="$fp:letter-number($key)"/>
              <li class="{if (exists($letter)) then 'letter' else 'level-' || fp:contents-level(.)}">
                <xsl:if test="not(ancestor::teiHeader)"><xsl:sequence select="f:limits(.)"/></xsl:if>
                <xsl:choose>
                  <xsl:when test="exists($letter)"><a href="#{f:own-id(('letter', $letter))}">{fp:initial(.)}</a></xsl:when>
                  <xsl:when test="self::head"><a href="#{f:head-id(.)}"><xsl:sequence select="f:language(.)"/>{fp:in-contents(.)}</a></xsl:when>
                  <xsl:when test="map:contains($fp:described-number, $key)"><a href="#{fp:described-id(.)}"><xsl:sequence select="f:language(.)"/>{fp:described-name(.)}</a></xsl:when>
                  <xsl:when test="map:contains($fp:belonging-number, $key)"><a href="#{f:own-id('belonging', $fp:belonging-number($key))}">{fp:belonging-label(.)}</a></xsl:when>
                  <xsl:when test="self::titlePart"><a href="#{fp:title-id(.)}"><xsl:sequence select="f:language(.)"/>{f:plain(.)}</a></xsl:when>
                  <xsl:when test="self::TEI or self::teiCorpus"><a href="#{fp:corpus-id(.)}">{f:main-title(.)}</a></xsl:when>
                  <xsl:when test="map:contains($fp:list-kinds, local-name())"><a href="#{fp:list-id(.)}">{f:word('index-' || $fp:list-kinds(local-name()))}</a></xsl:when>
                  <xsl:otherwise><a href="#{$fp:part-ids($key)}">{fp:part-label(.)}</a></xsl:otherwise>
                </xsl:choose>
              </li>
            </xsl:for-each>
          </ol>
        </details>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:function name="fp:contents-level" as="xs:integer">
    <xsl:param name="thing" as="element()"/>
    <xsl:sequence select="if (map:contains($fp:described-number, generate-id($thing))) then fp:described-level($thing)
      else if ($thing/(self::TEI | self::teiCorpus | self::titlePart)) then f:level($thing/(self::titlePart, *)[1]) else f:level($thing/(self::head, *, .)[1])"/>
  </xsl:function>

  <!-- A mere “I” or “Chapter 1” with the second heading below it, if both fit on a line. -->
  <xsl:function name="fp:in-contents" as="xs:string">
    <xsl:param name="head" as="element()"/>
    <xsl:variable name="first" as="xs:string" select="string-join((fp:section-number($head), f:plain($head)), ' ')"/>
    <xsl:variable name="second" as="xs:string?" select="$head[string-length($first) le 24]/following-sibling::*[1][self::head][exists(f:shown(.))]/f:plain(.)"/>
    <xsl:sequence select="if ($second and string-length($second) le 60) then fp:sentence($first) || ' ' || $second else $first"/>
  </xsl:function>

</xsl:stylesheet>
