<?xml version="1.0" encoding="UTF-8"?>
<!-- How the page of guidelines looks: by day and by night, on paper and on a small screen. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:variable name="style" as="text()"><xsl:text>
:root { --ink: #1c1a17; --paper: #fdfbf7; --soft: #5a544b; --line: #d9d2c5; --red: #9b1c1c; --block: #f4efe6; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eae5dc; --paper: #181613; --soft: #b3aba0; --line: #46403a; --red: #f0918b; --block: #24211d; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 0 1rem 4rem; max-width: 76rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; font-weight: normal; }
h1 { font-size: 2rem; margin: 2.5rem 0 .25rem; color: var(--red); }
h2 { font-size: 1.6rem; margin: 3rem 0 1rem; color: var(--red); }
h3 { font-size: 1.15rem; margin: 0 0 .25rem; }
header p, .gloss, .type, figcaption, footer { color: var(--soft); }
a { color: inherit; text-decoration-color: var(--red); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--red); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--paper); }
code { font: .9em/1.4 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; }
pre { margin: .25rem 0; padding: .75rem 1rem; background: var(--block); border-left: 3px solid var(--line);
  white-space: pre-wrap; }
.tag { color: var(--red); }
.name, .value { color: var(--ink); }
main p, main ul, main ol, main dl { max-width: 42rem; }
.spec { margin: 2rem 0; padding-top: 1rem; border-top: 1px solid var(--line); }
dl { margin: .5rem 0; }
dt { font-weight: bold; margin-top: .5rem; }
dd { margin: 0 0 0 1.5rem; }
.needed { color: var(--red); font-weight: normal; font-style: italic; }
.type, .values { display: block; font-size: .9rem; margin: .25rem 0; }
.names { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .1rem .9rem; }
.names a, nav a { display: inline-block; padding: .1rem 0; min-height: 1.5rem; }
nav a { vertical-align: top; }
.rule { margin: 1rem 0; padding: .25rem 1rem; border-left: 3px solid var(--red); }
figure { margin: .75rem 0; }
figcaption { font-size: .9rem; font-style: italic; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
caption { text-align: left; font-style: italic; padding: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem 1rem .35rem 0; border-bottom: 1px solid var(--line); }
tbody th { font-weight: normal; }
summary { cursor: pointer; }
footer { margin-top: 4rem; font-size: .9rem; border-top: 1px solid var(--line); }
@media (min-width: 64rem) {
  body { display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 0 3rem; }
  header, footer { grid-column: 1 / -1; }
  nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding-top: 1rem; }
}
@media (max-width: 40rem) { th, td { display: block; border: 0; padding: 0; } tr { display: block; margin: 1rem 0; }
  thead { display: none; } dd { margin-left: .75rem; } }
@media print { nav, .skip { display: none; } body { max-width: none; display: block; } .spec { break-inside: avoid; } }
</xsl:text></xsl:variable>
</xsl:stylesheet>
