<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts of the description of a manuscript under headings: which manuscript, its parts, what is told of each, each text. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- Descriptions that stand in the text or beside it, and those of a header where there is no text; one within a sentence or a list has no headings. -->
  <xsl:variable name="fp:descriptions" r:if="msDesc" as="element()*" select="
    ($fp:standing/descendant-or-self::msDesc[not(ancestor::msDesc)], $fp:header/fileDesc/sourceDesc//msDesc[not(ancestor::msDesc)], $fp:records//msDesc[not(ancestor::msDesc)])
    [every $part in ancestor::* satisfies map:contains($f:element-only, local-name($part))][not(ancestor::witness or ancestor::listWit)]"/>

  <!-- The sources of those of a corpus that are no more than a header: a catalogue, each of its manuscripts in a file. -->
  <xsl:variable name="fp:records" r:if="teiCorpus" as="element()*" select="$document//teiCorpus/TEI[not((* except teiHeader)//text()[normalize-space()])]/teiHeader/fileDesc/sourceDesc"/>

  <xsl:variable name="fp:described" r:if="msDesc" as="element()*" select="$fp:descriptions/descendant-or-self::*[fp:is-described(.)]"/>
  <xsl:variable name="fp:described-number" r:if="msDesc" as="map(xs:string, xs:integer)" select="fp:numbered($fp:described)"/>

  <!-- Do other names and numbers stand behind the shelfmark, as TEI has it? -->
  <xsl:function name="fp:is-ordered" as="xs:boolean">
    <xsl:param name="identifier" as="element()"/>
    <xsl:sequence select="empty($identifier/(altIdentifier | msName)[normalize-space()]/following-sibling::*[not(self::altIdentifier or self::msName)][normalize-space()])"/>
  </xsl:function>

  <xsl:function name="fp:is-described" r:if="msDesc" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:choose>
      <xsl:when test="$part/msIdentifier[not(fp:is-ordered(.))]"><xsl:sequence select="false()"/></xsl:when>
      <!-- The only manuscript of a header is the page's own matter, and that of a text's source has a heading there. -->
      <xsl:when test="$part/self::msDesc"><xsl:sequence select="($part/ancestor::msDesc or not($part/ancestor::teiHeader)
        or count($fp:descriptions) gt 1 and empty($part/ancestor::TEI[. intersect $fp:entitled][count($fp:descriptions intersect descendant::msDesc) = 1])) and fp:described-name($part) != ''"/></xsl:when>
      <xsl:when test="$part/(self::msPart | self::msFrag)"><xsl:sequence select="fp:described-name($part) != ''"/></xsl:when>
      <xsl:when test="$part/(self::msContents | self::physDesc | self::history | self::additional)">
        <xsl:sequence select="exists($part[parent::msDesc or parent::msPart or parent::msFrag][normalize-space()])"/>
      </xsl:when>
      <xsl:when test="$part/(self::msItem | self::msItemStruct)"><xsl:sequence select="not($part/text()[normalize-space()]) and exists(fp:item-line($part)/(self::title | self::author)[fp:has-words(.)])"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="false()"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- What an item begins with: where it stands, who wrote it, what it is. -->
  <xsl:function name="fp:item-line" as="element()*">
    <xsl:param name="item" as="element()"/>
    <xsl:sequence select="$item/(locus | locusGrp | author | editor | title)[not(f:has-blocks(.))]
      [not(preceding-sibling::*[not(self::locus or self::locusGrp or self::author or self::editor or self::title)])]"/>
  </xsl:function>

  <!-- What identifies a manuscript or a part of one: up to its shelfmark; other names and numbers come after it. -->
  <xsl:function name="fp:shelfmark" r:if="msDesc msPart msFrag msIdentifier altIdentifier" as="element()*">
    <xsl:param name="of" as="element()"/>
    <xsl:sequence select="$of/(msIdentifier, altIdentifier)[fp:has-words(.)][1]/(if (self::msIdentifier and (* except (altIdentifier | msName))[fp:has-words(.)])
      then * except (altIdentifier | msName) else if (self::msIdentifier) then (msName | altIdentifier)[fp:has-words(.)][1]/(self::msName | self::altIdentifier/*[fp:has-words(.)])[1] else *)"/>
  </xsl:function>

  <xsl:function name="fp:described-name" r:if="msDesc" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:choose>
      <xsl:when test="$part/(self::msDesc | self::msPart | self::msFrag)">
        <xsl:variable name="shelfmark" as="xs:string" select="string-join(fp:shelfmark($part) ! f:plain(.)[.], ', ')"/>
        <xsl:sequence select="if ($shelfmark or $part/self::msDesc) then fp:number-of-part($part) || $shelfmark else f:word('el-' || local-name($part)) || $part/@n ! (' ' || normalize-space())"/>
      </xsl:when>
      <xsl:when test="$part/(self::msItem | self::msItemStruct)">
        <xsl:variable name="line" as="element()*" select="fp:item-line($part)"/>
        <xsl:sequence select="string-join((fp:item-number($part), $line[self::locus or self::locusGrp] ! string-join((self::locus, locus) ! (f:plain(.)[.], fp:folios(.))[1], ', '),
          string-join($line[not(self::locus or self::locusGrp)] ! f:plain(.)[.], ', '))[.], ' ')"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="f:word('el-' || local-name($part))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The number of a part that has another name, too, unless this says it. -->
  <xsl:function name="fp:number-of-part" as="xs:string" r:if="msPart@n msFrag@n">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="said" as="xs:string*" select="tokenize(string-join(fp:shelfmark($part), ' '), '[^\p{L}\p{N}]+')"/>
    <xsl:sequence select="string($part[self::msPart or self::msFrag]/@n/normalize-space()[.][not(. = $said)] ! (f:word('el-' || local-name($part)) || ' ' || . || ': '))"/>
  </xsl:function>

  <xsl:function name="fp:item-number" as="xs:string?">
    <xsl:param name="item" as="element()"/>
    <xsl:sequence select="$item/@n/normalize-space()[.] ! replace(., '([\p{L}\p{N}])$', '$1.')"/>
  </xsl:function>

  <xsl:function name="fp:described-id" r:if="msDesc" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="f:own-id('described', $fp:described-number(generate-id($part)))"/>
  </xsl:function>

  <!-- How deep its heading stands: below those of the text around it; what is said of a text's source stands under two more. -->
  <xsl:function name="fp:described-level" r:if="msDesc" as="xs:integer">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="above" as="xs:integer" select="count($part/ancestor-or-self::*[map:contains($fp:described-number, generate-id())])"/>
    <xsl:sequence select="min((6, $above + (if ($part/ancestor::teiHeader and not($part/ancestor::sourceDesc intersect $fp:records)) then (if (fp:has-text()) then 3 else 1)
      else fp:depth($part/ancestor-or-self::msDesc[last()]))))"/>
  </xsl:function>

  <xsl:template name="fp:record" r:if="teiCorpus" as="element()?">
    <xsl:variable name="source" as="element()*" select="teiHeader/fileDesc/sourceDesc[. intersect $fp:records]"/>
    <xsl:if test="$source//msDesc">
      <div class="described" data-added=""><xsl:apply-templates select="$source//msDesc[not(ancestor::msDesc)]" mode="m:xhtml"/></div>
    </xsl:if>
  </xsl:template>

  <!-- A catalogue: its descriptions follow one another, each under its heading. -->
  <xsl:template match="listBibl[fp:is-catalogue(.)]" mode="m:xhtml" priority="2">
    <div>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <xsl:function name="fp:is-catalogue" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="exists($list/msDesc) and empty($list/(* except (head | desc | msDesc | pb | milestone)))"/>
  </xsl:function>

  <xsl:template name="fp:described-heading" r:if="msDesc" as="element()?">
    <xsl:param name="content" as="item()*" select="fp:described-name(.)"/>
    <xsl:param name="added" as="xs:boolean" select="true()"/>
    <xsl:if test="map:contains($fp:described-number, generate-id())">
      <xsl:element name="h{fp:described-level(.)}">
        <xsl:attribute name="class" select="'described'"/>
        <xsl:attribute name="id" select="fp:described-id(.)"/>
        <xsl:if test="$added"><xsl:attribute name="data-added"/></xsl:if>
        <xsl:sequence select="$content"/>
      </xsl:element>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
