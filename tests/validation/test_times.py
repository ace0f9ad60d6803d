"""Dates that contradict their words or their file."""

from __future__ import annotations

import pytest

from rubricator.document import Document
from rubricator.source import Source
from rubricator.validation.times import check

HEAD = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><publicationStmt>'


D, W, X = "dates.text-differs", "dates.weekday", "dates.impossible"


@pytest.mark.parametrize(
    ("date", "rule"),
    [
        ('<date when="1963-12-11">Dec. 11, 1863</date>', D),
        ('<date when="1863-12-12">Dec. 11, 1863</date>', D),
        ('<date when="1863-11">Dec. 11, 1863</date>', D),
        ('<date when="1863-12">Dec. 11, 1863</date>', None),
        ('<date when="1863-12-11">December 1863</date>', None),
        ('<date when="1863-12-11T10:00:00">Dec. 11, 1863</date>', None),
        ('<date when="1933-05-13">May 12</date>', D),
        ('<date when="--05-13">May 12</date>', D),
        ('<date when="1948">in ’48</date>', None),
        ('<date when="1949">in ’48</date>', D),
        ('<date when="1538">in 1583</date>', D),
        ('<date when="1933-05-12" evidence="conjecture">May 21, 1933</date>', None),
        ('<date when="1933-05-12"><choice><sic>May 21</sic><corr>May 12</corr></choice>, 1933</date>', None),
        ('<date when="1933-05-21"><choice><sic>May 21</sic><corr>May 12</corr></choice>, 1933</date>', None),
        ('<date when="1933-05-12">May <unclear>21</unclear>, 1933</date>', None),
        ('<date when="1906" datingMethod="#hijri">1324</date>', None),
        ('<date when="1931">a book of <date when="1848">1848</date></date>', None),
        ('<docDate when="1963">Dec. 11, 1863</docDate>', D),
        ('<date from="1914" to="1919">1914–18</date>', D),
        ('<date from="1913" to="1918">1914–18</date>', D),
        ('<date when="1895-12-24">winter 1896</date>', None),
        ('<date from="1767" to="1731">from 1767-1731</date>', D),
        ('<date from="1931">1913</date>', D),
        ('<date notBefore="1914">after 1913</date>', None),
        ('<date notAfter="1912">after 1913</date>', D),
        ('<date when="1917-06-03">3 or 4 June 1917</date>', None),
        ('<date when="1917-06-05">3 or 4 June 1917</date>', D),
        ('<date when="1895">c. 1890</date>', None),
        ('<date when="1950">c. 1890</date>', D),
        ('<date when="1893">the 1890s</date>', None),
        ('<date when="1800">the nineteenth century</date>', None),
        ('<date when="1700">the nineteenth century</date>', D),
        ('<date when="1895-08-30">autumn 1895</date>', None),
        ('<date when="1895-05">autumn 1895</date>', D),
        ('<date when="1907-10-12">early October 1907</date>', None),
        ('<date when="1820-04-01">Easter 1820</date>', None),
        ('<date when="1917-11-07" calendar="#julian">25 October 1917</date>', None),
        ('<date when="1917-11-07">25 October (7 November) 1917</date>', None),
        ('<date when="1712-02-10">10 February 1711</date>', None),
        ('<date when="1812-02-10">10 February 1811</date>', D),
        ('<date when="1649-02-20">10 February 1648/9</date>', None),
        ('<date when="1820-05-03">3/5/1820</date>', None),
        ('<date when="1820-03-05">3/5/1820</date>', None),
        ('<date when="1820-03-06">3/5/1820</date>', D),
        ('<date when="1819-12-01">Tuesday</date>', D),
        ('<date when="1819-11-30">Tuesday</date>', None),
        ('<date when="1821-05-13">Sunday 12</date>', None),
        ('<date when="1821-05-12">Sunday 12</date>', W),
        ('<date when="1933-05-12">Monday, May 12, 1933</date>', W),
        ('<date when="1933-05-12">Friday, May 12, 1933</date>', None),
        ('<date when="1933-05-12" evidence="internal">Monday, May 12, 1933</date>', None),
        ('<date when="1711-02-10">Saturday, 10 February 1711</date>', None),
        ('<date when="1917-06">31 June 1917</date>', X),
        ("<date>31 June 1917</date>", X),
        ('<date when="1933-05-12" xml:lang="de">12. März 1933</date>', D),
        ('<date when="1933-03-12" xml:lang="de">12. März 1933</date>', None),
        ('<date when="1933-05-12" xml:lang="it">12 marzo 1933</date>', None),
        ('<date when="1932-03-12" xml:lang="it">12 marzo 1933</date>', D),
        ("On 31 June 1917 it rained.", X),
        ("See no. 30, June 1917, or Psalm 31. June 1917 was wet.", None),
        ('<date when="1900-03-13">29 February 1900</date>', None),
        ('<date when="1933-05-12">May 12, 1933</date>', None),
        ('<date when="1932-05-12">May 12, 1933</date>', "dates.text-differs"),
        ('<date when="1933-05-12">May 12</date>', None),
        ('<date when="1931">two years ago</date>', None),
        ('<date from="1914" to="1918">1914–18</date>', None),
        ('<date from="1914" to="1918">the war of 1915</date>', None),
        ('<date notBefore="1914" notAfter="1918">1933</date>', "dates.text-differs"),
        ('<date from="1923">since 1923</date>', None),
        ('<date when="1918-01-05" calendar="#julian">23 December 1917</date>', None),
        ('<date when="--05-01">May Day</date>', None),
        ('<date when="-0044">44 BC</date>', None),
        ('<date when="1933">12000</date>', None),
        ('<date when="2033-05-12">May 12, 2033</date>', "dates.after-file"),
        ('<date when="2026-12-31">later in the year</date>', None),
        ("<date>1933</date>", None),
    ],
)
def test_a_date_agrees_with_its_words_and_its_file(date: str, rule: str | None) -> None:
    markup = (
        f'{HEAD}<date when="2026-01-01"/></publicationStmt></fileDesc></teiHeader>'
        f"<text><body><p>{date}</p></body></text></TEI>"
    )
    found = check(Document.of(Source(markup.encode(), "letter.xml")))
    assert [finding.rule for finding in found] == ([rule] if rule else [])


def test_without_a_date_of_publication_nothing_is_too_late() -> None:
    markup = f'{HEAD}</publicationStmt></fileDesc></teiHeader><text><p><date when="2999"/></p></text></TEI>'
    assert list(check(Document.of(Source(markup.encode(), "letter.xml")))) == []
