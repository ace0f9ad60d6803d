<?xml version="1.0" encoding="UTF-8"?>
<!-- The list of corrections: what was printed, what stands for it, who says so and why. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:function name="f:is-correction" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/self::choice[sic and corr])"/>
  </xsl:function>

  <!-- The notes on an error that stand directly after its correction. -->
  <xsl:function name="fp:notes-of" as="element()*">
    <xsl:param name="choice" as="element()"/>
    <xsl:variable name="next" as="node()?" select="$choice/following-sibling::node()[not(self::comment())][1]"/>
    <xsl:sequence select="if ($next/self::note[f:aside(.) = 'correction']) then ($next, fp:notes-of($next)) else ()"/>
  </xsl:function>

  <xsl:function name="fp:is-attached" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="previous" as="node()?" select="$note/preceding-sibling::node()[not(self::comment())][1]"/>
    <xsl:sequence select="exists($previous/self::choice[f:is-correction(.)])
      or exists($previous/self::note[f:aside(.) = 'correction'][fp:is-attached(.)])"/>
  </xsl:function>

  <xsl:variable name="f:corrections" as="element()*" select="
    ($fp:standing/descendant-or-self::choice[f:is-correction(.)] | $fp:standing/descendant-or-self::note[f:aside(.) = 'correction'][not(fp:is-attached(.))])[exists(f:shown(.))]"/>
  <xsl:variable name="fp:correction-number" as="map(xs:string, xs:integer)" select="fp:numbered($f:corrections)"/>

  <!-- The id of a correction's entry; those of its mark and of its place in the text go on from it. -->
  <xsl:function name="f:correction-id" as="xs:string">
    <xsl:param name="correction" as="element()"/>
    <xsl:sequence select="f:own-id('correction', $fp:correction-number(generate-id($correction)))"/>
  </xsl:function>

  <xsl:function name="fp:letter" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="if ($number le 26) then substring('abcdefghijklmnopqrstuvwxyz', $number, 1) else format-integer($number, 'a')"/>
  </xsl:function>

  <xsl:template name="f:correction-mark" as="element()?">
    <xsl:variable name="number" as="xs:integer?" select="$fp:correction-number(generate-id())"/>
    <xsl:if test="exists($number)">
      <xsl:variable name="id" as="xs:string" select="f:own-id('correction', $number)"/>
      <xsl:variable name="letter" as="xs:string" select="fp:letter($number)"/>
      <sup class="mark correction" data-added=""><xsl:sequence select="$f:mark-way"/><a role="doc-noteref" class="noteref" href="#{$id}"
        id="{$id}-mark" aria-label="{f:word('correction')} {$letter}">{$letter}</a></sup>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note[@type = 'transcription-error']" mode="m:marker">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="not($in-link)"><xsl:call-template name="f:correction-mark"/></xsl:if>
  </xsl:template>

  <xsl:template name="f:corrections" as="element()?">
    <xsl:if test="exists($f:corrections)">
      <section class="corrections" role="doc-endnotes" aria-labelledby="{f:own-id('corrections')}">
        <h2 id="{f:own-id('corrections')}" data-added="">{f:word('corrections')}</h2>
        <p data-added="">{f:word('corrections-about')}</p>
        <ol class="letters">
          <xsl:sequence select="f:aside-language()"/>
          <!-- It points on in the direction in which the words are read. -->
          <xsl:variable name="onwards" as="xs:string" select="translate(f:word('arrow'), '←', '→')"/>
          <xsl:variable name="back" as="xs:string" select="translate(f:word('arrow'), '→', '←')"/>
          <xsl:for-each select="$f:corrections">
            <xsl:variable name="id" as="xs:string" select="f:own-id('correction', position())"/>
            <li id="{$id}">
              <xsl:sequence select="f:limits(.)"/>
              <xsl:if test="self::choice">
                <p data-added="" class="change">
                  <del>{f:plain-of(sic)}</del>
                  <xsl:text> {if (matches(., $fp:leftwards)) then $back else $onwards} </xsl:text>
                  <ins>{f:plain-of(corr[1])}</ins>
                  <xsl:text> </xsl:text>
                  <xsl:sequence select="fp:who(corr[1])"/>
                </p>
              </xsl:if>
              <xsl:for-each select="if (self::note) then . else fp:notes-of(.)">
                <div data-aside="correction">
                  <xsl:sequence select="f:attributes(.)"/>
                  <xsl:apply-templates select="node()" mode="m:xhtml"/>
                </div>
                <xsl:if test="not(fp:is-attached(.))"><p data-added="" class="change"><xsl:sequence select="fp:who(.)"/></p></xsl:if>
              </xsl:for-each>
              <xsl:call-template name="f:back">
                <xsl:with-param name="to" select="$id || '-mark'"/>
                <xsl:with-param name="label" select="f:word('correction') || ' ' || fp:letter(position())"/>
              </xsl:call-template>
            </li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The words of one side of an alternative. -->
  <xsl:function name="f:plain-of" as="xs:string">
    <xsl:param name="side" as="element()*"/>
    <!-- Lines of verse are parted as they are cited in prose, what else ends a word by a space. -->
    <xsl:variable name="words" as="xs:string" select="replace(normalize-space(string-join(if (not($side/*)) then $side else $side ! (for $reading in
      if (self::sic or self::orig or self::abbr) then 'diplomatic' else 'edited' return .//node()[self::text() or self::l or self::p or self::ab or (self::lb or self::pb or self::cb) and not(@break = 'no')]
        [not(ancestor::*[self::note or self::rdg or self::wit or self::witDetail][ancestor::* intersect $side][exists(f:aside(.))])][every $within in ancestor::*[ancestor::* intersect $side] satisfies $reading = f:readings($within)]
        ! (if (. instance of text()) then (if ($fp:has-witnessed) then fp:within-brackets(.) else string()) else if (self::l) then ' / ' else ' ')))), '^/ ', '')"/>
    <xsl:sequence select="if ($words) then $words else f:word('nothing')"/>
  </xsl:function>

  <!-- The text in the brackets of what a witness deletes or has too much, if it begins that or ends it. -->
  <xsl:variable name="fp:has-witnessed" r:if="rdg+del rdg+surplus" as="xs:boolean" select="exists($document//rdg//(del | surplus))"/>
  <xsl:function name="fp:within-brackets" r:if="rdg+del rdg+surplus" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="within" as="element()*" select="$text/ancestor::*[(self::del or self::surplus) and fp:is-witnessed(.) and not($fp:has-restored and fp:is-restored(.))]"/>
    <xsl:sequence select="string-join(($within[descendant::text()[1] is $text] ! (if (self::del) then '⟦' else '{'), $text,
      reverse($within)[descendant::text()[last()] is $text] ! (if (self::del) then '⟧' else '}')))"/>
  </xsl:function>

  <!-- Who answers for a piece of markup, and how surely. -->
  <xsl:function name="fp:who" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@resp or $element/@cert">
      <xsl:variable name="names" as="xs:string*" select="tokenize($element/@resp)[starts-with(., '#')]
        ! key('fp:id', substring-after(., '#'), $document)[1] ! f:plain((name, persName, orgName, .)[1])"/>
      <xsl:variable name="said" as="xs:string*" select="
        if (f:is-suggested($element)) then f:word('suggested-by') || ' ' || string-join($names, ', ')
        else if (exists($names)) then string-join($names, ', ') else (),
        $element/@cert[. = ('high', 'medium', 'low')] ! (f:word('cert') || ' ' || f:word('cert-' || .))"/>
      <xsl:if test="exists($said)">
        <span class="who">({string-join($said, '; ')})</span>
      </xsl:if>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
