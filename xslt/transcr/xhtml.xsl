<?xml version="1.0" encoding="UTF-8"?>
<!-- Representation of primary sources (Guidelines, chapter 12). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- What the editor supplied stands in brackets, as editors are used to: those of Leiden in an edition of an inscription. -->
  <xsl:template match="supplied" mode="m:xhtml">
    <xsl:variable name="omitted" as="xs:boolean" select="@reason = ('omitted', 'subaudible') and f:is-leiden(.)"/>
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="@reason"><xsl:attribute name="title" select="f:word('supplied') || ': ' || normalize-space(@reason)"/></xsl:if>
      <xsl:sequence select="f:added('mark', if ($omitted) then '⟨' else '[')"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:sequence select="f:added('mark', '?'[current()/@cert = 'low'] || (if ($omitted) then '⟩' else ']'))"/>
    </xsl:element>
  </xsl:template>

  <!-- Is the text edited as inscriptions and papyri are (EpiDoc)? -->
  <xsl:function name="f:is-leiden" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::div[@type = 'edition'])"/>
  </xsl:function>

  <!-- The signs of Leiden round *element*. -->
  <xsl:template name="fp:leiden" as="element()">
    <xsl:param name="open" as="xs:string"/>
    <xsl:param name="close" as="xs:string"/>
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:sequence select="f:added('mark', $open)"/>
      <xsl:apply-templates mode="m:xhtml"/>
      <xsl:sequence select="f:added('mark', $close)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="surplus" mode="m:xhtml">
    <xsl:call-template name="fp:leiden">
      <xsl:with-param name="open" select="'{'"/><xsl:with-param name="close" select="'}'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="div[@type = 'edition']//del" mode="m:xhtml">
    <xsl:call-template name="fp:leiden">
      <xsl:with-param name="open" select="'⟦'"/><xsl:with-param name="close" select="'⟧'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="div[@type = 'edition']//add" mode="m:xhtml">
    <xsl:call-template name="fp:leiden">
      <xsl:with-param name="open" select="'`'"/><xsl:with-param name="close" select="'´'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Written over what stood there: in double angles. -->
  <xsl:template match="div[@type = 'edition']//add[@place = 'overstrike']" mode="m:xhtml" priority="1">
    <xsl:call-template name="fp:leiden">
      <xsl:with-param name="open" select="'⟨⟨'"/><xsl:with-param name="close" select="'⟩⟩'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Space left empty is told, with how much of it. -->
  <xsl:template match="div[@type = 'edition']//space[not(* or text())]" mode="m:xhtml" priority="1">
    <span class="vacat" data-added="">
      <xsl:if test="f:id(.)"><xsl:attribute name="id" select="f:id(.)"/></xsl:if>
      <xsl:text> ({string-join((f:word('leiden-vacat'), (@quantity, @extent[not(. = 'unknown')])[1], '?'[current()/@cert = 'low']), ' ')}) </xsl:text>
    </span>
  </xsl:template>

  <!-- What a gap is shown as: of an inscription, how much is lost; else that something is. -->
  <xsl:template match="gap" mode="m:gap" as="xs:string">
    <xsl:text>[…]</xsl:text>
  </xsl:template>

  <xsl:template match="div[@type = 'edition']//gap" mode="m:gap" as="xs:string">
    <xsl:variable name="sign" as="xs:string" select="
      if (@unit = 'line') then '- - - - - -'
      else if (@unit = ('character', 'characters', 'char', 'chars') and @quantity castable as xs:integer and number(@quantity) = (1 to 12))
        then string-join((1 to xs:integer(@quantity)) ! (if (current()/@reason = 'illegible') then '+' else '·'), ' ')
      else '- - -'"/>
    <xsl:sequence select="if (@reason = 'illegible') then $sign else '[' || $sign || ']'"/>
  </xsl:template>

  <xsl:mode name="m:gap" on-multiple-match="fail" visibility="public"/>

  <!-- ## The source page by page -->

  <!-- Beside the text that became of it, what the source looks like has a heading of its own. -->
  <xsl:template match="sourceDoc[../text]" mode="m:xhtml">
    <section>
      <xsl:sequence select="f:attributes(.)"/>
      <h2 data-added="" id="{f:own-id('source', 1 + count(preceding::sourceDoc))}">{f:word('source-pages')}</h2>
      <xsl:apply-templates mode="#current"/>
    </section>
  </xsl:template>

  <xsl:template match="surface" mode="m:xhtml">
    <div role="group" aria-label="{normalize-space(string-join((f:word('surface'), @n), ' '))}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="@n and not(label)"><p class="surface-label" data-added="">{f:word('surface')} {@n}</p></xsl:if>
      <xsl:if test="@facs and not(graphic)"><xsl:call-template name="f:facsimile"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <!-- Where on the page a zone is, as far as it says so, and how far it is turned. -->
  <xsl:template match="zone[@type or @rotate]" mode="m:xhtml" r:if="zone@type zone@rotate">
    <xsl:variable name="key" as="xs:string" select="lower-case(replace(@type, '[^A-Za-z]', ''))"/>
    <xsl:variable name="turned" as="xs:string?" select="@rotate[. castable as xs:double][xs:double(.) mod 360 != 0] ! (f:word('zone-turned') || ' ' || normalize-space(.) || '°')"/>
    <xsl:variable name="where" as="xs:string" select="if (normalize-space()) then string-join((@type ! f:word('place-' || ($fp:same-place($key), $key)[1], ()), $turned), ', ') else ''"/>
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="$where and f:wrapper(.) = 'div'"><p class="surface-label" data-added="">[{$where}]</p></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="ex" mode="m:xhtml">
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="f:is-leiden(.)"><xsl:sequence select="f:added('mark', '(')"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="f:is-leiden(.)"><xsl:sequence select="f:added('mark', '?'[current()/@cert = 'low'] || ')')"/></xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- What an editor holds to be spurious stands in the brackets of what is too much. -->
  <xsl:template match="secl" mode="m:xhtml" r:if="secl">
    <xsl:call-template name="fp:leiden">
      <xsl:with-param name="open" select="'{'"/><xsl:with-param name="close" select="'}'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What stands for words that were left out, and they, go on in their line. -->
  <xsl:template match="ellipsis/*" mode="m:block" as="xs:boolean" priority="3" r:if="ellipsis">
    <xsl:sequence select="f:has-blocks(.)"/>
  </xsl:template>

  <xsl:template match="unclear" mode="m:xhtml">
    <xsl:call-template name="f:phrase"><xsl:with-param name="name" select="'span'"/></xsl:call-template>
  </xsl:template>

  <!-- Running heads, catchwords and signatures stand aside where the page ends. -->
  <xsl:template match="fw" mode="m:marker">
    <xsl:element name="{if (f:has-blocks(.)) then 'div' else 'span'}">
      <xsl:attribute name="data-aside" select="f:aside(.)"/>
      <xsl:sequence select="f:attributes(.), f:limits(.)"/>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="m:xhtml"/>
      <xsl:text> </xsl:text>
    </xsl:element>
  </xsl:template>

  <xsl:template match="fw" mode="m:markers"/>

  <!-- Words on either side of a space are two: white space parts them where no style is read, in what is copied. -->
  <xsl:template match="space[not(* or text()[normalize-space()])]" mode="m:xhtml">
    <xsl:variable name="size" as="xs:string?" select="fp:extent(.)"/>
    <span class="space" data-added="">
      <xsl:if test="f:id(.)"><xsl:attribute name="id" select="f:id(.)"/></xsl:if>
      <xsl:if test="$size"><xsl:attribute name="style" select="$size"/></xsl:if>
      <xsl:text> </xsl:text>
    </span>
  </xsl:template>

  <!-- How much room a space takes, as far as it says so in units of writing; never more than a line or a stanza. -->
  <xsl:function name="fp:extent" as="xs:string?">
    <xsl:param name="space" as="element()"/>
    <xsl:variable name="each" as="xs:double?" select="map{'char': 0.45, 'letter': 0.45, 'character': 0.45, 'word': 2.5, 'line': 1.6}
      (replace(lower-case($space/@unit), 's$', ''))"/>
    <xsl:if test="exists($each) and $space/@quantity castable as xs:double and $space/@quantity &gt; 0">
      <xsl:variable name="em" as="xs:double" select="round(min(($each * $space/@quantity, 16)), 2)"/>
      <xsl:sequence select="if (starts-with($space/@unit, 'line')) then 'display: block; width: auto; height: ' || $em || 'em' else 'width: ' || $em || 'em'"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="(addSpan | delSpan | damageSpan | substJoin | redo | undo | join | link | alt)[not(node())]"
                mode="m:xhtml">
    <xsl:if test="f:id(.)"><span class="anchor" id="{f:id(.)}"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
