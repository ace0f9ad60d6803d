<?xml version="1.0" encoding="UTF-8"?>
<!-- Default text structure (Guidelines, chapter 4): divisions, headings, openers, closers, title pages. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- What is published of the document, of each text of a corpus too, however deep: its texts, what stands off from them, and
       what stands there though TEI does not say so. -->
  <xsl:variable name="fp:standing" as="element()*" select="$document/* ! fp:standing(.)"/>
  <xsl:variable name="fp:text" as="element()*" select="$fp:standing[not(self::standOff)]"/>

  <xsl:function name="fp:standing" as="element()*">
    <xsl:param name="tei" as="element()"/>
    <xsl:sequence select="if ($tei[not(self::TEI or self::teiCorpus)]) then $tei
      else ($tei/(* except (teiHeader | facsimile | TEI | teiCorpus)), $tei/(TEI | teiCorpus) ! fp:standing(.))"/>
  </xsl:function>

  <!-- The heading that is the page's title already, if the text opens with it. -->
  <xsl:variable name="f:own-title" as="element()?">
    <xsl:variable name="title" as="xs:string" select="fp:letters($fp:main-title)"/>
    <xsl:variable name="first" as="element()?" select="
      $fp:text[1]/descendant::*[self::head or self::titlePart[parent::docTitle or parent::titlePage]][normalize-space()][1]"/>
    <xsl:sequence select="$first[fp:letters(f:plain(.)) = $title][not(parent::list or parent::table or parent::figure or parent::lg)]
                                [exists(f:shown(.))]"/>
  </xsl:variable>

  <xsl:function name="fp:letters" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="lower-case(replace($text, '[^\p{L}\p{N}]', ''))"/>
  </xsl:function>

  <xsl:variable name="fp:main-title" as="xs:string" select="string((f:main-title($document/*)[.], fp:name-of-part($document/*))[1])"/>

  <!-- What is a list, a taxonomy or a specification by itself, without a header, is called what it calls itself. -->
  <xsl:function name="fp:name-of-part" as="xs:string?">
    <xsl:param name="root" as="element()"/>
    <xsl:sequence select="if ($root/teiHeader) then () else $root/((@ident, head, desc)[normalize-space()][1]) ! normalize-space(.)"/>
  </xsl:function>

  <!-- What titles are that stand under or besides the main one (as header.py has it). -->
  <xsl:variable name="fp:no-main-title" static="yes" as="xs:string*" select="tokenize('sub subordinate alt alternative parallel translated short abbr abbreviated translit transliterated transliteration')"/>

  <xsl:function name="f:main-title" as="xs:string">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="titles" as="element()*" select="$tei/teiHeader/fileDesc/titleStmt/title/descendant-or-self::title[not(title)][normalize-space()]"/>
    <xsl:sequence select="f:plain(($titles[@type = 'main'], $titles[@level = ('a', 'm', 'u')], $titles[not(@type = $fp:no-main-title) and not(@level = ('s', 'j'))], $titles)[1])"/>
  </xsl:function>

  <xsl:template match="TEI | teiCorpus | text | group | front | body | back" mode="m:xhtml">
    <div>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <!-- Each text of a corpus under its title, unless it opens with it; what else its header says stands there, or at its end. -->
  <xsl:template match="teiCorpus/TEI | teiCorpus/teiCorpus" mode="m:xhtml">
    <section>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:variable name="told" as="element()?"><xsl:call-template name="fp:told-of-text"/></xsl:variable>
      <xsl:variable name="entitled" as="xs:boolean" select="fp:is-entitled(.)"/>
      <xsl:if test="$entitled">
        <xsl:element name="h{f:level(*[1])}">
          <xsl:attribute name="id" select="fp:corpus-id(.)"/>
          <xsl:attribute name="data-added"/>
          <xsl:value-of select="f:main-title(.)"/>
        </xsl:element>
      </xsl:if>
      <xsl:sequence select="$told[$entitled]"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:call-template name="fp:record"/>
      <xsl:sequence select="$told[not($entitled)]"/>
    </section>
  </xsl:template>

  <xsl:function name="fp:is-entitled" r:if="group teiCorpus" as="xs:boolean">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="title" as="xs:string" select="fp:letters(f:main-title($tei))"/>
    <xsl:sequence select="$title and not($title = ($tei/text//(head | titlePart)[normalize-space()])[1]/fp:letters(f:plain(.)))"/>
  </xsl:function>

  <!-- Texts that stand under a title of their own: those of a corpus, and those of a group that have a title page. -->
  <xsl:variable name="fp:text-titles" r:if="group teiCorpus" as="element()*" select="
    ($document//group/text | $document//teiCorpus/TEI[not(fp:is-entitled(.))]/text)/front/titlePage[1]/descendant::titlePart[normalize-space()][1][exists(f:shown(.))] except $f:own-title"/>
  <xsl:variable name="fp:entitled" r:if="group teiCorpus" as="element()*" select="$document//teiCorpus/(TEI | teiCorpus)[fp:is-entitled(.)] | $fp:text-titles/ancestor::text[1]"/>

  <xsl:function name="fp:corpus-id" r:if="group teiCorpus" as="xs:string">
    <xsl:param name="text" as="element()"/>
    <xsl:sequence select="f:own-id(('text', count($text/preceding::TEI) + 1, count($text/ancestor::*)))"/>
  </xsl:function>

  <xsl:template match="floatingText" mode="m:xhtml">
    <blockquote>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="#current"/>
    </blockquote>
  </xsl:template>

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7" mode="m:xhtml">
    <section>
      <xsl:sequence select="f:attributes(., ('div', @type ! ('type-' || f:token(.))))"/>
      <xsl:apply-templates mode="#current"/>
    </section>
  </xsl:template>

  <!-- An abstract before an article. -->
  <xsl:template match="front/div[@type = 'abstract'][not(head)][normalize-space()]" mode="m:xhtml">
    <section>
      <xsl:sequence select="f:attributes(., ('div', 'abstract'))"/>
      <p class="head" data-added="">{f:word('abstract')}</p>
      <xsl:apply-templates mode="#current"/>
    </section>
  </xsl:template>

  <!-- How deep a heading stands: 1 is the page's title. -->
  <xsl:function name="f:level" as="xs:integer">
    <xsl:param name="head" as="element()"/>
    <xsl:sequence select="if ($head is $f:own-title) then 1 else max((2, min((6, fp:depth($head)))))"/>
  </xsl:function>

  <!-- How many headings stand above what stands here, the page's title among them. -->
  <xsl:function name="fp:depth" as="xs:integer">
    <xsl:param name="head" as="element()"/>
    <xsl:variable name="above" as="xs:integer" select="count($head/ancestor::*[self::*:div or self::div1 or self::div2 or self::div3
      or self::div4 or self::div5 or self::div6 or self::div7 or self::floatingText or self::group][head or self::floatingText/body/head or @n and fp:is-headed(.)])
      + (if (exists($head/parent::*[map:contains($fp:listing, local-name())][not(self::castGroup)][head or parent::back or parent::standOff])) then 1 else 0)
      + (if (exists($fp:entitled)) then count($head/ancestor::* intersect $fp:entitled) else 0)"/>
    <xsl:variable name="promoted" as="xs:integer" select="if ($f:own-title/ancestor::*[self::div or self::div1][1] intersect $head/ancestor::*) then 0 else 1"/>
    <xsl:sequence select="$above + $promoted"/>
  </xsl:function>

  <!-- The id of a heading that can be linked to: its own, else one of ours. -->
  <xsl:variable name="fp:head-number" as="map(xs:string, xs:integer)" select="fp:numbered($fp:standing/descendant-or-self::head)"/>

  <xsl:function name="f:head-id" as="xs:string">
    <xsl:param name="head" as="element()"/>
    <xsl:sequence select="(f:id($head), f:own-id('head', $fp:head-number(generate-id($head))))[1]"/>
  </xsl:function>

  <!-- Lists that may be parts of a text of their own, as a division is: a list of persons, say. -->
  <xsl:variable name="fp:listing" as="map(xs:string, xs:boolean)" select="map:merge(('castList', 'castGroup', 'listBibl', 'listPerson', 'listPlace', 'listOrg', 'listEvent') ! map{.: true()})"/>

  <xsl:variable name="fp:labelling" as="map(xs:string, xs:boolean)" select="map:merge(('list', 'lg', 'table', 'figure', 'castList', 'castGroup', 'listBibl', 'listPerson', 'listPlace',
    'listOrg', 'listEvent', 'listWit', 'listApp', 'argument', 'epigraph', 'set', 'msDesc', 'msPart', 'noteGrp') ! map{.: true()})"/>

  <!-- Is it a heading of a part of the text, and no label of a list, a stanza, a picture? -->
  <xsl:function name="fp:is-heading" as="xs:boolean">
    <xsl:param name="head" as="element()"/>
    <xsl:variable name="of" as="element()?" select="$head/parent::*"/>
    <xsl:sequence select="(not(map:contains($fp:labelling, local-name($of))) or fp:is-list-heading($head)) and not($head/ancestor::*[self::item or self::cell or self::note or self::figDesc])"/>
  </xsl:function>

  <xsl:function name="fp:is-list-heading" as="xs:boolean">
    <xsl:param name="head" as="element()"/>
    <xsl:sequence select="exists($head/parent::*[map:contains($fp:listing, local-name())][not(self::castGroup)]
      [not(parent::*) or parent::front or parent::body or parent::back or parent::standOff or parent::*[starts-with(local-name(), 'div')]]) and not($head/preceding-sibling::head)"/>
  </xsl:function>

  <!-- Where a heading was left empty there is none; a page that begins in it does. -->
  <xsl:template match="head[not(normalize-space())][not(.//*[not(self::lb or self::pb or self::cb or self::gb or self::milestone or self::anchor)])]" mode="m:xhtml" priority="2.5" r:if="head">
    <xsl:if test="f:id(.)"><div class="anchor" id="{f:id(.)}"/></xsl:if>
    <xsl:if test="(pb | cb | gb | milestone)[normalize-space(@n)]"><div><xsl:apply-templates mode="#current"/></div></xsl:if>
  </xsl:template>

  <!-- A heading; what stands under it as a second heading is no heading for those who listen. -->
  <xsl:template match="head" mode="m:xhtml">
    <xsl:choose>
      <xsl:when test="preceding-sibling::head and not(. is $f:own-title)">
        <xsl:element name="{if (f:has-blocks(.)) then 'div' else 'p'}">
          <xsl:sequence select="f:attributes(., ('subhead', @type ! f:token(.)))"/>
          <xsl:apply-templates mode="#current"/>
        </xsl:element>
      </xsl:when>
      <!-- A heading of XHTML holds no stanza, list or figure. -->
      <xsl:when test="f:has-blocks(.)">
        <div role="heading" aria-level="{f:level(.)}">
          <xsl:sequence select="f:attributes(.)"/>
          <xsl:attribute name="id" select="f:head-id(.)"/>
          <xsl:apply-templates mode="#current"/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="h{f:level(.)}">
          <xsl:sequence select="f:attributes(.)"/>
          <xsl:attribute name="id" select="f:head-id(.)"/>
          <xsl:sequence select="fp:section-number(.) ! f:added('n', . || ' ')"/>
          <xsl:apply-templates mode="#current"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The number of a section that was taken out of its heading, “2.1” say. -->
  <xsl:function name="fp:section-number" as="xs:string?">
    <xsl:param name="head" as="element()"/>
    <xsl:sequence select="$head/@n[matches(., '^\d+(\.\d+)*\.$|^\d+(\.\d+)+$')][not(matches($head, '^\s*\d'))]/string()"/>
  </xsl:function>

  <xsl:template match="list/head | lg/head | table/head | figure/head | castList/head | castGroup/head | listBibl/head
                       | listPerson/head | listPlace/head | listOrg/head | listEvent/head | listWit/head | listApp/head
                       | argument/head | epigraph/head | set/head | msDesc/head | msPart/head | noteGrp/head" mode="m:xhtml">
    <xsl:variable name="has-blocks" as="xs:boolean" select="f:has-blocks(.)"/>
    <xsl:variable name="heads" as="xs:boolean" select="not($has-blocks) and fp:is-list-heading(.)"/>
    <xsl:element name="{if ($has-blocks) then 'div' else if ($heads) then 'h' || f:level(.) else 'p'}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="$heads"><xsl:attribute name="id" select="f:head-id(.)"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="titlePart[some $title in $fp:text-titles satisfies . is $title]" mode="m:xhtml" r:if="group teiCorpus">
    <xsl:element name="h{f:level(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:attribute name="id" select="fp:title-id(.)"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="fp:title-id" as="xs:string">
    <xsl:param name="title" as="element()"/>
    <xsl:sequence select="(f:id($title), f:own-id('title', index-of($fp:text-titles ! generate-id(), generate-id($title))))[1]"/>
  </xsl:function>

  <!-- The title on a title page that is the page's own. -->
  <xsl:template match="titlePart[. is $f:own-title]" mode="m:xhtml">
    <h1>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="#current"/>
    </h1>
  </xsl:template>

  <!-- Place and date stand beside the signature, whichever the encoder wrote first. -->
  <xsl:template match="closer[signed and dateline][not(text()[normalize-space()])]" mode="m:xhtml">
    <div>
      <xsl:sequence select="f:attributes(., ('closer', 'arranged'))"/>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="epigraph" mode="m:xhtml">
    <blockquote>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="#current"/>
    </blockquote>
  </xsl:template>

  <!-- Places for what is made elsewhere: the table of contents and the indexes have places of their own. -->
  <xsl:template match="divGen[not(node())]" mode="m:xhtml"/>

</xsl:stylesheet>
