<?xml version="1.0" encoding="UTF-8"?>
<!-- The witnesses of an apparatus, each with what it reads, and the signs by which they are cited. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:variable name="fp:cited" r:if="rdg wit witDetail app rdgGrp listWit" as="xs:string*" select="distinct-values(($fp:readings, $fp:readings/ancestor::app[1]//lem)/@wit/fp:witnesses-of(.))"/>
  <xsl:variable name="fp:listed" r:if="rdg wit witDetail app rdgGrp listWit" as="xs:string*" select="if (empty($fp:readings)) then $document//witness[ancestor::listWit][@xml:id][normalize-space()]/('#' || @xml:id)
    else $document//*[@xml:id][self::witness[ancestor::listWit] or (self::msDesc or self::bibl or self::biblStruct) and ancestor::sourceDesc][self::witness or '#' || @xml:id = $fp:cited]/('#' || @xml:id)"/>
  <xsl:variable name="fp:witness-number" r:if="rdg wit witDetail app rdgGrp listWit" as="map(xs:string, xs:integer)" select="
    let $all := ($fp:listed, $fp:cited[not(. = $fp:listed)]) return map:merge(for $n in 1 to count($all) return map{$all[$n]: $n}, map{'duplicates': 'use-first'})"/>

  <xsl:variable name="fp:by-witness" r:if="rdg wit witDetail app rdgGrp listWit" as="map(xs:string, element()*)">
    <xsl:map>
      <xsl:for-each-group select="$fp:readings[self::rdg]" group-by="fp:witnesses-of(@wit)">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- The witnesses that are named, by pointers or (against the rule) by their bare ids. -->
  <xsl:function name="fp:witnesses-of" as="xs:string*">
    <xsl:param name="wit" as="attribute()?"/>
    <xsl:sequence select="tokenize($wit) ! (if (contains(., '#') or not(key('fp:id', ., $document)[self::witness])) then . else '#' || .)"/>
  </xsl:function>

  <xsl:function name="fp:witness-id" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="f:own-id(('witness', $fp:witness-number($pointer)))"/>
  </xsl:function>

  <!-- Where a witness is told of that a reference leads to: its description is not shown where it stands, in the header. -->
  <xsl:function name="fp:witness-at" r:if="rdg wit witDetail app rdgGrp listWit" as="xs:string?">
    <xsl:param name="target" as="xs:string?"/>
    <xsl:sequence select="(tokenize($target)[map:contains($fp:witness-number, .)])[1] ! ('#' || fp:witness-id(.))"/>
  </xsl:function>

  <!-- Each witness with its siglum, what it is, and (where there is room for it) all that it reads. -->
  <xsl:template name="f:witnesses" r:if="rdg wit witDetail app rdgGrp listWit" as="element()?">
    <xsl:param name="readings" as="xs:boolean" select="true()"/>
    <xsl:if test="map:size($fp:witness-number) gt 0">
      <section class="witnesses">
        <xsl:variable name="added" as="attribute()"><xsl:attribute name="data-added"/></xsl:variable>
        <xsl:sequence select="$added[empty($fp:heads-of-witnesses)]"/>
        <xsl:attribute name="aria-labelledby" select="f:own-id('witnesses')"/>
        <h2 id="{f:own-id('witnesses')}"><xsl:sequence select="$added[exists($fp:heads-of-witnesses)]"/>{f:word('witnesses')}</h2>
        <xsl:for-each select="$fp:heads-of-witnesses">
          <p class="family"><span data-aside="head-of-witnesses"><xsl:sequence select="f:limits(.), f:attributes(., ())"/><xsl:apply-templates mode="m:xhtml"/></span></p>
        </xsl:for-each>
        <!-- A list's own witnesses come before the families within it. -->
        <xsl:variable name="lists" as="element()*" select="$document//listWit"/>
        <xsl:for-each-group select="sort(map:keys($fp:witness-number), (), function($key) { $fp:witness-number($key) })" group-by="string(key('fp:id', substring-after(., '#'), $document)[1]/parent::listWit/generate-id())">
        <xsl:sort select="(index-of($lists ! generate-id(), current-grouping-key()), count($lists) + 1)[1]"/>
        <xsl:variable name="list" as="element()?" select="$lists[generate-id() = current-grouping-key()]"/>
        <xsl:for-each select="$list/ancestor-or-self::listWit[. is $list or (empty(witness) and (.//witness)[1]/.. is $list)]/head[normalize-space()]"><p class="family"><xsl:sequence select="$added[exists($fp:heads-of-witnesses)]"/>{f:plain(.)}</p></xsl:for-each>
        <ul>
          <xsl:sequence select="$added[exists($fp:heads-of-witnesses)]"/>
          <xsl:for-each select="current-group()">
            <xsl:variable name="pointer" as="xs:string" select="."/>
            <xsl:variable name="described" as="element()?" select="key('fp:id', substring-after(., '#'), $document)[1]"/>
            <xsl:variable name="own" as="element()*" select="$fp:by-witness($pointer)"/>
            <li id="{fp:witness-id(.)}">
              <span class="siglum"><xsl:sequence select="fp:siglum(.)"/></span>
              <xsl:text> </xsl:text>
              <xsl:choose>
                <xsl:when test="$described/self::witness[.//(note | hi[starts-with(@rend, 'sup')])[not(ancestor::abbr or ancestor::msDesc)]]"><xsl:apply-templates select="$described/node()" mode="m:described"/></xsl:when>
                <xsl:otherwise>{fp:description($described)}</xsl:otherwise>
              </xsl:choose>
              <xsl:if test="$readings and exists($own)">
                <details>
                  <summary>{f:word('witness-readings')} {f:sigla(.)} ({count($own)})</summary>
                  <ul>
                    <xsl:for-each select="$own">
                      <xsl:variable name="app" as="element()" select="(ancestor::app[1], .)[1]"/>
                      <li>
                        <xsl:if test="map:contains($fp:app-number, generate-id($app))">
                          <a href="#{fp:app-id($app, 'entry')}">{$fp:app-label(generate-id($app))}</a><xsl:text> </xsl:text>
                        </xsl:if>
                        <xsl:text>{fp:lemma($app) ! (. || '] ')}{if (normalize-space() or .//gap[not(fp:is-left-out(current()))] or .//lacunaStart or .//lacunaEnd) then (f:plain-of(.)[.], '[…]')[1] else f:word('omitted')}</xsl:text>
                      </li>
                    </xsl:for-each>
                  </ul>
                </details>
              </xsl:if>
            </li>
          </xsl:for-each>
        </ul>
        </xsl:for-each-group>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A heading over nothing but witnesses goes with them, as asides.py has it. -->
  <xsl:variable name="fp:heads-of-witnesses" r:if="head+listWit" as="element()*" select="$fp:standing//listWit/parent::*[self::div or self::div1 or self::div2 or self::div3 or self::div4 or self::div5 or self::div6 or self::div7]
    [not(* except (head, listWit))][not(text()[normalize-space()])][.//witness[@xml:id][normalize-space()]]/head"/>
  <xsl:variable name="fp:heads-witnesses" r:if="head+listWit" as="map(xs:string, xs:boolean)" select="map:merge($fp:heads-of-witnesses ! map{generate-id(): true()})"/>
  <xsl:variable name="fp:has-heads-of-witnesses" r:if="head+listWit" as="xs:boolean" select="exists($fp:heads-of-witnesses)"/>

  <xsl:template match="head[$fp:has-heads-of-witnesses][map:contains($fp:heads-witnesses, generate-id())]" mode="m:xhtml" priority="40.5"/>
  <xsl:template match="(div | div1 | div2 | div3 | div4 | div5 | div6 | div7)[$fp:has-heads-of-witnesses][head[map:contains($fp:heads-witnesses, generate-id())]]" mode="m:xhtml" priority="37.5">
    <xsl:if test="f:id(.)"><div id="{f:id(.)}"/></xsl:if>
  </xsl:template>

  <!-- What a witness is, in a line: its own words, without its siglum; a group of witnesses by its heading. -->
  <xsl:function name="fp:description" as="xs:string">
    <xsl:param name="witness" as="element()?"/>
    <xsl:variable name="within" as="element()?" select="$witness/(self::msDesc | msDesc)[1]"/>
    <xsl:variable name="siglum" as="xs:string" select="string($witness/@xml:id ! f:sigla('#' || .))"/>
    <xsl:variable name="words" as="xs:string" select="if ($within) then string-join(($within/msIdentifier/*[normalize-space()][not(self::altIdentifier)], $within/head) ! f:plain(.), ', ')
      else if ($witness/self::listWit) then f:plain($witness/head)
      else replace(f:plain($witness/(node() except (listWit | abbr[@type = 'siglum'] | idno[@type = 'siglum']))), '\s+([,.;:])', '$1')"/>
    <xsl:sequence select="if ($words = $siglum) then '' else if (starts-with($words, $siglum || ' ')) then substring-after($words, ' ') else replace($words, '^[\s:,;.=–—-]+', '')"/>
  </xsl:function>

  <!-- The same with what is raised in it, and what is remarked. -->
  <xsl:mode name="m:described" on-multiple-match="fail" on-no-match="text-only-copy" visibility="public"/>
  <xsl:template match="listWit | abbr[@type = 'siglum'] | idno[@type = 'siglum'] | witness/label[. is ../label[1]][normalize-space() = fp:called('#' || ../@xml:id)]" r:if="rdg wit witDetail app rdgGrp listWit" mode="m:described"/>
  <xsl:template match="hi[starts-with(@rend, 'sup')]" r:if="rdg wit witDetail app rdgGrp listWit" mode="m:described"><sup>{f:plain(.)}</sup></xsl:template>
  <xsl:template match="title" r:if="rdg wit witDetail app rdgGrp listWit" mode="m:described"><cite class="title">{f:plain(.)}</cite></xsl:template>
  <xsl:template match="note" r:if="rdg wit witDetail app rdgGrp listWit" mode="m:described"><xsl:text> ({f:plain(node())})</xsl:text></xsl:template>

  <!-- A siglum as it is written: what is raised in it, as the hand of a witness is, stays raised. -->
  <xsl:function name="fp:siglum" as="node()*">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="witness" as="element()?" select="key('fp:id', substring-after($pointer, '#'), $document)[1]"/>
    <xsl:variable name="written" as="element()?" select="$witness[not(@n)]/(abbr[@type = 'siglum'], idno[@type = 'siglum'])[1][hi]"/>
    <xsl:for-each select="$written/node()[self::text() or self::hi]">
      <xsl:choose>
        <xsl:when test="self::hi[starts-with(@rend, 'sup')]"><sup>{.}</sup></xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:if test="empty($written)"><xsl:value-of select="f:sigla($pointer)"/></xsl:if>
  </xsl:function>

  <!-- By what witnesses and scholars are cited: the siglum that the document states, a short name, else the id. -->
  <xsl:function name="f:sigla" as="xs:string">
    <xsl:param name="pointers" as="xs:string?"/>
    <xsl:sequence select="string-join(tokenize($pointers) ! fp:called(.), ' ')"/>
  </xsl:function>

  <xsl:function name="fp:called" as="xs:string" new-each-time="no" cache="yes">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="target" as="element()?" select="key('fp:id', substring-after($pointer, '#'), $document)[1]"/>
    <xsl:sequence select="($target/(@n, abbr[@type = 'siglum'], idno[@type = 'siglum'])[1]/normalize-space(),
      $target/self::witness/(label[1], .)/normalize-space()[matches(., '^\S{1,6}$')],
      $target/self::respStmt/(persName | orgName | name)[not(@type = ('application', 'software'))][1]/f:plain(.), replace(f:unprefixed($pointer), '^#', ''))[.][1]"/>
  </xsl:function>

</xsl:stylesheet>
