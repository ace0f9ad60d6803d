"""The rules that suggest dates."""

from rubricator.rules import Hint

HINTS = (
    Hint(
        "dates.full",
        "Day, month and year, in any order and spelling that English, German, French, Spanish and "
        "Russian have, with or without the day of the week, which is checked.",
        "It was lit on [14 March 1921] at last.",
        "It was lit in section 14 at last.",
    ),
    Hint(
        "dates.yearless",
        "Day and month, and the year from the letter's own date, from the date before it, or from the"
        " tense of the sentence. The less the context says, the less sure it is.",
        "It was lit on [14 March] at last.",
        "It will march at last.",
    ),
    Hint(
        "dates.weekday",
        "A day of the week with the number of the day: the month and the year are those, next to the "
        "document's own date, in which the two agree.",
        "He came on [Monday the 4th].",
        "He came on the 4th Monday.",
    ),
    Hint(
        "dates.month",
        "A month with its year; the date is as precise as the text, the whole month.",
        "It was lit in [March 1921] at last.",
        "It was lit after a march by 1921 men.",
    ),
    Hint(
        "dates.month-alone",
        "A month by itself, its year from the document's own date or from the date before it.",
        "It was lit in [March].",
        "They march in.",
    ),
    Hint(
        "dates.year",
        "A year by itself where a year must be meant: after “in”, “since”, “the year”, in brackets "
        "behind a name. Numbers of pages, sums and addresses are none.",
        "It was built in [1921] by them.",
        "It was built by 1921 men.",
    ),
    Hint(
        "dates.range",
        "From one day, month or year to another; how long it lasted, or the bounds of what is meant, "
        "as the words say (and the setting `between-is-range`).",
        "It lasted [from 3 May to 5 June 1921] there.",
        "It lasted from 3 to 5 on page 1921.",
    ),
    Hint(
        "dates.bound",
        "Before or after a date, not earlier or later than it: a limit, given as `@notBefore` or "
        "`@notAfter`.",
        "It was built [not later than 4 May 1921] there.",
        "It was built not later than that there.",
    ),
    Hint(
        "dates.two-styles",
        "One day in Old and New Style, or one that is said to be Old Style: `@when` is the new one, "
        "`@when-custom` with `@calendar` the other.",
        "On [May 3 (16), 1917] they met.",
        "On May 3 (note 16) they met.",
    ),
    Hint(
        "dates.season",
        "A season with its year, taken as its months: the winter of a year is the one that it ends with.",
        "It was in the [winter of 1919] that she was lost.",
        "It was in the winter garden that she was lost.",
    ),
    Hint(
        "dates.part",
        "The beginning, middle or end of a month, year or century, taken as a third or a half of it.",
        "It was [early in 1921] that he came.",
        "It was early in the morning that he came.",
    ),
    Hint(
        "dates.decade",
        "Ten years, by number or in words: the nineties, the 1850s, the eighteen-fifties.",
        "It was in the [1850s] that he came.",
        "It was in the fiftieth of the pages that he came.",
    ),
    Hint(
        "dates.century",
        "A hundred years, by number or in words; the first is the one that ends in 01, the last in 00.",
        "It was the [eighteenth century] that made it.",
        "It was the eighteenth of a century that bloomed.",
    ),
    Hint(
        "dates.feast",
        "A day of the church's year or a saint's day; where it is known and not movable, the day "
        "itself, else as reckoned for the year.",
        "They met on [Christmas Day 1844] there.",
        "They met at a Christmas dinner there.",
    ),
    Hint(
        "dates.republican",
        "A day of the French Republican calendar, as the Gregorian day that it was, with the words "
        "beside it.",
        "On [18 Brumaire an VIII] he came.",
        "On Brumaire Street he came.",
    ),
    Hint(
        "dates.relative",
        "Yesterday, last Monday, three weeks ago: reckoned from the document's own date, and never sure.",
        "It was lit [yesterday].",
        "All our yesterdays.",
    ),
    Hint(
        "dates.ambiguous",
        "Which number is the day and which the month cannot be told, in the text or from its other "
        "dates. It is marked without a value; the editor gives one.",
        "It was lit on [3/4/1921] at last.",
        "It was lit on 3/14/1921 at last.",
    ),
    Hint(
        "dates.impossible",
        "There is no such day: the thirty-first of a month of thirty, a range that ends before it "
        "begins. It is reported and given no value; an error of the text may be behind it.",
        "It was lit on [31 June 1921] at last.",
        "It was lit on 30 June 1921 at last.",
    ),
)
