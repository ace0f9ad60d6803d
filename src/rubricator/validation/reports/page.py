"""A report as a page of HTML to send to someone: self-contained, readable on paper and in the dark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

from rubricator import __version__
from rubricator.findings import Finding, Report, Severity
from rubricator.source import Source
from rubricator.validation.reports.grouped import excerpt
from rubricator.validation.reports.plain import summary
from rubricator.validation.rules import Rule

_STYLE = """
:root { color-scheme: light dark; --ink: #221f1b; --paper: #fdfcf8; --soft: #5d5850; --line: #d9d3c7;
  --error: #9b1c10; --warning: #7a4b00; --note: #1d4f7c; --code: #f3efe6 }
@media (prefers-color-scheme: dark) { :root { --ink: #ece7dc; --paper: #191714; --soft: #b1a99b;
  --line: #423c33; --error: #ff9c8f; --warning: #f0c070; --note: #9cc7ee; --code: #25221d } }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 60rem; background: var(--paper);
  color: var(--ink);  font: 1rem/1.55 Georgia, "Times New Roman", serif }
h1 { color: var(--error); font-weight: normal; font-size: 1.9rem }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; overflow-wrap: anywhere }
ol { list-style: none; margin: 0; padding: 0 }
li { border-top: 1px solid var(--line); padding: .8rem 0 }
p { margin: .3rem 0 }
.place, .rule { color: var(--soft); font: .85rem/1.5 ui-monospace, Consolas, monospace }
.error b { color: var(--error) } .warning b { color: var(--warning) } .note b { color: var(--note) }
pre { background: var(--code); padding: .6rem .8rem; overflow-x: auto;
  font: .85rem/1.5 ui-monospace, Consolas, monospace; margin: .4rem 0 }
pre:focus-visible { outline: 2px solid var(--error) }
summary { cursor: pointer; color: var(--soft) }
footer { margin-top: 3rem; color: var(--soft); font-size: .9rem }
@media print { body { max-width: none; padding: 0 } li { break-inside: avoid } }
"""


def page(
    report: Report, files: Sequence[str], sources: Mapping[str, Source], rules: Mapping[str, Rule]
) -> str:
    """The report on *files* as one page, each finding with its line and why there is such a rule."""
    parts = [
        '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        f"<title>Rubricator: {escape(summary(report, len(files)))}</title>\n<style>{_STYLE}</style>\n",
        "</head>\n<body>\n<main>\n<h1>Validation report</h1>\n",
        f"<p>{escape(summary(report, len(files)).capitalize())}.</p>\n",
    ]
    for file, findings in groupby(report, key=lambda finding: finding.file):
        parts.append(f"<section>\n<h2>{escape(file)}</h2>\n<ol>\n")
        parts += [_item(finding, sources.get(file), rules.get(finding.rule)) for finding in findings]
        parts.append("</ol>\n</section>\n")
    parts.append(f"</main>\n<footer>Made by Rubricator {escape(__version__)}.</footer>\n</body>\n</html>\n")
    return "".join(parts)


def _item(finding: Finding, source: Source | None, rule: Rule | None) -> str:
    place = f"line {finding.place.line}, column {finding.place.column}" if finding.place else "whole file"
    lines = excerpt(source, finding.place) if finding.place and source else ()
    code = escape("\n".join(lines))
    shown = f'<pre tabindex="0" role="region" aria-label="Source, {place}">{code}</pre>\n' if lines else ""
    why = f"<details><summary>Why</summary><p>{escape(rule.why)}</p></details>\n" if rule and rule.why else ""
    label = finding.severity if finding.severity in set(Severity) else Severity.NOTE
    return (
        f'<li class="{label}"><p><b>{str(label).capitalize()}</b> <span class="place">{place}</span> '
        f'<span class="rule">{escape(finding.rule)}</span></p>\n{shown}'
        f"<p>{escape(finding.message)} {escape(finding.remedy)}</p>\n{why}</li>\n"
    )
