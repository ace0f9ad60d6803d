<?xml version="1.0" encoding="UTF-8"?>
<!--
  The text as XHTML: what the page, the plain text and the book have in common. An entry point is an xsl:package that
  includes this. Parts for it to call: f:text, f:notes, f:corrections, f:apparatus, f:index, f:about.

  For one document alone only those rules are compiled that can match something in it, and what these call. Where a
  declaration is always called, or its pattern does not tell, r:if says of which elements and attributes one must be
  there for it to give anything.
-->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:mode name="m:xhtml" on-multiple-match="fail" visibility="public"/>

  <xsl:include href="shared/parameters.xsl"/>
  <xsl:include href="shared/common.xsl"/>
  <xsl:include href="shared/harmless.xsl"/>
  <xsl:include href="shared/languages.xsl"/>
  <xsl:include href="shared/blocks.xsl"/>
  <xsl:include href="core/xhtml.xsl"/>
  <xsl:include href="core/breaks.xsl"/>
  <xsl:include href="core/lists.xsl"/>
  <xsl:include href="core/references.xsl"/>
  <xsl:include href="core/bibliography.xsl"/>
  <xsl:include href="core/subjects.xsl"/>
  <xsl:include href="textstructure/xhtml.xsl"/>
  <xsl:include href="textstructure/parts.xsl"/>
  <xsl:include href="header/xhtml.xsl"/>
  <xsl:include href="header/citation.xsl"/>
  <xsl:include href="header/responsibility.xsl"/>
  <xsl:include href="header/references.xsl"/>
  <xsl:include href="header/letters.xsl"/>
  <xsl:include href="header/texts.xsl"/>
  <xsl:include href="namesdates/xhtml.xsl"/>
  <xsl:include href="transcr/xhtml.xsl"/>
  <xsl:include href="transcr/hands.xsl"/>
  <xsl:include href="transcr/zones.xsl"/>
  <xsl:include href="figures/xhtml.xsl"/>
  <xsl:include href="verse/xhtml.xsl"/>
  <xsl:include href="drama/xhtml.xsl"/>
  <xsl:include href="gaiji/xhtml.xsl"/>
  <xsl:include href="msdescription/xhtml.xsl"/>
  <xsl:include href="msdescription/headings.xsl"/>
  <xsl:include href="msdescription/identifiers.xsl"/>
  <xsl:include href="dictionaries/xhtml.xsl"/>
  <xsl:include href="spoken/xhtml.xsl"/>
  <xsl:include href="iso-fs/xhtml.xsl"/>
  <xsl:include href="textcrit/xhtml.xsl"/>
  <xsl:include href="textcrit/apparatus.xsl"/>
  <xsl:include href="textcrit/witnesses.xsl"/>
  <xsl:include href="analysis/xhtml.xsl"/>
  <xsl:include href="tagdocs/xhtml.xsl"/>
  <xsl:include href="linking/parallel.xsl"/>
  <xsl:include href="linking/aligned.xsl"/>
  <xsl:include href="shared/links.xsl"/>
  <xsl:include href="shared/notes.xsl"/>
  <xsl:include href="shared/gathered.xsl"/>
  <xsl:include href="shared/headed-notes.xsl"/>
  <xsl:include href="shared/table-notes.xsl"/>
  <xsl:include href="shared/corrections.xsl"/>
  <xsl:include href="shared/index.xsl"/>
  <xsl:include href="shared/dates.xsl"/>
  <xsl:include href="shared/reading.xsl"/>

  <!-- The text itself, whatever it is made of; where there is none, what the header and the facsimile say. -->
  <xsl:template name="f:text" as="element()*">
    <xsl:call-template name="f:correspondence"/>
    <xsl:call-template name="f:recordings"/>
    <xsl:choose>
      <!-- A file may be no more than a division. -->
      <xsl:when test="$document/*[not(self::TEI or self::teiCorpus)]"><div><xsl:apply-templates select="$document/*" mode="m:xhtml"/></div></xsl:when>
      <!-- What TEI does not allow there may be less than an element of XHTML. -->
      <xsl:when test="$document/*/(text()[normalize-space()] | * except (teiHeader | text | sourceDoc | standOff | facsimile | fsdDecl | TEI | teiCorpus))">
        <div><xsl:apply-templates select="$document/*/node()[not(self::teiHeader)]" mode="m:xhtml"/></div>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="$document/*/*[not(self::teiHeader)]" mode="m:xhtml"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="not(fp:has-text())">
      <div class="described" data-added="">
        <xsl:call-template name="f:manuscripts"/>
        <xsl:if test="$document/*/facsimile//graphic">
          <ul class="facsimile"><xsl:for-each select="$document/*/facsimile//graphic"><li><xsl:apply-templates select="." mode="m:xhtml"/></li></xsl:for-each></ul>
        </xsl:if>
      </div>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
