<?xml version="1.0" encoding="UTF-8"?>
<!-- Languages: what a document declares, as tags of BCP 47 that browsers know, and which way each is written. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:r="urn:rubricator:rules" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- The codes of ISO 639-2 for languages that have a shorter one (BCP 47 wants the shortest), both of its kinds. -->
  <xsl:variable name="fp:shorter" static="yes" as="map(xs:string, xs:string)" select="map:merge(for $pair in tokenize('
    aar-aa abk-ab afr-af aka-ak alb-sq amh-am ara-ar arg-an arm-hy asm-as ava-av ave-ae aym-ay aze-az bak-ba bam-bm
    baq-eu bel-be ben-bn bis-bi bod-bo bos-bs bre-br bul-bg bur-my cat-ca ces-cs cha-ch che-ce chi-zh chu-cu chv-cv
    cor-kw cos-co cre-cr cym-cy cze-cs dan-da deu-de div-dv dut-nl dzo-dz ell-el eng-en epo-eo est-et eus-eu ewe-ee
    fao-fo fas-fa fij-fj fin-fi fra-fr fre-fr fry-fy ful-ff geo-ka ger-de gla-gd gle-ga glg-gl glv-gv gre-el grn-gn
    guj-gu hat-ht hau-ha heb-he her-hz hin-hi hmo-ho hrv-hr hun-hu hye-hy ibo-ig ice-is ido-io iii-ii iku-iu ile-ie
    ina-ia ind-id ipk-ik isl-is ita-it jav-jv jpn-ja kal-kl kan-kn kas-ks kat-ka kau-kr kaz-kk khm-km kik-ki kin-rw
    kir-ky kom-kv kon-kg kor-ko kua-kj kur-ku lao-lo lat-la lav-lv lim-li lin-ln lit-lt ltz-lb lub-lu lug-lg mac-mk
    mah-mh mal-ml mao-mi mar-mr may-ms mkd-mk mlg-mg mlt-mt mon-mn mri-mi msa-ms mya-my nau-na nav-nv nbl-nr nde-nd
    ndo-ng nep-ne nld-nl nno-nn nob-nb nor-no nya-ny oci-oc oji-oj ori-or orm-om oss-os pan-pa per-fa pli-pi pol-pl
    por-pt pus-ps que-qu roh-rm ron-ro rum-ro run-rn rus-ru sag-sg san-sa sin-si slk-sk slo-sk slv-sl sme-se smo-sm
    sna-sn snd-sd som-so sot-st spa-es sqi-sq srd-sc srp-sr ssw-ss sun-su swa-sw swe-sv tah-ty tam-ta tat-tt tel-te
    tgk-tg tgl-tl tha-th tib-bo tir-ti ton-to tsn-tn tso-ts tuk-tk tur-tr twi-tw uig-ug ukr-uk urd-ur uzb-uz ven-ve
    vie-vi vol-vo wel-cy wln-wa wol-wo xho-xh yid-yi yor-yo zha-za zho-zh zul-zu')[.]
    return map{substring-before($pair, '-'): substring-after($pair, '-')})"/>

  <!-- A well-formed tag (BCP 47), and whatever may hang on to it. -->
  <xsl:variable name="fp:well-formed" static="yes" as="xs:string" select="'^((?:[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*'
    || '(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?)|x(?:-[a-z0-9]{1,8})+|i-[a-z]+)(-.*)?$'"/>

  <!-- The tag for what *declared* says, as far as it is well-formed; nothing where it says no language. -->
  <xsl:function name="f:language-tag" as="xs:string?" new-each-time="no" cache="yes">
    <xsl:param name="declared" as="xs:string?"/>
    <xsl:variable name="said" as="xs:string" select="translate(normalize-space($declared), '_', '-')"/>
    <xsl:choose>
      <!-- Most say no more than two letters; to ask that of them takes less time than any pattern. -->
      <xsl:when test="string-length($said) = 2 and translate($said, 'abcdefghijklmnopqrstuvwxyz', '') = ''"><xsl:sequence select="$said"/></xsl:when>
      <xsl:when test="matches($said, $fp:well-formed, 'i')">
        <xsl:variable name="tag" as="xs:string" select="replace($said, $fp:well-formed, '$1', 'i')"/>
        <xsl:variable name="primary" as="xs:string" select="lower-case(tokenize($tag, '-')[1])"/>
        <xsl:sequence select="string-join((($fp:shorter($primary), $primary)[1], tail(tokenize($tag, '-'))), '-')"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- The language an element declares, and its direction where that changes. -->
  <xsl:function name="f:language" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="declared" as="xs:string?" select="$element/@xml:lang ! f:language-tag(.)"/>
    <xsl:if test="$declared">
      <xsl:attribute name="lang" select="$declared"/>
      <xsl:variable name="outer" as="element()?" select="$element/ancestor::*[@xml:lang ! f:language-tag(.)][1]"/>
      <xsl:if test="fp:runs($element, $declared) != (if ($outer) then fp:runs($outer, f:language-tag($outer/@xml:lang)) else f:direction($f:language))">
        <xsl:attribute name="dir" select="fp:runs($element, $declared)"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- Which way the element's words run: Arabic in Latin letters, from left to right. -->
  <xsl:function name="fp:runs" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="direction" as="xs:string" select="f:direction($language)"/>
    <xsl:sequence select="if ($direction = 'rtl' and (if (root($element) is $document) then map:contains($fp:romanised, generate-id($element)) else fp:is-romanised($element))) then 'ltr' else $direction"/>
  </xsl:function>

  <!-- The elements of such a language without a letter of its script: each is looked through once, the whole text may be one of them. -->
  <xsl:variable name="fp:romanised" as="map(xs:string, xs:boolean)" select="map:merge(
    for $element in $document//*[@xml:lang][f:direction(string(f:language-tag(@xml:lang))) = 'rtl'][fp:is-romanised(.)] return map{generate-id($element): true()})"/>

  <xsl:function name="fp:is-romanised" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="matches($element, '\p{L}') and not(matches($element, $fp:leftwards))"/>
  </xsl:function>

  <!-- The letters of the scripts that are written from right to left. -->
  <xsl:variable name="fp:leftwards" static="yes" as="xs:string" select="'[&#x590;-&#x8FF;&#xFB1D;-&#xFDFF;&#xFE70;-&#xFEFC;&#x10800;-&#x10FFF;&#x1E800;-&#x1EEFF;]'"/>

  <!-- Is any of it written from right to left? -->
  <xsl:variable name="fp:has-leftwards" as="xs:boolean" select="f:direction($f:language) = 'rtl'
    or (some $declared in $fp:declared satisfies f:direction(string(f:language-tag($declared))) = 'rtl')"/>
  <xsl:variable name="fp:declared" as="xs:string*" select="distinct-values($document//@xml:lang)"/>

  <!-- What keeps a mark from the words it stands among: with the number before it, it would be one number, read from the left. -->
  <xsl:variable name="f:mark-way" r:if="@xml:lang language" as="attribute()?">
    <xsl:if test="$fp:has-leftwards"><xsl:attribute name="dir" select="'ltr'"/></xsl:if>
  </xsl:variable>

  <!-- Which way a note runs that stands in a part of the text in another language than the list of notes, and which that is. -->
  <xsl:function name="f:way-of-note" r:if="@xml:lang" as="attribute()*">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="declaring" as="element()?" select="if ($fp:has-leftwards) then $note/ancestor-or-self::*[@xml:lang ! f:language-tag(.)][1] else ()"/>
    <xsl:if test="$declaring">
      <xsl:variable name="way" as="xs:string" select="fp:runs($declaring, f:language-tag($declaring/@xml:lang))"/>
      <!-- An editor's note need not be in the language of what it is about. -->
      <xsl:variable name="agrees" as="xs:boolean" select="$declaring is $note
        or (if ($way = 'rtl') then matches($note, $fp:leftwards) else not(matches($note, '^\P{L}*' || $fp:leftwards)))"/>
      <xsl:if test="$agrees and $way != f:direction($f:language)">
        <xsl:attribute name="lang" select="f:language-tag($declaring/@xml:lang)"/>
        <xsl:attribute name="dir" select="$way"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- The main language of the text; where there is nothing but a description, of that. Of several that the header
       names, which it is was found by the letters: see header.py. -->
  <xsl:variable name="f:language" as="xs:string" select="(for $tag in (
      $document/*/text/@xml:lang, $document/*/@xml:lang, $document/*/TEI/text/@xml:lang,
      if ($document/*/(text | TEI/text)//text()[normalize-space()]) then () else $document/*/teiHeader/fileDesc/sourceDesc//msDesc/@xml:lang,
      $metadata/*/*:language, $document/*/teiHeader/profileDesc/langUsage/language/@ident)
    return f:language-tag($tag), 'und')[1]"/>

  <!-- What holds words of the text among words of ours says in which language, and which way they run, if they differ. -->
  <xsl:function name="f:language-of-text" as="attribute()*">
    <xsl:choose>
      <!-- Where nobody says, its first letters tell which way it runs. -->
      <xsl:when test="$f:language = 'und'"><xsl:attribute name="dir" select="'auto'"/></xsl:when>
      <xsl:otherwise>
        <xsl:attribute name="lang" select="$f:language"/>
        <xsl:if test="f:direction($f:language) != f:direction(f:word('language'))">
          <xsl:attribute name="dir" select="f:direction($f:language)"/>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:aside-language" as="attribute()*">
    <xsl:sequence select="f:language-of-text()[$f:language != f:word('language')]"/>
  </xsl:function>

  <xsl:function name="f:direction" as="xs:string" new-each-time="no" cache="yes">
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="if (matches($language, '^(aao|abh|acm|aeb|aii|ajp|apc|ar|ara|arc|ary|arz|azb|bal|bqi|ckb|dv|fa|fas|glk|he|heb|jpr|jrb|ku-Arab|lrc|mid|mzn|nqo|oar|ota|pal|per|pes|phn|prs|ps|sam|sd|syc|syr|tmr|ug|ur|yhd|yi|yid)(-|$)', 'i')
        and not(matches($language, '-Latn(-|$)', 'i')) or matches($language, '-(Arab|Armi|Hebr|Mand|Mani|Nkoo|Phli|Phnx|Samr|Syr[cejn]|Thaa)(-|$)', 'i'))
      then 'rtl' else 'ltr'"/>
  </xsl:function>

  <!-- How quotations are marked, without and within another, in some languages each; _ is a space that ends no line. -->
  <xsl:variable name="fp:quoting" static="yes" as="map(xs:string, xs:string)" select="map:merge(for $line in tokenize('
    “|”|‘|’ en zh ko pt tr vi th hi bn ta ur id ms ga cy sa-deva ne mr;
    „|“|‚|‘ de cs sk sl bg hr sr is lt et ka lb hsb dsb mk sq;
    «|»|“|” es it ca eu el ar gl;
    «_|_»|“|” fr;
    «|»|„|“ ru uk be cu orv chu;
    «|»|‹|› fa hy ps ckb am ti gez;
    «|»|‘|’ no nb nn;
    „|”|«|» pl ro;
    „|”|»|« hu;
    ”|”|’|’ sv fi he;
    ‘|’|“|” nl;
    „|”|‚|’ yi;
    「|」|『|』 ja ojp lzh zh-hant zh-tw zh-hk', ';'), $language in tail(tokenize($line))
    return map{$language: translate(tokenize($line)[1], '_', '&#xA0;')})"/>

  <!-- A quotation mark as the words round *element* have theirs: ours, where they are in the language of our words, or in one that we do not know. -->
  <xsl:function name="f:quotation-mark" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="which" as="xs:string"/>
    <xsl:variable name="language" as="xs:string" select="lower-case((($element/../ancestor-or-self::*/@xml:lang ! f:language-tag(.))[last()], $f:language)[1])"/>
    <xsl:variable name="marks" as="xs:string*" select="if ($language = $fp:our-language or contains($language, '-latn')) then () else
      (string-join(tokenize($language, '-')[position() le 2], '-'), substring-before($language || '-', '-')[. != $fp:our-language]) ! $fp:quoting(.)"/>
    <xsl:sequence select="(tokenize($marks[1], '\|')[index-of(('open', 'close', 'open-inner', 'close-inner'), $which)], f:word('quote-' || $which))[1]"/>
  </xsl:function>
  <xsl:variable name="fp:our-language" as="xs:string" select="substring-before(lower-case(f:word('language')) || '-', '-')"/>

</xsl:stylesheet>
