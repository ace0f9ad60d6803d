<?xml version="1.0" encoding="UTF-8"?>
<!-- Bibliographic references in parts (Guidelines, 3.12): what programs read in attributes and tags, readers read in words. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- A full stop parts the article from what it appeared in, which is told from a journal: “In”. -->
  <xsl:template match="biblStruct/(analytic | monogr)" mode="m:xhtml" priority="20">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:if test="self::monogr[title[not(@level = 'j')][normalize-space()]][../analytic[fp:has-words(.)]]"><xsl:sequence select="f:added('mark', f:word('bibl-in') || ' ')"/></xsl:if>
    <xsl:choose>
      <xsl:when test="fp:has-words(.) and (some $next in following-sibling::* satisfies fp:has-words($next))">
        <xsl:variable name="space" as="text()?" select="$made[last()][self::text()][not(normalize-space())]"/>
        <xsl:sequence select="$made[not(. is $space)], f:added('mark', if (matches(f:plain(.), '\.$')) then ' ' else '. ')"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$made"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Who has the surname first has a comma after it; an article stands in quotation marks; editors and numbers are called so. -->
  <xsl:template match="(author | editor | author/persName | editor/persName | author/name | editor/name)/surname[following-sibling::node()[self::* or self::text()[normalize-space()]][1][self::forename]][ancestor::biblStruct]"
                mode="m:xhtml" priority="25">
    <xsl:next-match/>
    <xsl:if test="exists(f:shown(.))"><xsl:sequence select="f:added('mark', ',')"/></xsl:if>
  </xsl:template>

  <xsl:template match="biblStruct/analytic/title[not(@type = 'sub')][not(matches(., '^\s*[&quot;“„«‹‘「『]'))][normalize-space()]" mode="m:xhtml" priority="19">
    <xsl:sequence select="f:added('mark', f:word('quote-open'))"/>
    <xsl:next-match/>
    <xsl:sequence select="f:added('mark', f:word('quote-close'))"/>
  </xsl:template>

  <xsl:template match="biblStruct/(analytic | monogr)/editor[not(@role) or @role = ('editor', 'edt', 'ed')][not(following-sibling::*[1][self::editor])][normalize-space()]" mode="m:xhtml" priority="19">
    <xsl:next-match/>
    <xsl:if test="not(matches(., '\((ed|hg|hrsg|éd|cur)', 'i'))"><xsl:sequence select="f:added('mark', ' (' || f:word(if (preceding-sibling::*[1][self::editor]) then 'bibl-eds' else 'bibl-ed') || ')')"/></xsl:if>
  </xsl:template>

  <xsl:template match="biblStruct//idno[upper-case(@type) = ('DOI', 'ISBN', 'ISSN')][not(matches(., '^\s*(doi|isbn|issn|https?)', 'i'))][normalize-space()]" mode="m:xhtml" priority="19">
    <xsl:sequence select="f:added('mark', upper-case(@type) || ' ')"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- A volume, an issue and pages are called so; pages and a date that only attributes give are told. -->
  <xsl:template match="(imprint | monogr | analytic | series)/biblScope[(@unit, @type)][matches(., $fp:number)]
      | bibl[parent::listBibl or parent::person or parent::place or parent::org][not(text()[normalize-space()])]/biblScope[(@unit, @type)][matches(., $fp:number)]
      | bibl[parent::listBibl or parent::person or parent::place or parent::org][not(text()[normalize-space()])]/citedRange[(@unit, @type)][matches(., $fp:number)]" mode="m:xhtml">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="unit" as="xs:string?" select="fp:unit(., f:plain(.))"/>
    <xsl:choose>
      <!-- Where it touches what stands before it a space of ours would part them. -->
      <xsl:when test="$unit and (parent::series or parent::bibl) and preceding-sibling::node()[1][not(self::text()[matches(., '\s$')])]">
        <xsl:sequence select="f:added('mark', $unit)"/>
        <span class="parted"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$unit ! f:added('mark', . || ' ')"/></xsl:otherwise>
    </xsl:choose>
    <xsl:sequence select="$made"/>
  </xsl:template>

  <xsl:template match="(imprint | monogr | analytic | series)/biblScope[@from][not(node())]" mode="m:xhtml">
    <span data-added=""><xsl:sequence select="f:attributes(.)"/>{string-join((fp:unit(., fp:limits-of(.)), fp:limits-of(.)), ' ')}</span>
  </xsl:template>

  <xsl:template match="imprint/date[@when or @from or @notBefore or @to or @notAfter][not(node())]" mode="m:xhtml">
    <span data-added="">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="exists(f:mention-id(.))"><xsl:attribute name="id" select="f:mention-id(.)"/></xsl:if>
      <xsl:text>{f:period-words(.)}</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="bibl/date[not(node())][fp:is-told-date(.)]" mode="m:xhtml" r:if="bibl">
    <span data-added=""><xsl:sequence select="f:attributes(.)"/>{f:period-words(.)}</span>
  </xsl:template>

  <!-- Does it stand for the date of a reference, which no words tell? -->
  <xsl:function name="fp:is-told-date" as="xs:boolean" r:if="bibl">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="first" as="xs:string" select="string($date/(@when, @from, @notBefore, @to, @notAfter)[1])"/>
    <xsl:sequence select="matches($first, '^-?\d{4}') and not(contains($date/.., replace($first, '^-?0*(\d+).*$', '$1')))
      and ($date/preceding-sibling::node()[1]/self::text()[matches(., '[,;:(]\s*$')] or not($date/../text()[normalize-space()]))"/>
  </xsl:function>

  <!-- Where nothing but its elements says what a reference of a list is, a comma stands between them. -->
  <xsl:template match="(listBibl | person | place | org | div)/bibl[not(text()[normalize-space()])][*[2]]/*" mode="m:xhtml" priority="20">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="next" as="element()?" select="if (fp:is-part(.)) then following-sibling::*[fp:is-part(.)][1] else ()"/>
    <xsl:sequence select="if ($next and not(matches(., '[,;:]\s*$')) and not(matches($next, '^\s*[,;:.)]')))
      then f:within($made, f:added('mark', ',')) else $made"/>
    <xsl:if test="self::ptr and $next and following-sibling::node()[1][self::*]"><span class="parted"/></xsl:if>
  </xsl:template>

  <!-- What is added stands after the last words, before the white space that ends them in the file. -->
  <xsl:function name="f:within" as="node()*">
    <xsl:param name="made" as="node()*"/>
    <xsl:param name="added" as="node()"/>
    <xsl:variable name="last" as="node()?" select="$made[last()]"/>
    <xsl:choose>
      <xsl:when test="$last/self::*[not(self::*:br)]/node()[last()]/self::text()[matches(., '\s$')]">
        <xsl:sequence select="$made[not(. is $last)]"/>
        <xsl:for-each select="$last">
          <xsl:copy>
            <xsl:sequence select="@*, node()[position() lt last()]"/>
            <xsl:value-of select="replace(node()[last()], '\s+$', '')"/>
            <xsl:sequence select="$added"/>
            <xsl:text> </xsl:text>
          </xsl:copy>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$made, $added"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Is it a part of the reference that is read in its line? -->
  <xsl:function name="fp:is-part" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="not(f:is-block($part)) and ($part/self::ptr[@target][not(matches(@target, '^\s*#')) or exists(f:href(@target)) or fp:is-all-of-a-work(.)] or fp:has-words($part) or $part/self::date[not(node())]/fp:is-told-date(.))"/>
  </xsl:function>

  <!-- References that follow each other at once are several. -->
  <xsl:template match="bibl[preceding-sibling::node()[1][self::bibl]]" mode="m:xhtml" priority="3">
    <xsl:if test="not(f:is-block(.))"><span class="parted"/></xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <!-- So much of what: “vol. 3”, “pp. 1–9”; what says so in its own words, or has none, is left as it is. -->
  <xsl:function name="fp:scope" as="xs:string?">
    <xsl:param name="scope" as="element()"/>
    <xsl:variable name="said" as="xs:string" select="(f:plain($scope)[.], fp:limits-of($scope))[1]"/>
    <xsl:sequence select="string-join((fp:unit($scope, $said)[matches($said, $fp:number)], $said), ' ')[.]"/>
  </xsl:function>

  <xsl:function name="fp:limits-of" as="xs:string">
    <xsl:param name="scope" as="element()"/>
    <xsl:sequence select="string-join(($scope/@from, $scope/@to[. != ../@from]) ! normalize-space(), '–')"/>
  </xsl:function>

  <xsl:variable name="fp:number" static="yes" as="xs:string" select="'^\s*(\d|[ivxlcdmIVXLCDM]+\s*$)'"/>

  <xsl:function name="fp:unit" as="xs:string?">
    <xsl:param name="scope" as="element()"/>
    <xsl:param name="said" as="xs:string"/>
    <xsl:sequence select="fp:unit-of($scope) ! f:word('unit-' || (if (. = 'page' and matches($said, '^\w+$')) then 'page-one' else .), ())"/>
  </xsl:function>

  <xsl:function name="fp:unit-of" as="xs:string?">
    <xsl:param name="scope" as="element()"/>
    <xsl:sequence select="$scope/(@unit, @type)[1]/normalize-space() ! (map{'pp': 'page', 'p': 'page', 'pages': 'page', 'vol': 'volume', 'no': 'issue', 'number': 'issue', 'numbers': 'issue', 'volumes': 'volume'}(.), .)[1]"/>
  </xsl:function>

</xsl:stylesheet>
