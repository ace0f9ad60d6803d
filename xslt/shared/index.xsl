<?xml version="1.0" encoding="UTF-8"?>
<!-- The indexes: who and what the text names, from the authority entries, and when. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <xsl:key name="fp:entry" match="entry" use="@ref" xpath-default-namespace=""/>

  <xsl:variable name="fp:kinds" static="yes" as="xs:string*" select="'person', 'place', 'org', 'event', 'object', 'work', 'date', 'other'"/>

  <!-- Every name and date of the text that says whom or when it means; when a book was published is no matter of the text. -->
  <xsl:variable name="fp:mentions" as="element()*" select="
    $fp:text//*[@ref and (self::persName or self::placeName or self::orgName or self::name or self::rs or self::roleName or self::title
      or self::settlement or self::country or self::region or self::geogName or self::eventName or self::objectName or self::author
      or self::editor or self::bibl) or (self::date or self::time) and fp:iso(.)
        and not(ancestor::*[self::bibl or self::biblStruct or self::biblFull or self::listBibl or self::teiHeader])][not($fp:hides-any) or exists(f:shown(.))]"/>
  <xsl:variable name="fp:hides-any" as="xs:boolean" select="$fp:has-emptied or exists($fp:text//*[*][map:contains($f:deciding, local-name())][empty(f:shown(.))])"/>
  <xsl:variable name="fp:mention-number" as="map(xs:string, xs:integer)" select="fp:numbered($fp:mentions)"/>

  <!-- What a mention means, as a key of the entries. -->
  <xsl:function name="fp:meant" as="xs:string?">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="ref" as="xs:string?" select="tokenize($mention/@ref)[1]"/>
    <xsl:sequence select="if ($mention[self::date or self::time]) then fp:iso($mention) ! ('date:' || (if (contains(., 'T')) then substring-before(., 'T') else .))
      else if ($ref and $authority) then (key('fp:entry', $ref, $authority)/@means ! string(), $ref)[1]
      else $ref"/>
  </xsl:function>

  <!-- The entries, by what is meant: an authority's, one of the document's own lists, an address of the web. -->
  <xsl:variable name="fp:entries" as="map(xs:string, map(*))">
    <xsl:map>
      <xsl:for-each-group select="$fp:mentions" group-by="fp:meant(.)">
        <xsl:variable name="key" as="xs:string" select="current-grouping-key()"/>
        <xsl:variable name="described" as="element()?" select="
          (if ($authority) then key('fp:entry', $key, $authority)[1]/* else (),
           if (starts-with($key, '#')) then key('fp:id', substring-after($key, '#'), $document)[1] else ())[1]"/>
        <xsl:if test="exists($described) or self::date or self::time or f:url($key)">
          <xsl:variable name="kind" as="xs:string" select="fp:kind((($described, .)[1]), .)"/>
          <xsl:map-entry key="$key" select="map{
            'kind': $kind, 'described': $described, 'mentions': current-group(), 'when': substring-after($key, 'date:'),
            'heading': if ($kind = 'date') then (if (every $one in current-group() satisfies fp:is-bound($one)) then f:period-words(.) else f:date-words(substring-after($key, 'date:'))) else fp:heading($described, .),
            'years': if ($described/self::event) then fp:date-of-event($described) else fp:years($described),
            'id': f:own-id(('index', if ($kind = 'date') then ('date', replace(substring-after($key, ':'), '^-', 'bc'))
                   else if (starts-with($key, '#') or not(f:url($key))) then (fp:kind-prefix($key, $kind), replace($key, '^.*[:#]', ''))
                   else (replace($key, '^https?://(www\.)?', ''))))}"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- Does a date say only that it was not before or after another, or between two? -->
  <xsl:function name="fp:is-bound" as="xs:boolean">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="not($date/@when) and (count($date/(@from, @notBefore, @to, @notAfter)) = 1 or not($date/(@from, @to)))"/>
  </xsl:function>

  <xsl:function name="fp:kind-prefix" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="if (starts-with($key, '#')) then 'local' else (substring-before($key, ':')[.], $kind)[1]"/>
  </xsl:function>

  <xsl:function name="fp:kind" as="xs:string">
    <xsl:param name="described" as="element()"/>
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($described)"/>
    <xsl:sequence select="
      if ($name = ('date', 'time')) then 'date'
      else if ($name = ('person', 'personGrp', 'persName', 'author', 'editor', 'roleName')) then 'person'
      else if ($name = ('place', 'placeName', 'settlement', 'country', 'region', 'geogName')) then 'place'
      else if ($name = ('org', 'orgName')) then 'org'
      else if ($name = ('bibl', 'biblStruct', 'biblFull', 'msDesc', 'title')) then 'work'
      else if ($name = ('event', 'eventName')) then 'event'
      else if ($name = ('object', 'objectName')) then 'object'
      else if (matches($mention/@type, '^(pers|person)')) then 'person'
      else if (matches($mention/@type, '^(place|geog)')) then 'place'
      else if (matches($mention/@type, '^org')) then 'org'
      else if ($mention/@type = 'event') then 'event'
      else if (matches($mention/@type, '^(work|title|bibl)')) then 'work'
      else 'other'"/>
  </xsl:function>

  <!-- The name under which an entry stands. -->
  <xsl:function name="fp:heading" as="xs:string">
    <xsl:param name="described" as="element()?"/>
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="names" as="element()*" select="$described/(persName | placeName | orgName | name | title | label | head | objectName | eventName | settlement | country)"/>
    <xsl:variable name="name" as="element()?" select="($names[@type = 'main'], $names)[1]"/>
    <xsl:variable name="surname" as="xs:string" select="fp:all($name/surname)"/>
    <xsl:variable name="forenames" as="xs:string" select="fp:all($name/(forename | nameLink))"/>
    <xsl:sequence select="(if ($surname) then string-join(($surname, $forenames[.]), ', ') else fp:all($name),
      f:plain($mention), $mention/@ref/string())[normalize-space()][1] ! normalize-space(.)"/>
  </xsl:function>

  <xsl:function name="fp:all" as="xs:string">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="string-join($elements ! normalize-space(.), ' ')"/>
  </xsl:function>

  <!-- The years of a life, or those in which somebody is known to have been active; or nothing. -->
  <xsl:function name="fp:years" as="xs:string?">
    <xsl:param name="described" as="element()?"/>
    <xsl:if test="$described">
      <xsl:variable name="from" as="xs:string" select="fp:year($described/(birth, event[@type = 'foundation'])[1])"/>
      <xsl:variable name="to" as="xs:string" select="fp:year($described/(death, event[@type = 'dissolution'])[1])"/>
      <xsl:variable name="dash" as="xs:string" select="if (contains($from || $to, ' ')) then ' – ' else '–'"/>
      <xsl:sequence select="(normalize-space($from || $dash || $to)[$from or $to],
        $described/floruit[1] ! fp:year(.)[.] ! (f:word('el-floruit') || ': ' || .))[1]"/>
    </xsl:if>
  </xsl:function>

  <!-- The year of a birth, say; of one that is only known to lie after or before others, that. -->
  <xsl:function name="fp:year" as="xs:string">
    <xsl:param name="event" as="element()?"/>
    <xsl:variable name="dated" as="element()?" select="($event, $event/date)[@when or @from or @to or @notBefore or @notAfter][1]"/>
    <xsl:variable name="years" as="xs:string*" select="(($dated/@when, $dated/@from, $dated/@notBefore)[1], ($dated/@when, $dated/@to, $dated/@notAfter)[1]) ! replace(., '^(-?\d{4}).*$', '$1')"/>
    <xsl:sequence select="
      if (empty($years) or not(every $year in $years satisfies matches($year, '^-?\d{4}$'))) then ''
      else if ($years[2] = $years[1]) then fp:year-words($years[1])
      else if ($years[2] and $dated/@from and $dated/@to) then string-join($years ! fp:year-words(.), '–')
      else if ($years[2]) then fp:bound('date-between', $years)
      else fp:bound(if ($dated/(@from, @notBefore)) then 'date-notBefore' else 'date-notAfter', $years)"/>
  </xsl:function>

  <!-- The entry for what an element means; what a mention means is asked once, when the entries are made. -->
  <xsl:function name="f:entry-of" as="map(*)?">
    <xsl:param name="mention" as="element()"/>
    <xsl:if test="$mention/@ref or $mention/self::date or $mention/self::time">
      <xsl:variable name="key" as="xs:string" select="generate-id($mention)"/>
      <xsl:sequence select="if (map:contains($fp:mention-number, $key)) then $fp:mentioned($key) else fp:meant($mention)[.] ! $fp:entries(.)"/>
    </xsl:if>
  </xsl:function>

  <xsl:variable name="fp:mentioned" as="map(xs:string, map(*))" select="map:merge(
    for $entry in $fp:entries?*, $mention in $entry?mentions return map{generate-id($mention): $entry})"/>

  <xsl:function name="f:entry-title" as="xs:string?">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="entry" as="map(*)"/>
    <xsl:variable name="suggested" as="xs:string?" select="if (f:is-suggested($mention)) then f:word('suggested') else ()"/>
    <xsl:sequence select="string-join((string-join(($entry?heading, $entry?years ! ('(' || . || ')')), ' '), $suggested,
      $mention/@cert[. = ('high', 'medium', 'low')] ! (f:word('cert') || ' ' || f:word('cert-' || .))), '; ')"/>
  </xsl:function>

  <xsl:function name="f:mention-id" as="xs:string?">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="number" as="xs:integer?" select="$fp:mention-number(generate-id($mention))"/>
    <xsl:sequence select="if (empty($number)) then () else if ($mention/@xml:id) then (f:id($mention), f:own-id('mention', $number))[1] else f:own-id('mention', $number)"/>
  </xsl:function>

  <!-- The events that the entries tell of, each with its date: for the line of time. -->
  <xsl:template name="fp:events" as="map(*)*">
    <xsl:for-each select="$fp:entries?*[not(?kind = 'date')]">
      <xsl:variable name="entry" as="map(*)" select="."/>
      <xsl:for-each select="?described//event[fp:iso(.)][fp:event-words(.)]">
        <xsl:sequence select="map{'kind': 'date', 'when': fp:iso(.), 'heading': if (fp:is-bound(.)) then f:period-words(.) else f:date-words(fp:iso(.)), 'event': fp:event-words(.), 'of': $entry,
          'id': $entry?id || '-event-' || position(), 'described': (), 'mentions': ()}"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="fp:event-words" as="xs:string?">
    <xsl:param name="event" as="element()"/>
    <xsl:sequence select="(($event/(label, head, eventName, desc, p, ab)[1] ! f:plain(.))[.], $event/@type ! normalize-space())[1]"/>
  </xsl:function>

  <xsl:template name="f:index" as="element()?">
    <xsl:param name="drawings" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="map:size($fp:entries) gt 0 or exists($fp:indexed)">
      <section class="index" role="doc-index" data-added="" aria-labelledby="{f:own-id('index')}">
        <h2 id="{f:own-id('index')}">{f:word('index')}</h2>
        <xsl:variable name="kinds" as="map(xs:string, map(*)*)" select="fp:by-kind($fp:entries?*)"/>
        <xsl:for-each select="$fp:kinds">
          <xsl:if test=". = 'date'"><xsl:call-template name="fp:subjects"/></xsl:if>
          <xsl:variable name="events" as="map(*)*"><xsl:if test="$drawings and . = 'date' and $show = 'timeline'"><xsl:call-template name="fp:events"/></xsl:if></xsl:variable>
          <xsl:variable name="entries" as="map(*)*" select="$kinds(.), $events"/>
          <xsl:variable name="drawing" as="xs:string?" select="map{'place': 'map', 'date': 'timeline', 'person': 'chart'}(.)"/>
          <xsl:if test="exists($entries)">
            <section class="index-{.}">
              <h3>{f:word('index-' || .)}</h3>
              <xsl:if test="$drawings and $drawing = $show"><div class="drawing" data-drawing="{$drawing}"/></xsl:if>
              <ul>
                <xsl:for-each select="$entries">
                  <xsl:sort select="if (?kind = 'date') then fp:in-time(?when) else fp:sort-form((?described/@sortKey[normalize-space()], ?heading)[1])" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
                  <xsl:sort select="?id" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
                  <xsl:call-template name="fp:entry"><xsl:with-param name="entry" select="."/></xsl:call-template>
                </xsl:for-each>
              </ul>
            </section>
          </xsl:if>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A date as it is sorted: of the years before Christ the greater is the earlier, and all come before the others. -->
  <xsl:function name="fp:in-time" as="xs:string">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:sequence select="if (starts-with($iso, '-')) then '-' || format-number(9999 - xs:integer(substring($iso, 2, 4)), '0000') || substring($iso, 6) else $iso"/>
  </xsl:function>

  <xsl:function name="fp:by-kind" as="map(xs:string, map(*)*)">
    <xsl:param name="entries" as="map(*)*"/>
    <xsl:map>
      <xsl:for-each-group select="$entries" group-by="?kind"><xsl:map-entry key="current-grouping-key()" select="current-group()"/></xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- What a heading is sorted by: its letters without case and what stands over and under them, but where the language of
       the text has a letter of its own place; names from Arabic by what follows the article. -->
  <xsl:function name="fp:sort-form" as="xs:string">
    <xsl:param name="heading" as="xs:string"/>
    <xsl:variable name="letters" as="xs:string" select="fold-left($fp:placed, lower-case(normalize-unicode($heading, 'NFC')), function($form, $letter) {
      if (contains($form, $letter(1))) then replace($form, $letter(1), $letter(2), 'q') else $form})"/>
    <xsl:variable name="plain" as="xs:string" select="translate(replace(normalize-unicode($letters, 'NFD'), $fp:over-and-under, ''), 'łøđðıς“”„«»‘’‚ʿʾʻʼ「『《〈', 'loddiσ')"/>
    <xsl:variable name="spelt" as="xs:string" select="replace(replace(replace(replace($plain, 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'), 'þ', 'th')"/>
    <xsl:sequence select="replace($spelt, '^\s*(a[ln]-|a[dnrstz]-|a(dh|sh|th)-|el-|ال(\p{L}\p{L}))', '$3')"/>
  </xsl:function>

  <!-- Points, accents and the like; the vowel signs of India are letters. -->
  <xsl:variable name="fp:over-and-under" static="yes" as="xs:string" select="'[&#x300;-&#x36F;&#x483;-&#x487;&#x591;-&#x5C7;&#x610;-&#x61A;&#x640;&#x64B;-&#x65F;&#x670;&#x6D6;-&#x6ED;&#x711;&#x730;-&#x74A;'
    || '&#x1AB0;-&#x1AFF;&#x1DC0;-&#x1DFF;&#x20D0;-&#x20FF;&#x2DE0;-&#x2DFF;&#xFE20;-&#xFE2F;]'"/>

  <!-- The letters that have a place of their own, after another, in the alphabet of the language: of each pair, `z2` is the second after z. -->
  <xsl:variable name="fp:alphabets" static="yes" as="map(xs:string, xs:string)" select="map{
    'sv': 'å z1 ä z2 ö z3', 'fi': 'å z1 ä z2 ö z3', 'da': 'æ z1 ø z2 å z3', 'no': 'æ z1 ø z2 å z3', 'nb': 'æ z1 ø z2 å z3', 'nn': 'æ z1 ø z2 å z3',
    'is': 'á a1 ð d1 é e1 í i1 ó o1 ú u1 ý y1 þ z1 æ z2 ö z3', 'et': 'š s1 z s2 ž s3 õ w1 ä w2 ö w3 ü w4', 'es': 'ñ n1', 'gl': 'ñ n1', 'eu': 'ñ n1',
    'cs': 'č c1 ch h1 ř r1 š s1 ž z1', 'sk': 'ä a1 č c1 ch h1 ô o1 š s1 ž z1', 'pl': 'ą a1 ć c1 ę e1 ł l1 ń n1 ó o1 ś s1 ź z1 ż z2',
    'hr': 'č c1 ć c2 đ d1 š s1 ž z1', 'bs': 'č c1 ć c2 đ d1 š s1 ž z1', 'sl': 'č c1 š s1 ž z1', 'hu': 'ö o1 ő o1 ü u1 ű u1', 'ro': 'ă a1 â a2 î i1 ș s1 ş s1 ț t1 ţ t1',
    'tr': 'ç c1 ğ g1 ı h1 ö o1 ş s1 ü u1', 'lt': 'č c1 š s1 ž z1 y i1', 'lv': 'č c1 ģ g1 ķ k1 ļ l1 ņ n1 š s1 ž z1',
    'uk': 'ґ г1 є е1 і и1 ї и2', 'be': 'і и0 ў у1', 'ru': 'й и1', 'fa': 'پ ب1 چ ج1 ژ ز1 ک ق1 گ ق2 ی ه2 و ن1', 'ur': 'پ ب1 ٹ ت1 چ ج1 ڈ د1 ڑ ر1 ژ ز1 ک ق1 گ ق2 ی ه2 ہ ه1 و ن1'}"/>
  <xsl:variable name="fp:placed" as="array(xs:string)*">
    <xsl:variable name="letters" as="xs:string*" select="tokenize($fp:alphabets(substring-before(lower-case($f:language) || '-', '-')), ' ')"/>
    <xsl:for-each select="1 to count($letters) idiv 2">
      <xsl:variable name="after" as="xs:string" select="$letters[2 * current()]"/>
      <!-- Letters of no script come after those of all. -->
      <xsl:sequence select="[$letters[2 * current() - 1], substring($after, 1, 1) || codepoints-to-string(63728 + xs:integer(substring($after, 2)))]"/>
    </xsl:for-each>
  </xsl:variable>

  <xsl:template name="fp:entry" as="element()">
    <xsl:param name="entry" as="map(*)"/>
    <xsl:param name="drawings" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="described" as="element()?" select="$entry?described"/>
    <li id="{$entry?id}">
      <xsl:if test="$drawings">
        <xsl:if test="$entry?kind = 'date'"><xsl:attribute name="data-when" select="$entry?when"/></xsl:if>
        <xsl:if test="$entry?event"><xsl:attribute name="data-event"/></xsl:if>
        <xsl:if test="$entry?kind = 'place' and $described//geo"><xsl:attribute name="data-geo" select="normalize-space(($described//geo)[1])"/></xsl:if>
      </xsl:if>
      <span class="entry">{$entry?heading}</span>
      <xsl:if test="$entry?event">
        <xsl:text> {$entry?event} (</xsl:text><a href="#{$entry?of?id}">{$entry?of?heading}</a><xsl:text>)</xsl:text>
      </xsl:if>
      <xsl:if test="$entry?years"><xsl:text> </xsl:text><span class="years">({$entry?years})</span></xsl:if>
      <xsl:if test="$entry?kind != 'date' and not($described/ancestor::text[root() is $document])">
        <xsl:for-each select="$described/(occupation, placeName[@type = 'modern'], note, desc)[normalize-space()]">
          <xsl:text>{if (position() = 1) then '. ' else '; '}</xsl:text>
          <span class="entry-note"><xsl:sequence select="f:language(.)"/>{normalize-space(.)}</span>
        </xsl:for-each>
      </xsl:if>
      <xsl:variable name="links" as="element()*">
        <xsl:for-each select="$described/idno, $entry?mentions[1]/@ref[f:url(.)]">
          <xsl:sequence select="fp:authority-link(., string(@type))"/>
        </xsl:for-each>
      </xsl:variable>
      <xsl:for-each select="$links"><xsl:text> </xsl:text><xsl:sequence select="."/></xsl:for-each>
      <xsl:text> </xsl:text>
      <xsl:if test="exists($entry?mentions)"><span class="mentions">
        <xsl:for-each-group select="$entry?mentions" group-by="fp:division-label(.)">
          <xsl:sequence select="fp:division-lead(position(), current-grouping-key())"/>
          <xsl:for-each-group select="current-group()" group-by="fp:place-label(.)">
            <xsl:if test="position() gt 1">, </xsl:if>
            <a href="#{f:mention-id(.)}">{current-grouping-key()}</a>
          </xsl:for-each-group>
        </xsl:for-each-group>
      </span></xsl:if>
    </li>
  </xsl:template>

  <!-- An identifier as a link where its scheme has an address. -->
  <xsl:function name="fp:authority-link" as="element()?">
    <xsl:param name="written" as="node()"/>
    <xsl:param name="scheme" as="xs:string"/>
    <xsl:variable name="value" as="xs:string" select="normalize-space($written)"/>
    <xsl:variable name="bases" as="map(xs:string, xs:string)" select="map{
      'wikidata': 'https://www.wikidata.org/wiki/', 'gnd': 'https://d-nb.info/gnd/', 'viaf': 'https://viaf.org/viaf/',
      'geonames': 'https://www.geonames.org/', 'isni': 'https://isni.org/isni/', 'pleiades': 'https://pleiades.stoa.org/places/',
      'lccn': 'https://lccn.loc.gov/', 'orcid': 'https://orcid.org/', 'bnf': 'https://data.bnf.fr/ark:/12148/'}"/>
    <xsl:variable name="base" as="xs:string?" select="$bases(lower-case($scheme))"/>
    <xsl:variable name="href" as="xs:string?" select="f:url(if (matches($value, '^https?:')) then $value else if ($base and matches($value, '^[\w.-]+$')) then $base || $value else ())"/>
    <xsl:if test="$href">
      <a class="authority" href="{$href}">{if ($scheme) then $scheme else tokenize($href, '/')[3]}</a>
    </xsl:if>
  </xsl:function>

  <!-- The divisions with headings, if there are several, each with the words that a place in it is told by; of two with the
       same words each takes those of the division around it too. -->
  <xsl:variable name="fp:division-labels" as="map(xs:string, xs:string)">
    <xsl:variable name="divisions" as="element()*" select="$fp:text//head[not(preceding-sibling::head)][not(. is $f:own-title)][f:plain(.)]/..[starts-with(local-name(), 'div')]"/>
    <xsl:map>
      <xsl:if test="exists($divisions[2])">
        <xsl:for-each-group select="$divisions" group-by="fp:short-heading(.)">
          <xsl:for-each select="current-group()">
            <xsl:map-entry key="generate-id()" select="string-join((if (exists(current-group()[2])) then ancestor::*[head][1] ! fp:short-heading(.) else (), current-grouping-key())[.], ', ')"/>
          </xsl:for-each>
        </xsl:for-each-group>
      </xsl:if>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="fp:short-heading" as="xs:string">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="replace(f:plain($division/head[1]), '\s*[.:,]$', '')"/>
    <xsl:sequence select="if (string-length($words) le 60) then $words else replace(substring($words, 1, 56), '\s+\S*$', '') || ' …'"/>
  </xsl:function>

  <!-- The division that a place is in, in words: the letter, or the nearest with a heading; notes are numbered throughout. -->
  <xsl:function name="fp:division-label" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="if (map:size($fp:division-labels) = 0 or $place/ancestor-or-self::note) then ''
      else ($place/ancestor::div[@type = 'letter'][1] ! $fp:division-labels(generate-id()),
            $place/ancestor::*[starts-with(local-name(), 'div')][head][1] ! $fp:division-labels(generate-id()), '')[1]"/>
  </xsl:function>

  <!-- What stands before the places in one division. -->
  <xsl:function name="fp:division-lead" as="xs:string">
    <xsl:param name="position" as="xs:integer"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:sequence select="(if ($position gt 1) then '; ' else '') || $label[.] || ': '[$label]"/>
  </xsl:function>

  <!-- Where a mention stands, in words as short as can be. -->
  <xsl:variable name="fp:paragraphs" as="map(xs:string, xs:integer)" select="fp:numbered($fp:text//(p | ab)[not(ancestor::note)])"/>

  <xsl:function name="fp:place-label" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="note" as="xs:string?" select="$mention/ancestor::note[1] ! f:note-label(.)"/>
    <xsl:variable name="paragraph" as="xs:integer?" select="$mention/ancestor-or-self::*[self::p or self::ab][1] ! $fp:paragraphs(generate-id(.))"/>
    <xsl:variable name="line" as="xs:string?" select="$mention/ancestor-or-self::l[1]/@n/string()"/>
    <xsl:sequence select="if (exists($note)) then f:word('note') || ' ' || $note
      else if (exists($paragraph)) then f:word('paragraph') || '&#xA0;' || $paragraph
      else if ($line) then f:word('line') || '&#xA0;' || $line
      else if ($mention/ancestor-or-self::head) then f:word('heading')
      else if ($mention/ancestor::*[self::closer or self::signed or self::trailer]) then f:word('closing')
      else f:word('text')"/>
  </xsl:function>

</xsl:stylesheet>
