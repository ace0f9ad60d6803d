<?xml version="1.0" encoding="UTF-8"?>
<!-- From a self-contained ODD to its guidelines: one page with prose, reference and examples, and nothing to fetch. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:rubricator:functions"
                xmlns:m="urn:rubricator:modes"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xmlns:eg="http://www.tei-c.org/ns/Examples"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:include href="odd.xsl"/>
  <xsl:include href="odd-contents.xsl"/>
  <xsl:include href="odd-prose.xsl"/>
  <xsl:include href="odd-style.xsl"/>
  <!-- indented, so that a change of the ODD is a few changed lines of the page -->
  <xsl:output method="html" version="5" encoding="UTF-8" indent="yes" include-content-type="no"/>
  <xsl:mode name="m:chapter" on-no-match="fail"/>
  <xsl:mode name="m:spec" on-no-match="fail"/>

  <xsl:template match="/">
    <xsl:variable name="schema" select="f:schema(.)"/>
    <xsl:variable name="title" select="normalize-space((/TEI/teiHeader//titleStmt/title)[1])"/>
    <xsl:variable name="chapters" select="/TEI/text/(front | body | back)/div"/>
    <html lang="{(/TEI/@xml:lang, 'en')[1]}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{$title}</title>
        <style><xsl:sequence select="$style"/></style>
      </head>
      <body>
        <a class="skip" href="#main">To the guidelines</a>
        <header>
          <h1>{$title}</h1>
          <xsl:for-each select="/TEI/teiHeader//titleStmt/author"><p>{normalize-space(.)}</p></xsl:for-each>
        </header>
        <nav aria-label="Contents">
          <ol>
            <xsl:for-each select="$chapters"><li><a href="#{f:anchor(.)}">{normalize-space(head)}</a></li></xsl:for-each>
          </ol>
          <p><a href="#index">All elements</a></p>
        </nav>
        <main id="main">
          <xsl:apply-templates select="$chapters" mode="m:chapter"/>
          <section aria-labelledby="index">
            <h2 id="index">All elements</h2>
            <ul class="names">
              <xsl:for-each select="f:specs($schema)[self::elementSpec]">
                <xsl:sort select="lower-case(@ident)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
                <li><xsl:sequence select="f:element-link(@ident)"/></li>
              </xsl:for-each>
            </ul>
          </section>
        </main>
        <footer>
          <xsl:for-each select="/TEI/teiHeader//licence">
            <p>{normalize-space(.)} <a href="{@target}">{@target}</a></p>
          </xsl:for-each>
        </footer>
      </body>
    </html>
  </xsl:template>

  <!-- ## Chapters: prose, then the specifications that belong to it -->

  <xsl:template match="div" mode="m:chapter">
    <section aria-labelledby="{f:anchor(.)}">
      <xsl:element name="h{count(ancestor-or-self::div) + 1}">
        <xsl:attribute name="id" select="f:anchor(.)"/>
        <xsl:apply-templates select="head/node()" mode="m:prose"/>
      </xsl:element>
      <xsl:apply-templates select="* except head" mode="#current"/>
    </section>
  </xsl:template>

  <xsl:template match="specGrp" mode="m:chapter">
    <div class="reference"><xsl:apply-templates select="*" mode="m:spec"/></div>
  </xsl:template>

  <!-- The schema itself is told by its rules, all in one table. -->
  <xsl:template match="schemaSpec" mode="m:chapter">
    <xsl:variable name="constraints" select="f:specs(.)/descendant-or-self::constraintSpec"/>
    <xsl:if test="$constraints">
      <div class="wide">
        <table>
          <caption>The rules of this schema</caption>
          <thead><tr><th scope="col">Rule</th><th scope="col">Severity</th><th scope="col">Why</th></tr></thead>
          <tbody>
            <xsl:for-each select="$constraints">
              <xsl:sort select="@ident" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
              <tr>
                <th scope="row"><a href="#rule.{@ident}"><code>{@ident}</code></a></th>
                <td>{f:severity(.)}</td>
                <td><xsl:apply-templates select="desc/node()" mode="m:prose"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" priority="-1" mode="m:chapter">
    <xsl:apply-templates select="." mode="m:prose"/>
  </xsl:template>

  <!-- ## The reference -->

  <xsl:template match="elementSpec" mode="m:spec">
    <section class="spec" aria-labelledby="{f:anchor(.)}">
      <h3 id="{f:anchor(.)}"><code>&lt;{@ident}&gt;</code><xsl:apply-templates select="gloss" mode="m:gloss"/></h3>
      <p><xsl:apply-templates select="desc/node()" mode="m:prose"/></p>
      <dl>
        <dt>May hold</dt>
        <dd><xsl:sequence select="f:holds(.)"/></dd>
        <dt>May stand in</dt>
        <dd><xsl:sequence select="f:name-list(f:parents(.), false())"/></dd>
        <xsl:sequence select="f:class-list(.)"/>
      </dl>
      <xsl:apply-templates select="attList" mode="m:spec"/>
      <xsl:apply-templates select="constraintSpec, exemplum[not(@type = ('right', 'wrong'))]" mode="m:spec"/>
    </section>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'atts']" mode="m:spec">
    <section class="spec" aria-labelledby="{f:anchor(.)}">
      <h3 id="{f:anchor(.)}"><code>{@ident}</code></h3>
      <p><xsl:apply-templates select="desc/node()" mode="m:prose"/></p>
      <xsl:where-populated><dl><xsl:sequence select="f:class-list(.)"/></dl></xsl:where-populated>
      <xsl:apply-templates select="attList, constraintSpec, exemplum[not(@type = ('right', 'wrong'))]" mode="m:spec"/>
    </section>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'model']" mode="m:spec">
    <section class="spec" aria-labelledby="{f:anchor(.)}">
      <h3 id="{f:anchor(.)}"><code>{@ident}</code></h3>
      <p><xsl:apply-templates select="desc/node()" mode="m:prose"/></p>
      <dl><dt>Members</dt><dd><xsl:sequence select="f:name-list(f:members(.)/string(@ident), false())"/></dd></dl>
    </section>
  </xsl:template>

  <xsl:template match="macroSpec" mode="m:spec">
    <section class="spec" aria-labelledby="{f:anchor(.)}">
      <h3 id="{f:anchor(.)}"><code>{@ident}</code></h3>
      <p><xsl:apply-templates select="desc/node()" mode="m:prose"/></p>
      <dl><dt>Holds</dt><dd><xsl:sequence select="f:holds(.)"/></dd></dl>
    </section>
  </xsl:template>

  <xsl:template match="dataSpec" mode="m:spec">
    <section class="spec" aria-labelledby="{f:anchor(.)}">
      <h3 id="{f:anchor(.)}"><code>{@ident}</code></h3>
      <p><xsl:apply-templates select="desc/node()" mode="m:prose"/></p>
      <xsl:apply-templates select="content//valList" mode="m:spec"/>
    </section>
  </xsl:template>

  <xsl:template match="constraintSpec[parent::schemaSpec or parent::specGrp]" priority="1" mode="m:spec">
    <section class="spec"><xsl:next-match/></section>
  </xsl:template>

  <xsl:template match="attList" mode="m:spec">
    <dl class="attributes"><xsl:apply-templates select=".//attDef" mode="#current"/></dl>
  </xsl:template>

  <xsl:template match="attDef" mode="m:spec">
    <dt><code>@{@ident}</code><xsl:if test="@usage = 'req'"> <span class="needed">required</span></xsl:if></dt>
    <dd>
      <xsl:apply-templates select="desc/node()" mode="m:prose"/>
      <xsl:for-each select="datatype/dataRef[@key]">
        <span class="type">{if (f:many(..)) then 'One or more' else 'One'} of: <a href="#{@key}">{@key}</a></span>
      </xsl:for-each>
      <xsl:apply-templates select="valList" mode="#current"/>
    </dd>
  </xsl:template>

  <xsl:template match="valList" mode="m:spec">
    <p class="values">{if (@type = 'closed') then 'Only these values:' else 'Among others:'}</p>
    <ul>
      <xsl:for-each select="valItem">
        <li><code>{@ident}</code><xsl:if test="desc">: <xsl:apply-templates select="desc/node()" mode="m:prose"/></xsl:if></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template match="constraintSpec" mode="m:spec">
    <div class="rule" id="rule.{@ident}">
      <p><strong>Rule <code>{@ident}</code></strong> ({f:severity(.)}) <xsl:apply-templates select="desc/node()" mode="m:prose"/></p>
      <xsl:apply-templates select="../exemplum[@n = current()/@ident][@type = 'wrong']" mode="#current"/>
      <xsl:apply-templates select="../exemplum[@n = current()/@ident][@type = 'right']" mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="exemplum" mode="m:spec">
    <figure>
      <figcaption>{if (@type = 'wrong') then 'Not so' else if (@type = 'right') then 'But so' else 'Example'}</figcaption>
      <xsl:apply-templates select="*" mode="m:prose"/>
    </figure>
  </xsl:template>

  <xsl:template match="remarks" mode="m:spec"><xsl:apply-templates select="*" mode="m:prose"/></xsl:template>

  <xsl:template match="*" priority="-1" mode="m:spec">
    <xsl:message>odd-to-html: {name()} has no rule here.</xsl:message>
  </xsl:template>

  <xsl:mode name="m:gloss" on-no-match="fail"/>
  <xsl:template match="gloss" mode="m:gloss">&#160;<span class="gloss"><xsl:apply-templates select="node()" mode="m:prose"/></span></xsl:template>

  <!-- ## Words for facts -->

  <xsl:function name="f:severity" as="xs:string">
    <xsl:param name="constraint" as="element(constraintSpec)"/>
    <xsl:variable name="role" select="lower-case(($constraint//(sch:assert | sch:report)/@role)[1])"/>
    <xsl:sequence select="if ($role = ('warning', 'warn')) then 'warning'
                          else if ($role = ('note', 'info', 'information')) then 'note' else 'error'"/>
  </xsl:function>

  <xsl:function name="f:many" as="xs:boolean">
    <xsl:param name="datatype" as="element(datatype)"/>
    <xsl:sequence select="($datatype/@maxOccurs, '1')[1] != '1'"/>
  </xsl:function>

  <xsl:function name="f:anchor" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="if ($place/self::elementSpec) then 'element.' || $place/@ident
                          else string(($place/@ident, $place/@xml:id, 'chapter' || count($place/preceding::div) + 1)[1])"/>
  </xsl:function>

  <xsl:function name="f:element-link" as="element(a)" xpath-default-namespace="http://www.w3.org/1999/xhtml">
    <xsl:param name="ident" as="xs:string"/>
    <a href="#element.{$ident}"><code>{$ident}</code></a>
  </xsl:function>

  <!-- What a macro holds is told once, at the macro. -->
  <xsl:function name="f:holds" as="node()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="macro" select="$spec/content[count(*) = 1]/macroRef/@key"/>
    <xsl:sequence select="f:name-list(f:children($spec)[empty($macro)], f:holds-text($spec)), $macro ! f:macro-link(.)"/>
  </xsl:function>

  <xsl:function name="f:macro-link" as="node()+">
    <xsl:param name="ident" as="xs:string"/>
    <xsl:text>, as </xsl:text>
    <a href="#{$ident}"><code>{$ident}</code></a>
    <xsl:text> has it</xsl:text>
  </xsl:function>

  <xsl:function name="f:name-list" as="node()*">
    <xsl:param name="idents" as="xs:string*"/>
    <xsl:param name="text" as="xs:boolean"/>
    <xsl:variable name="sorted" select="sort(distinct-values($idents), 'http://www.w3.org/2005/xpath-functions/collation/codepoint', lower-case#1)"/>
    <xsl:choose>
      <xsl:when test="empty($sorted)">{if ($text) then 'text' else 'nothing'}</xsl:when>
      <xsl:when test="count($sorted) le 12"><xsl:sequence select="f:names($sorted, $text)"/></xsl:when>
      <xsl:otherwise>
        <details>
          <summary>{if ($text) then 'text and ' else ''}{count($sorted)} elements</summary>
          <p>{string-join($sorted, ', ')}</p>
        </details>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:names" as="element()">
    <xsl:param name="idents" as="xs:string*"/>
    <xsl:param name="text" as="xs:boolean"/>
    <ul class="names">
      <xsl:if test="$text"><li>text</li></xsl:if>
      <xsl:for-each select="$idents"><li><xsl:sequence select="f:element-link(.)"/></li></xsl:for-each>
    </ul>
  </xsl:function>

  <!-- The classes that a specification belongs to itself, each with all the attributes that come with it. -->
  <xsl:function name="f:class-list" as="element()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="classes" select="$spec/classes/memberOf ! f:spec(@key, root($spec))[@type = 'atts']"/>
    <xsl:if test="$classes">
      <dt>Attributes from</dt>
      <dd>
        <ul class="names">
          <xsl:for-each select="$classes">
            <li><a href="#{@ident}"><code>{@ident}</code></a> ({string-join(f:attributes(.)/('@' || @ident), ', ')})</li>
          </xsl:for-each>
        </ul>
      </dd>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
