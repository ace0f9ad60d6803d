"""How the page of a report looks: by day and by night, on a telephone and on paper."""

STYLE = """
:root { color-scheme: light dark; --ink: #221f1b; --paper: #fdfcf8; --soft: #5d5850; --line: #d9d3c7;
  --error: #9b1c10; --warning: #7a4b00; --note: #1d4f7c; --code: #f3efe6; --mark: #f6d6cf }
@media (prefers-color-scheme: dark) { :root { --ink: #ece7dc; --paper: #191714; --soft: #b1a99b;
  --line: #423c33; --error: #ff9c8f; --warning: #f0c070; --note: #9cc7ee; --code: #25221d;
  --mark: #5c241c } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 62rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.55 Georgia, "Times New Roman", serif }
h1 { color: var(--error); font-weight: normal; font-size: 1.9rem; margin: 0 }
h2 { font-size: 1.3rem; font-weight: normal; margin: 2.5rem 0 .75rem; color: var(--error) }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere }
a { color: inherit; text-decoration-color: var(--soft); text-underline-offset: .2em }
a:focus-visible, summary:focus-visible, input:focus-visible { outline: 2px solid var(--error);
  outline-offset: 2px }
p { margin: .3rem 0 }
ul, ol { list-style: none; margin: 0; padding: 0 }
code, pre, .place, .rule, td:first-child { font-family: ui-monospace, Consolas, monospace;
  font-size: .85rem; line-height: 1.5 }
.counts { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; margin: 1.25rem 0 0; padding: 0 }
.counts div { display: flex; flex-direction: column-reverse }
.counts dt { color: var(--soft); font-size: .9rem }
.counts dd { margin: 0; font-size: 2rem; line-height: 1.2; font-variant-numeric: tabular-nums lining-nums }
.error b, .error dd { color: var(--error) } .warning b, .warning dd { color: var(--warning) }
.note b, .note dd { color: var(--note) }
fieldset { border: 1px solid var(--line); border-radius: .25rem; margin: 0 0 1rem; padding: .4rem .8rem;
  display: flex; flex-wrap: wrap; gap: .25rem 1.5rem }
legend { color: var(--soft); font-size: .9rem; padding: 0 .3rem }
label { display: inline-flex; align-items: center; gap: .4rem; min-height: 1.75rem }
input { width: 1.1rem; height: 1.1rem; accent-color: var(--error) }
body:has(#show-error:not(:checked)) .findings .error,
body:has(#show-warning:not(:checked)) .findings .warning,
body:has(#show-note:not(:checked)) .findings .note { display: none }
table { border-collapse: collapse; width: 100% }
th { text-align: start; font-weight: normal; color: var(--soft); font-size: .9rem }
th, td { padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: baseline }
td:first-child { overflow-wrap: anywhere }
.number { text-align: end; font-variant-numeric: tabular-nums; padding-right: 0; padding-left: .5rem }
.why { font-size: .9rem; color: var(--soft) }
@media (min-width: 50rem) { td:first-child { min-width: 17rem } }
@media (max-width: 50rem) { .why { display: none } }
details.file { border-top: 1px solid var(--line) }
details.file > summary { padding: .6rem 0; display: flex; flex-wrap: wrap; gap: 0 1rem;
  align-items: baseline; justify-content: space-between }
details.file > summary::before { content: "▸"; color: var(--soft); margin-inline-end: -.5rem }
details.file[open] > summary::before { content: "▾" }
details.file > summary h3 { flex: 1 1 16rem }
summary { cursor: pointer } summary span { color: var(--soft); font-size: .9rem }
.findings li { border-top: 1px solid var(--line); padding: .7rem 0 .8rem 1.25rem }
.place, .rule { color: var(--soft) }
pre { background: var(--code); padding: .5rem .75rem; margin: .4rem 0; white-space: pre-wrap;
  overflow-wrap: anywhere; border-radius: .2rem }
mark { background: var(--mark); color: inherit; outline: 1px solid var(--mark); border-radius: .1rem }
.rules section { border-top: 1px solid var(--line); padding: .8rem 0 }
.rules section:target h3 { color: var(--error) }
.rules dl { margin: .5rem 0 0 } .rules dt { color: var(--soft); font-size: .9rem } .rules dd { margin: 0 }
footer { margin-top: 3rem; color: var(--soft); font-size: .9rem }
@media print { body { max-width: none; padding: 0 } fieldset { display: none }
  .findings li, .rules section { break-inside: avoid } }
"""
