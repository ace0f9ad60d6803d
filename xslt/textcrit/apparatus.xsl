<?xml version="1.0" encoding="UTF-8"?>
<!-- The apparatus at the foot: its entries, with what each witness reads and what is remarked (Guidelines, chapter 13). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:template name="f:apparatus" r:if="rdg wit witDetail app rdgGrp note@type+note@type!=transcription-error" as="element()*">
    <xsl:variable name="kinds" as="xs:string*" select="distinct-values($f:apparatus[not(fp:is-listed(.))] ! string(fp:apparatus-of(.)))"/>
    <xsl:for-each select="('', 'sources', 'parallels')[. = $kinds]">
      <xsl:variable name="kind" as="xs:string" select="."/>
      <xsl:variable name="name" as="xs:string" select="($kind[.], 'apparatus')[1]"/>
      <section class="{$name}" role="doc-endnotes" aria-labelledby="{f:own-id($name)}">
        <h2 id="{f:own-id($name)}" data-added="">{f:word($name)}</h2>
        <ol>
          <xsl:if test="not($kind)"><xsl:attribute name="class" select="'starred'"/></xsl:if>
          <xsl:sequence select="f:aside-language()"/>
          <xsl:for-each-group select="($fp:readings | $fp:notes-apart)[not(fp:is-listed(.))][string(fp:apparatus-of(.)) = $kind]" group-adjacent="generate-id(fp:entry-of(.))">
            <xsl:variable name="app" as="element()" select="fp:entry-of(.)"/>
            <xsl:variable name="label" as="xs:string" select="$fp:app-label(generate-id($app))"/>
            <li>
              <xsl:if test="not(fp:seen(., $app))"><xsl:attribute name="id" select="fp:app-id($app, 'entry')"/></xsl:if>
              <xsl:choose>
                <xsl:when test="$kind"><xsl:sequence select="fp:labels($label)"/></xsl:when>
                <xsl:when test="$label != '*' || position()"><xsl:attribute name="value" select="substring($label, 2)"/></xsl:when>
              </xsl:choose>
              <xsl:sequence select="f:limits($app)"/>
              <xsl:if test="not($app/self::note)"><xsl:call-template name="fp:lemma"><xsl:with-param name="app" select="$app"/></xsl:call-template></xsl:if>
              <xsl:variable name="group" as="element()+" select="current-group()"/>
              <xsl:for-each select="$group">
                <xsl:call-template name="fp:read"><xsl:with-param name="app" select="$app"/></xsl:call-template>
                <xsl:if test="not($app/self::note)">
                  <xsl:variable name="at" as="xs:integer" select="position()"/>
                  <xsl:call-template name="fp:witnessed">
                    <xsl:with-param name="last" select="position() = last()"/>
                    <xsl:with-param name="next" select="$group[$at + 1]"/>
                  </xsl:call-template>
                </xsl:if>
              </xsl:for-each>
              <xsl:if test="not(fp:seen(., $app))">
                <xsl:call-template name="f:back">
                  <xsl:with-param name="to" select="fp:app-id($app, 'mark')"/>
                  <xsl:with-param name="label" select="f:word($name) || ' ' || replace($label, '^\*', '')"/>
                </xsl:call-template>
              </xsl:if>
            </li>
          </xsl:for-each-group>
        </ol>
      </section>
    </xsl:for-each>
  </xsl:template>

  <!-- What a witness reads, or what is said of it: a detail stands in brackets after the reading it is about. -->
  <xsl:template name="fp:read" as="element()">
    <xsl:param name="app" as="element()?" select="()"/>
    <xsl:variable name="detail" as="xs:boolean" select="exists(self::witDetail) and not(f:has-blocks(.))"/>
    <xsl:element name="{if (f:has-blocks(.)) then 'div' else 'span'}">
      <xsl:attribute name="data-aside" select="f:aside(.)"/>
      <xsl:sequence select="f:attributes(.), f:limits(.)[not($app) or not(deep-equal(f:shown(current()), f:shown($app)))]"/>
      <xsl:if test="$detail"><xsl:sequence select="f:added('mark', '(')"/></xsl:if>
      <xsl:if test="not(fp:is-left-out(.))"><xsl:apply-templates select="node()" mode="m:xhtml"/></xsl:if>
      <xsl:if test="$detail"><xsl:sequence select="f:added('mark', (@wit[not(. = current()/preceding-sibling::*[1]/@wit)][normalize-space(..)] ! (' ' || f:sigla(.)), ')'))"/></xsl:if>
      <xsl:if test="self::rdg and not(.//text()[normalize-space()] or .//lacunaStart or .//lacunaEnd or .//gap[not(fp:is-left-out(current()))])">
        <span data-added="">{f:word('omitted')}</span>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- Does a reading say that there is none, by a gap? -->
  <xsl:function name="fp:is-left-out" r:if="gap+rdg" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="exists($reading/self::rdg/gap[@reason = ('omitted', 'omission')][not(node() or @xml:id)])
      and not($reading/*[2] or $reading/text()[normalize-space()])"/>
  </xsl:function>

  <!-- Has an entry within this one come between? Then it continues here. -->
  <xsl:function name="fp:seen" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="app" as="element()"/>
    <xsl:sequence select="not($reading is $app) and exists($app/descendant::*[self::rdg or self::wit or self::witDetail or self::note][. &lt;&lt; $reading]
      [ancestor::app[1] is $app][map:contains($fp:reading-number, generate-id())])"/>
  </xsl:function>

  <!-- The place and the lemma of an entry. -->
  <xsl:template name="fp:lemma" as="element()*">
    <xsl:param name="app" as="element()"/>
    <xsl:variable name="loc" as="xs:string?" select="fp:loc($app)"/>
    <xsl:variable name="at" as="element()*" select="$loc[not(map:contains($fp:app-line, generate-id($app)))] ! key('fp:loc', ., $document)"/>
    <xsl:variable name="lemma" as="xs:string?" select="fp:lemma($app)"/>
    <xsl:choose>
      <xsl:when test="count($at) = 1 and f:target('#' || $at/@xml:id)">
        <a class="loc" data-added="" href="#{f:anchor($at)}">{$loc}</a>
        <span data-added=""><xsl:text> </xsl:text></span>
      </xsl:when>
      <xsl:when test="$loc"><span class="loc" data-added="">{$loc} </span></xsl:when>
    </xsl:choose>
    <xsl:if test="$lemma">
      <xsl:variable name="base" as="element()?" select="($app/lem, $app/fp:base(.))[1]"/>
      <span class="lemma" data-added="">
        <xsl:text>{$lemma}]</xsl:text>
        <xsl:for-each select="$base[not($app/@from)]/(@wit, @source, @resp[not(f:is-suggested(..))])">
          <xsl:text> </xsl:text>
          <span class="sigla">
            <xsl:for-each select="tokenize(.)"><xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if><xsl:sequence select="fp:siglum(.)"/></xsl:for-each>
          </span>
        </xsl:for-each>
        <xsl:value-of select="if ($base[not($app/@from)]/(@wit, @source, @resp[not(f:is-suggested(..))]) and not(($app//(rdg[exists(f:aside(.))] | witDetail | note))[1]/self::witDetail)) then '; ' else ' '"/>
      </span>
      <!-- Apart from its text, the first reading is one of the readings. -->
      <xsl:for-each select="$base[self::rdg][$app/@from]">
        <span data-added="">{f:plain-of(.)}</span>
        <xsl:call-template name="fp:witnessed"><xsl:with-param name="last" select="false()"/></xsl:call-template>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Who has the reading: witnesses, and who conjectured it. -->
  <xsl:template name="fp:witnessed" as="element()">
    <xsl:param name="last" as="xs:boolean"/>
    <xsl:param name="next" as="element()?" select="following-sibling::*[1]"/>
    <xsl:variable name="by" as="xs:string*" select="fp:witnesses-of(@wit), @resp[not(f:is-suggested(..))]/tokenize(.), @source/tokenize(.)"/>
    <span class="sigla" data-added="">
      <xsl:for-each select="if (self::wit or self::witDetail or self::note) then () else $by">
        <xsl:text> </xsl:text>
        <xsl:choose>
          <xsl:when test="map:contains($fp:witness-number, .)"><a href="#{fp:witness-id(.)}"><xsl:sequence select="fp:siglum(.)"/></a></xsl:when>
          <xsl:otherwise><xsl:sequence select="fp:siglum(.)"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:value-of select="if ($last or $next[self::wit or self::witDetail]) then ' ' else if ($next/self::note or self::note) then ' – ' else '; '"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
