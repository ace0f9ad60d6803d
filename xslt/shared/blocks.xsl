<?xml version="1.0" encoding="UTF-8"?>
<!-- What separates words (as tei.py has it), and what becomes a block or a phrase in XHTML. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:mode name="m:block" on-multiple-match="fail" visibility="public"/>

  <!-- The elements whose boundaries separate words wherever they stand. -->
  <xsl:variable name="f:blocks" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(for $name in tokenize('
    p ab head div div1 div2 div3 div4 div5 div6 div7 l lg list item label headLabel headItem table row cell sp speaker
    stage castList castGroup castItem opener closer dateline signed salute byline trailer argument epigraph postscript
    titlePage docTitle titlePart docAuthor docDate docEdition docImprint imprimatur address addrLine figure figDesc
    cit listBibl biblStruct floatingText group text body front back performance prologue epilogue set entry
    entryFree superEntry sense hom dictScrap u post surface zone line msDesc msItem listPerson listPlace listOrg
    listEvent person place org event note noteGrp spGrp view camera tech sound witness listWit egXML eg standOff')[.]
    return map{$name: true()})"/>

  <!-- Those that stand in a line where their parent has words of its own. -->
  <xsl:variable name="fp:soft" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(for $name in tokenize('
    label stage biblStruct cit person place org event signed salute dateline byline docAuthor docDate docEdition
    titlePart address addrLine view camera tech sound witness figDesc sense msItem zone line cell')[.]
    return map{$name: true()})"/>

  <!-- Those that are blocks on the page wherever they stand, but in a quotation with its source: no rule of m:block says otherwise. -->
  <xsl:variable name="fp:hard" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(for $name in tokenize('
    p ab head div div1 div2 div3 div4 div5 div6 div7 l lg list item table row sp speaker castList castGroup castItem
    opener closer trailer argument epigraph postscript titlePage docTitle docImprint imprimatur figure listBibl
    floatingText group text body front back performance prologue epilogue entry entryFree u surface')[.]
    return map{$name: true()})"/>

  <xsl:variable name="fp:alternatives" static="yes" as="map(xs:string, xs:boolean)"
    select="map:merge(for $name in tokenize('choice app rdgGrp subst ruby gap') return map{$name: true()})"/>

  <!-- The elements in which TEI allows no text. -->
  <xsl:variable name="f:element-only" static="yes" as="map(xs:string, xs:boolean)" select="map:merge(for $name in tokenize('
    abstract additional address adminInfo alt alternate altGrp altIdentifier analytic annotation
    annotationBlock app appInfo application arc argument attDef attList availability back biblFull biblStruct
    bicond binding bindingDesc body broadcast calendar calendarDesc castGroup castList category certainty char
    charDecl choice cit classDecl classes classSpec climate cond constraintSpec content correction
    correspAction correspContext correspDesc custodialHist dataSpec datatype decoDesc dimensions div div1 div2
    div3 div4 div5 div6 div7 divGen docTitle editionStmt editorialDecl eLeaf elementSpec ellipsis encodingDesc
    entry epigraph epilogue equipment eTree event exemplum facsimile fDecl figure fileDesc fLib floatingText
    forest front fs fsConstraints fsdDecl fsDecl fvLib gap glyph graph graphic group handDesc handNotes
    history hom hyphenation imprint incident index iNode interpGrp interpretation join joinGrp keywords
    kinesic langKnowledge langUsage layoutDesc leaf lg link linkGrp list listAnnotation listApp listBibl
    listChange listEvent listForest listNym listObject listOrg listPerson listPlace listPrefixDef listRef
    listRelation listTranspose listWit location locusGrp macroSpec media metDecl model modelGrp modelSequence
    moduleSpec monogr msContents msDesc msFrag msIdentifier msItem msItemStruct msPart namespace node
    normalization notatedMusic noteGrp notesStmt nym object objectDesc objectIdentifier org paramList
    paramSpec particDesc performance person persona personGrp physDesc place population postscript precision
    prefixDef profileDesc projectDesc prologue publicationStmt punctuation quotation rdgGrp recordHist
    recording recordingStmt refsDecl relatedItem relation remarks respons respStmt revisionDesc root row ruby
    samplingDecl schemaRef schemaSpec scriptDesc scriptStmt seal sealDesc segmentation sequence seriesStmt set
    setting settingDesc sourceDesc sourceDoc sp space spanGrp specGrp specList spGrp standOff state stdVals
    styleDefDecl subst substJoin superEntry supportDesc surface surfaceGrp table tagsDecl taxonomy TEI
    teiCorpus teiHeader terrain text textClass textDesc timeline titlePage titleStmt trait transcriptionDesc
    transpose tree triangle typeDesc unitDecl unitDef valItem valList vAlt vColl vDefault vLabel vMerge vNot
    vocal vRange')[.]
    return map{$name: true()})"/>

  <xsl:function name="f:is-tei" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="namespace-uri($element) = 'http://www.tei-c.org/ns/1.0'"/>
  </xsl:function>

  <xsl:function name="f:holds-text" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not(f:is-tei($element) and map:contains($f:element-only, local-name($element)))"/>
  </xsl:function>

  <!-- Do the element's boundaries separate words? -->
  <xsl:function name="f:separates" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="parent" as="element()?" select="$element/parent::*"/>
    <xsl:sequence select="map:contains($f:blocks, local-name($element)) or empty($parent)
      or map:contains($f:element-only, local-name($parent))
         and not(map:contains($fp:alternatives, local-name($parent)))"/>
  </xsl:function>

  <!-- Is the element a block on the page? -->
  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <xsl:when test="map:contains($fp:hard, local-name($element)) and not($element/parent::cit)"><xsl:sequence select="true()"/></xsl:when>
      <!-- What separates no words is none, but for what is said of writing. -->
      <xsl:when test="f:separates($element) or $element/parent::writing"><xsl:sequence select="fp:is-block($element)"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="false()"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Its neighbours ask it too, each of its parts its parent: it is told once. -->
  <xsl:function name="fp:is-block" as="xs:boolean" new-each-time="no" cache="yes">
    <xsl:param name="element" as="element()"/>
    <xsl:apply-templates select="$element" mode="m:block"/>
  </xsl:function>

  <xsl:template match="*" mode="m:block" as="xs:boolean">
    <xsl:sequence select="f:separates(.) and not(map:contains($fp:soft, local-name()) and f:is-mixed(..))"/>
  </xsl:template>

  <!-- Milestones, notes and the like never are. -->
  <xsl:template match="note | fw | lb | pb | cb | gb | milestone | anchor | gap | space | ptr | rdg | wit | witDetail | index | handShift | graphic
                       | linkGrp | joinGrp | altGrp | linkGrp/* | joinGrp/* | altGrp/*"
                mode="m:block" as="xs:boolean">
    <xsl:sequence select="false()"/>
  </xsl:template>

  <!-- What tells of an image within a sentence stands in the sentence. -->
  <xsl:template match="*[f:is-mixed(.)]/graphic/desc | *[f:is-mixed(.)]/media/desc" mode="m:block" as="xs:boolean" priority="1">
    <xsl:sequence select="false()"/>
  </xsl:template>

  <!-- A quotation with its source is as it stands; the parts of a reference stand in its line. -->
  <xsl:template match="cit/quote | cit/bibl | cit/q | cit/biblStruct | cit/ref" mode="m:block" as="xs:boolean">
    <xsl:sequence select="f:is-block(..)"/>
  </xsl:template>
  <xsl:template match="biblStruct//*[not(map:contains($f:blocks, local-name())) or map:contains($fp:soft, local-name())][not(parent::listRef)]" mode="m:block" as="xs:boolean" priority="2">
    <xsl:sequence select="false()"/>
  </xsl:template>

  <!-- What is said in one line: of an entry, of a hand or a layout, of what happened while somebody spoke. -->
  <xsl:template match="(entry | hom)/(form | gramGrp | etym | xr | def | usg | lbl | pron) | layoutDesc/layout | handDesc/handNote | scriptDesc/scriptNote
                       | typeDesc/typeNote | decoDesc/decoNote | recordHist/source | custodialHist/custEvent
                       | (incident | kinesic | vocal | writing)/desc | listApp/app | (climate | terrain | trait | state | population)/(desc | label)
                       | langKnowledge/langKnown" mode="m:block" as="xs:boolean" priority="3">
    <xsl:sequence select="f:has-blocks(.) or not(f:separates(..) or parent::*[self::incident or self::kinesic or self::vocal or self::writing])"/>
  </xsl:template>

  <!-- Where several hands, layouts or pieces of decoration are described, each begins a line. -->
  <xsl:template match="layoutDesc/layout[../layout[2]] | handDesc/handNote[../handNote[2]] | scriptDesc/scriptNote[../scriptNote[2]]
                       | typeDesc/typeNote[../typeNote[2]] | decoDesc/decoNote[../decoNote[2] or ../summary]" mode="m:block" as="xs:boolean" priority="4">
    <xsl:sequence select="true()"/>
  </xsl:template>

  <!-- Does the element stand in one line with its siblings, a comma between? -->
  <xsl:function name="f:is-joined" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="local-name($element/..) = ('msIdentifier', 'altIdentifier', 'dimensions', 'locusGrp', 'analytic', 'monogr', 'imprint')"/>
  </xsl:function>

  <!-- Has the element words of its own between its children? -->
  <xsl:function name="f:is-mixed" as="xs:boolean">
    <xsl:param name="element" as="node()"/>
    <xsl:sequence select="$element instance of element() and f:holds-text($element) and $element/text()[normalize-space()] => exists()"/>
  </xsl:function>

  <xsl:function name="f:has-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <xsl:when test="not($element/*)"><xsl:sequence select="false()"/></xsl:when>
      <xsl:otherwise>
        <!-- Whether it parts whatever it holds need not be asked of each. -->
        <xsl:variable name="apart" as="xs:boolean" select="map:contains($f:element-only, local-name($element)) and not(map:contains($fp:alternatives, local-name($element)))
          or exists($element/self::writing)"/>
        <xsl:sequence select="some $child in $element/*[not(self::note or self::rdg or self::listTranspose)] satisfies
          ($apart or map:contains($f:blocks, local-name($child))) and f:is-block($child) or $child/* and f:has-blocks($child)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The neutral element of XHTML that can hold the element. -->
  <xsl:function name="f:wrapper" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (f:is-block($element) or f:has-blocks($element)) then 'div' else 'span'"/>
  </xsl:function>

  <!-- Does the element hold blocks, and yet go on with a word begun before it, or break off within one? -->
  <xsl:function name="f:is-glued" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not(f:separates($element)) and f:has-blocks($element)
      and (fp:is-letter(fp:beside($element, true())) and fp:is-letter(fp:edge($element, true()))
        or fp:is-letter(fp:beside($element, false())) and fp:is-letter(fp:edge($element, false())))"/>
  </xsl:function>

  <!-- Whatever is no sign and no space is of a word: a letter that a font has of its own as well. -->
  <xsl:function name="fp:is-letter" as="xs:boolean">
    <xsl:param name="characters" as="xs:string*"/>
    <xsl:sequence select="some $one in $characters satisfies matches($one, '[^\p{P}\p{S}\p{Z}\s&#x85;]')"/>
  </xsl:function>

  <!-- The characters, one for each way to read the text, that may touch the node on one side; an end of line where a block begins or ends. -->
  <xsl:function name="fp:beside" as="xs:string*">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="before" as="xs:boolean"/>
    <xsl:variable name="next" as="node()?" select="if ($before) then $node/preceding-sibling::node()[self::* or self::text()][1]
      else $node/following-sibling::node()[self::* or self::text()][1]"/>
    <xsl:variable name="found" as="xs:string*" select="if ($next) then fp:edge($next, not($before)) else ''"/>
    <xsl:sequence select="$found[.], if (not($found = '')) then () else if ($next) then fp:further($next, $before)
      else if ($node/parent::*[not(f:is-block(.) or f:separates(.) and (f:is-joined(.) or parent::biblStruct) and (if ($before) then preceding-sibling::* else following-sibling::*)[normalize-space()])])
      then fp:beside($node/.., $before) else '&#10;'"/>
  </xsl:function>

  <!-- The same beyond what may have no words, known from its neighbour where many of them follow each other. -->
  <xsl:function name="fp:further" as="xs:string*" new-each-time="no" cache="yes">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="before" as="xs:boolean"/>
    <xsl:sequence select="distinct-values(fp:beside($node, $before))"/>
  </xsl:function>

  <!-- The node's own first or last characters; empty ones where it may have no words. -->
  <xsl:function name="fp:edge" as="xs:string*">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="first" as="xs:boolean"/>
    <xsl:choose>
      <xsl:when test="$node instance of text()">
        <!-- An end of line in the file is a space: one of its own says that a block ends. -->
        <xsl:sequence select="if (map:contains($f:element-only, local-name($node/..)) and not(normalize-space($node))) then ''
          else translate(if ($first) then substring($node, 1, 1) else substring($node, string-length($node)), '&#10;', ' ')"/>
      </xsl:when>
      <xsl:when test="not($node instance of element())"><xsl:sequence select="''"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="readings" as="xs:string*" select="f:readings($node)"/>
        <xsl:choose>
          <xsl:when test="empty($readings) or exists(f:aside($node))"><xsl:sequence select="''"/></xsl:when>
          <xsl:when test="f:is-block($node) or $node[self::lb or self::pb or self::cb or self::gb][not(@break = 'no')]">
            <xsl:sequence select="'&#10;', ''[not($readings[2])]"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:if test="not($readings[2])"><xsl:sequence select="''"/></xsl:if>
            <xsl:iterate select="if ($first) then $node/node() else reverse($node/node())">
              <xsl:on-completion select="''"/>
              <xsl:variable name="found" as="xs:string*" select="fp:edge(., $first)"/>
              <xsl:sequence select="$found[.]"/>
              <xsl:if test="not($found = '')"><xsl:break/></xsl:if>
            </xsl:iterate>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- What an element without words parts from what is before it; a sibling that is apart as well sees to that itself. -->
  <xsl:function name="fp:beyond" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element/following-sibling::node()[self::* or self::text()[normalize-space()]][1][self::*[f:separates(.)]])
      then () else fp:beside($element, false())"/>
  </xsl:function>

  <!-- Does a word end here, or (beside what stands apart in letters, on title pages and in entries) a sign after it? -->
  <xsl:function name="fp:ends-word" as="xs:boolean">
    <xsl:param name="characters" as="xs:string*"/>
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="fp:is-letter($characters) or exists($element/(self::signed | self::salute | self::dateline | self::address | self::docAuthor | self::docDate | (self::form | self::gramGrp)[parent::entry or parent::hom or parent::re]))
      and (some $one in $characters satisfies matches($one, '[,;:.!?]'))"/>
  </xsl:function>

  <!-- A space where two words would run together that the table keeps apart. -->
  <xsl:function name="f:space-before" as="text()?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="fp:space($element, true())"/>
  </xsl:function>

  <xsl:function name="f:space-after" as="text()?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="fp:space($element, false())"/>
  </xsl:function>

  <xsl:function name="fp:space" as="text()?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="before" as="xs:boolean"/>
    <xsl:if test="f:separates($element) and not(f:is-block($element))"><xsl:sequence select="fp:space-beside($element, $before)"/></xsl:if>
  </xsl:function>

  <!-- The same of an element that is known to separate words and to be no block. -->
  <xsl:function name="fp:space-beside" as="text()?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="before" as="xs:boolean"/>
    <xsl:if test="not(f:is-joined($element) and (if ($before) then $element/preceding-sibling::* else $element/following-sibling::*)[normalize-space()])
                  and fp:is-letter(if ($before) then fp:edge($element, true()) ! (if (.) then . else fp:beyond($element)) else fp:beside($element, false()))
                  and fp:ends-word(if ($before) then fp:beside($element, true()) else fp:edge($element, false()), $element)">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
