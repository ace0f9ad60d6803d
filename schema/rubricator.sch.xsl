<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet xmlns:f="urn:rubricator:functions"
                xmlns:m="urn:rubricator:modes"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                version="3.0"
                exclude-result-prefixes="#all">
   <xsl:output method="xml" encoding="UTF-8" indent="no"/>
   <xsl:mode name="m:rules" on-no-match="shallow-skip"/>
   <xsl:template match="/">
      <findings>
         <xsl:apply-templates select="." mode="m:rules"/>
      </findings>
   </xsl:template>
   <xsl:template match="document-node() | node() | @*" mode="m:rules" priority="-1">
      <xsl:apply-templates select="@* | node()" mode="#current"/>
   </xsl:template>
   <xsl:template match="tei:figure[tei:graphic]" mode="m:rules" priority="19">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p0')">
         <xsl:if test="not(tei:figDesc[normalize-space()])">
            <finding rule="figure.described" role="error" path="{f:path(.)}">
               <message>
                  <xsl:text>This picture has no description, so whoever cannot see it is told nothing. Add a figDesc that says what it shows.</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p0'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:licence" mode="m:rules" priority="18">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p1')">
         <xsl:if test="not(@target)">
            <finding rule="licence.target" role="warning" path="{f:path(.)}">
               <message>
                  <xsl:text>This licence says in words what may be done, and not where its text is. Add @target with the address of the licence, or if it has none, put the words into a paragraph (p) instead.</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p1'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:foreign" mode="m:rules" priority="17">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p2')">
         <xsl:if test="not(@xml:lang)">
            <finding rule="foreign.language" role="warning" path="{f:path(.)}">
               <message>
                  <xsl:text>These words are marked as foreign, and it is not said in which language they are. Add @xml:lang, as in xml:lang="fr".</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p2'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:text//tei:*[self::tei:persName or self::tei:placeName or self::tei:orgName or self::tei:rs][not(ancestor::tei:listPerson or ancestor::tei:listPlace or ancestor::tei:listOrg or ancestor::tei:listBibl)]"
                 mode="m:rules"
                 priority="16">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p3')">
         <xsl:if test="not(@ref or @resp)">
            <finding rule="names.identified" role="warning" path="{f:path(.)}">
               <message>
                  <xsl:text>It is not said who or what </xsl:text>
                  <xsl:value-of select="normalize-space()"/>
                  <xsl:text> is, nor who took it for a name. Add @ref with the entry of the authority list, or @resp if nobody knows.</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p3'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:text//tei:date" mode="m:rules" priority="15">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p4')">
         <xsl:if test="not(@when or @from or @to or @notBefore or @notAfter)">
            <finding rule="dates.normalised" role="warning" path="{f:path(.)}">
               <message>
                  <xsl:text>It is not said which date this is, so nothing can be sorted or found by it. Add @when in the form 1933-05-12, 1933-05 or 1933 (or @notBefore and @notAfter, where it is not certain).</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p4'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:choice" mode="m:rules" priority="14">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p5')">
         <xsl:if test="not((tei:sic and tei:corr and not(* except (tei:sic, tei:corr))) or (tei:orig and tei:reg and not(* except (tei:orig, tei:reg))) or (tei:abbr and tei:expan and not(* except (tei:abbr, tei:expan))) or not(* except tei:unclear) or not(* except tei:seg))">
            <finding rule="choice.pairs" role="error" path="{f:path(.)}">
               <message>
                  <xsl:text>This choice sets </xsl:text>
                  <xsl:value-of select="string-join(*/name(), ' against ')"/>
                  <xsl:text>. Pair sic with corr (an error), orig with reg (a spelling) or abbr with expan (an abbreviation).</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p5'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:corr | tei:reg | tei:expan | tei:supplied"
                 mode="m:rules"
                 priority="13">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p6')">
         <xsl:if test="not(@resp or parent::tei:choice/@resp)">
            <finding rule="errors.corr-resp" role="warning" path="{f:path(.)}">
               <message>
                  <xsl:text>It is not said who put this </xsl:text>
                  <xsl:value-of select="name()"/>
                  <xsl:text> in, so no reader can weigh it. Add @resp, as in resp="#editors".</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p6'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:gap" mode="m:rules" priority="12">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p7')">
         <xsl:if test="not(@reason)">
            <finding rule="gap.reason" role="warning" path="{f:path(.)}">
               <message>
                  <xsl:text>It is not said why words are missing here. Add @reason: illegible, lost, sampling.</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p7'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:note[@type = 'transcription-error']"
                 mode="m:rules"
                 priority="11">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p8')">
         <xsl:if test="not(preceding-sibling::node()[not(self::comment() or self::processing-instruction())][1][self::* or matches(., '\S$')])">
            <finding rule="errors.note-place" role="error" path="{f:path(.)}">
               <message>
                  <xsl:text>This note on an error stands after nothing, so it cannot be told which word it is about. Move it to directly after the choice, or after the word, with no white space between.</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p8'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:note[@type = 'transcription-error']"
                 mode="m:rules"
                 priority="10">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p9')">
         <xsl:if test="not(@resp)">
            <finding rule="errors.note-resp" role="error" path="{f:path(.)}">
               <message>
                  <xsl:text>This note on an error does not say whose it is, so it would be taken for words of the source. Add @resp, as in resp="#editors".</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p9'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:listPerson/tei:person | tei:listPlace/tei:place | tei:listOrg/tei:org"
                 mode="m:rules"
                 priority="9">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p10')">
         <xsl:if test="not(@xml:id and (tei:persName, tei:placeName, tei:orgName, tei:name, tei:geogName, tei:country, tei:region, tei:settlement))">
            <finding rule="authority.named" role="error" path="{f:path(.)}">
               <message>
                  <xsl:text>Nothing can refer to this </xsl:text>
                  <xsl:value-of select="name()"/>
                  <xsl:text>, because it lacks its xml:id or its name. Add both.</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p10'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:person" mode="m:rules" priority="8">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p11')">
         <xsl:if test="some $a in (tei:birth/(@when, @notBefore))[1]/string(), $b in (tei:death/(@when, @notAfter))[1]/string() satisfies ((matches($a, '^\d{4}') and matches($b, '^-\d{4}')) or (matches($a, '^-\d{4}') and matches($b, '^-\d{4}') and substring($a, 2, 4) lt substring($b, 2, 4)) or (matches($a, '^\d{4}') and matches($b, '^\d{4}') and (some $n in min((string-length($a), string-length($b))) satisfies substring($a, 1, $n) gt substring($b, 1, $n))))">
            <finding rule="authority.lifetime" role="error" path="{f:path(.)}">
               <message>
                  <xsl:text>This person died before being born. Correct the date of birth or of death.</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p11'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:text/descendant-or-self::tei:*[@xml:lang]"
                 mode="m:rules"
                 priority="7">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p12')">
         <xsl:if test="/tei:TEI/tei:teiHeader/tei:profileDesc/tei:langUsage[tei:language][not(tei:language/@ident = (current()/@xml:lang, tokenize(current()/@xml:lang, '-')[1]))][not(tokenize(current()/@resp, '\s+') = '#rubricator')]">
            <finding rule="language.declared" role="warning" path="{f:path(.)}">
               <message>
                  <xsl:text>The header does not list the language </xsl:text>
                  <xsl:value-of select="@xml:lang"/>
                  <xsl:text>. Add a language with this ident to langUsage, or correct @xml:lang.</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p12'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:*[@resp]" mode="m:rules" priority="6">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p13')">
         <xsl:if test="not(every $pointer in tokenize(@resp)[starts-with(., '#')] satisfies (let $who := id(substring($pointer, 2)) return empty($who) or $who[ancestor-or-self::tei:respStmt or self::tei:handNote or self::tei:principal or self::tei:sponsor or self::tei:funder or self::tei:personGrp or self::tei:author or self::tei:editor or self::tei:person or self::tei:org or self::tei:persName or self::tei:orgName or self::tei:name or self::tei:application]))">
            <finding rule="resp.declared" role="error" path="{f:path(.)}">
               <message>
                  <xsl:text>@resp is </xsl:text>
                  <xsl:value-of select="@resp"/>
                  <xsl:text>, which is nobody who can be responsible. Point to a respStmt, an editor, a person or an organisation.</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p13'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:*[@cert]" mode="m:rules" priority="5">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p14')">
         <xsl:if test="not(@resp or ../@resp)">
            <finding rule="resp.with-cert" role="warning" path="{f:path(.)}">
               <message>
                  <xsl:text>It is said how certain this </xsl:text>
                  <xsl:value-of select="name()"/>
                  <xsl:text> is (</xsl:text>
                  <xsl:value-of select="@cert"/>
                  <xsl:text>), and not who is. Add @resp, or remove @cert.</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p14'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:*[@subtype]" mode="m:rules" priority="4">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p15')">
         <xsl:if test="not(@type)">
            <finding rule="type.before-subtype" role="error" path="{f:path(.)}">
               <message>
                  <xsl:text>This </xsl:text>
                  <xsl:value-of select="name()"/>
                  <xsl:text> has a subtype (</xsl:text>
                  <xsl:value-of select="@subtype"/>
                  <xsl:text>) and no type. Say what it is a kind of with @type, or rename @subtype to @type.</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p15'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:*[@from][@to][not(self::tei:biblScope or self::tei:citedRange or self::tei:locus)]"
                 mode="m:rules"
                 priority="3">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p16')">
         <xsl:if test="some $a in string(@from), $b in string(@to) satisfies ((matches($a, '^\d{4}') and matches($b, '^-\d{4}')) or (matches($a, '^-\d{4}') and matches($b, '^-\d{4}') and substring($a, 2, 4) lt substring($b, 2, 4)) or (matches($a, '^\d{4}') and matches($b, '^\d{4}') and (some $n in min((string-length($a), string-length($b))) satisfies substring($a, 1, $n) gt substring($b, 1, $n))))">
            <finding rule="dates.from-before-to" role="error" path="{f:path(.)}">
               <message>
                  <xsl:text>This </xsl:text>
                  <xsl:value-of select="name()"/>
                  <xsl:text> ends (</xsl:text>
                  <xsl:value-of select="@to"/>
                  <xsl:text>) before it begins (</xsl:text>
                  <xsl:value-of select="@from"/>
                  <xsl:text>). Exchange the two, or correct one.</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p16'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:*[@notBefore][@notAfter]" mode="m:rules" priority="2">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p17')">
         <xsl:if test="some $a in string(@notBefore), $b in string(@notAfter) satisfies ((matches($a, '^\d{4}') and matches($b, '^-\d{4}')) or (matches($a, '^-\d{4}') and matches($b, '^-\d{4}') and substring($a, 2, 4) lt substring($b, 2, 4)) or (matches($a, '^\d{4}') and matches($b, '^\d{4}') and (some $n in min((string-length($a), string-length($b))) satisfies substring($a, 1, $n) gt substring($b, 1, $n))))">
            <finding rule="dates.not-before-not-after" role="error" path="{f:path(.)}">
               <message>
                  <xsl:text>This </xsl:text>
                  <xsl:value-of select="name()"/>
                  <xsl:text> cannot be before </xsl:text>
                  <xsl:value-of select="@notBefore"/>
                  <xsl:text> and cannot be after </xsl:text>
                  <xsl:value-of select="@notAfter"/>
                  <xsl:text>, so it can never have been. Exchange the two, or correct one.</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p17'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:template match="tei:*[@when]" mode="m:rules" priority="1">
      <xsl:param name="done" as="xs:string*"/>
      <xsl:if test="not($done = 'p18')">
         <xsl:if test="@from or @to or @notBefore or @notAfter">
            <finding rule="dates.when-alone" role="error" path="{f:path(.)}">
               <message>
                  <xsl:text>This </xsl:text>
                  <xsl:value-of select="name()"/>
                  <xsl:text> gives both the date (@when) and a range. Keep @when if the date is known; keep the range if it is not, or if it lasted.</xsl:text>
               </message>
               <diagnostic/>
            </finding>
         </xsl:if>
      </xsl:if>
      <xsl:next-match>
         <xsl:with-param name="done" select="$done, 'p18'"/>
      </xsl:next-match>
   </xsl:template>
   <xsl:function name="f:path" as="xs:string">
      <xsl:param name="node" as="node()"/>
      <xsl:sequence select="string-join($node/ancestor-or-self::*/(count(preceding-sibling::*) + 1), '.') || $node/self::attribute()/('@' || name())"/>
   </xsl:function>
</xsl:stylesheet>
