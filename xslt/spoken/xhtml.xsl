<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcriptions of speech (Guidelines, chapter 8). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- What was transcribed, to be heard before the words. -->
  <xsl:template name="f:recordings" r:if="recordingStmt" as="element()?">
    <xsl:variable name="media" as="element()*" select="$fp:header/fileDesc/sourceDesc/recordingStmt//media[@url]"/>
    <xsl:if test="exists($media)">
      <div class="recordings" data-added="">
        <xsl:for-each select="$media"><p><xsl:apply-templates select="." mode="m:xhtml"/></p></xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- When it was recorded, by whom and how, and how long it is, as far as paragraphs do not say so. -->
  <xsl:function name="fp:told-of-recording" r:if="recording" as="xs:string*">
    <xsl:param name="recording" as="element()"/>
    <xsl:sequence select="$recording/((* except (media, recording))[not(descendant-or-self::p or descendant-or-self::bibl or descendant-or-self::biblStruct)] ! (f:plain(.)[.], self::date ! f:period-words(.))[1],
      @dur[. castable as xs:dayTimeDuration] ! fp:duration(xs:dayTimeDuration(.))[.])"/>
  </xsl:function>

  <xsl:function name="fp:duration" r:if="recording" as="xs:string">
    <xsl:param name="duration" as="xs:dayTimeDuration"/>
    <xsl:variable name="hours" as="xs:integer" select="days-from-duration($duration) * 24 + hours-from-duration($duration)"/>
    <xsl:sequence select="string-join(($hours[. gt 0] ! (. || ' h'), minutes-from-duration($duration)[. gt 0] ! (. || ' min'), seconds-from-duration($duration)[. gt 0] ! (. || ' s')), ' ')"/>
  </xsl:function>

  <xsl:template match="recording" mode="m:reference" r:if="recording">{f:word('media')}: {string-join(fp:told-of-recording(.), ', ')}</xsl:template>

  <!-- Who takes part: what the header tells of each speaker beside the name, or in words. -->
  <xsl:template name="fp:participants" r:if="particDesc" as="element()?">
    <xsl:variable name="all" as="element()*" select="$fp:header/profileDesc/particDesc"/>
    <xsl:variable name="speakers" as="element()*" select="if ($all and exists($document//text//u)) then $all//(person | personGrp)[fp:facts-of(.)] else ()"/>
    <xsl:variable name="words" as="element()*" select="$all/(p | ab)[normalize-space()]"/>
    <xsl:if test="exists(($speakers, $words))">
      <section class="participants">
        <h3>{f:word('participants')}</h3>
        <xsl:for-each select="$words"><p><xsl:sequence select="fp:way(.)"/>{f:plain(.)}</p></xsl:for-each>
        <xsl:if test="exists($speakers)">
          <dl>
            <xsl:for-each select="$speakers">
              <dt>{((persName, name)[normalize-space()][1] ! fp:name-in-order(.), @n, @xml:id, @role)[normalize-space()][1]}</dt>
              <xsl:for-each select="fp:facts-of(.)"><dd>{f:word('el-' || local-name(), ()) ! (. || ': ')}{fp:fact(.)}</dd></xsl:for-each>
            </xsl:for-each>
          </dl>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:function name="fp:facts-of" r:if="particDesc" as="element()*">
    <xsl:param name="person" as="element()"/>
    <xsl:sequence select="$person/(* except (persName, name, idno))[fp:fact(.)]"/>
  </xsl:function>

  <xsl:function name="fp:fact" r:if="particDesc settingDesc" as="xs:string">
    <xsl:param name="fact" as="element()"/>
    <xsl:sequence select="string(($fact/f:plain(.)[.], $fact/f:period-words(.))[1])"/>
  </xsl:function>

  <!-- Where, when and in what it took place: a paragraph for each setting. -->
  <xsl:template name="fp:settings" r:if="settingDesc" as="element()?">
    <xsl:variable name="settings" as="xs:string*" select="$fp:header/profileDesc/settingDesc/(p, ab, setting) ! string-join(if (self::setting) then * ! fp:fact(.)[.] else f:plain(.), ', ')[.]"/>
    <xsl:if test="exists($settings)">
      <section class="settings">
        <h3>{f:word('settings-described')}</h3>
        <xsl:for-each select="$settings"><p>{.}</p></xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Who speaks stands before what is said. -->
  <xsl:template match="u[@who or parent::annotationBlock/@who] | post[@who]" mode="m:xhtml">
    <div>
      <xsl:sequence select="f:attributes(., (local-name(), 'segmented'[count(current()/seg) gt 1 and not(current()/text()[normalize-space()])], @indentLevel[matches(., '^[1-9]$')] ! ('indent-' || .)))"/>
      <xsl:variable name="who" as="xs:string" select="string-join(tokenize((@who, ../@who)[1]) ! fp:speaker(.), ', ')"/>
      <xsl:variable name="begins" as="xs:string?" select="@trans ! fp:begins(.)"/>
      <xsl:choose>
        <!-- Where the record itself has just named the speaker, nobody needs to be told again. -->
        <xsl:when test="preceding-sibling::*[not(self::note[not(@type = 'speaker')])][1]/self::note"/>
        <xsl:when test="f:has-blocks(.)"><p class="speaker" data-added="">{$who, $begins}</p></xsl:when>
        <xsl:otherwise><xsl:sequence select="f:added('speaker', $who || ': '), $begins ! f:added('mark', . || ' ')"/></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <!-- How an utterance follows the one before it, where that is remarkable. -->
  <xsl:function name="fp:begins" as="xs:string?">
    <xsl:param name="transition" as="xs:string"/>
    <xsl:sequence select="if ($transition = ('overlap', 'latching')) then '[' || f:word('speech-' || $transition) || ']' else if ($transition = 'pause') then '(…)' else ()"/>
  </xsl:function>

  <!-- Words that another speaks over. -->
  <xsl:template match="seg[@synch][fp:is-spoken-over(.)]" mode="m:xhtml" priority="29" r:if="u">
    <xsl:sequence select="f:added('mark', '[' || f:word('speech-overlap') || ':')"/>
    <span class="parted"/>
    <xsl:next-match/>
    <xsl:sequence select="f:added('mark', ']')"/>
  </xsl:template>

  <xsl:function name="fp:is-spoken-over" as="xs:boolean">
    <xsl:param name="words" as="element()"/>
    <xsl:variable name="utterance" as="element()?" select="$words/ancestor::u[1]"/>
    <xsl:sequence select="exists($utterance) and normalize-space($words) and (some $other in tokenize($words/@synch) ! key('fp:id', substring-after(., '#'), $document)[1]
      satisfies exists($other/ancestor-or-self::u[not(. is $utterance)]))"/>
  </xsl:function>

  <xsl:function name="fp:speaker" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="person" as="element()?" select="key('fp:id', substring-after($pointer, '#'), $document)[1]"/>
    <xsl:sequence select="($person ! (string(@n), (persName | orgName | placeName | name | objectName | eventName)[1] ! fp:name-in-order(.))[normalize-space()], replace($pointer, '^.*[#:/]', ''))[1] ! normalize-space()"/>
  </xsl:function>

  <!-- A name as it is said: the forename first, unless the list has a comma. -->
  <xsl:function name="fp:name-in-order" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="if ($name/surname and $name/forename and not($name/text()[normalize-space()]))
      then string-join(($name/roleName, $name/forename, $name/nameLink, $name/surname, $name/genName, $name/addName) ! f:plain(.), ' ') else f:plain($name)"/>
  </xsl:function>

  <!-- What happens while somebody speaks. -->
  <xsl:template match="incident | kinesic | vocal | writing" mode="m:xhtml">
    <xsl:variable name="spaces" as="node()*" select="f:space-before(.), fp:outermost(., true()) ! fp:lifted(., f:space-before(.))"/>
    <xsl:variable name="spaces-after" as="node()*" select="f:space-after(.), fp:outermost(., false()) ! fp:lifted(., f:space-after(.))"/>
    <xsl:sequence select="head($spaces)"/>
    <xsl:element name="{f:wrapper(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:choose>
        <!-- The brackets of a paragraph stand in it. -->
        <xsl:when test="count(*) = 1 and p and f:has-blocks(.) and not(text()[normalize-space()])">
          <xsl:variable name="made" as="node()*"><xsl:apply-templates mode="#current"/></xsl:variable>
          <xsl:for-each select="$made">
            <xsl:choose>
              <xsl:when test="self::*"><xsl:copy><xsl:sequence select="@*, f:added('mark', '['), node(), f:added('mark', ']')"/></xsl:copy></xsl:when>
              <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="fp:bracket(., '[', exists($spaces))"/>
          <xsl:apply-templates mode="#current"/>
          <xsl:sequence select="fp:bracket(., ']', exists($spaces-after))"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:element>
    <xsl:sequence select="head($spaces-after)"/>
  </xsl:template>

  <!-- What begins or ends it: a space beside its words stands beyond the bracket. -->
  <xsl:function name="fp:outermost" as="element()?">
    <xsl:param name="happening" as="element()"/>
    <xsl:param name="first" as="xs:boolean"/>
    <xsl:variable name="nodes" as="node()*" select="$happening/node()[self::* or normalize-space() and self::text()]"/>
    <xsl:sequence select="(if ($first) then head($nodes) else $nodes[last()])/self::desc"/>
  </xsl:function>
  <!-- The space is there where the words are. -->
  <xsl:function name="fp:lifted" as="node()?">
    <xsl:param name="words" as="element()"/>
    <xsl:param name="space" as="text()?"/>
    <xsl:variable name="shown" as="xs:string*" select="let $in := f:readings($words) return $reading[. = $in]"/>
    <xsl:choose>
      <xsl:when test="empty($shown) or empty($space)"/>
      <xsl:when test="count($shown) = count($reading)"><xsl:sequence select="$space"/></xsl:when>
      <xsl:otherwise><span><xsl:sequence select="fp:limited($shown), $space"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:template match="(incident | kinesic | vocal)/desc[not(f:is-block(.) or f:has-blocks(.))]" mode="m:xhtml" r:if="incident kinesic vocal">
    <xsl:if test="not(. is fp:outermost(.., true()))"><xsl:sequence select="f:space-before(.)"/></xsl:if>
    <span><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="#current"/></span>
    <xsl:if test="not(. is fp:outermost(.., false()))"><xsl:sequence select="f:space-after(.)"/></xsl:if>
  </xsl:template>

  <!-- A bracket where there is anything to be read within, and a space beyond it where the file has none. -->
  <xsl:function name="fp:bracket" as="element()?">
    <xsl:param name="happening" as="element()"/>
    <xsl:param name="bracket" as="xs:string"/>
    <xsl:param name="spaced" as="xs:boolean"/>
    <xsl:variable name="told" as="xs:string*" select="$reading[. = ($happening/node()[normalize-space()] ! (if (. instance of element()) then f:readings(.) else $reading))]"/>
    <xsl:if test="exists($told)">
      <xsl:variable name="opens" as="xs:boolean" select="$bracket = '['"/>
      <xsl:variable name="apart" as="xs:boolean" select="not($happening/self::writing) and not($spaced or (let $beside := fp:beside($happening, $opens) return $beside = (' ', '&#10;') or exists($beside) and (every $one in $beside satisfies $one = '' or matches($one, if ($opens) then '[(\[“«]' else '[,;.:!?)\]”»…]'))))"/>
      <!-- The record may have brackets of its own. -->
      <xsl:variable name="shown" as="xs:string" select="if (matches($happening, '^\s*[(\[].*[)\]]\s*$', 's')) then '' else $bracket"/>
      <xsl:if test="$apart or $shown">
        <span class="mark" data-added="">
          <xsl:if test="count($told) != count($reading)"><xsl:sequence select="fp:limited($told)"/></xsl:if>
          <xsl:value-of select="' '[$apart and $opens] || $shown || ' '[$apart and not($opens)]"/>
        </span>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- What is said of the words of an utterance, in a line for each kind: their normal forms, lemmata, parts of speech. -->
  <xsl:template match="annotationBlock/spanGrp" mode="m:xhtml">
    <div>
      <xsl:sequence select="f:attributes(.), @type ! f:added('datum-label', normalize-space(.) || ': ')"/>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="annotationBlock/spanGrp/span" mode="m:block" as="xs:boolean" priority="1">
    <xsl:sequence select="false()"/>
  </xsl:template>

  <!-- How the voice changes; where no new state is named, or the normal one, what was remarkable is so no more. -->
  <xsl:template match="shift[not(node())][@new or @feature]" mode="m:xhtml">
    <xsl:variable name="new" as="xs:string" select="normalize-space(@new)"/>
    <xsl:if test="preceding-sibling::node()[1][if (self::*) then not(self::shift or self::vocal or self::incident or self::kinesic) else self::text()[matches(., '[^\s(\[]$')]]"><span class="parted"/></xsl:if>
    <span data-added="">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:text>[{string-join((@feature ! normalize-space(), if ($new = ('', 'normal')) then f:word('speech-normal') else $new), ': ')}]</xsl:text>
    </span>
    <xsl:if test="following-sibling::node()[1][not(self::text()[matches(., '^\s')])]"><span class="parted"/></xsl:if>
  </xsl:template>

  <!-- A pause, and how long it is, or of what kind. -->
  <xsl:template match="pause[not(node())]" mode="m:xhtml">
    <xsl:variable name="lasted" as="xs:duration?" select="@dur[. castable as xs:duration] ! xs:duration(.)"/>
    <xsl:variable name="told" as="xs:string" select="string-join(if (exists($lasted) and hours-from-duration($lasted) = 0)
      then (minutes-from-duration($lasted)[. gt 0] ! (. || ' min'), seconds-from-duration($lasted)[. gt 0] ! (. || ' s')) else (), ' ')"/>
    <xsl:if test="preceding-sibling::node()[1][self::text()[matches(., '[^\s(\[]$')] or self::*[not(f:separates(.))][matches(., '\S$')]]"><span class="parted"/></xsl:if>
    <span data-added="">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:variable name="kind" as="xs:string?" select="@type/normalize-space()[matches(., '^\p{L}{3,}$')]"/>
      <xsl:text>({if ($told) then $told else if (lower-case($kind) = ('short', 'micro', 'brief')) then '.' else string-join(('…', $kind), ' ')})</xsl:text>
    </span>
    <xsl:if test="following-sibling::node()[1][self::text()[matches(., '^[\p{L}\p{N}(\[“«]')] or self::*[matches(., '^[\p{L}\p{N}]')]]"><span class="parted"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
