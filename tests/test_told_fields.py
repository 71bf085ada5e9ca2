"""Fields of the disciplines' records, each told where its reader looks: on the page, or in the workbook's own columns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from field_use import said
from planctl.check.collected import discipline_modules
from planctl.cli.app import command_line
from planctl.cli.session import Session
from planctl.domain.organisation import owner_of
from planctl.model.chapter import Chapter, Occasion, Table
from planctl.model.period import Period
from planctl.reports.chapters.collected import chapter_documents
from planctl.reports.rendering.markdown import MarkdownLanguage
from planctl.world import World
from support import HERE, Files, world

DAY = date(2021, 6, 15)
Told = list[dict[str, Any]]


def _sample(discipline: str, name: str, *changes: tuple[str, str]) -> str:
    text = (HERE / "disciplines" / discipline / "editor" / f"{name}.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def _occasion(units: frozenset[str] | None = None) -> Occasion:
    covers = (lambda name: True) if units is None else (lambda name: name in units)
    return Occasion(Period(date(2021, 1, 1), DAY), covers, units is not None, ended=False)


def _document(name: str, files: Files) -> tuple[World, tuple[Chapter, ...]]:
    here = world(files, DAY)
    return here, chapter_documents()[name].chapters(here, _occasion())


def _tables(chapters: tuple[Chapter, ...]) -> Iterator[Table]:
    for chapter in chapters:
        yield from chapter.tables
        yield from _tables(chapter.parts)


def _rows(chapters: tuple[Chapter, ...], *headings: str, where: str = "workbook") -> Told:
    """Give the rows of the first table that has some headings on a page or in a workbook, by heading."""
    for table in _tables(chapters):
        shown = table.part("page" if where == "page" else "workbook")
        heads = [head[:1].upper() + head[1:] for head in (said(column.title) for column in shown.columns)]
        if set(headings) <= set(heads):
            return [dict(zip(heads, map(said, row), strict=True)) for row in shown.rows]
    raise AssertionError(headings)


def _pick(rows: Told, *headings: str) -> list[tuple[Any, ...]]:
    return [tuple(row[heading] for heading in headings) for row in rows]


AVVIK = _sample("avvik", "avvik", ("behandler: veg", "behandler: vegsjef"))


def test_who_deals_with_an_avvik_answers_for_it() -> None:
    here = world({"avvik/2021.yaml": AVVIK})
    first, second = (here.plans.get(name) for name in ("a2021.1", "a2021.2"))
    assert first is not None
    assert second is not None
    assert [owner_of(one, here.plans) for one in (first, second)] == ["vegsjef", None]


def test_list_shows_it_to_who_deals_with_it(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    from git_support import Repo
    from support import base_files

    repo = Repo(tmp_path / "plan", {**base_files(), "avvik/2021.yaml": AVVIK.replace("status: lukket", "status: åpen")})

    def ids(*argv: str) -> list[str]:
        session = Session(repo.folder, lang_code="nb", environ={"COLUMNS": "110"})
        capsys.readouterr()
        command_line().main(args=[*argv, "--format", "json"], prog_name="planctl", standalone_mode=False, obj=session)
        return [row["id"] for row in json.loads(capsys.readouterr().out)["records"]]

    assert ids("list", "avvik", "--owner", "vegsjef") == ["a2021.1"]
    assert ids("list", "avvik", "--open", "--owner", "vegsjef") == ["a2021.1"]


@pytest.mark.parametrize(("unit", "told"), [("veg", True), ("park", True), ("samfunn", False)])
def test_an_avvik_is_told_of_in_the_unit_it_is_about_and_in_that_which_deals_with_it(unit: str, told: bool) -> None:
    text = AVVIK.replace("behandler: vegsjef", "behandler: park")
    here = world({"avvik/2021.yaml": text}, DAY)
    (module,) = (one for one in discipline_modules("unit_chapter") if ".avvik." in one.__name__)
    made = module.chapter(here, _occasion(frozenset({unit})))
    assert (made is not None) is told
    if made is not None:
        assert _pick(_rows((made,), "Ansvarlig"), "Sak", "Ansvarlig") == [("Grøft uten sikring", "Park")]


def test_the_statistics_count_units_by_where_it_happened() -> None:
    _, made = _document("avviksstatistikk", {"avvik/2021.yaml": AVVIK})
    assert _pick(_rows(made, "Enhet", "Meldt i perioden", where="page"), "Enhet") == [("Veg og trafikk",)]


def test_the_statistics_tell_what_is_likely_again_and_what_is_sent_on() -> None:
    _, made = _document("avviksstatistikk", {"avvik/2021.yaml": AVVIK.replace("gjentakelse: 3", "gjentakelse: 4")})
    assert "1 er meldt som det samme som før, og 1 kan lett skje igjen." in str(said(made[0].paragraphs))
    _, unlikely = _document("avviksstatistikk", {"avvik/2021.yaml": AVVIK})
    assert "og 0 kan lett skje igjen." in str(said(unlikely[0].paragraphs))
    sent = _rows(made, "Videresendt", where="page")
    assert _pick(sent, "Videresendt", "Meldt i perioden") == [("Sak- og arkivsystemet", 1)]


def test_an_avvik_with_tiltak_has_the_matters_it_belongs_with_and_its_other_fields() -> None:
    text = AVVIK.replace("    gjelder: [klima.d1]", "    gjelder: [klima.d1]\n    beslektede: [ros1.r1]")
    _, made = _document("avviksstatistikk", {"avvik/2021.yaml": text, "ros/a.yaml": _sample("ros", "ros")})
    assert _pick(_rows(made, "Beslektede saker", where="page"), "Beslektede saker") == [("Ras stenger vegen",)]
    whole = _rows(made, "Strakstiltak")
    assert _pick(whole, "Strakstiltak", "Årsak", "Rotårsak", "Sannsynlighet for gjentakelse") == [
        ("Grøften ble sikret samme dag.", "Det hastet.", "Sjekklisten for graving var ikke i bilen.", 3)
    ]


def test_controls_tell_who_ordered_and_did_them_and_when_an_inspection_was_announced() -> None:
    _, made = _document(
        "internkontrollrapport",
        {"tilsyn/a.yaml": _sample("kontroll", "tilsyn"), "egenkontroll/a.yaml": _sample("kontroll", "egenkontroll")},
    )
    assert _pick(_rows(made, "Varslet"), "Varslet", "Sak", "Hjemmel") == [
        ("2021-01-10", "21/4711", "arbeidsmiljøloven")
    ]
    assert _pick(_rows(made, "Bestilt av"), "Bestilt av", "Utført av") == [("Kommunestyret", "Kommunens revisor")]
    assert _pick(_rows(made, "Utført av", where="page"), "Utført av") == [("Kommunens revisor",)]


def test_a_risk_tells_how_unsure_it_is_and_what_holds_it_back() -> None:
    text = _sample(
        "ros", "ros", ("    håndtering", "    usikkerhet: høy\n    kontroller: [Rassikring, Vakt]\n    håndtering")
    )
    _, made = _document("ros-rapport", {"ros/a.yaml": text})
    names = ("Usikkerhet", "Dette holder den nede i dag")
    assert _pick(_rows(made, *names), *names) == [("høy", "Rassikring, Vakt")]
    assert _pick(_rows(made, names[1], where="page"), names[1]) == [("Rassikring, Vakt",)]
    assert _pick(_rows(made, "Årsak"), "Årsak") == [("Mye nedbør",)]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://rutiner.example.no/brøyting?a=1|2", "[Brøyting](<https://rutiner.example.no/brøyting?a=1%7C2>)"),
        ("javascript:alert(1)", "Brøyting"),
        ("https://a.no/> <b>", "Brøyting"),
        ("Kvalitetssystemet, mappe 4", "Brøyting"),
    ],
)
def test_a_routine_leads_to_where_it_lies(address: str, shown: str) -> None:
    text = _sample("rutiner", "rutiner", ("    kapittel", f"    lenke: {json.dumps(address)}\n    kapittel"))
    _, made = _document("rutineoversikt", {"rutiner/a.yaml": text})
    (chapter,) = (one for one in made if said(one.title) == "Kapittel 4 – Hovedprosesser")
    title = chapter.tables[0].part("page").rows[0][0]
    assert MarkdownLanguage("nb").show(title) == shown
    assert _pick(_rows((chapter,), "Lenke"), "Rutine", "Lenke") == [("Brøyting", address)]


def test_a_contract_tells_what_is_delivered() -> None:
    _, made = _document("kontraktoversikt", {"kontrakter/a.yaml": _sample("kontrakt", "kontrakter")})
    assert _pick(_rows(made, "Tjeneste", where="page"), "Tjeneste") == [("Brøyting, strøing og feiing",)]
    assert _pick(_rows(made, "Nummer", "Organisasjonsnummer"), "Nummer") == [("K-7",)]


def _portfolio(*changes: tuple[str, str]) -> tuple[Chapter, ...]:
    files: Files = {"prosjekter/a.yaml": _sample("prosjekt", "prosjekt", *changes)}
    return _document("porteføljerapport", files)[1]


def test_a_portfolio_tells_the_frames_and_when_the_forecast_passes_what_is_steered_by() -> None:
    made = _portfolio(("  p50: 11000", "  styringsramme: 11000\n  p50: 10500"))
    heads = [f"{name} (1000 kr)" for name in ("Vedtatt ramme", "Styringsramme", "P50", "P85", "Over styringsrammen")]
    assert _pick(_rows(made, *heads, where="page"), *heads) == [(12000, 11000, 10500, 12500, 800)]
    assert "Med styringsramme: 1. Prognose over styringsrammen: 1." in said(made[0].paragraphs)
    within = _portfolio(("  p50: 11000", "  styringsramme: 11800"))
    assert "Med styringsramme: 1. Prognose over styringsrammen: 0." in said(within[0].paragraphs)
    assert "styringsramme" not in str(said(_portfolio()[0].paragraphs)).lower()


def test_a_portfolio_tells_what_the_line_has_taken_over() -> None:
    def text(day: str) -> str:
        return f"overført:\n  til: veg\n  dato: {day}\n  kommentar: Driften er klar\nstatusrapporter"

    made = _portfolio(("statusrapporter", text("2021-05-01")))
    heads = ("Prosjekt", "Overført til", "Dato", "Kommentar")
    assert _pick(_rows(made, *heads, where="page"), *heads) == [
        ("Gangveg langs fjorden", "Veg og trafikk", "2021-05-01", "Driften er klar")
    ]
    later = _portfolio(("statusrapporter", text("2021-07-01")))
    with pytest.raises(AssertionError):
        _rows(later, "Overført til")
