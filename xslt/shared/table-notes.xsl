<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes that a table calls by letters and signs of its own: they stand below it. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:variable name="fp:table-notes" r:if="table+note@n" as="element()*" select="if ($fp:text//table) then $fp:text//table//note[starts-with(f:aside(.), 'table-note')][exists(f:shown(.))] else ()"/>
  <xsl:variable name="fp:table-note-number" r:if="table+note@n" as="map(xs:string, xs:integer)" select="fp:numbered($fp:table-notes)"/>

  <xsl:template name="f:table-notes" as="element()?" r:if="note">
    <xsl:variable name="own" as="element()*" select="if (exists($fp:table-notes) and not(ancestor::table)) then $fp:table-notes intersect descendant::note else ()"/>
    <xsl:if test="exists($own)">
      <ol class="table-notes">
        <xsl:for-each select="$own">
          <xsl:variable name="number" as="xs:integer" select="$fp:table-note-number(generate-id())"/>
          <li id="{(f:id(.), f:own-id('table-note', $number))[1]}">
            <xsl:sequence select="fp:labels(fp:label-of(@n)), f:limits(.)"/>
            <div data-aside="{f:aside(.)}">
              <xsl:sequence select="f:attributes(.)[not(name() = 'id')]"/>
              <xsl:apply-templates select="node()" mode="m:xhtml"/>
            </div>
            <xsl:call-template name="f:back">
              <xsl:with-param name="to" select="f:own-id('table-ref', $number)"/>
              <xsl:with-param name="label" select="f:word('note') || ' ' || fp:label-of(@n)"/>
            </xsl:call-template>
          </li>
        </xsl:for-each>
      </ol>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note[starts-with(f:aside(.), 'table-note')]" r:if="table+note@n" mode="m:marker" priority="2">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="number" as="xs:integer?" select="$fp:table-note-number(generate-id())"/>
    <xsl:if test="exists($number) and not($in-link)">
      <sup class="mark" data-added=""><xsl:sequence select="$f:mark-way"/><a role="doc-noteref" class="noteref" href="#{(f:id(.), f:own-id('table-note', $number))[1]}"
        id="{f:own-id('table-ref', $number)}" aria-label="{f:word('note')} {fp:label-of(@n)}">{fp:label-of(@n)}</a></sup>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
