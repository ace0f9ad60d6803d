<?xml version="1.0" encoding="UTF-8"?>
<!-- The entry to every format, compiled once for all of them: mode m:set. -->
<xsl:package name="urn:rubricator:publish" package-version="1.0" version="3.0" declared-modes="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:rubricator:modes" default-mode="m:set">
  <xsl:include href="rules.xsl"/>
  <xsl:include href="shared/gate.xsl"/>
</xsl:package>
