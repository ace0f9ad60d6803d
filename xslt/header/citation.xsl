<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite the edition: author, title, where it appeared; for readers, and for their reference managers. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:template name="f:cite" as="element()">
    <xsl:param name="citations" as="xs:boolean" select="false()" tunnel="yes"/>
    <section class="cite">
      <h3>{f:word('cite')}</h3>
      <p><xsl:call-template name="f:citation"/></p>
      <xsl:if test="$citations"><xsl:call-template name="f:citations"/></xsl:if>
    </section>
  </xsl:template>

  <!-- The citation for reference managers, to be copied. -->
  <xsl:template name="f:citations">
    <xsl:for-each select="$metadata/*/*:citation">
      <details>
        <summary>{f:word('format-' || @format)}</summary>
        <pre class="data" tabindex="0"><xsl:value-of select="."/></pre>
      </details>
    </xsl:for-each>
  </xsl:template>

  <!-- How to cite: author, title, where it appeared, and this edition. -->
  <xsl:template name="f:citation">
    <xsl:variable name="publication" as="element()?" select="$fp:header/fileDesc/publicationStmt"/>
    <xsl:variable name="source" as="element()?" select="($fp:header/fileDesc/sourceDesc//biblStruct)[1]"/>
    <xsl:variable name="address" as="xs:string?" select="($fp:doi, $publication//idno/f:url(.))[1]"/>
    <xsl:if test="exists($f:authors)"><xsl:sequence select="fp:isolated(fp:sentence(fp:listed($f:authors)))"/><xsl:text> </xsl:text></xsl:if>
    <xsl:choose>
      <xsl:when test="$fp:is-book"><cite class="title"><xsl:sequence select="fp:isolated(fp:sentence(fp:whole-title()))"/></cite></xsl:when>
      <xsl:otherwise><xsl:sequence select="fp:isolated(f:word('quote-open') || fp:sentence(fp:within-quotes(fp:whole-title())) || f:word('quote-close'))"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text> </xsl:text>
    <xsl:for-each-group select="$fp:header/fileDesc/titleStmt/(editor | respStmt)" group-by="fp:cited-as(.)">
      <xsl:variable name="names" as="xs:string*" select="distinct-values(current-group() ! fp:names-of(.))[not(. = $f:authors)]"/>
      <xsl:if test="exists($names)">
        <xsl:sequence select="fp:isolated(fp:listed($names))"/>
        <xsl:text> ({current-grouping-key()}). </xsl:text>
      </xsl:if>
    </xsl:for-each-group>
    <xsl:if test="$source/monogr">
      <xsl:apply-templates select="$source/monogr" mode="m:reference"/>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:variable name="journal" as="element()?" select="$fp:header/fileDesc/seriesStmt[title/@level = 'j'][biblScope][1]"/>
    <xsl:variable name="scopes" as="element()*" select="$journal/biblScope"/>
    <xsl:if test="$journal"><cite class="title">{f:plain($journal/title[@level = 'j'][1])}</cite>, </xsl:if>
    <xsl:value-of select="string-join((if ($journal) then $scopes[not(fp:unit-of(.) = 'page')] ! fp:scope(.) else (f:word('digital-edition'), $fp:edition, $fp:series),
      string-join(($publication//pubPlace/replace(f:plain(.), '[ ,:;]+$', ''))[.][1][exists($f:publisher)] ! (., ': ')) || $f:publisher, $f:published,
      $scopes[fp:unit-of(.) = 'page'] ! fp:scope(.))[.], ', ') || '.'"/>
    <xsl:if test="$address"><xsl:text> </xsl:text><a href="{$address}">{$address}</a></xsl:if>
  </xsl:template>

  <!-- The DOI as an address, and which edition this is, of what series. -->
  <xsl:variable name="fp:doi" as="xs:string?" select="($fp:header/fileDesc/publicationStmt//idno[lower-case(@type) = 'doi'] ! fp:resolved(.))[1]"/>
  <xsl:variable name="fp:edition" as="xs:string?" select="($fp:header/fileDesc/editionStmt/(edition, .[not(edition[normalize-space()])]/p[string-length(normalize-space()) le 80])/replace(f:plain(.), '[ .,:;]+$', ''))[.][1]"/>
  <xsl:variable name="fp:series" as="xs:string*" select="
    let $own := $fp:header/fileDesc/seriesStmt[title[normalize-space()]][not(title/@level = 'j')],
        $set := $metadata/*/*:series[not(. = ($own, $fp:header/fileDesc/seriesStmt)/title/f:plain(.))]
    return if ($set) then string-join(($set, $metadata/*/*:series-position), ', ')
      else $own ! string-join((f:plain(title[normalize-space()][1]), biblScope ! fp:scope(.)), ', ')"/>

  <xsl:function name="fp:resolved" as="xs:string?">
    <xsl:param name="doi" as="element()"/>
    <xsl:sequence select="(f:url($doi), f:url(normalize-space($doi)[starts-with(., '10.')] ! ('https://doi.org/' || .)))[1]"/>
  </xsl:function>

  <!-- A text that is a book: as it says itself, or as its source does, which is called the same. -->
  <xsl:variable name="fp:is-book" as="xs:boolean" select="
    let $own := $fp:header/fileDesc/titleStmt/title, $sources := $fp:header/fileDesc/sourceDesc/(bibl | biblFull/titleStmt | biblStruct[not(analytic)]/monogr | listBibl/bibl)
    return not($fp:header/fileDesc/seriesStmt/title/@level = 'j' or $fp:header/fileDesc/sourceDesc//analytic)
      and ($own[1]/@level = 'm' or not($own/@level = 'a') and (some $title in $sources/title[not(@level) or @level = 'm'][not(../title/@level = ('a', 'j'))]
        satisfies f:plain($title) = $fp:main-title))"/>

  <!-- The title with what stands under it; within quotation marks it has those of the inner kind. -->
  <xsl:function name="fp:whole-title" as="xs:string">
    <xsl:variable name="main" as="xs:string" select="string($fp:main-title)"/>
    <xsl:variable name="below" as="xs:string*" select="$fp:header/fileDesc/titleStmt//title[not(title or @level = ('s', 'j'))] ! f:plain(.)[.][. != $main][. = $metadata/*/*:subtitle]"/>
    <xsl:sequence select="$main || string-join($below ! ((if (matches($main, '[.:!?…]$')) then ' ' else ': ') || .))"/>
  </xsl:function>

  <xsl:function name="fp:within-quotes" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="open" as="xs:string" select="f:word('quote-open-inner')"/>
    <xsl:variable name="close" as="xs:string" select="f:word('quote-close-inner')"/>
    <xsl:sequence select="fp:put(fp:put(fp:put(fp:put($text, f:word('quote-open'), $open), f:word('quote-close'), $close), '“', $open), '”', $close)"/>
  </xsl:function>

  <!-- Names one after another; where some have their surname first, commas would not part them. -->
  <xsl:function name="fp:listed" as="xs:string">
    <xsl:param name="names" as="xs:string+"/>
    <xsl:sequence select="string-join($names, if (contains(string-join($names), ',')) then '; ' else ', ')"/>
  </xsl:function>

  <!-- As what somebody is named in a citation: editor or translator, nothing else. -->
  <xsl:function name="fp:cited-as" as="xs:string?">
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="role" as="xs:string" select="if ($statement/self::respStmt) then lower-case(string-join($statement/resp/f:plain(.), ' '))
      else if ($statement/self::editor[matches(@role, $fp:rank)]) then f:word('role-editor') else fp:role-of($statement)"/>
    <xsl:sequence select="if ($statement/self::editor) then $role[. = (f:word('role-editor'), f:word('role-translator')) or contains(lower-case(.), 'edit')]
      else if (matches($role, '^\s*(transl|übers|tradu)')) then f:word('role-translator')
      else if (matches($role, '^\s*(edit|ed\.|édit|herausg|hrsg)')) then f:word('role-editor') else ()"/>
  </xsl:function>

  <xsl:function name="fp:names-of" as="xs:string*">
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="names" as="element()*" select="$statement/(persName | orgName | name)[normalize-space()]"/>
    <xsl:sequence select="(if (exists($names)) then $names else $statement[self::editor]) ! fp:name-in-order(.)[.]"/>
  </xsl:function>

</xsl:stylesheet>
