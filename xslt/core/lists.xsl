<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists (Guidelines, 3.8), whatever they list. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- Whatever is a list of things, each with its things: TEI's heading first, then the things; breaks go with what follows. -->
  <xsl:template match="list | castList | castGroup | listBibl | listPerson | listPlace | listOrg | listEvent | listObject
                       | listNym | listRelation | listWit | listApp | listChange" mode="m:xhtml">
    <xsl:variable name="lead" as="element()*" select="*[fp:is-lead(.) and not(preceding-sibling::*[not(fp:is-lead(.))])]"/>
    <xsl:variable name="all" as="element()*" select="* except $lead"/>
    <xsl:variable name="rest" as="element()*" select="if ($fp:has-emptied and not($reading = 'diplomatic')) then $all[not(fp:is-emptied(.))] else $all"/>
    <xsl:element name="{if (*) then 'div' else f:wrapper(.)}">
      <xsl:sequence select="f:attributes(., (local-name(), 'r-inline'[matches(current()/@type, '^(inline|run-?on)$')]))"/>
      <xsl:variable name="named" as="element()*" select="$lead[self::headLabel or self::headItem][$rest/self::label]"/>
      <xsl:apply-templates select="$lead except $named" mode="#current"/>
      <xsl:if test="(parent::back or parent::standOff or parent::adminInfo or parent::additional) and not($lead/self::head)"><xsl:apply-templates select="." mode="m:list-label"/></xsl:if>
      <xsl:choose>
        <xsl:when test="$rest/self::label">
          <dl>
            <!-- Labels as short as numbers stand beside their items. -->
            <xsl:if test="every $label in $rest/self::label satisfies string-length(normalize-space($label)) le 5">
              <xsl:attribute name="class" select="'numbered'"/>
            </xsl:if>
            <xsl:for-each-group select="$named, $rest" group-ending-with="label | item | headLabel | headItem">
              <!-- What comes before all labels has none. -->
              <xsl:if test="position() = 1 and not(current-group()[last()][self::label or self::headLabel])"><dt data-added=""/></xsl:if>
              <xsl:element name="{if (current-group()[last()][self::label or self::headLabel]) then 'dt' else 'dd'}">
                <xsl:call-template name="fp:thing"/>
              </xsl:element>
            </xsl:for-each-group>
          </dl>
        </xsl:when>
        <xsl:when test="exists($rest[f:readings(.) = $reading])">
          <xsl:element name="{if (fp:is-numbered(.)) then 'ol' else 'ul'}">
            <xsl:variable name="kinds" as="xs:string*" select="'counted'[fp:is-numbered(current())],
              'plain'[current()/self::list and $rest[self::item/(@n | label)] or current()/@type = 'simple' or matches(current()/@rend, 'none|simple')],
              'enumerated'[current()/self::list and $rest[self::item/@n]]"/>
            <xsl:if test="exists($kinds)"><xsl:attribute name="class" select="$kinds"/></xsl:if>
            <!-- What passes after the last of them goes with it. -->
            <xsl:for-each-group select="$rest" group-ending-with="*[not(fp:is-passing(.))][following-sibling::*[not(fp:is-passing(.))]]">
              <li><xsl:call-template name="fp:thing"/></li>
            </xsl:for-each-group>
          </xsl:element>
        </xsl:when>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <!-- A list or an address within a sentence that says that it stays in its line. -->
  <xsl:template match="(list | address)[@rend or @type][fp:stays-in-line(.)]" mode="m:xhtml" priority="33.5" r:if="list@rend list@type address@rend address@type">
    <span>
      <xsl:sequence select="f:attributes(., (local-name(), 'in-line')), $fp:apart"/>
      <xsl:for-each select="node()">
        <xsl:choose>
          <xsl:when test="self::item or self::label or self::addrLine">
            <xsl:if test="preceding-sibling::node()[1][self::*]"><xsl:text> </xsl:text></xsl:if>
            <span>
              <xsl:sequence select="f:attributes(.), $fp:apart, normalize-space(@n)[.] ! f:added('n', . || ' ')"/>
              <xsl:apply-templates mode="m:xhtml"/>
            </span>
            <xsl:if test="self::addrLine[following-sibling::*] and matches(., '[\p{L}\p{N}]\s*$')"><xsl:sequence select="f:added('mark', ',')"/></xsl:if>
          </xsl:when>
          <xsl:when test="self::text()[not(normalize-space())]"><xsl:if test="preceding-sibling::* and following-sibling::*"><xsl:text> </xsl:text></xsl:if></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="." mode="m:xhtml"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </span>
  </xsl:template>

  <xsl:function name="fp:stays-in-line" as="xs:boolean" r:if="list@rend list@type address@rend address@type">
    <xsl:param name="things" as="element()"/>
    <xsl:sequence select="$things/(@rend, @type)/tokenize(.) = ('inline', 'run-on', 'runon', 'run-in') and exists($things/(parent::p | parent::ab | parent::seg | parent::item | parent::q | parent::quote | parent::note)[text()[normalize-space()]])
      and not($things/(head | */*[map:contains($f:blocks, local-name())][not(self::note)]))"/>
  </xsl:function>

  <!-- What a list at the end of a text or beside it holds, where it does not say so itself. -->
  <xsl:mode name="m:list-label" on-no-match="deep-skip"/>
  <xsl:variable name="fp:list-kinds" static="yes" as="map(xs:string, xs:string)"
    select="map{'listPerson': 'person', 'listPlace': 'place', 'listOrg': 'org', 'listBibl': 'work', 'listEvent': 'event', 'listObject': 'object'}"/>

  <xsl:template match="listPerson | listPlace | listOrg | listBibl | listEvent | listObject" mode="m:list-label" as="element()">
    <xsl:element name="h{f:level(*[1])}">
      <xsl:attribute name="class" select="'part-label'"/>
      <xsl:attribute name="data-added"/>
      <xsl:attribute name="id" select="fp:list-id(.)"/>
      <xsl:value-of select="f:word('index-' || $fp:list-kinds(local-name()))"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="(adminInfo | additional)/listBibl[normalize-space()]" mode="m:list-label" as="element()" r:if="adminInfo additional">
    <p class="head" data-added="">{f:word('div-bibliography')}</p>
  </xsl:template>

  <xsl:variable name="fp:unnamed-lists" as="element()*" r:if="listPerson listPlace listOrg listBibl listEvent listObject"
    select="$fp:standing/(descendant-or-self::back | self::standOff)/(listPerson | listPlace | listOrg | listBibl | listEvent | listObject)[not(head or fp:is-catalogue(.))][normalize-space()]"/>

  <xsl:function name="fp:list-id" as="xs:string">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="f:own-id('list', index-of($fp:unnamed-lists ! generate-id(), generate-id($list))[1])"/>
  </xsl:function>

  <!-- A list of facts without words is for machines. -->
  <xsl:template match="(listEvent | listRelation | listPlace | listPerson | listOrg)[not(normalize-space())][not(.//(note | rdg | wit | witDetail | fw) or relation/fp:related(.) or event/fp:kind-of-event(.))]" mode="m:xhtml" priority="3">
    <div hidden="hidden">
      <xsl:sequence select="f:attributes(.)[not(name() = 'data-inline')]"/>
      <xsl:for-each select=".//*[f:id(.)]"><span id="{f:id(.)}"/></xsl:for-each>
    </div>
  </xsl:template>

  <!-- When an event of a list was, unless its words say so: with its name, or before what is told of it. -->
  <xsl:template match="listEvent/event[normalize-space()]" mode="m:xhtml" r:if="listEvent">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:sequence select="f:inserted($made, if (label | eventName | head) then () else string-join((fp:kind-of-event(.), fp:date-of-event(.)), ', ')[.] ! f:added('datum-date', . || ': '), true())"/>
  </xsl:template>

  <!-- One of which no more is said than when the play was printed, say. -->
  <xsl:template match="listEvent/event[not(normalize-space())][fp:kind-of-event(.)]" mode="m:xhtml" r:if="listEvent">
    <div>
      <xsl:sequence select="f:attributes(.), f:added('datum-date', string-join((fp:kind-of-event(.), fp:date-of-event(.)), ': '))"/>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <!-- What became of a work then, if the type of the event says so. -->
  <xsl:function name="fp:kind-of-event" as="xs:string?" r:if="listEvent">
    <xsl:param name="event" as="element()"/>
    <xsl:sequence select="if (matches($event/@type, '^(written|print(ed)?|premiered?)$') and fp:date-of-event($event)) then f:word('event-' || (map{'print': 'printed', 'premiere': 'premiered'}(string($event/@type)), $event/@type)[1]) else ()"/>
  </xsl:function>

  <xsl:template match="listEvent/event/*[self::label or self::eventName or self::head][not(preceding-sibling::*)]" mode="m:xhtml" priority="20" r:if="listEvent">
    <xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:sequence select="f:inserted($made, fp:date-of-event(..) ! f:added('datum-date', ' (' || . || ')'), false())"/>
  </xsl:template>

  <xsl:function name="fp:date-of-event" as="xs:string?">
    <xsl:param name="event" as="element()"/>
    <xsl:variable name="first" as="xs:string" select="string(($event/@when, $event/@from, $event/@notBefore, $event/@to, $event/@notAfter)[1])"/>
    <xsl:if test="matches($first, '^-?\d{4}') and not($event/date[normalize-space()]) and not(contains(string-join($event/(label | eventName | head)), substring($first, 1, 4)))">
      <xsl:sequence select="f:period-words($event)"/>
    </xsl:if>
  </xsl:function>

  <!-- One thing of a list: what passes before it, then its content. -->
  <xsl:template name="fp:thing">
    <xsl:variable name="thing" as="element()" select="(current-group()[not(fp:is-passing(.))][last()], current-group()[last()])[1]"/>
    <xsl:variable name="plain" as="xs:boolean" select="f:is-plain-thing($thing)"/>
    <xsl:if test="$plain"><xsl:sequence select="f:attributes($thing)"/></xsl:if>
    <xsl:if test="$fp:has-emptied and fp:is-emptied($thing) and count($reading) gt 1"><xsl:sequence select="fp:limited('diplomatic')"/></xsl:if>
    <!-- One that only gives a thing its id, an extra of a play, say, is for machines. -->
    <xsl:if test="$plain and not(current-group()[2]) and not($thing/(* | text()[normalize-space()] | @n))"><xsl:attribute name="hidden" select="'hidden'"/></xsl:if>
    <xsl:apply-templates select="current-group()[. &lt;&lt; $thing]" mode="m:xhtml"/>
    <xsl:choose>
      <xsl:when test="$plain">
        <xsl:for-each select="$thing[$fp:has-zones]"><xsl:call-template name="fp:zone-link"/></xsl:for-each>
        <xsl:choose>
          <xsl:when test="$thing/self::item[normalize-space(@n)]">
            <xsl:variable name="made" as="node()*"><xsl:apply-templates select="$thing/node()" mode="m:xhtml"/></xsl:variable>
            <xsl:sequence select="f:inserted($made, f:added('n', replace(normalize-space($thing/@n), '([\p{L}\p{N}])$', '$1.') || ' '), true())"/>
          </xsl:when>
          <xsl:otherwise><xsl:apply-templates select="$thing/node()" mode="m:xhtml"/></xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="$thing" mode="m:xhtml"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="current-group()[. &gt;&gt; $thing]" mode="m:xhtml"/>
  </xsl:template>

  <xsl:function name="f:is-plain-thing" as="xs:boolean">
    <xsl:param name="thing" as="element()"/>
    <xsl:sequence select="exists($thing[self::item or self::label or self::castItem or self::headLabel or self::headItem]) and (deep-equal(f:readings($thing), $fp:both) or $fp:has-emptied and fp:is-emptied($thing))"/>
  </xsl:function>

  <xsl:function name="fp:is-lead" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::head or self::headLabel or self::headItem or self::desc])"/>
  </xsl:function>

  <xsl:function name="fp:is-passing" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::pb or self::lb or self::cb or self::gb or self::milestone or self::anchor
      or self::note or self::fw or self::gap or self::index])"/>
  </xsl:function>

  <xsl:function name="fp:is-numbered" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="matches(string-join(($list/@type, $list/@rend), ' '), 'ordered|numbered') and not(matches($list/@type, 'unordered|unnumbered')) and not($list/item/@n)"/>
  </xsl:function>

</xsl:stylesheet>
