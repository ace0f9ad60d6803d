"""From what a date expression says to what it means: TEI attributes, certainty, evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rubricator.annotation import Certainty
from rubricator.dates import calendar, lexicon, styles
from rubricator.dates.expressions import Bounds, Expression, Manner, Moment, Range, Relative, Series, Style
from rubricator.dates.lexicon import Part
from rubricator.dates.reckon import reckon
from rubricator.dates.values import DateValue, Reference, iso, weaker

_THIRDS = {Part.BEGINNING: (0, 1, 3), Part.MIDDLE: (1, 2, 3), Part.END: (2, 3, 3)}
_HALVES = {Part.FIRST_HALF: (0, 1, 2), Part.SECOND_HALF: (1, 2, 2)}
_FRACTIONS = _THIRDS | _HALVES


@dataclass(frozen=True, slots=True)
class Extent:
    """From the first to the last of what a moment covers, in W3C forms; *custom* is its Old Style form."""

    first: str
    last: str
    custom: str = ""
    problem: str = ""

    @property
    def point(self) -> bool:
        """Whether one W3C date says it all."""
        return self.first == self.last


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
    if extent.problem:
        return DateValue((), "impossible", Certainty.LOW, extent.problem, implied, extent.problem)
    problem = _weekday_problem(full)
    attributes: tuple[tuple[str, str], ...]
    if extent.point:
        attributes = (("when", _with_clock(extent.first, full.clock)),)
        if extent.custom:
            attributes += (("when-custom", extent.custom), ("calendar", "#julian"))
    else:
        attributes = (("notBefore", extent.first), ("notAfter", extent.last))
    if full.about:
        attributes += (("precision", "low"),)
    if problem:
        cert = Certainty.LOW if implied else Certainty.MEDIUM
    if full.slip.startswith("day and month"):
        return DateValue((), "impossible", Certainty.LOW, _capital(full.slip) + ".", implied, full.slip)
    evidence = "; ".join(filter(None, [_describe(full), *reasons, problem])) + "."
    return DateValue(attributes, rule, cert, _capital(evidence), implied, problem)


def _range(span: Range, reference: Reference | None) -> DateValue | None:
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
        return DateValue((), "impossible", Certainty.LOW, problem, implied, problem)
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
            return DateValue((), "impossible", Certainty.LOW, extent.problem, implied, extent.problem)
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


def supply(moment: Moment, reference: Reference | None) -> tuple[Moment | None, tuple[str, ...]]:
    """*moment* with the year, or month and year, that it leaves out, and the names of these."""
    if moment.span == 10 and moment.year is None:
        if reference is None:
            return None, ()
        year = reference.year // 100 * 100 + (moment.short_year or 0)
        return replace(moment, year=year if year <= reference.year else year - 100, short_year=None), (
            "century",
        )
    if moment.year is None and moment.short_year is not None:
        if reference is None:
            return None, ()
        year = reference.year // 100 * 100 + moment.short_year
        return replace(moment, year=year if year <= reference.year + 5 else year - 100, short_year=None), (
            "century",
        )
    if moment.year is not None:
        return moment, ()
    if moment.month is None and not moment.season and not moment.feast:
        return _of_some_month(moment, reference)
    if reference is None:
        return (None, ()) if moment.season or moment.feast else (moment, ())
    return replace(moment, year=_nearest_year(moment, reference)), ("year",)


def _of_some_month(moment: Moment, reference: Reference | None) -> tuple[Moment | None, tuple[str, ...]]:
    """A weekday with a day of the month, or alone: the nearest such day."""
    if moment.weekday is None or reference is None or reference.month is None or reference.day is None:
        return (moment, ()) if moment.day else (None, ())
    here = calendar.day_number(reference.year, reference.month, reference.day)
    if moment.day is None:
        day = here + (moment.weekday - here) % 7
        return Moment(*calendar.from_day_number(day), weekday=moment.weekday), ("year", "month", "day")
    for distance in range(400):
        for number in (here + distance, here - distance):
            date = calendar.from_day_number(number)
            if date[2] == moment.day and number % 7 == moment.weekday:
                return replace(moment, year=date[0], month=date[1]), ("year", "month")
    return replace(moment, year=reference.year, month=reference.month), ("year", "month")


def _nearest_year(moment: Moment, reference: Reference) -> int:
    if reference.month is None or not moment.month:
        return reference.year
    here = reference.month * 31 + (reference.day or 15)
    there = moment.month * 31 + (moment.day or 15)
    years = sorted(
        (reference.year - 1, reference.year, reference.year + 1),
        key=lambda year: abs((year - reference.year) * 372 + there - here),
    )
    if moment.weekday is not None and moment.day:
        for year in years:
            if moment.day <= calendar.month_length(year, moment.month) and (
                calendar.weekday(year, moment.month, moment.day) == moment.weekday
            ):
                return year
    return years[0]


def _nearby(moment: Moment | None) -> Reference | None:
    return Reference(moment.year, moment.month, moment.day) if moment and moment.year else None


def extent_of(moment: Moment) -> Extent:
    """What a complete moment covers."""
    year, month, day = moment.year, moment.month, moment.day
    if moment.span and year is not None:
        return _years(year, moment.span, moment.part)
    if moment.season and year is not None:
        return _season(moment, year)
    if moment.feast and year is not None:
        feast = iso(*_feast(moment.feast, year))
        return Extent(feast, feast)
    if day is not None:
        return _day(moment)
    if month is not None:
        if moment.part and year is not None:
            first, last = _days_of(moment.part, calendar.month_length(year, month))
            return Extent(iso(year, month, first), iso(year, month, last))
        return Extent(iso(year, month), iso(year, month))
    if year is not None and moment.short_year is not None:
        return Extent(iso(year), iso(moment.short_year))
    if moment.part and year is not None:
        first, last = _fraction(moment.part, 12)
        return Extent(iso(year, first + 1), iso(year, last))
    return Extent(iso(year), iso(year))


def _days_of(part: Part, length: int) -> tuple[int, int]:
    """The first and the last day of a part of a month: thirds are ten days, the first half is fifteen."""
    return {
        Part.BEGINNING: (1, 10),
        Part.MIDDLE: (11, 20),
        Part.END: (21, length),
        Part.FIRST_HALF: (1, 15),
        Part.SECOND_HALF: (16, length),
    }[part]


def _fraction(part: Part, length: int) -> tuple[int, int]:
    start, stop, whole = _FRACTIONS[part]
    return start * length // whole, stop * length // whole


def _years(year: int, span: int, part: Part | None) -> Extent:
    first, last = _fraction(part, span) if part else (0, span)
    return Extent(iso(year + first), iso(year + last - 1))


def _season(moment: Moment, year: int) -> Extent:
    first, last = lexicon.SEASONS[moment.season]
    if first < last:
        if moment.part:
            start, stop = _fraction(moment.part, 3)
            if stop - start != 1:
                return Extent(iso(year, first), iso(year, last))
            return Extent(iso(year, first + start), iso(year, first + start))
        return Extent(iso(year, first), iso(year, last))
    if moment.short_year is not None:
        return Extent(iso(year, 12), iso(moment.short_year, 2))
    # The winter of 1917 may be the one it began with or the one it ended with.
    return Extent(iso(year, 1), iso(year + 1 or 1, 2))


def _feast(words: tuple[str, ...], year: int) -> tuple[int, int, int]:
    if words in lexicon.FIXED_FEASTS:
        return (year, *lexicon.FIXED_FEASTS[words])
    return calendar.from_day_number(calendar.easter(year) + lexicon.MOVABLE_FEASTS[words])


def _day(moment: Moment) -> Extent:
    year, month, day = moment.year, moment.month, moment.day or 0
    if month is None:
        return Extent(iso(None, None, day), iso(None, None, day))
    old = moment.style is Style.OLD or moment.other is not None
    if day > calendar.month_length(year, month, julian=old):
        name = lexicon.ENGLISH_MONTHS[month - 1]
        length = calendar.month_length(year, month, julian=old)
        return Extent("", "", problem=f"{name} {'' if year is None else f'{year} '}has only {length} days")
    if year is None:
        return Extent(iso(None, month, day), iso(None, month, day))
    if moment.other:
        pair = styles.pair(moment, moment.other, year)
        if pair is None:
            return Extent("", "", problem="the two dates are not the same day in Old and New Style")
        julian, gregorian = (iso(each.year, each.month, each.day) for each in pair)
        return Extent(gregorian, gregorian, custom=julian)
    if moment.style is Style.OLD:
        gregorian = iso(*calendar.to_gregorian(year, month, day))
        return Extent(gregorian, gregorian, custom=iso(year, month, day))
    return Extent(iso(year, month, day), iso(year, month, day))


def _with_clock(day: str, clock: str) -> str:
    return f"{day}T{clock}:00" if clock else day


def _weekday_problem(moment: Moment) -> str:
    if moment.weekday is None or None in {moment.year, moment.month, moment.day} or moment.other:
        return ""
    date = (moment.year or 1, moment.month or 1, moment.day or 1)
    old = moment.style is Style.OLD or date < (1752, 9, 14)
    days = {calendar.weekday(*date, julian=moment.style is Style.OLD)}
    if old:
        days.add(calendar.weekday(*date, julian=True))
    if moment.weekday in days:
        return ""
    names = lexicon.ENGLISH_WEEKDAYS
    return f"{iso(*date)} was a {names[min(days)]}, not a {names[moment.weekday]}"


def _certainty(
    moment: Moment, implied: tuple[str, ...], reference: Reference | None
) -> tuple[Certainty, list[str]]:
    cert = Certainty.HIGH
    reasons: list[str] = []
    if implied:
        cert = Certainty.MEDIUM
        reasons.append(
            f"the {' and '.join(implied)} {'is' if len(implied) == 1 else 'are'} taken from {reference}"
        )
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
    if moment.feast:
        return "feast"
    if moment.span:
        return "century" if moment.span == 100 else "decade"
    if moment.season:
        return "season"
    if moment.part:
        return "part"
    if "month" in implied:
        return "weekday"
    if moment.day:
        return "full" if not implied and moment.year is not None else "yearless"
    if moment.month:
        return "month" if not implied and moment.year is not None else "month-alone"
    return "year"


def _describe(moment: Moment) -> str:
    if moment.other:
        return "one day in Old and New Style"
    if moment.style is Style.OLD:
        return "an Old Style date, which New Style counts as another day"
    if moment.feast:
        return f"the feast falls on this day in {moment.year}"
    if moment.span:
        return "a century" if moment.span == 100 else "a decade"
    if moment.season:
        return "a season of the year, taken as its months"
    if moment.part:
        return f"{moment.part.value} of a period, taken as a third or half of it"
    if moment.day:
        return "a full date" if moment.year is not None else "a day without its year"
    return "a month and year" if moment.month else "a year"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
