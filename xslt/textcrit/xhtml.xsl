<?xml version="1.0" encoding="UTF-8"?>
<!-- Critical apparatus (Guidelines, chapter 13): the lemma in the text with its mark; what each entry is called, and what it is about. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:variable name="fp:readings" r:if="rdg wit witDetail app rdgGrp listWit" as="element()*" select="$fp:standing//(rdg | wit[node()] | witDetail | (app | rdgGrp)/note[starts-with(f:aside(.), 'app-note')])[exists(f:aside(.))][exists(f:shown(.))]"/>
  <xsl:variable name="fp:reading-number" r:if="rdg wit witDetail app rdgGrp listWit" as="map(xs:string, xs:integer)" select="fp:numbered($fp:readings)"/>
  <!-- The notes that are an apparatus of their own. -->
  <xsl:variable name="fp:notes-apart" r:if="note@type+note@type!=transcription-error" as="element()*" select="$fp:standing//note[@type][f:aside(.) = ('note-sources', 'note-parallels')][exists(f:shown(.))]"/>
  <!-- The entries of the apparatus, in the order of their marks in the text: where one is missing, the reading is its own. -->
  <xsl:variable name="fp:filed" r:if="rdg wit witDetail app rdgGrp note@type+note@type!=transcription-error" as="element()*">
    <xsl:for-each-group select="$fp:readings | $fp:notes-apart" group-by="generate-id(fp:entry-of(.))">
      <xsl:sequence select="fp:entry-of(.)[not(fp:is-listed(.)) or fp:is-marked-apart(.)]"/>
    </xsl:for-each-group>
  </xsl:variable>
  <xsl:variable name="f:apparatus" r:if="rdg wit witDetail app rdgGrp note@type+note@type!=transcription-error" as="element()*" select="if ($fp:has-marks-apart) then sort($fp:filed, (), function($entry) { $fp:entry-rank(generate-id($entry)) }) else $fp:filed"/>

  <!-- ## Entries that stand apart from their marks: of those that are read at the foot none overtakes another that stands apart -->

  <xsl:variable name="fp:has-marks-apart" r:if="app@from app@to" as="xs:boolean" select="some $entry in $fp:filed satisfies fp:is-marked-apart($entry)"/>
  <xsl:variable name="fp:place-rank" r:if="app@from app@to" as="map(xs:string, xs:integer)" select="fp:numbered($fp:readings | $fp:notes-apart | $fp:filed[fp:is-marked-apart(.)]/fp:end-of(.))"/>
  <!-- Where each part of an entry is read. -->
  <xsl:variable name="fp:part-rank" r:if="app@from app@to" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:iterate select="$fp:readings | $fp:notes-apart">
        <xsl:param name="last" as="xs:integer" select="0"/>
        <xsl:variable name="entry" as="element()" select="fp:entry-of(.)"/>
        <xsl:variable name="at" as="xs:integer" select="$fp:place-rank(generate-id(if (fp:is-marked-apart($entry)) then fp:end-of($entry) else .))"/>
        <xsl:variable name="follows" as="xs:boolean" select="exists($entry/(@from | @to)[string()]) and not(fp:is-listed($entry))"/>
        <xsl:variable name="rank" as="xs:integer" select="if ($follows) then max(($at, $last)) else $at"/>
        <xsl:map-entry key="generate-id()" select="$rank"/>
        <xsl:next-iteration><xsl:with-param name="last" select="if ($follows) then $rank else $last"/></xsl:next-iteration>
      </xsl:iterate>
    </xsl:map>
  </xsl:variable>
  <xsl:variable name="fp:entry-rank" r:if="app@from app@to" as="map(xs:string, xs:integer)" select="map:merge(
    ($fp:readings | $fp:notes-apart) ! map{generate-id(fp:entry-of(.)): $fp:part-rank(generate-id())}, map{'duplicates': 'use-first'})"/>

  <xsl:variable name="fp:app-number" r:if="rdg wit witDetail app rdgGrp note@type+note@type!=transcription-error" as="map(xs:string, xs:integer)" select="fp:numbered($f:apparatus)"/>
  <!-- What they are called by, each apparatus in its own way. -->
  <xsl:variable name="fp:app-label" r:if="rdg wit witDetail app rdgGrp note@type+note@type!=transcription-error" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each-group select="$f:apparatus" group-by="string(fp:apparatus-of(.))">
        <xsl:variable name="picture" as="xs:string" select="string(map{'sources': 'i', 'parallels': 'α'}(current-grouping-key()))"/>
        <xsl:for-each select="current-group()"><xsl:map-entry key="generate-id()" select="if ($picture) then format-integer(position(), $picture) else '*' || position()"/></xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="fp:entry-of" as="element()">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="($reading[not(self::note) or parent::app or parent::rdgGrp]/ancestor::app[1], $reading)[1]"/>
  </xsl:function>

  <!-- Which apparatus of its own an entry, a reading or a note belongs to. -->
  <xsl:function name="fp:apparatus-of" r:if="rdg wit witDetail app rdgGrp note@type+note@type!=transcription-error" as="xs:string?">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="if (fp:is-listed($part)) then () else ($part/self::app, fp:entry-of($part))[1]/@type/fp:apparatus-named(.)"/>
  </xsl:function>

  <!-- Does it stand in a list of entries in the text? There it is read whole. -->
  <xsl:function name="fp:is-listed" r:if="app+listApp app+div@type" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="$fp:has-listed and exists($part[not(self::note) or parent::app or parent::rdgGrp]/ancestor-or-self::app[1]/ancestor::*[self::listApp or self::div[starts-with(@type, 'app')]]) and empty($part/ancestor::standOff)"/>
  </xsl:function>

  <xsl:function name="fp:app-id" r:if="rdg wit witDetail app rdgGrp note@type+note@type!=transcription-error" as="xs:string">
    <xsl:param name="app" as="element()"/>
    <xsl:param name="part" as="xs:string"/>
    <xsl:sequence select="f:own-id(('app', $fp:app-number(generate-id($app)), $part[. != 'entry']))"/>
  </xsl:function>

  <xsl:template match="app" mode="m:xhtml">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="apart" as="xs:boolean" select="(@from or @to or @loc) and * and (f:is-block(.) or parent::listApp or not(f:is-mixed(..))) and not(f:is-of-passage(self::app))"/>
    <xsl:variable name="made" as="element()">
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(., ('app', 'apart'[$apart]))"/>
      <xsl:if test="$apart"><xsl:sequence select="@loc/normalize-space()[.] ! f:added('loc', . || ' ')"/></xsl:if>
      <!-- What it is about, and who has it, where it says neither in words. -->
      <xsl:variable name="alone" as="element()?" select="self::app[$apart][@from][not(.//lem)]/fp:base(.)"/>
      <xsl:if test="$alone"><xsl:sequence select="fp:lemma(.) ! f:added('lemma', . || '] ')"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
      <xsl:for-each select="$alone"><xsl:call-template name="fp:witnessed"><xsl:with-param name="last" select="true()"/></xsl:call-template></xsl:for-each>
    </xsl:element>
    </xsl:variable>
    <xsl:variable name="mark" as="element()?"><xsl:if test="not($in-link)"><xsl:call-template name="f:apparatus-mark"/></xsl:if></xsl:variable>
    <!-- The mark of lines or paragraphs stands at the end of the last. -->
    <xsl:sequence select="if ($made/self::*:div and $mark and normalize-space($made)) then f:inserted($made, $mark, false()) else ($made, $mark)"/>
  </xsl:template>

  <!-- An entry of a list in the text: place, lemma, and who has it; then all that others read, and what is remarked. -->
  <xsl:template match="app[$fp:has-listed][fp:is-listed(.)]" mode="m:xhtml" priority="2">
    <xsl:variable name="base" as="element()?" select="(.//lem[ancestor::app[1] is current()], .[not(.//lem)]/fp:base(.))[1]"/>
    <xsl:variable name="marked" as="xs:boolean" select="map:contains($fp:app-number, generate-id())"/>
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(., ('app', 'apart', 'listed'))"/>
      <xsl:if test="$marked">
        <a class="back" data-added="" id="{fp:app-id(., 'entry')}" href="#{fp:app-id(., 'mark')}" aria-label="{$fp:app-label(generate-id())} {f:word('apparatus')}: {f:word('back')}">{$fp:app-label(generate-id())}</a>
        <xsl:sequence select="f:added('mark', ' ')"/>
      </xsl:if>
      <xsl:sequence select="@loc/normalize-space()[.] ! f:added('loc', . || ' ')"/>
      <xsl:if test="not($base/self::lem) and @from"><xsl:sequence select="fp:lemma(.) ! f:added('lemma', . || '] ')"/></xsl:if>
      <xsl:apply-templates mode="m:listed"/>
      <xsl:sequence select="fp:kind-of-entry(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- A list that stands off, all of whose entries have their marks in the text, has nothing to show where it is. -->
  <xsl:template match="listApp[ancestor::standOff][not(* except (app | listApp))]" mode="m:xhtml" priority="2" r:if="listApp+standOff">
    <xsl:choose>
      <xsl:when test="every $app in .//app[parent::listApp] satisfies $app/lem and $app//rdg and fp:is-marked-apart($app)">
        <div><xsl:for-each select="descendant-or-self::*[self::listApp or self::app][f:id(.)]"><span class="anchor" id="{f:id(.)}"/></xsl:for-each></div>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:mode name="m:listed" on-multiple-match="fail" on-no-match="shallow-skip" visibility="public"/>
  <xsl:template match="rdgGrp" mode="m:listed"><xsl:apply-templates mode="#current"/></xsl:template>
  <xsl:template match="lem | rdg | wit | witDetail | note" r:if="app+listApp app+div@type" mode="m:listed">
    <xsl:if test="f:readings(.) = $reading">
      <xsl:variable name="last" as="xs:boolean" select="empty(following::*[self::rdg or self::wit or self::witDetail or self::note or self::lem][ancestor::app[1] is current()/ancestor::app[1]][parent::app or parent::rdgGrp])"/>
      <xsl:choose>
        <xsl:when test="self::note[not(starts-with(f:aside(.), 'app-note'))]"><xsl:apply-templates select="." mode="m:xhtml"/></xsl:when>
        <xsl:when test="empty(f:aside(.))">
          <xsl:apply-templates select="." mode="m:xhtml"/>
          <xsl:if test="self::lem"><span data-added="">]<xsl:value-of select="' '[not($last)][not(current()/(@wit, @source, @resp))]"/></span></xsl:if>
          <xsl:if test="self::rdg or @wit or @source or @resp"><xsl:call-template name="fp:witnessed"><xsl:with-param name="last" select="$last"/></xsl:call-template></xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="fp:read"/>
          <xsl:call-template name="fp:witnessed"><xsl:with-param name="last" select="$last"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>
  <xsl:template match="text()[normalize-space()] | *" r:if="app+listApp app+div@type" mode="m:listed" priority="-1"><xsl:apply-templates select="." mode="m:xhtml"/></xsl:template>

  <xsl:template name="f:apparatus-mark" r:if="rdg wit witDetail app rdgGrp" as="element()?">
    <xsl:variable name="number" as="xs:integer?" select="$fp:app-number(generate-id())"/>
    <xsl:if test="exists($number)">
      <xsl:sequence select="fp:app-mark(., not(fp:is-marked-apart(.)))"/>
    </xsl:if>
  </xsl:template>

  <!-- The mark of an entry; where the text has another, that is the one to come back to. -->
  <xsl:function name="fp:app-mark" as="element()">
    <xsl:param name="app" as="element()"/>
    <xsl:param name="first" as="xs:boolean"/>
    <xsl:variable name="label" as="xs:string" select="$fp:app-label(generate-id($app))"/>
    <sup class="mark app-mark" data-added=""><xsl:sequence select="$f:mark-way"/><a class="noteref" href="#{fp:app-id($app, 'entry')}" aria-label="{f:word((fp:apparatus-of($app), 'apparatus')[1])} {translate($label, '*', '')}">
      <xsl:if test="$first">
        <xsl:attribute name="role" select="'doc-noteref'"/>
        <xsl:attribute name="id" select="fp:app-id($app, 'mark')"/>
      </xsl:if>
      <xsl:value-of select="$label"/>
    </a></sup>
  </xsl:function>

  <!-- ## Where an entry stands apart from its text (double end-point), the text has a mark of it too -->

  <xsl:key name="fp:ends" match="app[@to or @from]" use="(@to, @from)[1] ! substring-after(., '#')"/>

  <xsl:template name="f:end-marks" r:if="app" as="element()*">
    <xsl:if test="@xml:id">
      <xsl:variable name="marked" as="element()" select="."/>
      <xsl:for-each select="key('fp:ends', @xml:id, $document)[map:contains($fp:app-number, generate-id())]">
        <xsl:sequence select=".[not(f:is-of-passage(.))] ! fp:app-mark(., fp:end-of(.) is $marked)"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="(w | pc | seg | s | phr | cl)[@xml:id][key('fp:ends', @xml:id, $document)]" mode="m:xhtml" priority="30" r:if="app">
    <xsl:next-match/>
    <xsl:call-template name="f:end-marks"/>
  </xsl:template>

  <!-- The place in the text where the passage of an entry ends. -->
  <xsl:function name="fp:end-of" r:if="app" as="element()?">
    <xsl:param name="app" as="element()"/>
    <xsl:sequence select="f:target($app/(@to, @from)[1])[self::anchor[not(* or text())] or self::w or self::pc or self::seg or self::s or self::phr or self::cl]"/>
  </xsl:function>

  <xsl:function name="fp:is-marked-apart" r:if="app" as="xs:boolean">
    <xsl:param name="app" as="element()"/>
    <xsl:sequence select="$app/(@from, @to) and not(f:is-of-passage($app/self::app)) and exists(fp:end-of($app))"/>
  </xsl:function>

  <!-- What an entry is about: its lemma, else the reading that stands in the text, else the passage between its ends. -->
  <xsl:function name="fp:lemma" r:if="app" as="xs:string?">
    <xsl:param name="app" as="element()"/>
    <xsl:variable name="stated" as="element()?" select="($app/lem, $app/rdgGrp/lem, $app[not(@from)]/fp:base(.))[1]"/>
    <xsl:choose>
      <xsl:when test="$app[self::app] and exists($stated)">
        <xsl:sequence select="f:plain-of($stated)"/>
      </xsl:when>
      <xsl:when test="$app[self::app]/@from">
        <xsl:variable name="from" as="element()?" select="key('fp:id', substring-after($app/@from, '#'), $document)[1]"/>
        <xsl:variable name="to" as="element()?" select="(key('fp:id', substring-after($app/@to, '#'), $document)[1], $app[f:is-of-passage(.)], $from)[1]"/>
        <xsl:variable name="passage" as="xs:string*">
          <xsl:iterate select="$from/(descendant::text() | following::text())">
            <xsl:choose>
              <xsl:when test=". &gt;&gt; $to and not(ancestor::* intersect $to[not(self::app)])"><xsl:break/></xsl:when>
              <xsl:when test="ancestor::*[self::note or self::rdg or self::wit or self::witDetail or self::fw]"/>
              <xsl:otherwise><xsl:sequence select="' '[not(current()/preceding-sibling::node()) and f:is-block(current()/..)], ., ' '[not(current()/following-sibling::node()) and f:is-block(current()/..)]"/></xsl:otherwise>
            </xsl:choose>
          </xsl:iterate>
        </xsl:variable>
        <!-- Of a long one how it begins, and how it ends. -->
        <xsl:variable name="words" as="xs:string*" select="tokenize(string-join($passage))"/>
        <xsl:sequence select="string-join(if (count($words) gt 9) then ($words[position() le 3], '…', $words[position() gt last() - 3]) else $words, ' ')[.]"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- The reading that stands in the text for want of a lemma. -->
  <xsl:function name="fp:base" r:if="app" as="element()?">
    <xsl:param name="app" as="element()"/>
    <xsl:sequence select="$app//rdg[ancestor::app[1] is $app][empty(f:aside(.))]"/>
  </xsl:function>

  <!-- Where an entry stands, as scholars cite it: what it says of its place itself, else the number of its line. -->
  <xsl:function name="fp:loc" as="xs:string?">
    <xsl:param name="app" as="element()"/>
    <xsl:sequence select="($app/@loc, $app/ancestor::l[1]/@n, $fp:app-line(generate-id($app)), $app[@from]/key('fp:id', substring-after(@from, '#'), $document)[1]/ancestor-or-self::l[1]/@n) [1] ! normalize-space()"/>
  </xsl:function>

  <!-- In which line of an inscription or a papyrus an entry stands. -->
  <xsl:variable name="fp:app-line" r:if="app+lb app" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each-group select="if (empty($f:apparatus)) then () else $fp:text//div[@type = 'edition'][not(ancestor::div/@type = 'edition')]//(lb[@n] | app)" group-starting-with="lb">
        <xsl:variable name="line" as="xs:string" select="normalize-space(@n)"/>
        <xsl:for-each select="current-group()[self::app][$line]">
          <xsl:map-entry key="generate-id()" select="$line"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:key name="fp:loc" match="l[@n][@xml:id] | p[@n][@xml:id] | ab[@n][@xml:id] | seg[@n][@xml:id]" use="normalize-space(@n)"/>

  <xsl:template match="rdg | wit | witDetail" mode="m:marker">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$fp:has-listed and fp:is-listed(.)"><xsl:call-template name="fp:read"/></xsl:when>
      <xsl:when test="not(ancestor::app or $in-link)"><xsl:call-template name="f:apparatus-mark"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="note[f:aside(.) = ('note-sources', 'note-parallels')]" r:if="note@type+note@type!=transcription-error" mode="m:marker" priority="2.7">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="map:contains($fp:app-number, generate-id()) and not($in-link)"><xsl:sequence select="fp:app-mark(., true())"/></xsl:if>
  </xsl:template>

  <!-- One that says nothing has no place. -->
  <xsl:template match="wit[not(node())]" mode="m:has-anchor" as="xs:boolean"><xsl:sequence select="false()"/></xsl:template>

  <!-- Where a witness begins, ends, or fails. -->
  <xsl:template match="(lacunaStart | lacunaEnd | witStart | witEnd)[not(node())]" mode="m:xhtml">
    <xsl:variable name="said" as="xs:boolean" select="exists(ancestor::rdg)"/>
    <xsl:if test="$said"><span class="parted"/></xsl:if>
    <span data-added="">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="$said">[{f:word('crit-' || local-name())}{@wit ! (' ' || f:sigla(.))}]</xsl:if>
    </span>
    <xsl:if test="$said"><span class="parted"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
