<?xml version="1.0" encoding="UTF-8"?>
<!-- The TEI header (Guidelines, chapter 2): what a reader wants to know of the edition. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:variable name="fp:header" as="element()?" select="$document/*/teiHeader"/>

  <!-- Source, licence, citation, encoding. -->
  <xsl:template name="f:about" as="element()">
    <section class="about" data-added="" aria-labelledby="{f:own-id('about')}">
      <h2 id="{f:own-id('about')}">{f:word('about')}</h2>
      <xsl:call-template name="f:source"/>
      <xsl:for-each select="$fp:origin"><section class="origin"><h3>{f:word('el-origin')}</h3><p>{.}</p></section></xsl:for-each>
      <xsl:if test="fp:has-text()">
        <xsl:variable name="manuscripts" as="element()*"><xsl:call-template name="f:manuscripts"/></xsl:variable>
        <xsl:if test="exists($manuscripts)">
          <section class="manuscripts">
            <h3>{f:word('el-msDesc')}</h3>
            <xsl:sequence select="$manuscripts"/>
          </section>
        </xsl:if>
      </xsl:if>
      <xsl:call-template name="fp:hands"/>
      <xsl:call-template name="fp:participants"/>
      <xsl:call-template name="fp:settings"/>
      <xsl:call-template name="fp:stages"/>
      <xsl:call-template name="fp:edition"/>
      <xsl:call-template name="f:cite"/>
      <xsl:call-template name="f:licence"/>
      <xsl:sequence select="$fp:responsible"/>
      <xsl:call-template name="f:encoding"/>
      <xsl:call-template name="f:history"/>
    </section>
  </xsl:template>

  <!-- Has the document words of its own, beyond its header? -->
  <xsl:function name="fp:has-text" as="xs:boolean">
    <xsl:sequence select="exists($document/*/*[not(self::teiHeader)][f:readings(.) = $reading]//text()[normalize-space()])"/>
  </xsl:function>

  <!-- That the document is not valid, where it was published all the same. -->
  <xsl:template name="f:invalid" as="element()?">
    <xsl:if test="$errors gt 0">
      <p class="invalid" role="note" data-added=""><strong>{f:word('invalid')} {$errors}.</strong></p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="f:source" as="element()?">
    <xsl:if test="exists($fp:sources) or exists($f:manifests)">
      <section class="source">
        <h3>{f:word('source')}</h3>
        <xsl:sequence select="$fp:sources"/>
        <xsl:for-each select="$f:manifests"><p><a href="{.}">{f:word('iiif-manifest')}</a></p></xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- When and where it was written, unless a description of the source says so. -->
  <xsl:variable name="fp:origin" r:if="creation" as="xs:string?" select="string-join(
    $fp:header[not(fileDesc/sourceDesc//origin[normalize-space()])]/profileDesc/creation/fp:told-of-origin(.)[.], ', ')[.]"/>
  <xsl:function name="fp:told-of-origin" r:if="creation" as="xs:string">
    <xsl:param name="creation" as="element()"/>
    <xsl:sequence select="if ($creation/text()[matches(., '[\p{L}\p{N}]')]) then f:plain($creation/node()[not(self::listChange)])
      else string-join($creation/*[not(self::listChange)] ! (
        if (self::date[matches(., '^\s*-?\d{4}(-\d\d){0,2}\s*$')]) then f:date-words(normalize-space()) else (f:plain(.)[.], self::date/f:period-words(.))[1])[.], ', ')"/>
  </xsl:function>

  <!-- What the text was taken from, a paragraph for each. -->
  <xsl:variable name="fp:sources" as="element()*"><xsl:call-template name="f:sources"/></xsl:variable>
  <xsl:template name="f:sources" as="element()*">
    <xsl:for-each select="$fp:header/fileDesc/sourceDesc ! fp:told-of-source(.)">
      <p><xsl:sequence select="fp:way(.)"/><xsl:apply-templates select="." mode="m:reference"/></p>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="fp:told-of-source" as="element()*">
    <xsl:param name="source" as="element()"/>
    <xsl:sequence select="$source/(descendant::biblStruct[not(ancestor::msDesc)] | descendant::bibl[not(ancestor::biblStruct or ancestor::bibl or ancestor::msDesc or ancestor::listPerson or fp:is-of-part(.))]
      | descendant::biblFull | p | ab | recordingStmt//p)[normalize-space()], $source/recordingStmt//recording[exists(fp:told-of-recording(.))]"/>
  </xsl:function>

  <!-- Is it one of the works that the file holds, each of which says which it is? -->
  <xsl:function name="fp:is-of-part" r:if="text+group" as="xs:boolean">
    <xsl:param name="reference" as="element()"/>
    <xsl:sequence select="exists($document/*/text/group) and '#' || $reference/@xml:id = $document/*/text/group//text/@decls/tokenize(.)"/>
  </xsl:function>

  <!-- Which way words of the header run, where that is not the way of our labels among which they stand. -->
  <xsl:function name="fp:way" as="attribute()?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="language" as="xs:string?" select="$element/ancestor-or-self::*[@xml:lang][1] ! f:language-tag(@xml:lang)"/>
    <xsl:if test="$language">
      <xsl:variable name="way" as="xs:string" select="if (f:direction($language) = 'rtl' and not(fp:is-romanised($element))) then 'rtl' else 'ltr'"/>
      <xsl:if test="$way != f:direction(f:word('language'))"><xsl:attribute name="dir" select="$way"/></xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- The hands that the text tells apart. -->
  <xsl:template name="fp:hands" r:if="handNote" as="element()?">
    <xsl:variable name="hands" as="element()*" select="$fp:header/profileDesc/handNotes/handNote[normalize-space() or @scribe or @medium]"/>
    <xsl:if test="exists($hands)">
      <section class="hands">
        <h3>{f:word('el-handDesc')}</h3>
        <ul>
          <xsl:for-each select="$hands">
            <li>{string-join((@scribe[not(contains(current(), .))], f:plain(.)[.], @medium[not(normalize-space(current()))]), ', ')}</li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The stages in which it was written, in their order. -->
  <xsl:template name="fp:stages" r:if="listChange" as="element()?">
    <xsl:variable name="stages" as="element()*" select="$fp:header/profileDesc/creation/listChange//change[not(listChange)][f:plain(.)]"/>
    <xsl:if test="exists($stages)">
      <section class="stages">
        <h3>{f:word('stages')}</h3>
        <ol><xsl:for-each select="$stages"><li>{f:plain(.)}</li></xsl:for-each></ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Who published this edition, and when. -->
  <xsl:variable name="f:publisher" as="xs:string?" select="(($metadata/*/*:publisher/string(),
    $fp:header/fileDesc/publicationStmt//(publisher | authority | distributor)/fp:body(.)) ! replace(., '[ ,:;]+$', ''))[.][1]"/>
  <xsl:variable name="f:published" as="xs:string?" select="($fp:header/fileDesc/publicationStmt//date !
    (if (matches(@when, '^\d{4}')) then f:date-words(@when)
     else if (matches(., '^\s*\d{4}-\d\d-\d\d(T|Z|[+\-]\d\d:)')) then f:date-words(substring(normalize-space(), 1, 10)) else (f:plain(.)[.], f:period-words(.))[1]))[.][1]"/>

  <!-- The names of a body, without its addresses. -->
  <xsl:function name="fp:body" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="names" as="xs:string*" select="$element[not(text()[normalize-space()])]/(orgName | persName | name) ! f:plain(.)[.]"/>
    <xsl:sequence select="if (exists($names)) then string-join(distinct-values($names), ', ') else f:plain($element)"/>
  </xsl:function>

  <!-- The authors: those of the publication, else of its source. -->
  <xsl:variable name="f:authors" as="xs:string*" select="let $file := $fp:header/fileDesc return
    distinct-values(($file/titleStmt/author, $file/sourceDesc[not($file/titleStmt/author[normalize-space()])]
      /(let $own := (., listBibl, p, ab)/(bibl, biblStruct, biblFull)/descendant-or-self::*[author][not(ancestor-or-self::relatedItem)]
        return ($own[self::analytic], $own)[1]/author)) ! fp:author-name(.))[.]"/>
  <xsl:function name="fp:author-name" as="xs:string">
    <xsl:param name="author" as="element()"/>
    <xsl:sequence select="$author/fp:name-in-order(((persName, name)[@type = ('full', 'main')], (persName, name)[not(@type = ('short', 'abbr'))], persName, name, .)[1])"/>
  </xsl:function>

  <!-- What the header says the text is about, before it: an article's abstract. -->
  <xsl:template name="f:abstract" r:if="abstract" as="element()*">
    <xsl:variable name="told" as="xs:string*" select="$document/*/text/(front, body)/div[@type = 'abstract'] ! fp:letters(string-join(* except head))"/>
    <xsl:for-each select="$fp:header/profileDesc/abstract[normalize-space()][not(fp:letters(.) = $told)]">
      <section class="abstract" data-added="">
        <xsl:sequence select="f:language(.)"/>
        <p class="head">{f:word('abstract')}</p>
        <xsl:for-each select="if (.//(p | ab | item)[normalize-space()]) then .//(p | ab | item)[normalize-space()] else .">
          <p><xsl:sequence select="f:language(.[not(self::abstract)])"/>{f:plain(node())}</p>
        </xsl:for-each>
      </section>
    </xsl:for-each>
  </xsl:template>

  <!-- Which edition this is, in which series, and its numbers. -->
  <xsl:template name="fp:edition" as="element()?">
    <xsl:variable name="numbers" as="element()*" select="fp:numbers()"/>
    <xsl:variable name="titles" as="xs:string*" select="fp:other-titles()"/>
    <xsl:variable name="isbn" as="xs:string*" select="$metadata/*/*:isbn/string()[not(. = $numbers/normalize-space())]"/>
    <!-- A whole paragraph is nothing to cite by. -->
    <xsl:variable name="editions" as="xs:string*" select="$fp:edition, $fp:header/fileDesc/editionStmt/p[string-length(normalize-space()) gt 80]/f:plain(.)"/>
    <xsl:variable name="subjects" as="xs:string*" select="$metadata/*/*:subject/string()"/>
    <xsl:variable name="notes" as="element()*" select="fp:header-notes()"/>
    <xsl:if test="exists(($numbers, $titles, $editions, $fp:series, $isbn, $subjects, $notes))">
      <section class="edition">
        <h3>{f:word('digital-edition')}</h3>
        <dl>
          <xsl:for-each select="$titles[1]"><dt>{f:word('other-title')}</dt></xsl:for-each>
          <xsl:for-each select="$titles"><dd>{.}</dd></xsl:for-each>
          <xsl:for-each select="$editions[1]"><dt>{f:word('edition')}</dt></xsl:for-each>
          <xsl:for-each select="$editions"><dd>{.}</dd></xsl:for-each>
          <xsl:for-each select="$fp:series[1]"><dt>{f:word('book-series')}</dt></xsl:for-each>
          <xsl:for-each select="$fp:series"><dd>{.}</dd></xsl:for-each>
          <xsl:for-each select="$isbn"><dt>ISBN</dt><dd>{.}</dd></xsl:for-each>
          <xsl:for-each select="$numbers">
            <dt>{upper-case(@type)}</dt>
            <xsl:variable name="address" as="xs:string?" select="if (lower-case(@type) = 'doi') then fp:resolved(.) else f:url(.)"/>
            <dd><xsl:choose>
              <xsl:when test="$address"><a href="{$address}">{normalize-space()}</a></xsl:when>
              <xsl:otherwise>{normalize-space()}</xsl:otherwise>
            </xsl:choose></dd>
          </xsl:for-each>
          <xsl:for-each select="$subjects[1]"><dt>{f:word('index-subject')}</dt></xsl:for-each>
          <xsl:if test="exists($subjects)"><dd>{fp:listed($subjects)}</dd></xsl:if>
          <xsl:for-each select="$notes[1]"><dt>{f:word('note')}</dt></xsl:for-each>
          <xsl:for-each select="$notes"><dd><xsl:sequence select="fp:way(.)[not(current()/@xml:lang)], f:language(.)"/>{f:plain(node())}</dd></xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- What the header notes of the edition, a paragraph for each. -->
  <xsl:function name="fp:header-notes" r:if="notesStmt" as="element()*">
    <xsl:sequence select="$fp:header/fileDesc/notesStmt/note/(.[not(p | ab)], p, ab)[normalize-space()]"/>
  </xsl:function>

  <xsl:function name="fp:numbers" as="element()*">
    <xsl:sequence select="$fp:header/fileDesc/(publicationStmt//idno | seriesStmt/idno)[lower-case(@type) = ('doi', 'isbn', 'issn')][normalize-space()]"/>
  </xsl:function>

  <!-- Titles by which the text is known besides the one on its page. -->
  <xsl:function name="fp:other-titles" as="xs:string*">
    <xsl:sequence select="$metadata/*/*:other-title/string()[. != $fp:main-title]"/>
  </xsl:function>

  <!-- Where the manuscript is kept that the text was taken from. -->
  <xsl:function name="fp:kept" r:if="msDesc" as="xs:string*">
    <xsl:sequence select="$fp:header/fileDesc/sourceDesc//msDesc[not(ancestor::msDesc)] ! fp:kept-at(.)"/>
  </xsl:function>
  <xsl:function name="fp:kept-at" as="xs:string?">
    <xsl:param name="manuscript" as="element()"/>
    <xsl:sequence select="string-join(fp:shelfmark($manuscript)[not(self::country or self::region)] ! f:plain(.)[.], ', ')[.]"/>
  </xsl:function>

  <xsl:template name="f:licence" as="element()?">
    <xsl:if test="exists($fp:terms)">
      <section class="licence">
        <h3>{f:word('licence')}</h3>
        <xsl:sequence select="$fp:terms"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- What a reader may do with the text, a paragraph for each statement: asked for by several, and made once. -->
  <xsl:variable name="fp:terms" as="element()*"><xsl:call-template name="f:terms"/></xsl:variable>
  <xsl:template name="f:terms" as="element()*">
    <xsl:variable name="availability" as="element()*" select="$fp:header/fileDesc/publicationStmt//availability"/>
    <xsl:variable name="rights" as="xs:string" select="string($metadata/*/*:rights)"/>
    <xsl:if test="$rights and not(replace($rights, '\s', '') = $availability/replace(., '\s', ''))"><p>{$rights}</p></xsl:if>
    <!-- Where a licence has paragraphs, a reference beside them says where it is. -->
    <xsl:for-each select="$availability//(licence[not((p, ab)[normalize-space()])][normalize-space() or @target] | p[normalize-space()] | ab[text()[normalize-space()]] | p[not(normalize-space())][f:url(ref[1]/@target)])">
      <xsl:variable name="address" as="xs:string?"
        select="(self::licence | parent::licence[current() is (p, ab)[normalize-space()][last()]])/(@target, ref/@target)[1] ! f:url(tokenize(.)[1])"/>
      <xsl:variable name="address" as="xs:string?" select="($address, self::p[not(normalize-space())]/f:url(ref[1]/@target))[1]"/>
      <xsl:element name="{if (f:has-blocks(.)) then 'div' else 'p'}">
        <xsl:sequence select="fp:way(.)[not(current()/@xml:lang)], f:language(.)"/>
        <xsl:if test="normalize-space() and not(normalize-space() = $address)"><xsl:apply-templates mode="m:xhtml"/></xsl:if>
        <xsl:if test="$address"><xsl:text> </xsl:text><a rel="license" href="{$address}">{$address}</a></xsl:if>
      </xsl:element>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="f:encoding" as="element()?">
    <xsl:variable name="declarations" as="element()*" select="$fp:header/encodingDesc/(projectDesc | samplingDecl | editorialDecl[* except (p | ab)]/* | editorialDecl[not(* except (p | ab))] | p | ab)[normalize-space()]"/>
    <xsl:variable name="suggests" as="xs:boolean" select="map:size($fp:programs) gt 0 and (some $resp in $document//text//@resp satisfies fp:names-program($resp))"/>
    <xsl:variable name="applications" as="element()*" select="$fp:header/encodingDesc/appInfo/application"/>
    <xsl:if test="exists(($declarations, $applications)) or $suggests">
      <section class="encoding">
        <h3>{f:word('encoding')}</h3>
        <xsl:if test="$suggests">
          <p class="key">{f:word('key')} <span class="choice suggested">{f:word('key-suggested')}</span>, <span class="choice confirmed">{f:word('key-confirmed')}</span>.</p>
        </xsl:if>
        <xsl:for-each select="$declarations">
          <xsl:variable name="label" as="xs:string?" select="f:word('decl-' || local-name(), ())"/>
          <xsl:if test="$label"><h4>{$label}</h4></xsl:if>
          <xsl:apply-templates select="if (self::p or self::ab) then . else node()" mode="m:xhtml"/>
        </xsl:for-each>
        <xsl:for-each select="$applications">
          <p class="application">{f:word('made-with')} {string-join((f:plain((label, desc)[1]), @version), ' ')}.</p>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Who made a change, if the header names whom @who points to, and the change does not. -->
  <xsl:function name="fp:changed-by" as="xs:string?">
    <xsl:param name="change" as="element()"/>
    <xsl:variable name="named" as="element()*" select="tokenize($change/@who)[starts-with(., '#')] ! key('fp:id', substring(., 2), $document)[1]"/>
    <xsl:variable name="names" as="xs:string*" select="distinct-values($named ! (((persName, name, orgName)[normalize-space()], .[not(*)])[1] ! fp:name-in-order(.)))[.][not(contains($change, .))]"/>
    <xsl:sequence select="string-join($names, ', ')[.]"/>
  </xsl:function>

  <xsl:template name="f:history" as="element()?">
    <xsl:variable name="changes" as="element()*" select="$fp:header/revisionDesc//change[normalize-space()]"/>
    <xsl:if test="exists($changes)">
      <section class="history">
        <h3>{f:word('history')}</h3>
        <ul>
          <xsl:for-each select="$changes">
            <li>{string-join((if (matches(@when, '^\d{4}')) then f:date-words(@when) else (), f:plain(.)), ': ')}{fp:changed-by(.) ! (' (' || . || ')')}</li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
