<?xml version="1.0" encoding="UTF-8"?>
<!-- Who had a hand in the edition, and as what (Guidelines, 2.2.2). -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:rubricator:functions" xmlns:fp="urn:rubricator:functions:private"
    xmlns:m="urn:rubricator:modes" xmlns:r="urn:rubricator:rules" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all" expand-text="yes" version="3.0">

  <!-- Who had a hand in it: told to the reader of the page, and to that of the plain text. -->
  <xsl:variable name="fp:responsible" as="element()?"><xsl:call-template name="f:responsible"/></xsl:variable>
  <xsl:template name="f:responsible" as="element()?">
    <!-- A statement that names nobody says nothing; each of several persons has a line. -->
    <xsl:variable name="statements" as="element()*" select="$fp:header/fileDesc/(titleStmt | editionStmt)/(respStmt | editor | funder | sponsor | principal | author[affiliation])[exists(fp:named(.))]"/>
    <xsl:if test="exists($statements)">
      <section class="responsible">
        <h3>{f:word('responsible')}</h3>
        <dl>
          <xsl:for-each-group select="$statements" group-by="fp:role-of(.)">
            <dt>{current-grouping-key()}</dt>
            <xsl:for-each select="distinct-values(current-group() ! fp:named(.))"><dd>{.}</dd></xsl:for-each>
          </xsl:for-each-group>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- What somebody did, in the header's words or by the name of the role. -->
  <xsl:function name="fp:role-of" as="xs:string">
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="said" as="xs:string*" select="if ($statement/self::respStmt)
      then $statement/resp ! (replace(f:plain(.), ' *:$', '')[.], @key ! fp:role-called(.))[1]
      else $statement/self::editor/@role ! (if (matches(., $fp:rank)) then f:word('role-editor') || ' (' || normalize-space(.) || ')' else fp:role-called(.))"/>
    <xsl:sequence select="if (exists($said) or $statement/self::respStmt) then string-join($said, '; ') else f:word(if ($statement/self::author) then 'author' else 'role-' || local-name($statement))"/>
  </xsl:function>

  <!-- What says which editor somebody is, not what else he does. -->
  <xsl:variable name="fp:rank" static="yes" as="xs:string" select="'^\s*(general|chief|associate|assistant|managing|senior|series|technical|contributing|consulting|guest|lead|main|joint|deputy)\s*$'"/>

  <!-- The label of a role, or its own word; a code of the Library of Congress says as much as the word does. -->
  <xsl:function name="fp:role-called" as="xs:string?">
    <xsl:param name="written" as="xs:string"/>
    <xsl:variable name="role" as="xs:string" select="replace(normalize-space(translate($written, '_', ' ')), '^.*[/#:]', '')"/>
    <xsl:variable name="key" as="xs:string" select="(map{'edt': 'editor', 'ed': 'editor', 'trl': 'translator', 'ill': 'illustrator'}(lower-case($role)), lower-case($role))[1]"/>
    <xsl:sequence select="(f:word('role-' || $key, ()), $role[not(matches($written, '[/#:]'))][.] ! (upper-case(substring(., 1, 1)) || substring(., 2)))[1]"/>
  </xsl:function>

  <!-- Who is named, one after another; what else is said of one (an address, a place of work) stands after the name. -->
  <xsl:function name="fp:named" as="xs:string*">
    <xsl:param name="statement" as="element()"/>
    <xsl:variable name="parts" as="element()*" select="$statement/(* except (resp, idno))"/>
    <xsl:variable name="names" as="element()*" select="$parts[self::name or self::persName or self::orgName]"/>
    <xsl:choose>
      <xsl:when test="$statement/self::respStmt or (exists($names[2]) and not($parts except $names) and fp:is-parted($statement))">
        <xsl:sequence select="$parts ! (if (surname and forename) then fp:name-in-order(.) else fp:parts-of(.))[.]"/>
      </xsl:when>
      <!-- The number under which somebody is known elsewhere is for machines. -->
      <xsl:when test="$statement/idno and exists($parts)"><xsl:sequence select="$parts ! fp:parts-of(.)[.]"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="fp:parts-of($statement)[.]"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
