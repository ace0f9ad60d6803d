<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates of ISO 8601: which of them an element of TEI stands for, and how they are said in words. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- The ISO 8601 date that a date stands for; a range has a slash, unless it is a whole year. -->
  <xsl:function name="fp:iso" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="if (fp:is-day(string($date/@when))) then string($date/@when) else ($date/@when, ($date/(@from, @notBefore)[1], $date/(@to, @notAfter)[1])[. castable as xs:string] => string-join('/')
        => replace('^(-?\d{4})-01-01/\1-12-31$', '$1'))[fp:is-iso(.)][1]"/>
  </xsl:function>

  <!-- Most dates are of one day; to ask that of them takes less time than any pattern. -->
  <xsl:function name="fp:is-day" as="xs:boolean">
    <xsl:param name="written" as="xs:string"/>
    <xsl:sequence select="string-length($written) = 10 and $written castable as xs:date"/>
  </xsl:function>

  <xsl:function name="fp:is-iso" as="xs:boolean">
    <xsl:param name="written" as="xs:string"/>
    <xsl:sequence select="fp:is-day($written) or matches($written, '^-?\d{4}(-\d\d(-\d\d)?)?(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?(/-?\d{4}(-\d\d(-\d\d)?)?)?$')"/>
  </xsl:function>

  <!-- A date of ISO 8601 in words. -->
  <xsl:function name="f:date-words" as="xs:string">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:sequence select="if (fp:is-day($iso))
      then fp:dated(f:word('date-day'), string(xs:integer(substring($iso, 1, 4))), f:word('month-' || substring($iso, 6, 2)), substring($iso, 9))
      else string-join(tokenize($iso, '/') ! fp:one-date(., true()), '–')"/>
  </xsl:function>

  <!-- The words for a bound: of three that the wording has (of a year, a month, a day), those for the date. -->
  <xsl:function name="fp:bound" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="dates" as="xs:string+"/>
    <xsl:variable name="forms" as="xs:string+" select="tokenize(f:word($key), '\|')"/>
    <xsl:variable name="form" as="xs:string" select="($forms[if ($forms[3]) then min((count(tokenize(replace($dates[1], '^-', ''), '-')), 3)) else 1], $forms)[1]"/>
    <xsl:variable name="first" as="xs:string" select="fp:put($form, 'AA', fp:one-date($dates[1], false()))"/>
    <xsl:sequence select="if ($dates[2]) then fp:put($first, 'BB', fp:one-date($dates[2], false())) else $first"/>
  </xsl:function>

  <!-- When it was, as the attributes of an element say it: a day, or from one to another; a bound is said to be one. -->
  <xsl:function name="f:period-words" as="xs:string?">
    <xsl:param name="dated" as="element()"/>
    <xsl:variable name="bounds" as="attribute()*" select="$dated/(@from, @notBefore, @to, @notAfter)[normalize-space()]"/>
    <xsl:variable name="first" as="xs:string" select="string($bounds[1])"/>
    <xsl:variable name="last" as="xs:string" select="string($bounds[2])"/>
    <xsl:variable name="between" as="xs:boolean" select="string-join($bounds/local-name(), ' ') = 'notBefore notAfter'"/>
    <xsl:sequence select="
      if ($dated/@when) then f:date-words($dated/@when)
      else if (empty($bounds)) then ()
      else if ($first = $last) then f:date-words($first)
      else if ($dated/@from and $dated/@to) then $dated/(f:date-words(@from) || '–' || f:date-words(@to))
      else if ($between and matches(fp:iso($dated), '^-?\d{4}$')) then f:date-words(fp:iso($dated))
      else if ($between) then fp:bound('date-between', ($first, $last))
      else string-join($bounds ! fp:bound('date-' || local-name(), string(.)), ', ')"/>
  </xsl:function>

  <!-- In some languages a month has another form where it stands alone. -->
  <xsl:function name="fp:one-date" as="xs:string">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:param name="alone" as="xs:boolean"/>
    <!-- The time of the day, and the zone it is told in, are left out. -->
    <xsl:variable name="parts" as="xs:string*" select="tokenize(replace(replace($iso, '(\d\d-\d\d)(T|Z|[+\-]\d\d:).*$', '$1'), '^-', '−'), '-')"/>
    <xsl:variable name="year" as="xs:string" select="fp:year-words($parts[1])"/>
    <xsl:variable name="pattern" as="xs:string" select="f:word(('date-year', 'date-month', 'date-day')[min((count($parts), 3))])"/>
    <xsl:variable name="month" as="xs:string?" select="if ($parts[2] and matches($parts[2], '^(0[1-9]|1[0-2])$')) then
      (if ($alone and not($parts[3])) then tokenize(f:word('months-alone'), '\|')[xs:integer($parts[2])] else f:word('month-' || $parts[2])) else $parts[2]"/>
    <xsl:sequence select="fp:dated($pattern, $year, ($month, '')[1], ($parts[3], '')[1])"/>
  </xsl:function>

  <!-- A year of four digits as a reader counts it: -0043 is 43 BC, as W3C has it, and no ISO 8601, where there is a year 0. -->
  <xsl:function name="fp:year-words" as="xs:string">
    <xsl:param name="year" as="xs:string"/>
    <xsl:variable name="number" as="xs:string" select="replace($year, '^[−\-]?0*(\d)', '$1')"/>
    <xsl:sequence select="if (matches($year, '^[−\-]') and $number != '0') then fp:put(f:word('year-before-christ'), 'AA', $number) else $number"/>
  </xsl:function>

  <!-- The pattern of a date, with year, month and day. -->
  <xsl:function name="fp:dated" as="xs:string">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:param name="year" as="xs:string"/>
    <xsl:param name="month" as="xs:string"/>
    <xsl:param name="day" as="xs:string"/>
    <xsl:sequence select="fp:put(fp:put(fp:put($pattern, 'YYYY', $year), 'MMMM', $month), 'DD', if ($day = '01') then f:word('date-day-one') else if (starts-with($day, '0')) then substring($day, 2) else $day)"/>
  </xsl:function>

  <xsl:function name="fp:put" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="place" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="if ($place and contains($text, $place)) then substring-before($text, $place) || $words || fp:put(substring-after($text, $place), $place, $words) else $text"/>
  </xsl:function>

</xsl:stylesheet>
