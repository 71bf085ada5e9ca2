"""The words of a report: the opening, what each tjenesteområde tells, and that no text of a report's input is dropped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from town import edited, files, markdown, town

from planctl.cli.report_documents import documents
from planctl.cli.report_pieces import Wanted
from planctl.i18n import Language
from planctl.reports.chapters.contents import contents
from planctl.reports.chapters.lacking import lacking
from planctl.reports.chapters.written import chapter
from planctl.reports.formats.sheets import sheets
from planctl.reports.month import build_month
from planctl.reports.rendering.templates import render
from planctl.reports.tertial import build_annual, build_tertial
from planctl.reports.views.tertial import TertialReport
from planctl.resources import read_schema, schemas_dir

NB = Language("nb")
ALL = """\
type: rapportering
periode: 2021-T2
gjelder: kommunen
levert: 2021-09-10
innledning: |
  Et krevende tertial.

  Økonomien er stram.
forslag_til_vedtak:
  - Rapporten tas til orientering.
  - Budsjettet endres.
sammendrag: Kommunen samlet.
"""
AREA = """\
type: rapportering
periode: 2021-T2
gjelder: teknisk
levert: 2021-09-10
sammendrag: Området går godt.
omtale: Vi har to lag.
"""
LEADER = ("    tittel: Kommunedirektør\n", "    tittel: Kommunedirektør\n    ledernivå: 1\n")


def _report(number: int, texts: dict[str, str]) -> TertialReport:
    here = town(texts)
    found = build_tertial(here, 2021, number) if number else build_annual(here, 2021)
    assert found is not None
    return found


def _unit(unit: str, period: str = "2021-T2", **fields: Any) -> str:
    return json.dumps({"type": "rapportering", "periode": period, "virksomhet": unit, **fields})


def test_the_opening_stands_first_and_has_no_number() -> None:
    """What is proposed is numbered, the introduction signed by the role that leads; the chapters begin at 1 after it."""
    shown = markdown(_report(2, {"alle.yaml": ALL, **edited("organisasjon.yaml", LEADER)}), "nb")
    opening = shown[shown.index("## ") : shown.index("## 1. Sammendrag")]
    assert opening == (
        "## Forslag til vedtak\n\n1. Rapporten tas til orientering.\n2. Budsjettet endres.\n\n"
        "## Innledning\n\nEt krevende tertial.\n\nØkonomien er stram.\n\n*Kommunedirektør*\n\n"
    )
    assert "## Forslag til vedtak" not in markdown(_report(1, {"alle.yaml": ALL}), "nb")


def test_a_report_with_words_alone_leaves_the_units_to_report() -> None:
    before, after = _report(2, {}), _report(2, {"alle.yaml": ALL, "teknisk.yaml": AREA})
    assert after.missing.units == before.missing.units
    assert before.missing.units != ()


def test_the_chapter_tells_what_each_tjenesteområde_and_unit_has_written() -> None:
    """The area's own words first, then each unit's with its name; one on a part of the period tells of which."""
    texts = {
        "alle.yaml": ALL,
        "teknisk.yaml": AREA,
        "havn.yaml": _unit("vann", "2021-05", sammendrag="Mai gikk godt."),
        "skole.yaml": _unit(
            "skole",
            sammendrag="Første.\n\nAndre.",
            tiltak={"s1": {"framdrift": 40, "kommentar": "Ferdig til jul", "årsak": "Regn", "korrigerende": "Telt"}},
        ),
    }
    shown = markdown(_report(2, texts), "nb")
    found = shown.partition("## 7. Tjenesteområdene\n")[2].partition("\n## ")[0]
    assert "### Hele kommunen\n\nKommunen samlet.\n\n### Teknisk\n\nOmrådet går godt.\n\nVi har to lag.\n\n" in found
    assert "**Vann (mai 2021).** Mai gikk godt.\n" in found
    assert "### Oppvekst\n\n**Skole.** Første.\n\nAndre.\n\n" in found
    assert "| 40\xa0% | Ferdig til jul *Årsak:* Regn *Korrigerende tiltak:* Telt |" in found


def test_a_comment_stands_once() -> None:
    """That of a deviation stands after its cause, and not in the chapter."""
    tiltak = {"s1": {"status": "forsinket", "årsak": "Regn.", "kommentar": "Tre av fire er klare"}}
    shown = markdown(_report(2, {"skole.yaml": _unit("skole", tiltak=tiltak)}), "nb")
    assert "| Regn. *Kommentar:* Tre av fire er klare |" in shown
    assert shown.count("Tre av fire er klare") == 1


def test_a_workbook_has_all_words_typed() -> None:
    report = _report(
        2, {"alle.yaml": ALL, "skole.yaml": _unit("skole", tiltak={"s1": {"framdrift": 40, "kommentar": "Ja"}})}
    )
    (sheet,) = (one for one in sheets(report, "T", date(2021, 8, 31)) if NB(one.name) == "Tjenesteområdene")
    (table,) = sheet.blocks
    assert [column.kind for column in table.columns] == ["text", "text", "text", "text", "status", "percent", "text"]
    assert [row[-1] for row in table.rows] == [
        "Rapporten tas til orientering.", "Budsjettet endres.", "Et krevende tertial.", "Økonomien er stram.",
        "Kommunen samlet.", "Ja",
    ]  # fmt: skip
    assert table.rows[-1][-2] == 40


def test_without_words_there_is_no_chapter() -> None:
    silent = {name: None for name, text in files().items() if text.startswith("type: rapportering")}
    report = build_tertial(town(silent), 2021, 2)
    assert report is not None
    assert report.written is None
    assert chapter(report.written) is None
    assert [one.title.msgid for one in contents(report)][-1] == "Not reported"


def test_an_own_template_without_a_place_is_told() -> None:
    report = _report(2, {"teknisk.yaml": AREA})
    told = lacking(report, "# Rapport\n", "tertialrapport.md.j2", NB)
    assert told is not None
    both = lacking(_report(2, {"alle.yaml": ALL}), "# Rapport\n", "tertialrapport.md.j2", NB)
    assert both is not None
    assert "disse kapitlene: Forslag til vedtak, Innledning og Tjenesteområdene. Skriv" in NB(both)
    assert '{% include "tertial/innledning.md.j2" %} {% include "kapitler.md.j2" %} der' in NB(both)
    assert 'har ingen plass for disse kapitlene: Tjenesteområdene. Skriv {% include "kapitler.md.j2" %} der' in NB(told)


# Every text of the input, with a word of its own in each.

NOT_TOLD = {
    "tittel": "it names the report in lists, and no report tells of another by its name",
    "merknad": "a note to those who work with the plan: its help says that no report has it",
}
"""Fields with text that no document has, and why."""


OF_FIGURES = {
    "målinger": {
        "tittel": "it names the file in lists; a report tells of indicators",
        "omtale": "NOT TOLD: what is said of a whole file of values has no place in a report yet",
        "merknad": "a note to those who work with the plan",
        "maaling.kilde": "NOT TOLD: a report tells a value with its period; `show` tells where it is from",
        "maaling.merknad": "a note to those who work with the plan",
    },
    "økonomi": {
        "tittel": "it names the file in lists; a report tells of units",
        "merknad": "a note to those who work with the plan",
    },
}
"""The texts of the files of values and of accounts: no report has any of them, and why."""


def _fields(schema: dict[str, Any], name: str = "") -> Iterator[str]:
    """Yield the free texts that a file's schema has, with those of its groups."""
    found = schema["$defs"][name] if name else schema
    for field, inner in found["properties"].items():
        if (inner.get("type") == "string" and "enum" not in inner and "pattern" not in inner) or field in {
            "tittel",
            "omtale",
            "merknad",
            "forslag_til_vedtak",
        }:
            yield f"{name}.{field}".lstrip(".")


def _every_text() -> list[str]:
    schema = read_schema(schemas_dir() / "rapportering.schema.json")
    groups = ("arbeidsrapport", "maalrapport", "delrapport", "oekonomirapport")
    return [*_fields(schema), *(field for group in groups for field in _fields(schema, group))]


def test_the_texts_of_figures_are_listed() -> None:
    """The list has each of them; one that is new must have a place, or a reason here."""
    for name, reasons in OF_FIGURES.items():
        schema = read_schema(schemas_dir() / f"{name}.schema.json")
        groups = [group for group in schema["$defs"] if "properties" in schema["$defs"][group]]
        assert {*_fields(schema), *(one for group in groups for one in _fields(schema, group))} == set(reasons)


def test_no_report_tells_the_texts_of_figures() -> None:
    """What the list says is so: a word in each stands in no report."""
    months = [{"enhet": "skole", "måned": 8, "årsbudsjett_opprinnelig": 9, "budsjett": 6, "regnskap": 6, "prognose": 9}]
    money = {"type": "økonomi", "periode": 2021, "tittel": "ordtittel", "merknad": "ordmerknad", "måneder": months}
    values = {
        "type": "målinger", "tittel": "ordtittel", "omtale": "ordomtale", "merknad": "ordmerknad",
        "målinger": [{"indikator": "i1", "periode": 2020, "verdi": 12, "kilde": "ordkilde", "merknad": "ordmerknad"}],
    }  # fmt: skip
    texts = {"økonomi.yaml": json.dumps(money), "målinger.yaml": json.dumps(values)}
    month = build_month(town(texts), 2021, 8)
    assert month is not None
    shown = markdown(_report(2, texts), "nb") + render("månedsrapport.md.j2", NB, {"report": month})
    assert "12\xa0% (2020)" in shown
    assert not any(word in shown for word in ("ordtittel", "ordomtale", "ordmerknad", "ordkilde"))


def _planted(period: str) -> dict[str, str]:
    """Write a report for the whole, and one of a unit, with a word in each of their texts."""
    tiltak = {"s1": {"status": "i rute"}, "s2": {"status": "forsinket"}}
    for name, row in tiltak.items():
        row |= {field: f"ord{name}{field}" for field in ("kommentar", "årsak", "korrigerende")}
    report = _unit(
        "skole", period, sammendrag="ordsammendrag", omtale="ordomtale", tittel="ordtittel", merknad="ordmerknad",
        tiltak=tiltak, oppdrag={"hp.o2": {"status": "i rute", "kommentar": "ordoppdrag"}},
        mål={"klima.d2": {"måloppnåelse": "på vei", "kommentar": "ordmål"}, "klima.h": {"kommentar": "ordutenvurdering"}},
        deler={"klima": {"status": "i rute", "kommentar": "orddel"}},
        økonomi={"prognose": 100, "årsbudsjett_regulert": 100, "forklaring": "ordforklaring"},
    )  # fmt: skip
    whole = {"type": "rapportering", "periode": period, "gjelder": "kommunen", "innledning": "ordinnledning"}
    whole["forslag_til_vedtak"] = ["ordforslag"]  # type: ignore[assignment]
    return {"skole.yaml": report, "alle.yaml": json.dumps(whole)}


WORDS = {
    "sammendrag": ("ordsammendrag",), "omtale": ("ordomtale",), "tittel": (), "merknad": (),
    "innledning": ("ordinnledning",), "forslag_til_vedtak": ("ordforslag",),
    "arbeidsrapport.årsak": ("ords1årsak", "ords2årsak"),
    "arbeidsrapport.korrigerende": ("ords1korrigerende", "ords2korrigerende"),
    "arbeidsrapport.kommentar": ("ords1kommentar", "ords2kommentar", "ordoppdrag"),
    "maalrapport.kommentar": ("ordmål", "ordutenvurdering"), "delrapport.kommentar": ("orddel",),
    "oekonomirapport.forklaring": ("ordforklaring",),
}  # fmt: skip
"""The words that are planted in each field."""


def test_every_text_of_a_report_stands_in_a_document() -> None:
    """In the tertial report or the årsrapport; what does not is listed with its reason."""
    from planctl.model.period import parse_period
    from planctl.reports.chapters.collected import with_chapters
    from planctl.reports.scope import Scope

    assert set(_every_text()) == set(WORDS), "a new free text must have a place in a document"
    for number, period in ((1, "2021-T1"), (2, "2021-T2"), (0, "2021")):
        texts = _planted(period)
        here = town(texts)
        view, span = _report(number, texts), parse_period(period)
        assert span is not None
        template = "tertialrapport.md.j2" if number else "årsrapport.md.j2"
        shown = render(template, NB, {"report": with_chapters(view, here, Scope(here, span))})
        for field, planted in WORDS.items():
            assert all(word in shown for word in planted), (period, field)
            assert bool(planted) != (field in NOT_TOLD)
        assert "ordtittel" not in shown
        assert "ordmerknad" not in shown


def test_what_is_written_of_a_month_stands_in_its_report() -> None:
    months = "enhet;måned;årsbudsjett_opprinnelig;budsjett;regnskap;prognose\nskole;5;1200;500;510;1200\n"
    texts = {**_planted("2021-05"), "økonomi.yaml": "type: økonomi\nperiode: 2021\nfil: tall.csv\n", "tall.csv": months}
    here = town(texts)
    view = build_month(here, 2021, 5)
    shown = render("månedsrapport.md.j2", NB, {"report": view})
    left = {word for words in WORDS.values() for word in words if word not in shown}
    assert left == {"orddel"}, "parts of plans are told in the tertial report alone"
    assert shown.index("## Forslag til vedtak") < shown.index("## Innledning") < shown.index("## 1. Sammendrag")


def test_documents_of_a_unit_keep_their_texts() -> None:
    """The chapter of a report is not theirs."""
    for piece in documents(town({**files(), "teknisk.yaml": AREA}), Wanted(document="lederdialog", year=2021), None):
        assert "Området går godt" not in render(piece.template, NB, {"report": piece.view})
