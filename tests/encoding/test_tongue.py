"""In which language a text is, where nobody says."""

from __future__ import annotations

import pytest

from rubricator.document import Document
from rubricator.encoding.encode import encode
from rubricator.encoding.tongue import tongue
from rubricator.source import Source
from rubricator.transcription import read

ENGLISH = """We came into the harbour before it was light, and the men who had been waiting for us since the
morning of that day were not to be seen; the master of the Petrel said that he had sent them
home, as the wind was against us."""
FRENCH = """Nous sommes entrés dans le port avant le jour, et les hommes qui nous attendaient depuis le
matin n'étaient pas là ; le patron du Pétrel dit qu'il les avait renvoyés à la maison, parce que
le vent était contre nous et la mer haute."""
GERMAN = """Wir kamen in den Hafen, ehe es hell war, und die Männer, die seit dem Morgen auf uns gewartet
hatten, waren nicht zu sehen; der Schiffer sagte, daß er sie nach Hause geschickt habe, denn der
Wind war gegen uns und die See ging hoch."""
SPANISH = """Entramos en el puerto antes del alba, y los hombres que nos esperaban desde la mañana no estaban
allí; el patrón dijo que los había mandado a su casa, por que el viento era contrario y la mar
estaba muy alta para un barco como el de ellos."""
RUSSIAN = """Мы вошли в гавань ещё до света, и людей, которые ждали нас с утра, не было видно; хозяин судна
сказал, что он отослал их домой, потому что ветер был против нас и море было неспокойно, как это
бывает на этих берегах в то время года."""
SWEDISH = """Vi kom in i hamnen innan det var ljust, och de män som hade väntat på oss sedan morgonen var
inte att se; skepparen sade att han hade skickat dem hem, för vinden var emot oss och det gick
hög sjö, som det ofta gör här på den tiden av året."""
GREEK = "μῆνιν ἄειδε θεὰ Πηληϊάδεω Ἀχιλῆος οὐλομένην, ἣ μυρί᾽ Ἀχαιοῖς ἄλγε᾽ ἔθηκε"
NAMES = "Herr Müller, Frau von der Tann, Graf zu Solms, Lady Anne, Sir Henry Wood, Mr. Oldacre. " * 5


@pytest.mark.parametrize(
    ("text", "expected", "found"),
    [
        (ENGLISH, "en", "en"),
        (ENGLISH, "en-GB", "en-GB"),
        (FRENCH, "en", "fr"),
        (FRENCH, "fr-CA", "fr-CA"),
        (GERMAN, "en", "de"),
        (SPANISH, "en", "es"),
        (RUSSIAN, "en", "ru"),
        (SWEDISH, "en", "sv"),
        (ENGLISH, "fr", "en"),
        (GREEK, "en", "el"),
        (GREEK, "grc", "grc"),
        (FRENCH[:60], "en", "en"),
        (f"{ENGLISH} {ENGLISH} {FRENCH}", "en", "en"),
        (NAMES, "en", "en"),
        (FRENCH, "nah", "nah"),
        ("", "en", "en"),
    ],
)
def test_the_small_words_tell_the_language_where_they_are_plain(text: str, expected: str, found: str) -> None:
    assert tongue([text], expected) == found


@pytest.mark.parametrize(
    ("field", "found"), [("", "fr"), ("Language: Occitan\n", "fr"), ("Language: en\n", "en")]
)
def test_a_text_in_french_is_encoded_as_french_unless_its_header_says_otherwise(
    field: str, found: str
) -> None:
    page = f"Jean Roux\n\nLettres\n\nWritten: 1862\n{field}\n{FRENCH}"
    root = Document.of(encode(read(Source(page.encode(), "lettres.txt")))).root
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == found
