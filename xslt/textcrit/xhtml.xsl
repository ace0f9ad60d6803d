<?xml version="1.0" encoding="UTF-8"?>
<!-- Critical apparatus (Guidelines, chapter 13): the lemma in the text, the readings of the witnesses after it. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:variable name="fp:readings" as="element()*" select="$fp:text//(rdg | wit | witDetail)[exists(f:aside(.))][exists(f:shown(.))]"/>
  <!-- The entries of the apparatus: where one is missing, the reading is its own. -->
  <xsl:variable name="f:apparatus" as="element()*" select="$fp:readings ! (ancestor::app[1], .)[1] | ()"/>
  <xsl:variable name="fp:app-number" as="map(xs:string, xs:integer)" select="fp:numbered($f:apparatus)"/>

  <xsl:function name="fp:app-id" as="xs:string">
    <xsl:param name="app" as="element()"/>
    <xsl:param name="part" as="xs:string"/>
    <xsl:sequence select="f:own-id(('app', $fp:app-number(generate-id($app)), $part[. != 'entry']))"/>
  </xsl:function>

  <xsl:template match="app" mode="m:xhtml">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
    <xsl:if test="not($in-link)"><xsl:call-template name="f:apparatus-mark"/></xsl:if>
  </xsl:template>

  <xsl:template name="f:apparatus-mark" as="element()?">
    <xsl:variable name="number" as="xs:integer?" select="$fp:app-number(generate-id())"/>
    <xsl:if test="exists($number)">
      <sup class="mark app-mark" data-added=""><a role="doc-noteref" class="noteref" href="#{fp:app-id(., 'entry')}"
        id="{fp:app-id(., 'mark')}" aria-label="{f:word('apparatus')} {$number}">*{$number}</a></sup>
    </xsl:if>
  </xsl:template>

  <!-- Where an entry stands apart from its text (double end-point), the text has a mark of it too. -->
  <xsl:key name="fp:ends" match="app[@to or @from]" use="(@to, @from)[1] ! substring-after(., '#')"/>

  <xsl:template name="f:end-marks" as="element()*">
    <xsl:if test="@xml:id">
      <xsl:for-each select="key('fp:ends', @xml:id, $document)[map:contains($fp:app-number, generate-id())]">
        <sup class="mark app-mark" data-added=""><a class="noteref" href="#{fp:app-id(., 'entry')}"
          aria-label="{f:word('apparatus')} {$fp:app-number(generate-id())}">*{$fp:app-number(generate-id())}</a></sup>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="rdg | wit | witDetail" mode="m:marker">
    <xsl:if test="not(ancestor::app)"><xsl:call-template name="f:apparatus-mark"/></xsl:if>
  </xsl:template>

  <xsl:template name="f:apparatus" as="element()?">
    <xsl:if test="exists($f:apparatus)">
      <section class="apparatus" role="doc-endnotes" aria-labelledby="{f:own-id('apparatus')}">
        <h2 id="{f:own-id('apparatus')}" data-added="">{f:word('apparatus')}</h2>
        <ol class="starred">
          <xsl:for-each-group select="$fp:readings" group-adjacent="generate-id((ancestor::app[1], .)[1])">
            <xsl:variable name="app" as="element()" select="(ancestor::app[1], .)[1]"/>
            <li>
              <xsl:if test="$fp:app-number(generate-id($app)) and not(fp:seen(., $app))">
                <xsl:attribute name="id" select="fp:app-id($app, 'entry')"/>
              </xsl:if>
              <xsl:sequence select="f:limits($app)"/>
              <xsl:if test="$app/lem">
                <span class="lemma" data-added="">{f:plain-of($app/lem)}{$app/lem/@wit ! (' ' || f:sigla(.))}] </span>
              </xsl:if>
              <xsl:for-each select="current-group()">
                <xsl:element name="{if (f:has-blocks(.)) then 'div' else 'span'}">
                  <xsl:attribute name="data-aside" select="f:aside(.)"/>
                  <xsl:sequence select="f:attributes(.)"/>
                  <xsl:apply-templates select="node()" mode="m:xhtml"/>
                  <xsl:if test="self::rdg and not(.//text()[normalize-space()])">
                    <span data-added="">{f:word('omitted')}</span>
                  </xsl:if>
                </xsl:element>
                <span data-added=""> {f:sigla(@wit)}{if (position() = last()) then '' else '; '}</span>
              </xsl:for-each>
              <xsl:if test="not(fp:seen(., $app))">
                <xsl:call-template name="f:back">
                  <xsl:with-param name="to" select="fp:app-id($app, 'mark')"/>
                  <xsl:with-param name="label" select="f:word('apparatus') || ' ' || $fp:app-number(generate-id($app))"/>
                </xsl:call-template>
              </xsl:if>
            </li>
          </xsl:for-each-group>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Has an entry within this one come between? Then it continues here. -->
  <xsl:function name="fp:seen" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="app" as="element()"/>
    <xsl:sequence select="not($reading is $app) and exists(($app//(rdg | wit | witDetail)
      intersect $fp:readings)[ancestor::app[1] is $app][. &lt;&lt; $reading])"/>
  </xsl:function>

  <xsl:function name="f:sigla" as="xs:string">
    <xsl:param name="pointers" as="xs:string?"/>
    <xsl:sequence select="string-join(tokenize($pointers) ! (key('fp:id', substring-after(., '#'), $document)[1]/(@n, abbr[@type='siglum'], idno[@type = 'siglum'])[1]/string(),
      replace(., '^#', ''))[1], ' ')"/>
  </xsl:function>

</xsl:stylesheet>
