<?xml version="1.0" encoding="UTF-8"?>
<!-- Manuscript description (Guidelines, chapter 11), and the data of persons, places and the like: each with its label. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:template match="summary | (msContents | msItem | msItemStruct)/textLang | filiation | rubric | incipit | explicit | finalRubric | msItem/colophon
                       | msItemStruct/colophon | support | supportDesc/extent | foliation | collation | condition | layoutDesc | handDesc
                       | scriptDesc | typeDesc | musicNotation | decoDesc | additions | bindingDesc | sealDesc | accMat
                       | origin | provenance | acquisition | recordHist | custodialHist | surrogates
                       | birth | death | floruit | sex | gender | age | faith | nationality | education | occupation
                       | affiliation | residence | socecStatus | langKnowledge | population | climate | terrain | persPronouns
                       | (person | place | org)/(event | state | trait) | place/(district | settlement | region | country | bloc) | geo" mode="m:xhtml">
    <xsl:choose>
      <xsl:when test="f:is-block(.)">
        <div>
          <xsl:sequence select="f:attributes(., ('datum', local-name()))"/>
          <xsl:variable name="when" as="xs:string?" select="fp:when(.)"/>
          <xsl:if test="normalize-space() or $when or self::extent//(@quantity | @min | @max) or .//(origDate | date | layout)[@when or @notBefore or @notAfter or @from or @to or @columns or @writtenLines]">
            <xsl:sequence select="f:added('datum-label', f:word('el-' || local-name()) || (if (normalize-space()) then $when ! (' (' || . || ')') else ())
              || @defective[normalize-space() = ('true', '1')] ! (' (' || f:word('ms-defective') || ')') || ': ')"/>
          </xsl:if>
          <xsl:if test="not(normalize-space())">
            <xsl:sequence select="string-join((@quantity, if (@quantity) then $when ! ('(' || . || ')') else $when), ' ')[.] ! f:added('datum-date', .)"/>
          </xsl:if>
          <xsl:apply-templates mode="#current"/>
          <!-- Languages that only attributes give. -->
          <xsl:if test="self::textLang[@otherLangs][normalize-space()]">
            <xsl:variable name="said" as="xs:string" select="lower-case(.)"/>
            <xsl:variable name="others" as="xs:string*" select="tokenize(@otherLangs) ! (let $code := ., $name := f:language-name(.) return $name[. != $code][not(contains($said, lower-case(.)))])"/>
            <xsl:if test="exists($others)"><xsl:sequence select="f:added('mark', ' (' || string-join($others, ', ') || ')')"/></xsl:if>
          </xsl:if>
        </div>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="(layoutDesc/layout | handDesc/handNote | scriptDesc/scriptNote | typeDesc/typeNote | decoDesc/decoNote)[f:is-block(.)][normalize-space()]" mode="m:xhtml">
    <div>
      <xsl:sequence select="f:attributes(., ('datum', local-name()))"/>
      <xsl:if test="not(starts-with(normalize-space(), @n))"><xsl:sequence select="@n/normalize-space()[.] ! f:added('n', replace(., '([\p{L}\p{N}])$', '$1.') || ' ')"/></xsl:if>
      <xsl:if test="self::decoNote"><xsl:sequence select="fp:kind(.) ! f:added('datum-label', . || ': ')"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <!-- Of what kind a piece of decoration is, in the encoder's word, unless the descriptions of all say so. -->
  <xsl:function name="fp:kind" as="xs:string?">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="$note[@type][some $one in ../*[local-name() = local-name($note)] satisfies fp:is-unsaid($one)]/@type[matches(., '^\p{L}{3,}$')] ! (upper-case(substring(., 1, 1)) || substring(., 2))"/>
  </xsl:function>
  <xsl:function name="fp:is-unsaid" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="exists($note/@type[matches(., '^\p{L}{3,}$')][not(contains(lower-case($note), lower-case(.)))])"/>
  </xsl:function>

  <!-- What happened to a manuscript while it was kept: of what kind and when. -->
  <xsl:template match="custodialHist/custEvent[normalize-space()]" mode="m:xhtml" r:if="custEvent" priority="1">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="kind" as="xs:string?" select="fp:kind(.)"/>
    <xsl:variable name="when" as="xs:string?" select="fp:when(.)"/>
    <xsl:variable name="told" as="xs:string?" select="if ($kind and $when) then $kind || ' (' || $when || ')' else ($kind, $when)"/>
    <xsl:sequence select="f:inserted($made, $told ! f:added('datum-label', . || ': '), true())"/>
  </xsl:template>

  <!-- Who recorded it and what was changed when, in one line. -->
  <xsl:template match="recordHist/source[normalize-space()] | recordHist/change[normalize-space()]" mode="m:xhtml" r:if="recordHist" priority="1">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="after" as="xs:string" select="string-join((fp:when(.) ! (' (' || . || ')'),
      if (following-sibling::*[normalize-space()]) then (if (matches(., '\p{Po}\s*$')) then ' ' else '; ') else ()))"/>
    <xsl:sequence select="if (f:is-block(.)) then f:inserted($made, fp:when(.) ! f:added('mark', ' (' || . || ')'), false()) else ($made, $after[.] ! f:added('mark', .))"/>
  </xsl:template>

  <!-- What a collation says besides its formula has its name. -->
  <xsl:template match="collation/catchwords[normalize-space()] | collation/signatures[normalize-space()]" mode="m:xhtml" r:if="catchwords signatures" priority="1">
    <xsl:if test="not(f:is-mixed(..))">
      <xsl:if test="preceding-sibling::node()[1][self::*]"><span class="parted"/></xsl:if>
      <xsl:sequence select="f:added('datum-label', f:word('el-' || local-name()) || ':')"/>
      <span class="parted"/>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <!-- When a fact held, as its attributes say it, unless its words do; of a manuscript two bounds are told as one span, as catalogues do. -->
  <xsl:function name="fp:when" as="xs:string?">
    <xsl:param name="fact" as="element()"/>
    <xsl:variable name="dates" as="xs:string*" select="(($fact/@when, $fact/@when-custom)[1], ($fact/@from, $fact/@notBefore)[1], ($fact/@to, $fact/@notAfter)[1]) ! string()"/>
    <xsl:if test="exists($dates) and (every $date in $dates satisfies matches($date, '^-?\d{4}') and not(contains($fact, substring($date, 1, 4))))">
      <xsl:sequence select="if ($dates[2] or $fact/@when-custom) then string-join(distinct-values($dates) ! f:date-words(.), '–') else f:period-words($fact)"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:folios" as="xs:string">
    <xsl:param name="locus" as="element()"/>
    <xsl:sequence select="if ($locus/(@from or @to)) then string-join(distinct-values($locus/(@from, @to) ! normalize-space()[.]), '–')
      else string-join(tokenize($locus/@target)[starts-with(., '#')] ! substring(., 2), ', ')"/>
  </xsl:function>

  <!-- What a description says in attributes alone: leaves, dates, languages, columns and lines, so many of what. -->
  <xsl:template match="locus[not(node())]" mode="m:xhtml">
    <xsl:variable name="leaves" as="xs:string" select="fp:folios(.)"/>
    <xsl:choose>
      <xsl:when test="$leaves">
        <xsl:sequence select="f:space-before(.)"/>
        <xsl:element name="{f:wrapper(.)}">
          <xsl:attribute name="data-added"/>
          <xsl:sequence select="f:attributes(.)"/>
          <xsl:value-of select="$leaves"/>
        </xsl:element>
        <xsl:if test="not(parent::locusGrp) and following-sibling::node()[1][self::* or self::text()[matches(., '^[\p{L}\p{N}]')]]"><span class="parted"/></xsl:if>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="locus[node()][fp:touches-next(.)] | locusGrp[node()][fp:touches-next(.)]" mode="m:xhtml" priority="1">
    <xsl:next-match/>
    <span class="parted"/>
  </xsl:template>
  <xsl:function name="fp:touches-next" as="xs:boolean" r:if="locus locusGrp">
    <xsl:param name="leaves" as="element()"/>
    <xsl:sequence select="exists($leaves/following-sibling::node()[1][self::text()[$leaves/self::locus][matches(., '^[\p{L}\p{N}]')]
      or $leaves[parent::msItem or parent::msItemStruct] and (self::locus or self::locusGrp or self::author or self::editor or self::title)
        and not(matches($leaves, '[\p{L}\p{N}]\s*$') and matches(., '^\s*[\p{L}\p{N}]'))])"/>
  </xsl:function>

  <!-- Leaves of which the document has the text, or says where an image of them is, lead there. -->
  <xsl:template match="locus[@from or @facs or node()]" mode="m:xhtml" priority="2" r:if="locus+pb locus@facs">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="to" as="xs:string?" select="if ($in-link or f:wrapper(.) != 'span' or .//ref) then () else (fp:page-of(.) ! ('#' || f:id(.)), fp:facs(.) ! f:url(.))[1]"/>
    <xsl:variable name="words" as="element()?" select="$made[self::*[normalize-space()]][1]"/>
    <xsl:choose>
      <xsl:when test="$to and $words">
        <xsl:sequence select="$made[. &lt;&lt; $words]"/>
        <a class="ref" href="{$to}">
          <xsl:if test="$words/@data-added"><xsl:attribute name="data-added"/></xsl:if>
          <xsl:sequence select="$words"/>
        </a>
        <xsl:sequence select="$made[. &gt;&gt; $words]"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$made"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The page of the text on which the leaves begin, if it has an id (in a book no other has a place that is kept); of one manuscript of several nobody knows whose pages they are. -->
  <xsl:function name="fp:page-of" r:if="locus+pb" as="element()?">
    <xsl:param name="locus" as="element()"/>
    <xsl:variable name="leaf" as="xs:string" select="if ($locus/ancestor::msDesc and count($document//msDesc) gt 1) then '' else fp:leaf(($locus/@from, $locus)[normalize-space()][1])"/>
    <xsl:sequence select="if (matches($leaf, '\D$')) then $fp:leaves($leaf) else $leaf[.] ! ($fp:leaves(. || 'r'), $fp:leaves(. || 'a'), $fp:leaves(.)[not(matches($locus, '^\W*f', 'i'))])[1]"/>
  </xsl:function>
  <xsl:variable name="fp:leaves" r:if="locus+pb" as="map(xs:string, element())" select="map:merge(
    for $break in $fp:text//pb[@n][f:id(.)], $leaf in fp:leaf($break/@n)[.] return map{$leaf: $break}, map{'duplicates': 'use-first'})"/>
  <!-- A leaf and its side, as it is written: fol. 12ʳ, 12 r, f.12 recto. -->
  <xsl:function name="fp:leaf" r:if="locus+pb" as="xs:string">
    <xsl:param name="written" as="node()?"/>
    <xsl:variable name="found" as="element()?" select="analyze-string(translate(normalize-space(lower-case($written)), 'ʳᵛ', 'rv'), '^\W*(?:\p{L}{1,6}\W+|ff?\.?\s*)?(\d+)\s*(r|v|a|b)?(?:ecto|erso)?(\P{L}|$)')/*:match[1]" />
    <xsl:sequence select="string-join($found/*:group[@nr = ('1', '2')])"/>
  </xsl:function>

  <xsl:template match="(origDate | date)[not(normalize-space())][ancestor::msDesc]" r:if="msDesc" mode="m:xhtml" priority="1">
    <xsl:variable name="when" as="xs:string?" select="fp:when(.)"/>
    <xsl:if test="$when">
      <xsl:if test="preceding-sibling::node()[1][self::* or self::text()[matches(., '[\p{L}\p{N}.,;:!?]$')]]"><span class="parted"/></xsl:if>
      <xsl:sequence select="f:added('datum-date', $when)"/>
      <xsl:if test="following-sibling::node()[1][self::* or self::text()[matches(., '^[\p{L}\p{N}(]')]]"><span class="parted"/></xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template match="(msContents | msItem | msItemStruct)/textLang[not(normalize-space())]" mode="m:xhtml" priority="1">
    <xsl:variable name="names" as="xs:string*" select="(@mainLang, @otherLangs/tokenize(.)) ! f:language-name(.)"/>
    <xsl:if test="exists($names)">
      <div data-added="">
        <xsl:sequence select="f:attributes(., ('datum', 'textLang'))"/>
        <xsl:sequence select="f:added('datum-label', f:word('el-textLang') || ': ')"/>
        <xsl:value-of select="$names" separator=", "/>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="layout[not(normalize-space())][@columns or @writtenLines]" mode="m:xhtml" priority="1">
    <xsl:variable name="has-blocks" as="xs:boolean" select="f:is-block(.)"/>
    <xsl:element name="{if ($has-blocks) then 'div' else 'span'}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:sequence select="f:added('mark', string-join((@columns ! (f:word('ms-columns') || ': ' || .), @writtenLines ! (f:word('ms-lines') || ': ' || .)) ! replace(., '(\d) (\d)', '$1–$2'), '; '))"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- A number of leaves, those before and after the text in Roman numerals: “iv + 178”. -->
  <xsl:template match="extent/measure[@unit][matches(., '^[\divxlc\s+,–-]*\d[\divxlc\s+,–-]*$', 'i')]" mode="m:xhtml">
    <xsl:next-match/>
    <xsl:sequence select="f:added('mark', '&#xA0;'[not(matches(current(), '\s$'))] || normalize-space(@unit) || following-sibling::*[1][self::measure or self::dimensions[not(../text()[normalize-space()])]] ! (',' || ' '[current()/following-sibling::node()[1][self::*]]))"/>
  </xsl:template>

  <!-- A size among the words of a description: “letters 0.02 m, lunate sigma”, unless these say of what unit it is. -->
  <xsl:template match="(height | width | depth | dim | measure)[@unit][not(parent::dimensions or parent::extent)][matches(normalize-space(), '^\d[\d.,/–-]*$')]
      [not(self::measure) or ancestor::msDesc]" mode="m:xhtml">
    <xsl:variable name="unit" as="xs:string" select="normalize-space(@unit)"/>
    <xsl:variable name="after" as="xs:string" select="substring(normalize-space(string-join(following-sibling::node()[position() le 4])), 1, 40)"/>
    <xsl:next-match/>
    <xsl:if test="not(starts-with(lower-case($after), lower-case(substring($unit, 1, 1))) or tokenize($after, '[^\p{L}]+') = $unit)">
      <xsl:sequence select="f:added('mark', '&#xA0;' || $unit || ' '[current()/following-sibling::node()[1][self::*]])"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="extent/measure[@unit][@quantity or @min or @max or @atLeast or @atMost][not(node())]" mode="m:xhtml">
    <span class="measure" data-added="">{fp:size(.)}&#xA0;{normalize-space(@unit)}{','[current()/following-sibling::measure]}</span>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- How large something is, as attributes alone say it: 12, 180–190, at least 5. -->
  <xsl:function name="fp:size" as="xs:string?" r:if="height width depth dim dimensions measure">
    <xsl:param name="measured" as="element()"/>
    <xsl:variable name="least" as="xs:string?" select="$measured/(@min, @atLeast)[normalize-space()][1] ! normalize-space()"/>
    <xsl:variable name="most" as="xs:string?" select="$measured/(@max, @atMost)[normalize-space()][1] ! normalize-space()"/>
    <xsl:sequence select="if ($measured/@quantity[normalize-space()]) then normalize-space($measured/@quantity)
      else if (exists($least) and exists($most)) then string-join(distinct-values(($least, $most)), '–') else ($least ! ('≥&#xA0;' || .), $most ! ('≤&#xA0;' || .))"/>
  </xsl:function>

  <xsl:template match="dimensions/height[not(normalize-space())] | dimensions/width[not(normalize-space())] | dimensions/depth[not(normalize-space())] | dimensions/dim[not(normalize-space())]" mode="m:xhtml" r:if="height width depth dim">
    <xsl:variable name="size" as="xs:string?" select="fp:size(.)"/>
    <xsl:choose>
      <xsl:when test="$size">
        <span class="{local-name()}" data-added="">{$size}</span>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The parts of a description under headings, or labels, of their own. -->
  <xsl:template match="(msContents | physDesc | history | additional)[f:is-block(.)][normalize-space()]" mode="m:xhtml">
    <div>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:variable name="heading" as="element()?"><xsl:call-template name="fp:described-heading"/></xsl:variable>
      <xsl:choose>
        <xsl:when test="$heading"><xsl:sequence select="$heading"/></xsl:when>
        <xsl:otherwise><p class="head" data-added="">{f:word('el-' || local-name())}</p></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <!-- An item of a manuscript under its number, its leaves, its author and title. -->
  <xsl:template match="msItem | msItemStruct" mode="m:xhtml">
    <xsl:variable name="number" as="element()?" select="fp:item-number(.) ! f:added('n', . || ' ')"/>
    <xsl:variable name="defective" as="element()?" select="@defective[normalize-space() = ('true', '1')] ! f:added('mark', ' (' || f:word('ms-defective') || ')')"/>
    <xsl:choose>
      <xsl:when test="map:contains($fp:described-number, generate-id())">
        <xsl:variable name="last" as="element()" select="fp:item-line(.)[last()]"/>
        <xsl:variable name="line" as="node()*" select="node()[not(. >> $last)]"/>
        <div>
          <xsl:sequence select="f:attributes(.)"/>
          <xsl:call-template name="fp:described-heading">
            <xsl:with-param name="content" as="node()*">
              <xsl:sequence select="$number"/>
              <xsl:apply-templates select="$line" mode="#current"/>
              <xsl:sequence select="$defective"/>
            </xsl:with-param>
            <xsl:with-param name="added" select="false()"/>
          </xsl:call-template>
          <xsl:apply-templates select="node() except $line" mode="#current"/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
        <xsl:sequence select="f:inserted($made, ($number, $defective), true())"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What is short stands in one line, a comma between. -->
  <xsl:template match="msIdentifier/* | altIdentifier/* | dimensions/* | locusGrp/* | analytic/* | monogr/* | imprint/* | series/*" mode="m:xhtml" priority="20">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <!-- Its unit comes at once, and what parts it from the next size after that. -->
    <xsl:sequence select="if (parent::dimensions/parent::extent and not(following-sibling::*) and ../following-sibling::node()[1][self::dimensions])
      then $made[self::* or normalize-space() or position() lt last()] else $made"/>
    <xsl:if test="fp:has-words(.) and (f:separates(.) or following-sibling::node()[1][self::text()]) and (some $next in following-sibling::* satisfies fp:has-words($next) and not($next/(self::altIdentifier | self::msName)/..[f:is-block(.)][fp:is-ordered(.)]))">
      <xsl:sequence select="f:added('mark', if (parent::dimensions) then ' × ' else ', ')"/>
    </xsl:if>
    <!-- Statements of a series may touch, and then the table does not part them: no space of ours may. -->
    <xsl:if test="parent::series and not(self::respStmt) and fp:has-words(.) and following-sibling::node()[1][self::*[not(self::respStmt)][fp:has-words(.)]]">
      <xsl:sequence select="f:added('mark', ',')"/>
      <xsl:if test="following-sibling::*[1][not(node())]"><span class="parted"/></xsl:if>
    </xsl:if>
    <xsl:if test="parent::dimensions[normalize-space() or (some $one in * satisfies exists(fp:size($one)))] and not(following-sibling::*)">
      <xsl:sequence select="(../@unit, @unit)[1] ! f:added('mark', '&#xA0;' || normalize-space())"/>
    </xsl:if>
  </xsl:template>

  <!-- So many leaves, so large; of several sizes each says of what. -->
  <xsl:template match="extent/dimensions[preceding-sibling::node()[normalize-space() or self::*][1][self::dimensions or self::text()[matches(., '[^\s(]\s*$')]]]" mode="m:xhtml">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="of" as="xs:string" select="' '[not(current()/preceding-sibling::node()[1][self::text()[matches(., '\s$')]])] || '(' || @type[current()/../dimensions[2]] ! (normalize-space() || ' ')"/>
    <xsl:sequence select="f:inserted(f:inserted($made, f:added('mark', $of), true()), f:added('mark', ')'), false())"/>
  </xsl:template>

  <!-- Who wrote what, and where it stands, in one line. -->
  <xsl:template match="(msItem | msItemStruct)/(author | title | editor)" mode="m:xhtml" priority="20">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:choose>
      <xsl:when test="not(f:is-block(.)) and fp:has-words(.) and following-sibling::*[1][self::author or self::title or self::editor][fp:has-words(.)]">
        <xsl:sequence select="$made[self::* or normalize-space() or position() lt last()], f:added('mark', ', ')"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$made"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="(msItem | msItemStruct)/(locus | locusGrp | author | title | editor)" mode="m:block" as="xs:boolean" priority="3">
    <xsl:sequence select="f:has-blocks(.)"/>
  </xsl:template>

  <xsl:function name="fp:has-words" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="($element[normalize-space() or self::biblScope[@from][not(node())] or self::imprint or self::date[@when]/parent::imprint
      or self::locus[@from or @to or @target]/parent::locusGrp or parent::dimensions and exists(fp:size(.))]) and empty(f:aside($element)) and $reading[1] = f:readings($element)"/>
  </xsl:function>

  <xsl:template match="msIdentifier/* | altIdentifier/* | dimensions/* | locusGrp/*" mode="m:block" as="xs:boolean" priority="3">
    <xsl:sequence select="f:has-blocks(.) or not(f:separates(..)) and (not(../../f:holds-text(.)) or not(ancestor::teiHeader and parent::dimensions)
      and (matches(string(../preceding-sibling::node()[1]), '[\p{L}\p{N}]$') or matches(string(../following-sibling::node()[1]), '^[\p{L}\p{N}]')))"/>
  </xsl:template>

  <!-- The descriptions in the header, where it holds any. -->
  <xsl:template name="f:manuscripts" r:if="msDesc" as="element()*">
    <xsl:apply-templates select="$fp:header/fileDesc/sourceDesc//msDesc[not(ancestor::msDesc)]" mode="m:xhtml"/>
  </xsl:template>

</xsl:stylesheet>
