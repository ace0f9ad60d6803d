"""A report as a page of HTML to send to someone: self-contained, without script, readable on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from rubricator import __version__
from rubricator.findings import Finding, Report, Severity
from rubricator.rules import Rule
from rubricator.source import Source
from rubricator.validation.reports.grouped import Excerpt
from rubricator.validation.reports.plain import counted, not_validated, summary
from rubricator.validation.reports.style import STYLE

OPEN = 100
"""Findings up to which those of every file are shown at once; of more, the reader opens file by file."""


def page(
    report: Report, files: Sequence[str], sources: Mapping[str, Source], rules: Mapping[str, Rule]
) -> str:
    """The report on *files*: counts, rules, findings file by file with their lines, rules at length."""
    said = escape(summary(report, len(files)))
    return "".join(
        (
            '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f"<title>Validation report: {said}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
            f"<header>\n<h1>Validation report</h1>\n<p>{_verdict(report, files)}</p>\n</header>\n",
            "<main>\n",
            *(_parts(report, files, sources, rules) if len(report) else ()),
            f"</main>\n<footer>Made by Rubricator {escape(__version__)}.</footer>\n</body>\n</html>\n",
        )
    )


def _parts(
    report: Report, files: Sequence[str], sources: Mapping[str, Source], rules: Mapping[str, Rule]
) -> Iterator[str]:
    yield from _counts(report, len(files))
    yield from _by_rule(report, rules)
    by_file = [(file, list(found)) for file, found in groupby(report, key=lambda finding: finding.file)]
    yield '<section class="findings" aria-labelledby="by-file">\n<h2 id="by-file">File by file</h2>\n'
    yield from _filter(report)
    for file, findings in by_file:
        is_open = len(report) <= OPEN or len(by_file) == 1
        yield from _file(file, findings, sources.get(file), is_open=is_open)
    yield "</section>\n"
    yield from _rules(sorted({finding.rule for finding in report}), rules)


def _verdict(report: Report, files: Sequence[str]) -> str:
    """What became of the files, in a sentence."""
    wrong = {finding.file for finding in report if finding.severity is Severity.ERROR}
    clean = len(files) - len(wrong & set(files))
    if not len(report):
        return f"{len(files):,} file{'' if len(files) == 1 else 's'}, and nothing wrong."
    if len(files) == 1:
        return f"{escape(files[0])} has {'errors' if wrong else 'no errors'}."
    return f"Of {len(files):,} files, {clean:,} {'has' if clean == 1 else 'have'} no errors."


def _counts(report: Report, files: int) -> Iterator[str]:
    lacking = not_validated(report)
    shown = [(str(severity), str(severity), len(counted(report, severity))) for severity in Severity]
    shown.append(("", "file", files))
    yield '<dl class="counts">\n'
    if lacking:
        yield f'<div class="error"><dt>not validated</dt><dd>{lacking:,}</dd></div>\n'
    for kind, name, count in shown:
        marked = f' class="{kind}"' if kind else ""
        yield f"<div{marked}><dt>{name}{'' if count == 1 else 's'}</dt><dd>{count:,}</dd></div>\n"
    yield "</dl>\n"


def _by_rule(report: Report, rules: Mapping[str, Rule]) -> Iterator[str]:
    counts = Counter((finding.rule, finding.severity) for finding in report)
    files: dict[tuple[str, Severity], set[str]] = {}
    for finding in report:
        files.setdefault((finding.rule, finding.severity), set()).add(finding.file)
    order = list(Severity)
    yield '<section aria-labelledby="by-rule">\n<h2 id="by-rule">Rule by rule</h2>\n<table>\n<thead><tr>'
    yield '<th scope="col">Rule</th><th scope="col">Severity</th><th scope="col" class="why">Why</th>'
    yield '<th scope="col" class="number">Findings</th><th scope="col" class="number">Files</th></tr>'
    yield "</thead>\n<tbody>\n"
    for (rule, severity), count in sorted(
        counts.items(), key=lambda item: (order.index(item[0][1]), -item[1], item[0][0])
    ):
        yield f'<tr class="{severity}"><td><a href="#{_anchor(rule)}">{escape(rule)}</a></td>'
        why = rules[rule].why.partition(". ")[0].rstrip(".") + "." if rule in rules else ""
        yield f'<td><b>{severity}</b></td><td class="why">{escape(why)}</td><td class="number">{count:,}</td>'
        yield f'<td class="number">{len(files[rule, severity]):,}</td></tr>\n'
    yield "</tbody>\n</table>\n</section>\n"


def _filter(report: Report) -> Iterator[str]:
    """Boxes that hide what is not wanted, by style alone."""
    there = [severity for severity in Severity if report.count(severity)]
    if len(there) < 2:
        return
    yield "<fieldset><legend>Show</legend>\n"
    for severity in there:
        yield f'<label><input type="checkbox" id="show-{severity}" checked> {severity}s</label>\n'
    yield "</fieldset>\n"


def _file(file: str, findings: list[Finding], source: Source | None, *, is_open: bool) -> Iterator[str]:
    told = Report(tuple(findings))
    counts = summary(told, 1).rpartition(" in ")[0]
    yield f'<details class="file"{" open" if is_open else ""}>\n'
    yield f"<summary><h3>{escape(file)}</h3> <span>{escape(counts)}</span></summary>\n<ol>\n"
    for finding in findings:
        yield _item(finding, source)
    yield "</ol>\n</details>\n"


def _item(finding: Finding, source: Source | None) -> str:
    place = f"line {finding.place.line}, column {finding.place.column}" if finding.place else "the whole file"
    shown = Excerpt.of(source, finding.place) if finding.place and source else None
    line = ""
    if shown:
        marked = f"<mark>{escape(shown.marked or ' ')}</mark>"
        line = f"<pre><code>{escape(shown.left.lstrip())}{marked}{escape(shown.right)}</code></pre>\n"
    mend = f"<p>Mended by <code>--fix</code>: {escape(finding.fix.description)}</p>\n" if finding.fix else ""
    return (
        f'<li class="{finding.severity}"><p><b>{str(finding.severity).capitalize()}</b> '
        f'<span class="place">{place}</span> '
        f'<a class="rule" href="#{_anchor(finding.rule)}">{escape(finding.rule)}</a></p>\n{line}'
        f"<p>{escape(f'{finding.message} {finding.remedy}'.strip())}</p>\n{mend}</li>\n"
    )


def _rules(names: list[str], rules: Mapping[str, Rule]) -> Iterator[str]:
    yield '<section class="rules" aria-labelledby="rules">\n<h2 id="rules">What the rules ask</h2>\n'
    for name in names:
        rule = rules.get(name)
        yield f'<section id="{_anchor(name)}"><h3>{escape(name)}</h3>\n'
        yield f"<p>{escape(rule.why if rule else 'A rule of the schema that the files are held to.')}</p>\n"
        examples = [("Wrong", rule.wrong), ("Right", rule.right)] if rule else []
        if any(example for _, example in examples):
            yield "<dl>"
            for what, example in examples:
                yield f"<dt>{what}</dt><dd><pre><code>{escape(_seen(example))}</code></pre></dd>"
            yield "</dl>\n"
        yield "</section>\n"
    yield "</section>\n"


def _anchor(rule: str) -> str:
    """The id of a rule's explanation: letters, digits and hyphens are safe in any address."""
    plain = (c if c in ".-" or (c.isascii() and c.isalnum()) else f"-{ord(c):x}-" for c in rule)
    return "rule-" + "".join(plain)


def _seen(example: str) -> str:
    return "".join(char if char.isprintable() or char == "\n" else f"‹U+{ord(char):04X}›" for char in example)
