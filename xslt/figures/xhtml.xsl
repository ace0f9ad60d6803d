<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables, formulae, graphics (Guidelines, chapter 15). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:template match="table" mode="m:xhtml">
    <xsl:variable name="columns" as="xs:integer" select="max((1, row ! sum(cell ! fp:span(@cols))))"/>
    <xsl:variable name="lead" as="element()*" select="head[not(preceding-sibling::node()[self::*[not(self::head)] or self::text()[normalize-space()]])]"/>
    <div class="table" role="region" tabindex="0" aria-label="{f:word('table')} {($fp:table-number(generate-id()), 1)[1]}">
      <table>
        <xsl:sequence select="f:attributes(.)"/>
        <xsl:if test="$lead">
          <caption><xsl:apply-templates select="$lead" mode="#current"/></caption>
        </xsl:if>
        <tbody>
          <xsl:for-each select="(* | text()[normalize-space()]) except $lead">
            <xsl:choose>
              <xsl:when test="self::row and f:readings(.) = $reading"><xsl:apply-templates select="." mode="#current"/></xsl:when>
              <xsl:when test="self::lb[not(@xml:id or @n)]"/>
              <xsl:when test="self::text() or (f:readings(.) = $reading or self::index) and not(self::note)">
                <tr class="other"><td colspan="{$columns}"><xsl:apply-templates select="." mode="#current"/></td></tr>
              </xsl:when>
            </xsl:choose>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:apply-templates select="note" mode="#current"/>
      <xsl:call-template name="f:table-notes"/>
    </div>
  </xsl:template>

  <xsl:variable name="fp:table-number" as="map(xs:string, xs:integer)" select="fp:numbered($fp:text//table)"/>

  <xsl:template match="row" mode="m:xhtml">
    <xsl:choose>
      <xsl:when test="parent::table">
        <tr>
          <xsl:sequence select="f:attributes(.)"/>
          <xsl:for-each-group select="* | text()[normalize-space()]" group-ending-with="cell | table | text()">
            <xsl:variable name="cell" as="node()" select="current-group()[last()]"/>
            <xsl:variable name="label" as="xs:boolean" select="exists($cell/self::*[f:is-label(.)])"/>
            <xsl:element name="{if ($label) then 'th' else 'td'}">
              <xsl:if test="$label">
                <xsl:attribute name="scope" select="if ($cell/../@role = 'label') then 'col' else 'row'"/>
              </xsl:if>
              <xsl:if test="$cell/self::cell"><xsl:sequence select="f:attributes($cell)"/></xsl:if>
              <xsl:if test="fp:span($cell/@cols) gt 1"><xsl:attribute name="colspan" select="fp:span($cell/@cols)"/></xsl:if>
              <xsl:if test="fp:span($cell/@rows) gt 1"><xsl:attribute name="rowspan" select="fp:span($cell/@rows)"/></xsl:if>
              <xsl:for-each select="$cell/self::cell[$fp:has-zones]"><xsl:call-template name="fp:zone-link"/></xsl:for-each>
              <xsl:apply-templates select="current-group()[not(self::cell)], $cell/self::cell/node()" mode="#current"/>
            </xsl:element>
          </xsl:for-each-group>
        </tr>
      </xsl:when>
      <xsl:otherwise>
        <div><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="f:is-label" as="xs:boolean">
    <xsl:param name="cell" as="element()"/>
    <xsl:sequence select="normalize-space($cell) and ($cell/@role = 'label' or ($cell/../@role = 'label' and not($cell/@role = 'data')))"/>
  </xsl:function>

  <xsl:function name="fp:span" as="xs:integer">
    <xsl:param name="written" as="attribute()?"/>
    <xsl:sequence select="if ($written castable as xs:positiveInteger and number($written) lt 1000) then xs:integer($written) else 1"/>
  </xsl:function>

  <xsl:template match="figure" mode="m:xhtml">
    <figure>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="#current"/>
    </figure>
  </xsl:template>

  <!-- What describes an image that is shown with a caption is its alternative, and not read twice. -->
  <xsl:template match="figure/figDesc[not(*)]" mode="m:xhtml" priority="3">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:choose>
      <xsl:when test="../(head | p | ab)[normalize-space()] and ../(graphic | media)[fp:image(@url)][not(fp:played(@url))] and not(fp:adorns(..))">
        <xsl:for-each select="$made">
          <xsl:copy><xsl:sequence select="@* except @class"/><xsl:attribute name="class" select="@class, 'as-alternative'"/><xsl:sequence select="node()"/></xsl:copy>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$made"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="fp:adorns" as="xs:boolean">
    <xsl:param name="figure" as="element()?"/>
    <xsl:sequence select="$figure/@type = ('ornament', 'decoration', 'decorative')"/>
  </xsl:function>

  <!-- Music is named as such; what it is written in is linked, or its image shown, and its description can be read. -->
  <xsl:template match="notatedMusic" mode="m:xhtml">
    <xsl:element name="{if (f:is-block(.)) then 'figure' else f:wrapper(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:sequence select="f:added('datum-label', if (node()) then f:word('el-notatedMusic') || ':' || ' '[not(current()/*[1][f:is-block(.)])] else '[' || f:word('el-notatedMusic') || ']')"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:key name="fp:image" match="image" use="@url" xpath-default-namespace=""/>

  <!-- An image that comes with the publication. One without description is told apart: it earns no claims. -->
  <xsl:template match="(graphic | media)[fp:image(@url)][not(fp:played(@url))]" mode="m:xhtml" priority="1">
    <xsl:variable name="adorns" as="xs:boolean" select="fp:adorns(parent::figure)"/>
    <xsl:variable name="words" as="xs:string" select="(f:plain((parent::figure/figDesc, desc)/node())[.],
      ancestor::*[self::surface or self::facsimile][1]/normalize-space(string-join((f:word('facs'), f:word('surface'), (@n, count(preceding::surface) + 1)[1]), ' ')), '')[1]"/>
    <img src="{fp:image(@url)}" alt="{if ($adorns) then '' else if ($words) then $words else f:word('image')}">
      <xsl:sequence select="f:attributes(., ('graphic', if ($adorns or $words) then () else 'undescribed'))"/>
      <xsl:if test="$adorns"><xsl:attribute name="role" select="'presentation'"/></xsl:if>
    </img>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:function name="fp:image" as="xs:string?">
    <xsl:param name="address" as="attribute()?"/>
    <xsl:sequence select="$images/key('fp:image', $address)/@src/string()"/>
  </xsl:function>

  <!-- A recording that comes with the publication is played when the reader asks for it, and not before. -->
  <xsl:template match="media[fp:played(@url)]" mode="m:xhtml" priority="2">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$in-link"><xsl:next-match/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="name" as="xs:string" select="tokenize(normalize-space(@url), '/')[last()]"/>
        <xsl:element name="{fp:played(@url)}">
          <xsl:sequence select="f:attributes(.)"/>
          <xsl:attribute name="data-added"/>
          <xsl:attribute name="controls" select="'controls'"/>
          <xsl:attribute name="preload" select="'none'"/>
          <xsl:attribute name="src" select="fp:image(@url)"/>
          <xsl:attribute name="aria-label" select="string-join((f:word('media'), (f:plain(desc/node())[.], $name)[1]), ': ')"/>
          <a href="{fp:image(@url)}">{f:word('media')}: {$name}</a>
        </xsl:element>
        <xsl:if test="desc and not(f:is-block(desc[1]))"><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates mode="#current"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The element of XHTML that plays what lies at *address*. -->
  <xsl:function name="fp:played" as="xs:string?">
    <xsl:param name="address" as="attribute()?"/>
    <xsl:sequence select="$images/key('fp:image', $address)/@type ! substring-before(., '/')[. = ('audio', 'video')]"/>
  </xsl:function>

  <!-- ## Images of the source's pages, beside the text where its page begins -->

  <xsl:template name="f:facsimile" r:if="@facs" as="element()?">
    <xsl:variable name="addresses" as="attribute()*" select="fp:facs(.)"/>
    <xsl:variable name="image" as="xs:string?" select="($addresses ! fp:image(.))[1]"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space(string-join((f:word('facs'), f:word('pb'), @n), ' '))"/>
    <xsl:choose>
      <xsl:when test="$image">
        <span class="facs" data-added=""><span class="sheet">
          <img src="{$image}" alt="{$words}">
            <xsl:attribute name="loading" select="'lazy'"/>
          </img>
          <xsl:if test="$fp:has-zones"><xsl:call-template name="fp:boxes"/></xsl:if>
        </span></span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="address" as="attribute()?" select="$addresses[f:url(.)][1]"/>
        <xsl:for-each select="$address/f:url(.)">
          <a class="facs" data-added="" href="{.}" aria-label="{$words}">{f:word('image')}</a>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The addresses of the images that show a page: its own, or those of the surface it names. -->
  <xsl:function name="fp:facs" as="attribute()*">
    <xsl:param name="page" as="element()"/>
    <xsl:for-each select="tokenize($page/@facs)">
      <xsl:choose>
        <xsl:when test="starts-with(., '#')">
          <xsl:sequence select="key('fp:id', substring-after(., '#'), $document)[1]/(self::graphic/@url, .//graphic/@url, ancestor::surface[1]/graphic/@url, @facs)"/>
        </xsl:when>
        <xsl:otherwise><xsl:attribute name="facs" select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- One without an address shows nothing; any other is named and linked, not fetched. -->
  <xsl:template match="(graphic | media)[not(normalize-space(@url))]" mode="m:xhtml"><xsl:apply-templates mode="#current"/></xsl:template>
  <xsl:template match="(graphic | media)[normalize-space(@url)]" mode="m:xhtml">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="href" as="xs:string?" select="f:url(@url)"/>
    <xsl:variable name="kind" as="xs:string" select="f:word(if (self::media[not(starts-with(@mimeType, 'image'))]) then 'media' else 'image')"/>
    <!-- The name of a file says little where the document says what it would show. -->
    <xsl:variable name="told" as="xs:boolean" select="self::graphic and empty($href) and exists((desc, parent::figure/(figDesc | head))[normalize-space()])"/>
    <xsl:variable name="label" as="xs:string" select="if ($href = $f:manifests) then f:word('iiif-manifest') else '[' || string-join(($kind, tokenize(normalize-space(@url), '/')[last()][not($told)]), ': ') || ']'"/>
    <xsl:choose>
      <xsl:when test="$href and not($in-link)">
        <a data-added="" href="{$href}"><xsl:sequence select="f:attributes(.)"/>{$label}</a>
      </xsl:when>
      <xsl:otherwise>
        <span data-added=""><xsl:sequence select="f:attributes(.)"/>{$label}</span>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="desc and not(f:is-block(desc[1]))"><xsl:text> </xsl:text></xsl:if>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- ## Formulae: MathML goes through, as far as it is presentation and harmless -->

  <xsl:template match="formula" mode="m:xhtml">
    <xsl:choose>
      <xsl:when test="@notation = ('tex', 'TeX', 'latex', 'LaTeX') and not(*)">
        <code><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></code>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
    <!-- By its number the text speaks of it. -->
    <xsl:if test="normalize-space(@n)">
      <xsl:variable name="number" as="xs:string" select="normalize-space(@n)"/>
      <span class="parted" data-added="">{if (matches($number, '^[\[(]')) then $number else '(' || $number || ')'}</span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="mml:*[local-name() = $fp:mathematical]" mode="m:xhtml" priority="60" xmlns:mml="http://www.w3.org/1998/Math/MathML">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1998/Math/MathML">
      <xsl:if test="local-name() = 'math'"><xsl:attribute name="alttext" select="(@alttext/string(), fp:in-line(.))[1]"/></xsl:if>
      <xsl:copy-of select="@display[. = ('block', 'inline')], @mathvariant[matches(., '^[a-z-]+$')], @stretchy[. = ('true', 'false')],
        @accent[. = ('true', 'false')], @columnalign[matches(., '^[a-z ]+$')], @linethickness[matches(., '^0$')], @encoding"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- A formula in a line, with signs for what its layout says; formulae.py says the same of the plain text. -->
  <xsl:function name="fp:in-line" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($part)"/>
    <xsl:variable name="signs" as="xs:string*" select="if ($name = 'mfrac' and $part/@linethickness = '0') then ', ' else $fp:signs-in-line($name)"/>
    <xsl:sequence select="
      if (empty($part/*)) then normalize-space($part)
      else if ($name = 'semantics') then fp:in-line($part/*[1])
      else if ($name = 'msqrt') then let $said := string-join($part/* ! fp:in-line(.)) return if (count($part/*) = 1 and fp:is-one($part/*)) then '√' || $said else '√(' || $said || ')'
      else string-join((for $at in 1 to count($part/*), $child in $part/*[$at] return (
        if ($at = 1 or $name = ('munder', 'mover') and local-name($child) = 'mo') then () else if ($name = 'mtr') then ', ' else if ($name = 'mtable') then '; ' else $signs[$at - 1],
        if (empty($signs) or fp:is-one($child)) then fp:in-line($child) else '(' || fp:in-line($child) || ')'),
        ')'[$name = 'mroot' and count($part/*) = 2]))"/>
  </xsl:function>

  <xsl:variable name="fp:signs-in-line" static="yes" as="map(xs:string, xs:string*)" select="map{'mfrac': '/', 'msup': '^', 'msub': '_', 'msubsup': ('_', '^'),
    'munder': '_', 'mover': '^', 'munderover': ('_', '^'), 'mroot': '^(1/'}"/>

  <xsl:function name="fp:is-one" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="if (empty($part/*)) then true()
      else if (count($part/*) = 1 and not(map:contains($fp:signs-in-line, local-name($part)) or local-name($part) = ('msqrt', 'mtr', 'mtable'))) then fp:is-one($part/*)
      else matches(normalize-space($part), '^\([^(]*\)$')"/>
  </xsl:function>

  <xsl:variable name="fp:mathematical" static="yes" as="xs:string*" select="tokenize('math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle merror
    mpadded mphantom msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd semantics annotation')"/>

  <!-- What a browser does not draw (a box round a term, say) is shown by what it holds. -->
  <xsl:template match="mml:*" mode="m:xhtml" priority="55" xmlns:mml="http://www.w3.org/1998/Math/MathML">
    <mrow xmlns="http://www.w3.org/1998/Math/MathML">
      <xsl:for-each select="* | text()[normalize-space()]">
        <xsl:choose>
          <xsl:when test="self::*"><xsl:apply-templates select="." mode="#current"/></xsl:when>
          <xsl:otherwise><mtext><xsl:value-of select="."/></mtext></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </mrow>
  </xsl:template>

  <xsl:template match="mml:annotation-xml" mode="m:xhtml" priority="60" xmlns:mml="http://www.w3.org/1998/Math/MathML">
    <annotation xmlns="http://www.w3.org/1998/Math/MathML"><xsl:value-of select="."/></annotation>
  </xsl:template>

  <!-- Fences that an attribute gives, or nothing does: browsers have stopped drawing them. -->
  <xsl:template match="mml:mfenced" mode="m:xhtml" priority="60" xmlns:mml="http://www.w3.org/1998/Math/MathML">
    <mrow xmlns="http://www.w3.org/1998/Math/MathML">
      <mo class="added">{(@open, '(')[1]}</mo>
      <xsl:for-each select="*">
        <xsl:if test="position() gt 1"><mo class="added">{(substring(../@separators, 1, 1)[.], ',')[1]}</mo></xsl:if>
        <xsl:apply-templates select="." mode="#current"/>
      </xsl:for-each>
      <mo class="added">{(@close, ')')[1]}</mo>
    </mrow>
  </xsl:template>

</xsl:stylesheet>
