<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns="http://www.w3.org/1999/xhtml">
  <xsl:output method="html" version="5" encoding="UTF-8" indent="no"/>
  <xsl:template match="/"><html lang="en"><head><title>x</title></head><body/></html></xsl:template>
</xsl:stylesheet>
