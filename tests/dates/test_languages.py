"""Dates in German, French, Spanish and Russian: these tables are the specification."""

from __future__ import annotations

import pytest

from rubricator.dates import find_dates, parse_date

GERMAN = [
    ("12. Mai 1933", "when=1933-05-12"),
    ("den 12. Mai 1933", "when=1933-05-12"),
    ("Freitag, den 12. Mai 1933", "when=1933-05-12"),
    ("Fr. 12. Mai 1933", "when=1933-05-12"),
    ("der zwölfte Mai 1933", "when=1933-05-12"),
    ("12ten May 1798", "when=1798-05-12"),
    ("12. 5. 1933", "when=1933-05-12"),
    ("12. V. 1933", "when=1933-05-12"),
    ("5/4/1933", "when=1933-04-05"),
    ("1. Jänner 1901", "when=1901-01-01"),
    ("26. April", "when=--04-26"),
    ("Mai 1933", "when=1933-05"),
    ("im Jahre 1917", "when=1917"),
    ("Anfang August 1916", "notBefore=1916-08-01 notAfter=1916-08-10"),
    ("Mitte November 1895", "notBefore=1895-11-11 notAfter=1895-11-20"),
    ("Ende 1899", "notBefore=1899-09 notAfter=1899-12"),
    ("Herbst 1895", "notBefore=1895-09 notAfter=1895-11"),
    ("im Winter 1905/06", "notBefore=1905-12 notAfter=1906-02"),
    ("die 1890er Jahre", "notBefore=1890 notAfter=1899"),
    ("das 19. Jahrhundert", "notBefore=1801 notAfter=1900"),
    ("5. Jahrhundert v. Chr.", "notBefore=-0500 notAfter=-0401"),
    ("44 v. Chr.", "when=-0044"),
    ("um 1890", "when=1890 precision=low"),
    ("3.–5. Mai 1917", "from=1917-05-03 to=1917-05-05"),
    ("vom 3. bis 5. Mai 1917", "from=1917-05-03 to=1917-05-05"),
    ("vom 3. bis zum 5. Mai 1917", "from=1917-05-03 to=1917-05-05"),
    ("12./13. Mai 1933", "from=1933-05-12 to=1933-05-13"),
    ("von 1905 bis 1907", "from=1905 to=1907"),
    ("1914–18", "from=1914 to=1918"),
    ("zwischen dem 3. und 9. Januar 1915", "notBefore=1915-01-03 notAfter=1915-01-09"),
    ("3. oder 4. Juni 1917", "notBefore=1917-06-03 notAfter=1917-06-04"),
    ("nach dem 10. April 1916", "notBefore=1916-04-10"),
    ("vor 1917", "notAfter=1917"),
    ("nicht vor März 1920", "notBefore=1920-03"),
    ("25. Oktober (7. November) 1917", "when=1917-11-07 when-custom=1917-10-25 calendar=#julian"),
    ("Ostern 1916", "when=1916-04-23"),
]

FRENCH = [
    ("12 mai 1933", "when=1933-05-12"),
    ("le 12 mai 1933", "when=1933-05-12"),
    ("1er mai 1890", "when=1890-05-01"),
    ("vendredi 12 mai 1933", "when=1933-05-12"),
    ("Vendredi, le 12 mai 1933", "when=1933-05-12"),
    ("12 déc. 1851", "when=1851-12-12"),
    ("le premier août 1914", "when=1914-08-01"),
    ("12/5/1933", "when=1933-05-12"),
    ("12 mai", "when=--05-12"),
    ("mai 1933", "when=1933-05"),
    ("l’année 1848", "when=1848"),
    ("en 1848", "when=1848"),
    ("début août 1916", "notBefore=1916-08-01 notAfter=1916-08-10"),
    ("au début d’août 1916", "no date"),
    ("la fin de 1899", "notBefore=1899-09 notAfter=1899-12"),
    ("mi-novembre 1895", "notBefore=1895-11-11 notAfter=1895-11-20"),
    ("automne 1895", "notBefore=1895-09 notAfter=1895-11"),
    ("l’hiver 1905-1906", "notBefore=1905-12 notAfter=1906-02"),
    ("les années 1890", "notBefore=1890 notAfter=1899"),
    ("le XIXe siècle", "notBefore=1801 notAfter=1900"),
    ("le 19e siècle", "notBefore=1801 notAfter=1900"),
    ("44 av. J.-C.", "when=-0044"),
    ("vers 1890", "when=1890 precision=low"),
    ("du 3 au 5 mai 1917", "from=1917-05-03 to=1917-05-05"),
    ("de mai à juin 1917", "from=1917-05 to=1917-06"),
    ("entre le 3 et le 9 janvier 1915", "notBefore=1915-01-03 notAfter=1915-01-09"),
    ("3 ou 4 juin 1917", "notBefore=1917-06-03 notAfter=1917-06-04"),
    ("après le 10 avril 1916", "notBefore=1916-04-10"),
    ("avant 1917", "notAfter=1917"),
    ("25 octobre (7 novembre) 1917", "when=1917-11-07 when-custom=1917-10-25 calendar=#julian"),
    ("Pâques 1916", "when=1916-04-23"),
    ("le 18 brumaire de l’an VIII", "when=1799-11-09 when-custom=0008-02-18 calendar=#republican"),
]

SPANISH = [
    ("12 de mayo de 1933", "when=1933-05-12"),
    ("el 12 de mayo de 1933", "when=1933-05-12"),
    ("viernes, 12 de mayo de 1933", "when=1933-05-12"),
    ("1º de mayo de 1890", "when=1890-05-01"),
    ("mayo 12 de 1933", "when=1933-05-12"),
    ("12 de mayo", "when=--05-12"),
    ("mayo de 1933", "when=1933-05"),
    ("en el año 1848", "when=1848"),
    ("principios de agosto de 1916", "notBefore=1916-08-01 notAfter=1916-08-10"),
    ("mediados de noviembre de 1895", "notBefore=1895-11-11 notAfter=1895-11-20"),
    ("fines de 1899", "notBefore=1899-09 notAfter=1899-12"),
    ("otoño de 1895", "notBefore=1895-09 notAfter=1895-11"),
    ("los años 1890", "notBefore=1890 notAfter=1899"),
    ("el siglo XIX", "notBefore=1801 notAfter=1900"),
    ("siglo V a. C.", "notBefore=-0500 notAfter=-0401"),
    ("hacia 1890", "when=1890 precision=low"),
    ("del 3 al 5 de mayo de 1917", "from=1917-05-03 to=1917-05-05"),
    ("desde 1905 hasta 1907", "from=1905 to=1907"),
    ("entre el 3 y el 9 de enero de 1915", "notBefore=1915-01-03 notAfter=1915-01-09"),
    ("3 o 4 de junio de 1917", "notBefore=1917-06-03 notAfter=1917-06-04"),
    ("después del 10 de abril de 1916", "notBefore=1916-04-10"),
    ("antes de 1917", "notAfter=1917"),
]

RUSSIAN = [
    ("12 мая 1933 г.", "when=1933-05-12"),
    ("12 мая 1933 года", "when=1933-05-12"),
    ("12 мая 1933", "when=1933-05-12"),
    ("пятница, 12 мая 1933 г.", "when=1933-05-12"),
    ("12.5.1933", "when=1933-05-12"),
    ("12 мая", "when=--05-12"),
    ("1-го мая 1890 г.", "when=1890-05-01"),
    ("в мае 1933 года", "when=1933-05"),
    ("в 1848 году", "when=1848"),
    ("начало августа 1916 г.", "notBefore=1916-08-01 notAfter=1916-08-10"),
    ("в конце 1899 года", "notBefore=1899-09 notAfter=1899-12"),
    ("осень 1895 г.", "notBefore=1895-09 notAfter=1895-11"),
    ("зимой 1905–1906 гг.", "notBefore=1905-12 notAfter=1906-02"),
    ("1890-е годы", "notBefore=1890 notAfter=1899"),
    ("XIX век", "notBefore=1801 notAfter=1900"),
    ("V век до н. э.", "notBefore=-0500 notAfter=-0401"),
    ("около 1890 г.", "when=1890 precision=low"),
    ("с 3 по 5 мая 1917 г.", "from=1917-05-03 to=1917-05-05"),
    ("3–5 мая 1917 г.", "from=1917-05-03 to=1917-05-05"),
    ("1914–1918 гг.", "from=1914 to=1918"),
    ("между 3 и 9 января 1915 г.", "notBefore=1915-01-03 notAfter=1915-01-09"),
    ("3 или 4 июня 1917 г.", "notBefore=1917-06-03 notAfter=1917-06-04"),
    ("не ранее 10 апреля 1916 г.", "notBefore=1916-04-10"),
    ("не позднее 7 мая 1895 г.", "notAfter=1895-05-07"),
    ("3 (16) мая 1917 г.", "when=1917-05-16 when-custom=1917-05-03 calendar=#julian"),
    ("25 октября (7 ноября) 1917 г.", "when=1917-11-07 when-custom=1917-10-25 calendar=#julian"),
]

ALL = [
    (language, written, meant)
    for language, table in (("de", GERMAN), ("fr", FRENCH), ("es", SPANISH), ("ru", RUSSIAN))
    for written, meant in table
]


@pytest.mark.parametrize(("language", "written", "meant"), ALL)
def test_each_language_has_its_words_and_orders(language: str, written: str, meant: str) -> None:
    value = parse_date(written, language=language)
    said = "no date" if value is None else " ".join(f"{name}={text}" for name, text in value.attributes)
    assert said == meant


@pytest.mark.parametrize(
    ("language", "heading", "written", "meant"),
    [
        ("de", "Weimar d. 3. Jul. 1797", "3. Jul. 1797", "1797-07-03"),
        ("de", "Mittwoch, d. 3. Juni 1812", "Mittwoch, d. 3. Juni 1812", "1812-06-03"),
        ("de", "Wien, 21/II 1901", "21/II 1901", "1901-02-21"),
        ("de", "Montag Nachmittag", "Montag Nachmittag", "1851-06-23"),
        ("de", "Bischofszell, den 20 Dec. 1824", "20 Dec. 1824", "1824-12-20"),
        ("fr", "Paris, ce 12 mai 1833", "12 mai 1833", "1833-05-12"),
        ("fr", "Samedi soir", "Samedi soir", "1851-06-21"),
        ("fr", "Nohant, 3 7bre [1846]", "3 7bre [1846]", "1846-09-03"),
        ("fr", "12 Xbre 1833", "12 Xbre 1833", "1833-12-12"),
        ("es", "Madrid, 3 de Enero de 1836", "3 de Enero de 1836", "1836-01-03"),
        ("es", "Méjico, Agosto 5 de 1860", "Agosto 5 de 1860", "1860-08-05"),
        ("ru", "Москва, 3-го мая 1880 г.", "3-го мая 1880 г.", "1880-05-03"),
    ],
)
def test_letters_are_dated_as_each_language_dates_them(
    language: str, heading: str, written: str, meant: str
) -> None:
    (found,) = find_dates(heading, "1851-06-20", field=True, language=language)
    assert (found.written, found.value.when) == (written, meant)


@pytest.mark.parametrize(
    ("language", "prose", "found"),
    [
        ("de", "Er war 30. Der Mai ist gekommen.", []),
        ("de", "Am 12. Mai 1933 kam er, im Herbst 1895 ging er.", ["12. Mai 1933", "Herbst 1895"]),
        ("de", "Es waren 1917 Menschen da, so 12 Männer, die 12. Kompanie.", []),
        ("de", "Vom 3. Mai bis zum 9. Er kam am 9. Mai.", ["Vom 3. Mai bis zum 9", "9. Mai"]),
        ("de", "Seit 1848 und im Mai.", ["1848", "Mai"]),
        ("fr", "Le 12 mai 1933, 1917 hommes et en 1848 maisons.", ["12 mai 1933"]),
        ("fr", "Il vint en mai 12 hommes, sur la planète Mars.", ["mai"]),
        ("fr", "depuis 1848, jamais", ["1848"]),
        ("es", "El 12 de mayo de 1933 llegó; en 1917 hombres.", ["12 de mayo de 1933"]),
        ("ru", "12 мая 1933 г. он приехал, в 1917 году уехал.", ["12 мая 1933 г.", "1917 году"]),
        ("ru", "В среду 5 мая", ["среду 5 мая"]),
    ],
)  # fmt: skip
def test_only_dates_are_found_in_prose(language: str, prose: str, found: list[str]) -> None:
    assert [each.written for each in find_dates(prose, "1933-05-01", language=language)] == found


@pytest.mark.parametrize(
    ("language", "written", "meant"),
    [
        ("de", "gestern", "1933-05-11"),
        ("de", "vor zwei Jahren", "1931"),
        ("de", "letzten Montag", "1933-05-08"),
        ("fr", "hier", "1933-05-11"),
        ("fr", "lundi dernier", "1933-05-08"),
        ("es", "ayer", "1933-05-11"),
        ("es", "hace dos años", "1931"),
        ("ru", "вчера", "1933-05-11"),
        ("ru", "два года назад", "1931"),
    ],
)
def test_what_is_told_from_the_day_of_writing_is_reckoned(language: str, written: str, meant: str) -> None:
    (found,) = find_dates(f"{written}.", "1933-05-12", language=language)
    assert (found.written, found.value.when) == (written, meant)


@pytest.mark.parametrize("language", ["it", "la", "ar", "sr-Latn", "ru-Latn", ""])
def test_a_language_without_a_table_is_left_alone(language: str) -> None:
    assert find_dates("12 May 1933, 12.5.1933", language=language) == ()


@pytest.mark.parametrize("language", ["de-AT", "deu", "ger", "DE", "de_CH"])
def test_a_language_is_known_by_any_of_its_tags(language: str) -> None:
    assert [each.value.when for each in find_dates("12. Mai 1933", language=language)] == ["1933-05-12"]
