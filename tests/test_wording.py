"""The Norwegian of the messages: the same choice everywhere, glossary words in the form that the sentence needs."""

from __future__ import annotations

import json
import re

import pytest
from messages import read

from planctl.glossary import Glossary, terms
from planctl.i18n import Language, T
from planctl.language.plain import mixed
from planctl.load.schema.schema_book import SchemaBook
from planctl.output.fields import title_of
from planctl.resources import locales_dir, records_of, schemas_dir

CAPITAL_AFTER_COLON = re.compile(r"(?<=[^\W_]|[»)}\]'`]): (?:[A-ZÆØÅ][a-zæøå ]|\{[A-ZÆØÅ])")
NEVER = {
    "nb": r"(?<![-\w\[])(?:veg|vegen|veger|vegene|òg)(?![-\w\]])",
    "nn": r"\b(?:vei|veien|også|stigen|samde|blei|ble|vert|blant|derfor|gjev|syner|setje)\b"
    r"|\bnokon \{\w+_pl",
}
"""What the other norm, or the other of two choices, would have written."""


def texts(code: str) -> list[tuple[str, str]]:
    """Return every translation with its msgid."""
    found = []
    for message in read(code):
        ids = message.id if isinstance(message.id, (list, tuple)) else (message.id,)
        strings = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
        found += [(ids[0], text) for text in strings if ids[0]]
    return found


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_one_way_of_writing_is_kept(code: str) -> None:
    wrong = [text for _, text in texts(code) if re.search(NEVER[code], text)]
    assert wrong == []


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_a_colon_is_followed_by_a_small_letter(code: str) -> None:
    assert [text for _, text in texts(code) if CAPITAL_AFTER_COLON.search(text)] == []


def test_the_schemas_help_keeps_to_the_same() -> None:
    said = [
        value
        for path in schemas_dir().rglob("*.json")
        for value in re.findall(r'"description": "([^"]*)"', path.read_text(encoding="utf-8"))
    ]
    assert len(said) > 300
    assert [text for text in said if CAPITAL_AFTER_COLON.search(text) or re.search(NEVER["nb"], text)] == []


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_a_unit_is_called_by_one_word(code: str) -> None:
    """«Virksomhet» is a kind of unit, and stands only where the English names that kind or its plan."""
    word = {"nb": r"\bvirksomhet(?:en|er|ene)?\b(?!:|»)", "nn": r"\bverksemd(?:a|er|ene)?\b(?!:|»)"}[code]
    kind = re.compile(r"virksomhet|unit whose plan|Two plans of the same kind", re.IGNORECASE)
    wrong = [text for msgid, text in texts(code) if re.search(word, text, re.IGNORECASE) and not kind.search(msgid)]
    assert wrong == []


@pytest.mark.parametrize(
    ("msgid", "nb", "nn"),
    [
        ("Inherit goals of the {kommuneplan} with «arver:»", "Arv mål fra kommuneplanen", "Arv mål frå kommuneplanen"),
        ("The {handlingsprogram} has no frames.", "Handlingsprogrammet har", "Handlingsprogrammet har"),
        ("Outside the {tjenesteområde_pl}", "Utenfor tjenesteområdene", "Utanfor tenesteområda"),
        (
            "Add «løser:» with the ids of the {oppdrag_pl}",
            "Legg til «løser:» med id-ene til oppdragene",
            "Legg til «løser:» med id-ane til oppdraga",
        ),
        ("«{id}» looks {n} year ahead", "«a» gjelder for 3 år", "«a» gjeld for 3 år"),
        (
            "{Strategi} «{id}» serves no {mål_pl}",
            "Strategi «a» bidrar ikke",
            "Strategi «a» medverkar ikkje til nokre mål",
        ),
    ],
)
def test_a_sentence_has_the_form_it_needs(msgid: str, nb: str, nn: str) -> None:
    for code, wanted in (("nb", nb), ("nn", nn)):
        patterns = [text for own, text in texts(code) if own.startswith(msgid)]
        said = Language(code)(T(patterns[0], id="a", n=3))
        assert said.startswith(wanted)


def test_every_word_has_four_forms_in_both_norms() -> None:
    every = terms()
    assert {"tiltak", "vedtakspunkt"} <= every.keys()
    nouns = [forms for forms in every.values() if len(forms["nb"]) > 1]
    assert {(len(forms[code]), code) for forms in nouns for code in forms} == {(4, "nb"), (4, "nn"), (2, "en")}
    statuses = {word for word, forms in every.items() if forms not in nouns}
    assert statuses <= set(SchemaBook().fields.statuses)
    assert all(len(every[word][code]) == 1 for word in statuses for code in ("nb", "nn", "en"))
    for code, endings in (("nb", ("en", "et", "ene")), ("nn", ("en", "et", "a", "ane", "ene"))):
        for forms in (term[code] for term in every.values()):
            owned = len(forms) > 2 and forms[2].split(" ")[0].endswith("s")
            heads = [re.split(r" (?:i|av) ", form)[0] for form in forms[2:]]
            assert owned or all(head.endswith(endings) for head in heads), forms  # «ledelsens gjennomgang» is definite


@pytest.mark.parametrize(
    ("own", "code", "definite", "plural"),
    [
        ({"entall": "satsing", "flertall": "satsinger"}, "nb", "satsingen", "satsingene"),
        ({"entall": "satsing", "flertall": "satsingar"}, "nn", "satsinga", "satsingane"),
        ({"entall": "økonomiplan"}, "nb", "økonomiplanen", "økonomiplanene"),
        ({"entall": "tjenestemål"}, "nb", "tjenestemålet", "tjenestemålene"),
        ({"entall": "løft", "flertall": "løft"}, "nb", "løft", "løft"),
        ({"entall": "strategisk mål", "flertall": "strategiske mål"}, "nb", "strategisk mål", "strategiske mål"),
        (
            {"entall": "løft", "bestemt": "løftet", "bestemt_flertall": "løftene"}, "nb", "løftet", "løftene",
        ),
        ({"nb": {"entall": "satsing"}, "nn": {"entall": "løft", "bestemt": "løftet"}}, "nn", "løftet", "løft"),
    ],
)  # fmt: skip
def test_a_municipality_s_own_word_is_inflected(own: dict[str, object], code: str, definite: str, plural: str) -> None:
    glossary = Glossary(code, {"oppdrag": own})
    assert glossary.form("oppdrag", definite=True) == definite
    assert glossary.form("oppdrag", definite=True, plural=True) == plural
    said = Language(code, {"oppdrag": own})(T("{Oppdrag_def}: {oppdrag_def_pl}", own=1))
    assert said == f"{definite[:1].upper()}{definite[1:]}: {plural}"


def test_english_has_the_article() -> None:
    assert Language("en")(T("{tiltak_def} and {mål_def_pl}", n=1)) == "the measure and the goals"


def test_the_fields_have_nynorsk_titles() -> None:
    book = SchemaBook()
    titles = {
        title
        for path in schemas_dir().glob("*.json")
        for title in re.findall(r'"title": "([^"]+)"', path.read_text(encoding="utf-8"))
    }
    assert book.nynorsk_titles.keys() <= titles
    kept = titles - book.nynorsk_titles.keys()
    assert [title for title in sorted(kept) if mixed(title.lower())[0]] == []
    assert [title for title in book.nynorsk_titles.values() if mixed(title.lower())[0]] == []


@pytest.mark.parametrize(("code", "title"), [("nb", "Ansvarlig"), ("nn", "Ansvarleg"), ("en", "Ansvarlig")])
def test_a_field_is_called_by_the_language_of_the_messages(code: str, title: str) -> None:
    book = SchemaBook()
    tiltak = book.resolve(book.root("virksomhetsplan")["properties"]["tiltak"])
    assert title_of(book, tiltak["items"], "ansvarlig", Language(code)) == title


def test_what_is_not_known_is_a_dash() -> None:
    assert Language("nb")(T("adopted on {date}", date=None)) == "vedtatt –"


def test_what_schemas_say_of_their_kinds_fits_them() -> None:
    """No word is given twice, and what settles a record is one of its own statuses."""
    book = SchemaBook()
    common = json.loads((locales_dir() / "begreper.json").read_text(encoding="utf-8"))
    given = [name for root in book.files.values() for name in root.get("x-flere-begrep", ())]
    given += [kind for kind, item in records_of(book.files.values()) if "x-begrep" in item]
    assert len(set(given)) == len(given) > 2
    assert common.keys().isdisjoint(given)
    for kind, item in records_of(book.files.values()):
        own = book.resolve(item["properties"].get("status", {})).get("enum", [])
        assert set(item.get("x-lukket", ())) <= set(own), kind
    assert [kind for kind in book.known_kinds.names if kind not in terms()] == []
