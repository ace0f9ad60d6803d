<?xml version="1.0" encoding="UTF-8"?>
<!-- Pointers and references, and what else leads somewhere (Guidelines, 3.7 and 17). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:template match="ref" mode="m:xhtml">
    <xsl:variable name="href" as="xs:string?" select="(f:href(@target), fp:witness-at(@target))[1]"/>
    <xsl:call-template name="f:link">
      <xsl:with-param name="href" select="$href"/>
      <!-- Of one whose words are its address paper need not show it. -->
      <xsl:with-param name="classes" select="'ref', if (starts-with($href, 'http') and matches(., '^\s*\S+[./]\S+\s*$')) then 'address' else ()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A reference without words is shown as a pointer is: a link has to have a name. -->
  <xsl:template match="ref[not(*) and not(normalize-space())]" mode="m:xhtml" priority="1">
    <xsl:value-of select="."/>
    <xsl:call-template name="fp:pointer"/>
  </xsl:template>

  <!-- Of several for one work each is a word. -->
  <xsl:template match="biblStruct/ref" mode="m:xhtml" priority="2">
    <xsl:sequence select="f:space-before(.)"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- References in a list of them, one below another. -->
  <xsl:template match="listRef/ref" mode="m:xhtml" priority="3">
    <div><xsl:next-match/></div>
  </xsl:template>

  <xsl:template match="ptr[not(node())]" mode="m:xhtml" name="fp:pointer">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="href" as="xs:string?" select="f:href(@target)"/>
    <xsl:choose>
      <xsl:when test="empty($href) or $in-link">
        <xsl:if test="@cRef and not(@target) and preceding-sibling::node()[1][self::* or self::text()[matches(., '\S$')]]"><span class="parted"/></xsl:if>
        <span data-added="">
          <xsl:sequence select="f:attributes(.)"/>
          <!-- What leads to nothing here is for machines, unless it is all that a reference says of a work. -->
          <xsl:value-of select="if (@target[not(matches(., '^\s*#'))]) then '[' || normalize-space(@target) || ']'
            else if (empty($href) and fp:is-all-of-a-work(.)) then '[' || replace(normalize-space(@target), '^#', '') || ']'
            else if (@cRef[not(../@target)]) then '(' || fp:passage(@cRef) || ')' else ()"/>
        </span>
      </xsl:when>
      <xsl:when test="starts-with($href, '#') and exists(f:target($href)/self::note/f:note-number(.))">
        <sup class="mark" data-added=""><xsl:sequence select="$f:mark-way"/><a role="doc-noteref" class="noteref" href="{$href}">
          <xsl:variable name="number" as="xs:string" select="f:note-label(f:target($href))"/>
          <xsl:sequence select="f:attributes(., ())"/>
          <xsl:attribute name="aria-label" select="f:word('note'), $number"/>
          <xsl:value-of select="$number"/>
        </a></sup>
      </xsl:when>
      <xsl:when test="starts-with($href, '#')">
        <a href="{$href}" data-added="">
          <xsl:sequence select="f:attributes(.)"/>
          <xsl:value-of select="(f:target($href)/(@n/string(), head[1]/f:plain(.), fp:name-of-target(.))[normalize-space()], '→')[1]"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <a href="{$href}" data-added=""><xsl:sequence select="f:attributes(.)"/>{if (contains(@target, $href)) then $href else f:unprefixed(tokenize(@target)[1])}</a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What an entry of a dictionary, or a work, is called by who refers to it: its headword; a short title, else its authors and year, else its title. -->
  <xsl:function name="fp:name-of-target" as="xs:string?" r:if="entry entryFree superEntry bibl biblStruct biblFull">
    <xsl:param name="target" as="element()"/>
    <xsl:choose>
      <xsl:when test="$target/(self::entry | self::entryFree | self::superEntry)"><xsl:sequence select="($target//orth)[1]/f:plain(.)"/></xsl:when>
      <xsl:when test="$target/(self::bibl | self::biblStruct | self::biblFull)">
        <xsl:variable name="level" as="element()+" select="$target, $target/(analytic | monogr | titleStmt | fileDesc/titleStmt)"/>
        <xsl:variable name="by" as="xs:string*" select="($level/author ! fp:family-name(.))[.]"/>
        <xsl:variable name="by" as="xs:string*" select="if (exists($by)) then $by else ($level/editor ! fp:family-name(.))[.]"/>
        <xsl:variable name="year" as="xs:string?" select="($target//date/(@when, @from, .)[matches(., '\d{4}')])[1] ! replace(., '^\D*(\d{4}).*$', '$1', 's')"/>
        <xsl:variable name="title" as="xs:string?" select="($level/title)[1] ! f:plain(.)"/>
        <xsl:sequence select="($level/(abbr | title[@type = ('short', 'abbreviated', 'abbr')]) ! f:plain(.),
          if (exists($by) and $year) then fp:listed($by) || ' ' || $year else string-join(((if (exists($by)) then fp:listed($by) else ())[.], $title), ', '))[.][1]"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="fp:family-name" as="xs:string" r:if="bibl biblStruct biblFull">
    <xsl:param name="author" as="element()"/>
    <xsl:sequence select="($author//surname/f:plain(.), replace(f:plain($author), '\s*,.*$', ''))[1]"/>
  </xsl:function>

  <!-- What is cited of it stands off from the pointer that it touches. -->
  <xsl:template match="citedRange[preceding-sibling::node()[1][self::ptr or self::ref][not(node())]]" mode="m:xhtml" priority="30" r:if="citedRange">
    <span class="parted"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:function name="fp:is-all-of-a-work" as="xs:boolean">
    <xsl:param name="pointer" as="element()"/>
    <xsl:sequence select="exists($pointer[@target]/parent::bibl[not(author or editor or title or name or persName or ref or bibl)])
      and not($pointer/preceding-sibling::node()[normalize-space() or self::*])"/>
  </xsl:function>

  <!-- A passage that is cited by a system of the work's own (Guidelines, 17.2.5): “LXX Jr 5:4”. -->
  <xsl:function name="fp:passage" as="xs:string">
    <xsl:param name="written" as="xs:string"/>
    <xsl:sequence select="replace(translate(normalize-space($written), ':_', '  '), '(\d) (\d)', '$1:$2')"/>
  </xsl:function>

  <!-- Where a pointer with a prefix leads, as the header declares it (Guidelines, 17.2.3); a pattern that is none leads nowhere. -->
  <xsl:variable name="fp:prefixes" as="element()*" select="$document/*/teiHeader/encodingDesc//prefixDef[@ident][@matchPattern][@replacementPattern]"/>

  <xsl:function name="fp:expanded" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <!-- With a sign before it, for a pattern that takes nothing as well (.*) is refused. -->
    <xsl:variable name="local" as="xs:string" select="':' || substring-after($pointer, ':')"/>
    <xsl:iterate select="$fp:prefixes[@ident = substring-before($pointer, ':')]">
      <xsl:variable name="made" as="xs:string?">
        <!-- Other languages of patterns let any sign be escaped. -->
        <xsl:try select="(replace($local, '^:(?:' || replace(@matchPattern, '\\([_/:#!@=,;~% ])', '$1') || ')$', @replacementPattern)[. != $local]) ! f:url(.)">
          <xsl:catch errors="*" select="()"/>
        </xsl:try>
      </xsl:variable>
      <xsl:if test="$made"><xsl:break select="$made"/></xsl:if>
    </xsl:iterate>
  </xsl:function>

  <!-- A pointer as readers see it: without a prefix that is declared for machines. -->
  <xsl:function name="f:unprefixed" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="if (exists($fp:prefixes[@ident = substring-before($pointer, ':')])) then substring-after($pointer, ':') else $pointer"/>
  </xsl:function>

  <!-- Where a pointer's first usable target is: on this page, on that of another document, or on the web. -->
  <xsl:function name="f:href" as="xs:string?">
    <xsl:param name="target" as="xs:string?"/>
    <xsl:sequence select="(for $pointer in tokenize($target) return
      if (starts-with($pointer, '#')) then f:target($pointer) ! ('#' || f:anchor(.)) else ($links/key('fp:document', $pointer)/@href/string(), f:url($pointer), if ($fp:prefixes) then fp:expanded($pointer) else ())[1])[1]"/>
  </xsl:function>

  <xsl:key name="fp:document" match="link" use="@target" xpath-default-namespace=""/>

  <!-- The id under which an element that has an anchor is found on the page. -->
  <xsl:function name="f:anchor" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string($element/@xml:id) ! normalize-space()"/>
  </xsl:function>

  <xsl:template match="anchor[not(* or text())]" mode="m:xhtml">
    <xsl:if test="f:id(.)"><span class="anchor" id="{f:id(.)}"/></xsl:if>
    <xsl:call-template name="f:end-marks"/>
  </xsl:template>

  <!-- What names a work or a person on the web leads there. -->
  <xsl:template match="idno[not(*)][fp:address-of(.)]" mode="m:xhtml">
    <xsl:variable name="link" as="node()*">
      <xsl:call-template name="f:link">
        <xsl:with-param name="href" select="fp:address-of(.)"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="f:is-block(.)"><div><xsl:sequence select="$link"/></div></xsl:when>
      <xsl:otherwise><xsl:sequence select="f:space-before(.), $link, f:space-after(.)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="fp:address-of" as="xs:string?">
    <xsl:param name="identifier" as="element()"/>
    <xsl:variable name="said" as="xs:string" select="normalize-space($identifier)"/>
    <xsl:sequence select="(f:url($said), $identifier[lower-case(@type) = 'doi'][matches($said, '^10\.\d+/')] ! f:url('https://doi.org/' || $said))[1]"/>
  </xsl:function>

  <xsl:template match="email" mode="m:xhtml">
    <xsl:call-template name="f:phrase"><xsl:with-param name="name" select="'span'"/></xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
