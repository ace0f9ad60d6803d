"""From what a date expression says to what it means: TEI attributes, certainty, evidence."""

from __future__ import annotations

from rubricator.annotation import Certainty
from rubricator.dates import calendar, lexicon, styles
from rubricator.dates.expressions import Bounds, Expression, Manner, Moment, Range, Relative, Series, Style
from rubricator.dates.extents import extent_of
from rubricator.dates.reckon import reckon
from rubricator.dates.supply import supply
from rubricator.dates.values import DateValue, Reference, iso, weaker


def resolve(expression: Expression, reference: Reference | None) -> DateValue | None:
    """What *expression* means, seen from *reference*; None where that is needed and missing."""
    match expression:
        case Moment():
            return _moment(expression, reference)
        case Range():
            return _range(expression, reference)
        case Bounds():
            return _bounds(expression, reference)
        case Series():
            first, last = expression.members[0][0], expression.members[-1][0]
            return _range(Range(first, last, Manner.THROUGHOUT), reference)
        case Relative():
            return reckon(expression, reference)


def _moment(moment: Moment, reference: Reference | None) -> DateValue | None:
    full, implied = supply(moment, reference)
    if full is None:
        return None
    extent = extent_of(full)
    rule = _rule(full, implied)
    cert, reasons = _certainty(full, implied, reference)
    if moment.shares:
        implied += ("list",)
        reasons.append("what it leaves out stands beside it in the list")
    if extent.problem:
        return _impossible(extent.problem, implied)
    problem = _weekday_problem(full)
    attributes: tuple[tuple[str, str], ...]
    if extent.point:
        hour = full.clock if full.year is not None else ""
        attributes = (("when", _with_clock(extent.first, hour)),)
        if extent.custom:
            attributes += (("when-custom", extent.custom), ("calendar", "#julian"))
        elif full.custom:
            attributes += (("when-custom", full.custom), ("calendar", "#republican"))
    else:
        attributes = (("notBefore", extent.first), ("notAfter", extent.last))
    if full.about:
        attributes += (("precision", "low"),)
    if problem:
        cert = Certainty.LOW if implied else Certainty.MEDIUM
    if full.slip.startswith("day and month"):
        return DateValue((), "ambiguous", Certainty.LOW, _capital(full.slip) + ".", implied, full.slip)
    evidence = "; ".join(filter(None, [_describe(full, implied), *reasons, problem])) + "."
    return DateValue(attributes, rule, cert, _capital(evidence), implied, problem)


def _range(span: Range, reference: Reference | None) -> DateValue | None:
    if span.last == Moment(weekday=span.last.weekday):
        begun, _ = supply(span.first, reference)
        reference = _nearby(begun) or reference
    last, implied = supply(span.last, reference)
    first, also = supply(span.first, _nearby(last) if "year" in implied else reference)
    if first is None or last is None:
        return None
    one, two = extent_of(first), extent_of(last)
    problem = one.problem or two.problem
    if (
        not problem
        and not one.first.startswith("-")
        and not two.last.startswith("-")
        and one.first > two.last
    ):
        problem = f"the range ends ({two.last}) before it begins ({one.first})"
    if problem:
        return _impossible(problem, implied)
    from_, to = ("from", "to") if span.manner is Manner.THROUGHOUT else ("notBefore", "notAfter")
    attributes: tuple[tuple[str, str], ...] = ((from_, one.first), (to, two.last))
    if one.custom and two.custom:
        attributes += ((f"{from_}-custom", one.custom), (f"{to}-custom", two.custom), ("calendar", "#julian"))
    if first.about or last.about:
        attributes += (("precision", "low"),)
    certs = [_certainty(first, also, reference), _certainty(last, implied, reference)]
    cert = weaker(*(each for each, _ in certs))
    what = (
        "from the first to the last" if span.manner is Manner.THROUGHOUT else "at some time between the two"
    )
    reasons = dict.fromkeys(reason for _, each in certs for reason in each)
    return DateValue(attributes, "range", cert, _capital("; ".join([what, *reasons])) + ".", implied or also)


def _nearby(moment: Moment | None) -> Reference | None:
    return Reference(moment.year, moment.month, moment.day) if moment and moment.year else None


def _bounds(bounds: Bounds, reference: Reference | None) -> DateValue | None:
    attributes: list[tuple[str, str]] = []
    custom: list[tuple[str, str]] = []
    reasons: list[str] = []
    implied: tuple[str, ...] = ()
    cert = Certainty.HIGH
    for name, moment in (("notBefore", bounds.after), ("notAfter", bounds.before)):
        if moment is None:
            continue
        full, lacking = supply(moment, reference)
        if full is None:
            return None
        extent = extent_of(full)
        if extent.problem:
            return _impossible(extent.problem, implied)
        # The day named counts as possible: "after 10 April" is often the evening of the 10th.
        attributes.append((name, extent.first if name == "notBefore" else extent.last))
        if extent.custom:
            custom.append((f"{name}-custom", extent.custom))
        its_cert, its_reasons = _certainty(full, lacking, reference)
        cert = weaker(cert, its_cert)
        reasons += its_reasons
        implied = implied or lacking
    if custom:
        attributes += [*custom, ("calendar", "#julian")]
    what = "the text gives a limit, not the date itself"
    return DateValue(
        tuple(attributes), "bound", cert, _capital("; ".join([what, *dict.fromkeys(reasons)])) + ".", implied
    )


def _with_clock(day: str, clock: str) -> str:
    return f"{day}T{clock}:00" if clock else day


def _weekday_problem(moment: Moment) -> str:
    if moment.weekday is None or None in {moment.year, moment.month, moment.day}:
        return ""
    date = (moment.year or 1, moment.month or 1, moment.day or 1)
    if moment.other:
        pair = styles.pair(moment, moment.other, date[0])
        date = (date[0], pair[1].month or 1, pair[1].day or 1) if pair else date
    old = moment.style is Style.OLD or date < (1752, 9, 14)
    days = {calendar.weekday(*date, julian=moment.style is Style.OLD)}
    if old:
        days.add(calendar.weekday(*date, julian=True))
    if moment.weekday in days:
        return ""
    names = lexicon.ENGLISH_WEEKDAYS
    return f"{iso(*date)} was a {names[min(days)]}, not a {names[moment.weekday]}"


def _impossible(problem: str, implied: tuple[str, ...]) -> DateValue:
    return DateValue((), "impossible", Certainty.LOW, _capital(problem) + ".", implied, problem)


def _certainty(
    moment: Moment, implied: tuple[str, ...], reference: Reference | None
) -> tuple[Certainty, list[str]]:
    cert = Certainty.HIGH
    reasons: list[str] = []
    if implied:
        cert = Certainty.MEDIUM
        reasons.append(f"the {implied[0]} is taken from {reference}")
    alone = moment.feast or (moment.month and not moment.day and not moment.part)
    if (alone and moment.year is None) or (moment.feast and implied and moment.weekday is None):
        cert = Certainty.LOW
    if moment.feast in lexicon.MOVABLE_FEASTS and 1582 < (moment.year or 0) <= 1752:
        cert = Certainty.LOW
        reasons.append("reckoned by the New Style, which not all countries kept then")
    if moment.part or moment.season or moment.about:
        cert = weaker(cert, Certainty.MEDIUM)
    if moment.slip:
        cert = weaker(cert, Certainty.MEDIUM)
        reasons.append(moment.slip)
    if moment.doubtful:
        cert = Certainty.LOW
        reasons.append("the text itself doubts it")
    return cert, reasons


def _rule(moment: Moment, implied: tuple[str, ...]) -> str:
    if moment.other or moment.style:
        return "two-styles"
    if moment.custom:
        return "republican"
    if moment.feast:
        return "feast"
    if moment.span:
        return "century" if moment.span == 100 else "decade"
    if moment.season:
        return "season"
    if moment.part:
        return "part"
    if implied in {("month",), ("day",)}:
        return "weekday"
    if moment.day:
        return "full" if not implied and moment.year is not None else "yearless"
    if moment.month:
        return "month" if not implied and moment.year is not None else "month-alone"
    return "year"


def _describe(moment: Moment, implied: tuple[str, ...]) -> str:
    if moment.custom:
        return "a day of the French Republican calendar"
    if moment.other:
        return "one day in Old and New Style"
    if moment.style is Style.OLD:
        return "an Old Style date, which New Style counts as another day"
    if moment.feast:
        return "the day of the feast"
    if moment.span:
        return "a century" if moment.span == 100 else "a decade"
    if moment.season:
        return "a season of the year, taken as its months"
    if moment.part:
        return f"{moment.part.value} of a period, taken as a third or half of it"
    if moment.day:
        return "a full date" if moment.year is not None and not implied else "a day"
    if moment.month:
        return "a month and year" if moment.year is not None and not implied else "a month"
    return "a year"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
