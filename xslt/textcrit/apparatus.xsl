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
            <xsl:sort select="if ($fp:has-marks-apart) then $fp:part-rank(generate-id()) else 0"/>
            <xsl:variable name="app" as="element()" select="fp:entry-of(.)"/>
            <xsl:variable name="label" as="xs:string" select="$fp:app-label(generate-id($app))"/>
            <li>
              <xsl:if test="not(fp:seen(., $app))"><xsl:attribute name="id" select="fp:app-id($app, 'entry')"/></xsl:if>
              <xsl:choose>
                <xsl:when test="$kind"><xsl:sequence select="fp:labels($label)"/></xsl:when>
                <xsl:when test="$label != '*' || position()"><xsl:attribute name="value" select="substring($label, 2)"/></xsl:when>
              </xsl:choose>
              <xsl:sequence select="f:limits($app)"/>
              <xsl:variable name="group" as="element()+" select="fp:with-details(current-group(), $app)"/>
              <xsl:if test="not($app/self::note)">
                <xsl:call-template name="fp:lemma">
                  <xsl:with-param name="app" select="$app"/>
                  <xsl:with-param name="first" select="$group[1]"/>
                </xsl:call-template>
              </xsl:if>
              <xsl:for-each select="$group">
                <xsl:variable name="at" as="xs:integer" select="position()"/>
                <xsl:variable name="read" as="element()">
                  <xsl:call-template name="fp:read">
                    <xsl:with-param name="app" select="$app"/>
                    <xsl:with-param name="before" select="if ($at = 1) then ($app/lem, $app/fp:base(.))[1] else $group[$at - 1]"/>
                  </xsl:call-template>
                </xsl:variable>
                <xsl:variable name="by" as="element()?">
                  <xsl:if test="not($app/self::note)">
                    <xsl:call-template name="fp:witnessed">
                      <xsl:with-param name="last" select="position() = last()"/>
                      <xsl:with-param name="next" select="$group[$at + 1]"/>
                    </xsl:call-template>
                  </xsl:if>
                </xsl:variable>
                <!-- Who has lines or paragraphs stands at the end of the last. -->
                <xsl:sequence select="if ($read/self::*:div and $by) then f:inserted($read, $by, false()) else ($read, $by)"/>
              </xsl:for-each>
              <xsl:sequence select="fp:kind-of-entry($app)"/>
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
    <xsl:param name="before" as="element()?" select="preceding-sibling::*[1]"/>
    <xsl:variable name="detail" as="xs:boolean" select="exists(self::witDetail) and not(f:has-blocks(.))"/>
    <xsl:element name="{if (f:has-blocks(.)) then 'div' else 'span'}">
      <xsl:attribute name="data-aside" select="f:aside(.)"/>
      <xsl:sequence select="f:attributes(.), f:limits(.)[not($app) or not(deep-equal(f:shown(current()), f:shown($app)))]"/>
      <xsl:if test="$detail"><xsl:sequence select="f:added('mark', '(')"/></xsl:if>
      <xsl:if test="not(fp:is-left-out(.))"><xsl:apply-templates select="node()" mode="m:xhtml"/></xsl:if>
      <xsl:if test="$detail"><xsl:sequence select="f:added('mark', (@wit[not(. = $before/@wit)][normalize-space(..)] ! (' ' || f:sigla(.)), ')'))"/></xsl:if>
      <xsl:if test="self::rdg and not(.//text()[normalize-space()] or .//lacunaStart or .//lacunaEnd or .//gap[not(fp:is-left-out(current()))])">
        <span data-added="">{f:word('omitted')}</span>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- The parts of an entry, each detail after what it is about, if that leaves them (and lists of witnesses) in their order. -->
  <xsl:function name="fp:with-details" as="element()+">
    <xsl:param name="parts" as="element()+"/>
    <xsl:param name="app" as="element()"/>
    <xsl:variable name="details" as="element()*" select="$parts[self::witDetail or self::wit]"/>
    <xsl:variable name="readings" as="element()*" select="$parts except $details"/>
    <xsl:variable name="about" as="xs:integer*" select="$details ! (if (self::wit) then (let $list := . return count($readings[. &lt;&lt; $list])) else (fp:about(., $app, $readings), count($readings))[1])"/>
    <xsl:sequence select="if (empty($parts[self::witDetail]) or (some $at in 2 to count($about) satisfies $about[$at] lt $about[$at - 1])) then $parts
      else for $at in 0 to count($readings) return ($readings[$at], $details[let $n := position() return $about[$n] = $at])"/>
  </xsl:function>
  <!-- Which of the *readings* a detail is about: the one it points to, or its witnesses'; 0 if that stands in the text. -->
  <xsl:function name="fp:about" r:if="witDetail" as="xs:integer?">
    <xsl:param name="detail" as="element()"/>
    <xsl:param name="app" as="element()"/>
    <xsl:param name="readings" as="element()*"/>
    <xsl:variable name="base" as="element()?" select="($app/lem, $app/fp:base(.))[1]"/>
    <xsl:variable name="pointed" as="xs:string*" select="$detail/(@target, @corresp)/tokenize(.)"/>
    <xsl:variable name="witnesses" as="xs:string*" select="fp:witnesses-of($detail/@wit)"/>
    <xsl:variable name="one" as="element()?" select="(($base, $readings)[('#' || @xml:id) = $pointed],
      ($base, $readings[self::rdg])[exists($witnesses)][every $witness in $witnesses satisfies $witness = fp:witnesses-of(@wit)])[1]"/>
    <xsl:sequence select="if ($one is $base) then 0 else index-of($readings ! generate-id(), generate-id($one))"/>
  </xsl:function>

  <!-- ## Of what kind an entry or a reading is, and what gave rise to it: as the document explains the term, else as it names it -->

  <xsl:function name="fp:terms-said" r:if="rdg@type rdg@subtype rdg@cause rdg@ana rdg@hand app@type app@subtype app@ana rdgGrp@type rdgGrp@subtype rdgGrp@cause rdgGrp@ana" as="xs:string*">
    <xsl:param name="values" as="attribute()*"/>
    <xsl:for-each select="distinct-values($values ! tokenize(.))">
      <xsl:variable name="one" as="element()?" select="key('fp:id', replace(., '^#', ''), $document)[1]"/>
      <xsl:variable name="explained" as="element()?" select="$one[self::category or self::interp or self::valItem or self::handNote or self::person or self::persName or self::item[ancestor::taxonomy or ancestor::encodingDesc]]"/>
      <xsl:choose>
        <xsl:when test="$explained">
          <xsl:sequence select="($explained/(catDesc, gloss, desc, @scribe, persName, .) ! fp:plain-said(.))[.][1] ! replace(., '^(.{60}\S*)\s.+$', '$1 …')"/>
        </xsl:when>
        <xsl:when test="matches(., '^\p{L}{3,}([_-]\p{L}{2,})*$') and not(lower-case(.) = ('app', 'apparatus', 'entry', 'lemma', 'rdg', 'reading', 'readings', 'variant', 'variants', 'critical', 'note'))
            and empty(fp:apparatus-named(.))">
          <xsl:sequence select="translate(., '_', ' ')"/>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>
  <xsl:function name="fp:plain-said" as="xs:string">
    <xsl:param name="term" as="node()"/>
    <xsl:sequence select="if ($term instance of element()) then f:plain($term) else normalize-space($term)"/>
  </xsl:function>

  <xsl:function name="fp:kind-of-entry" r:if="app@type app@subtype app@ana" as="element()?">
    <xsl:param name="app" as="element()"/>
    <xsl:variable name="terms" as="xs:string*" select="$app/self::app/fp:terms-said((@type, @subtype, @ana))"/>
    <xsl:if test="exists($terms)"><xsl:sequence select="f:added('kind', '– ' || string-join($terms, ', ') || ' ')"/></xsl:if>
  </xsl:function>

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
    <xsl:param name="first" as="element()?"/>
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
        <xsl:value-of select="if ($base[not($app/@from)]/(@wit, @source, @resp[not(f:is-suggested(..))]) and not($first/self::witDetail)) then '; ' else ' '"/>
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
      <xsl:if r:if="rdg@type rdg@subtype rdg@cause rdg@ana rdg@hand rdgGrp@type rdgGrp@subtype rdgGrp@cause rdgGrp@ana" test="self::rdg">
        <xsl:sequence select="string-join(fp:terms-said((@cause, @type, @subtype, @ana, @hand, ancestor::rdgGrp[ancestor::app[1] is current()/ancestor::app[1]]/(@cause, @type, @subtype, @ana))), ', ')[.] ! (' (' || . || ')')"/>
      </xsl:if>
      <xsl:if test="self::rdg[@cert = ('low', 'unknown')]" r:if="rdg@cert"> (?)</xsl:if>
      <xsl:value-of select="if ($last or $next[self::wit or self::witDetail]) then ' ' else if ($next/self::note or self::note) then ' – ' else '; '"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
