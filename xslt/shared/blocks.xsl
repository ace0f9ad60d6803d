<?xml version="1.0" encoding="UTF-8"?>
<!-- What separates words (as tei.py has it), and what becomes a block or a phrase in XHTML. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:mode name="m:block" on-multiple-match="fail" visibility="public"/>

  <!-- The elements whose boundaries separate words wherever they stand. -->
  <xsl:variable name="f:blocks" as="map(xs:string, xs:boolean)" select="map:merge(for $name in tokenize('
    p ab head div div1 div2 div3 div4 div5 div6 div7 l lg list item label headLabel headItem table row cell sp speaker
    stage castList castGroup castItem opener closer dateline signed salute byline trailer argument epigraph postscript
    titlePage docTitle titlePart docAuthor docDate docEdition docImprint imprimatur address addrLine figure figDesc
    cit listBibl biblStruct floatingText group text body front back performance prologue epilogue set entry
    entryFree superEntry sense hom dictScrap u post surface zone line msDesc msItem listPerson listPlace listOrg
    listEvent person place org event note noteGrp spGrp view camera tech sound witness listWit egXML eg standOff')[.]
    return map{$name: true()})"/>

  <!-- Those that stand in a line where their parent has words of its own. -->
  <xsl:variable name="fp:soft" as="map(xs:string, xs:boolean)" select="map:merge(for $name in tokenize('
    label stage biblStruct cit person place org event signed salute dateline byline docAuthor docDate docEdition
    titlePart address addrLine view camera tech sound witness figDesc sense msItem zone line cell')[.]
    return map{$name: true()})"/>

  <xsl:variable name="fp:alternatives" as="map(xs:string, xs:boolean)"
    select="map:merge(for $name in tokenize('choice app rdgGrp subst ruby gap') return map{$name: true()})"/>

  <!-- The elements in which TEI allows no text. -->
  <xsl:variable name="f:element-only" as="map(xs:string, xs:boolean)" select="map:merge(for $name in tokenize('
    TEI abstract additional address adminInfo alt altGrp altIdentifier analytic annotation annotationBlock app
    appInfo application arc argument availability back biblFull biblStruct binding bindingDesc body broadcast
    calendar calendarDesc castGroup castList category certainty char charDecl choice cit classDecl climate
    correction correspAction correspContext correspDesc custodialHist decoDesc dimensions div div1 div2 div3
    div4 div5 div6 div7 divGen docTitle eLeaf eTree editionStmt editorialDecl encodingDesc entry epigraph
    epilogue equipment event fDecl fLib facsimile figure fileDesc floatingText gap forest front fs fsDecl fsdDecl
    fvLib glyph graph graphic group handDesc handNotes history hom hyphenation iNode imprint incident index
    interpGrp interpretation join joinGrp keywords kinesic langKnowledge langUsage layoutDesc leaf lg link
    linkGrp list listAnnotation listApp listBibl listChange listEvent listForest listNym listObject listOrg
    listPerson listPlace listPrefixDef listRelation listTranspose listWit location locusGrp media metDecl
    monogr msContents msDesc msFrag msIdentifier msItem msItemStruct msPart namespace node normalization
    notatedMusic noteGrp notesStmt nym object objectDesc objectIdentifier org particDesc performance person
    personGrp persona physDesc place population postscript precision prefixDef profileDesc projectDesc
    prologue publicationStmt punctuation quotation rdgGrp recordHist recording recordingStmt refsDecl
    relatedItem relation respStmt respons revisionDesc root row ruby samplingDecl schemaRef scriptDesc
    scriptStmt seal sealDesc segmentation seriesStmt set setting settingDesc sourceDesc sourceDoc sp spGrp
    space spanGrp standOff state stdVals styleDefDecl subst substJoin superEntry supportDesc surface
    surfaceGrp table tagsDecl taxonomy teiCorpus teiHeader terrain text textClass textDesc timeline titlePage
    titleStmt trait transpose tree triangle typeDesc unitDecl unitDef vAlt vColl vDefault vLabel vMerge vNot
    vRange vocal')[.]
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
    <!-- What separates no words is none, but for what is said of writing. -->
    <xsl:choose>
      <xsl:when test="f:separates($element) or $element/parent::writing"><xsl:apply-templates select="$element" mode="m:block"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="false()"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="*" mode="m:block" as="xs:boolean">
    <xsl:sequence select="f:separates(.) and not(map:contains($fp:soft, local-name()) and f:is-mixed(..))"/>
  </xsl:template>

  <!-- Milestones, notes and the like never are. -->
  <xsl:template match="note | fw | lb | pb | cb | gb | milestone | anchor | gap | space | ptr | rdg | wit | witDetail | index | handShift | graphic"
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
  <xsl:template match="biblStruct//*[not(self::note)]" mode="m:block" as="xs:boolean" priority="2">
    <xsl:sequence select="false()"/>
  </xsl:template>

  <!-- What is said in one line: of an entry, of a hand or a layout, of what happened while somebody spoke. -->
  <xsl:template match="(entry | hom)/(form | gramGrp | etym | xr | def | usg | lbl | pron) | layoutDesc/layout | handDesc/handNote | scriptDesc/scriptNote
                       | typeDesc/typeNote | decoDesc/decoNote | recordHist/source | custodialHist/custEvent
                       | (incident | kinesic | vocal | writing)/desc | listApp/app | (climate | terrain | trait | state | population)/(desc | label)
                       | langKnowledge/langKnown" mode="m:block" as="xs:boolean" priority="3">
    <xsl:sequence select="f:has-blocks(.) or not(f:separates(..) or parent::*[self::incident or self::kinesic or self::vocal or self::writing])"/>
  </xsl:template>

  <!-- Does the element stand in one line with its siblings, a comma between? -->
  <xsl:function name="f:is-joined" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="local-name($element/..) = ('msIdentifier', 'altIdentifier', 'dimensions', 'locusGrp', 'analytic', 'monogr', 'imprint', 'series')"/>
  </xsl:function>

  <!-- Has the element words of its own between its children? -->
  <xsl:function name="f:is-mixed" as="xs:boolean">
    <xsl:param name="element" as="node()"/>
    <xsl:sequence select="$element instance of element() and f:holds-text($element) and $element/text()[normalize-space()] => exists()"/>
  </xsl:function>

  <xsl:function name="f:has-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="some $child in $element/* satisfies
      (not($child/self::note or $child/self::rdg) and (f:is-block($child) or f:has-blocks($child)))"/>
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
      and (matches(string($element/preceding-sibling::node()[1]), '[\p{L}\p{N}]$') and matches($element, '^[\p{L}\p{N}]')
        or matches(string($element/following-sibling::node()[1]), '^[\p{L}\p{N}]') and matches($element, '[\p{L}\p{N}]$'))"/>
  </xsl:function>

  <!-- A space where two words would run together that the table keeps apart. -->
  <xsl:function name="f:space-before" as="text()?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="f:separates($element) and not(f:is-block($element) or f:is-joined($element))">
      <xsl:variable name="before" select="$element/preceding-sibling::node()[not(self::comment() or self::processing-instruction())][1]"/>
      <xsl:if test="matches(string($before), '[\p{L}\p{N}]$') and matches(string($element), '^[\p{L}\p{N}]')">
        <xsl:text> </xsl:text>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:space-after" as="text()?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="f:separates($element) and not(f:is-block($element) or f:is-joined($element))">
      <xsl:variable name="after" select="$element/following-sibling::node()[not(self::comment() or self::processing-instruction())][1]"/>
      <xsl:if test="matches(string($after), '^[\p{L}\p{N}]') and matches(string($element), '[\p{L}\p{N}]$')">
        <xsl:text> </xsl:text>
      </xsl:if>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
