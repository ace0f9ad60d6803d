<?xml version="1.0" encoding="UTF-8"?>
<!-- Where on the image of a page a text stands (Guidelines, 12.1): boxes on the image, links between both, manifests of IIIF. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- ## Coordinates -->

  <!-- Left, top, right and bottom, in the units of the surface; nothing where they are not known. -->
  <xsl:function name="fp:box" as="xs:double*">
    <xsl:param name="place" as="element()?"/>
    <xsl:variable name="corners" as="xs:double*" select="($place/@ulx, $place/@uly, $place/@lrx, $place/@lry)[. castable as xs:double] ! xs:double(.)"/>
    <xsl:variable name="points" as="xs:string*" select="tokenize($place/@points)[matches(., '^-?\d+(\.\d+)?,-?\d+(\.\d+)?$')]"/>
    <xsl:variable name="across" as="xs:double*" select="$points ! xs:double(substring-before(., ','))"/>
    <xsl:variable name="down" as="xs:double*" select="$points ! xs:double(substring-after(., ','))"/>
    <xsl:variable name="box" as="xs:double*" select="if (count($corners) = 4) then $corners
      else if (count($points) ge 3) then (min($across), min($down), max($across), max($down)) else ()"/>
    <xsl:sequence select="$box[$box[3] gt $box[1] and $box[4] gt $box[2]]"/>
  </xsl:function>

  <!-- The pixels of a graphic, as it says itself, else as those of the image that comes along. -->
  <xsl:function name="fp:pixels" as="xs:double*">
    <xsl:param name="graphic" as="element()?"/>
    <xsl:variable name="said" as="xs:double*" select="($graphic/@width, $graphic/@height)[matches(., '^\d+(\.\d+)?(px)?$')] ! xs:double(replace(., 'px', ''))"/>
    <xsl:variable name="image" as="element()?" select="$images/key('fp:image', $graphic/@url)"/>
    <xsl:sequence select="if ($image/@width) then ($image/@width, $image/@height) ! xs:double(.) else $said[count($said) = 2]"/>
  </xsl:function>

  <!-- What of the surface's units the whole image shows: all of the surface; or it counts pixels, and the surface is a part of the image. -->
  <xsl:function name="fp:frame" as="xs:double*">
    <xsl:param name="surface" as="element()"/>
    <xsl:param name="pixels" as="xs:double*"/>
    <xsl:variable name="box" as="xs:double*" select="fp:box($surface)"/>
    <xsl:sequence select="if (empty($pixels)) then $box
      else if (exists($box) and (abs(($box[3] - $box[1]) * $pixels[2] div (($box[4] - $box[2]) * $pixels[1]) - 1) lt 0.03 or $box[3] gt $pixels[1] or $box[4] gt $pixels[2])) then $box
      else (0, 0, $pixels)"/>
  </xsl:function>

  <!-- ## Which text stands where -->

  <xsl:key name="fp:zone-of" match="zone[@corresp or @start]" use="(@corresp, @start)/tokenize(.)[starts-with(., '#')] ! substring(., 2)"/>

  <xsl:function name="fp:zone" r:if="zone" as="element()?">
    <xsl:param name="text" as="element()"/>
    <xsl:sequence select="(tokenize($text/@facs)[starts-with(., '#')] ! key('fp:id', substring(., 2), $document)[1]/self::zone,
      $text/@xml:id/key('fp:zone-of', ., $document))[exists(fp:box(.))][1]"/>
  </xsl:function>

  <!-- The parts of the text that say in which zone they stand: those that have a place of their own for a link. -->
  <xsl:variable name="fp:has-zones" r:if="zone" as="xs:boolean" select="exists($document//zone)"/>
  <xsl:variable name="fp:zoned" r:if="zone" as="element()*" select="if (not($fp:has-zones)) then () else
    $fp:text//(p | ab | l | lb | head | seg | u | speaker | item | label | cell)[@facs or @xml:id][fp:can-link(.)][exists(fp:zone(.))]"/>
  <xsl:variable name="fp:zoned-number" r:if="zone" as="map(xs:string, xs:integer)" select="fp:numbered($fp:zoned)"/>

  <!-- Shown once, and where a link may stand. -->
  <xsl:function name="fp:can-link" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not($element/ancestor::*[self::ref or self::rdg or self::egXML or @ref]) and exists(f:shown($element))"/>
  </xsl:function>

  <!-- The page break at which the image of a surface stands. -->
  <xsl:variable name="fp:page-of" as="map(xs:string, xs:string)" select="if (not($fp:has-zones)) then map{} else map:merge(
    for $break in $fp:text//(pb | cb)[@facs][fp:can-link(.)], $graphic in fp:shown-graphic($break)
    return map{generate-id($graphic/ancestor::surface[1]): generate-id($break)}, map{'duplicates': 'use-first'})"/>

  <xsl:function name="fp:shown-graphic" as="element()?">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="(for $address in fp:facs($break)[fp:image(.)][1] return $address/parent::graphic)[parent::surface]"/>
  </xsl:function>

  <!-- ## On the image -->

  <xsl:template name="fp:boxes" r:if="zone" as="element()*">
    <xsl:variable name="graphic" as="element()?" select="fp:shown-graphic(.)"/>
    <xsl:variable name="surface" as="element()?" select="$graphic/parent::surface"/>
    <xsl:if test="$surface and $fp:page-of(generate-id($surface)) = generate-id()">
      <xsl:variable name="frame" as="xs:double*" select="fp:frame($surface, fp:pixels($graphic))"/>
      <xsl:if test="exists($frame)">
        <xsl:for-each-group select="$fp:zoned[fp:zone(.)/ancestor::surface[1] is $surface]" group-by="generate-id(fp:zone(.))">
          <a class="zone-box" id="{f:own-id(('zone', $fp:zoned-number(generate-id())))}" href="#{f:own-id(('zoned', $fp:zoned-number(generate-id())))}"
             aria-label="{fp:zone-label(.)}" style="{fp:box-style(fp:box(fp:zone(.)), $frame)}"/>
        </xsl:for-each-group>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- In a document that transcribes surface by surface, what is written stands below its image. -->
  <xsl:template match="sourceDoc//surface/graphic[fp:image(@url)]" mode="m:xhtml" priority="2">
    <xsl:variable name="frame" as="xs:double*" select="fp:frame(.., fp:pixels(.))"/>
    <xsl:variable name="written" as="element()*" select="if (exists($frame)) then ..//(zone | line)[f:id(.)][normalize-space()][exists(fp:box(.))] else ()"/>
    <span class="sheet">
      <xsl:next-match/>
      <xsl:for-each select="$written">
        <a class="zone-box" data-added="" href="#{f:id(.)}" aria-label="{fp:zone-label(.)}" style="{fp:box-style(fp:box(.), $frame)}"/>
      </xsl:for-each>
    </span>
  </xsl:template>

  <!-- Where a box stands on its image, in hundredths. -->
  <xsl:function name="fp:box-style" as="xs:string">
    <xsl:param name="box" as="xs:double+"/>
    <xsl:param name="frame" as="xs:double+"/>
    <xsl:variable name="wide" as="xs:double" select="($frame[3] - $frame[1]) div 100"/>
    <xsl:variable name="high" as="xs:double" select="($frame[4] - $frame[2]) div 100"/>
    <xsl:sequence select="'left: ' || fp:percent(($box[1] - $frame[1]) div $wide) || '; top: ' || fp:percent(($box[2] - $frame[2]) div $high)
      || '; width: ' || fp:percent(($box[3] - $box[1]) div $wide) || '; height: ' || fp:percent(($box[4] - $box[2]) div $high)"/>
  </xsl:function>

  <xsl:function name="fp:percent" as="xs:string">
    <xsl:param name="share" as="xs:double"/>
    <xsl:sequence select="string(round(min((100, max((0, $share)))), 2)) || '%'"/>
  </xsl:function>

  <xsl:function name="fp:zone-label" as="xs:string">
    <xsl:param name="text" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="if ($text/self::lb) then '' else f:plain($text)"/>
    <xsl:sequence select="if ($words) then replace($words, '^(.{40}\S*)\s.+$', '$1 …')
      else normalize-space(string-join((f:word('line'), ($text/@n, count($text/preceding::lb[fp:zone(.)]) + 1)[1]), ' '))"/>
  </xsl:function>

  <!-- ## In the text -->

  <xsl:template name="fp:zone-link" r:if="zone" as="element()?">
    <xsl:variable name="number" as="xs:integer?" select="$fp:zoned-number(generate-id())"/>
    <xsl:variable name="zone" as="element()?" select="fp:zone(.)"/>
    <xsl:variable name="surface" as="element()?" select="$zone/ancestor::surface[1]"/>
    <xsl:variable name="graphic" as="element()?" select="($surface/graphic[fp:image(@url)], $surface/graphic[f:url(@url)])[1]"/>
    <xsl:variable name="on-page" as="xs:boolean" select="exists($graphic[fp:image(@url)]) and map:contains($fp:page-of, generate-id($surface))
      and exists(fp:frame($surface, fp:pixels($graphic)))"/>
    <xsl:variable name="first" as="xs:integer?" select="if ($on-page) then $fp:zoned[fp:zone(.) is $zone][1] ! $fp:zoned-number(generate-id()) else ()"/>
    <xsl:variable name="href" as="xs:string?" select="if ($on-page) then '#' || f:own-id(('zone', $first)) else $graphic/@url/f:url(.)"/>
    <xsl:if test="$number and $href">
      <a class="zone-link" data-added="" id="{f:own-id(('zoned', $number))}" href="{$href}" aria-label="{f:word('facs')} {fp:zone-label(.)}">◱</a>
    </xsl:if>
  </xsl:template>

  <xsl:template match="(p | ab | l | head | seg | u | speaker | item | label | cell)[$fp:has-zones][map:contains($fp:zoned-number, generate-id())]" mode="m:xhtml" priority="20" r:if="zone">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="link" as="element()?"><xsl:call-template name="fp:zone-link"/></xsl:variable>
    <xsl:variable name="holder" as="element()?" select="$made[self::*][1]"/>
    <xsl:for-each select="$made">
      <xsl:choose>
        <xsl:when test="$link and . is $holder"><xsl:copy><xsl:sequence select="@*, $link, node()"/></xsl:copy></xsl:when>
        <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="lb[$fp:has-zones][map:contains($fp:zoned-number, generate-id())]" mode="m:xhtml" priority="20" r:if="zone">
    <xsl:next-match/>
    <xsl:call-template name="fp:zone-link"/>
  </xsl:template>

  <!-- ## IIIF: what the document names is linked as it is; an address that it does not give (of a region, of an image by its
       service) would be ours, and nobody has seen that it leads anywhere -->

  <!-- The manifests of IIIF that the document names: how a viewer shows all images of the source. -->
  <xsl:variable name="f:manifests" as="xs:string*" select="distinct-values(
    ($document/*/facsimile/(., surfaceGrp, surface, graphic), $document/*/sourceDoc, $fp:header/fileDesc/sourceDesc//msIdentifier, $fp:header/fileDesc/sourceDesc//(ref | ptr | idno)) !
    (@facs, @source, @corresp, self::graphic/@url, self::*[@type[matches(., 'iiif', 'i')]]/(@target, self::idno/text()))
      /tokenize(.)[matches(., '^https?://.*(manifest|/presentation/)', 'i') or (matches(., 'iiif', 'i') and matches(., '\.json$'))] ! f:url(.))[.]"/>

</xsl:stylesheet>
