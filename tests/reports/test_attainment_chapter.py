"""The chapter on måloppnåelse, and what has changed, as values: page and workbook come of the same tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from town import markdown, tables, view
from village import view as of_village

from planctl.i18n import Language, T
from planctl.model.chapter import Column, Drawn, Table
from planctl.reports.chapters import attainment
from planctl.reports.figures.collection import Figures
from planctl.reports.formats.sheets import sheets
from planctl.reports.rendering.spoken import Signed
from planctl.reports.snapshot import plain

NB = Language("nb")


def test_the_sheet() -> None:
    """A workbook has the satsingsområder with their sums, every delmål in typed columns, and units by band."""
    (sheet,) = (found for found in sheets(view(), "Rapport", date(2021, 8, 31)) if NB(found.name) == "Måloppnåelse")
    areas, goals, units = sheet.blocks
    assert [NB(column.title) for column in areas.columns[:3]] == ["Satsingsområde", "Beregnet", "Delmål"]
    assert areas.rows == (("1 Klima", T("on the way, at risk"), 2, 0, 0, 2, 0, 0),)
    assert areas.total == (T("Sum"), None, 2, 0, 0, 2, 0, 0)
    assert [column.kind for column in goals.columns][4:] == ["status", "text", *["number"] * 4]
    told = [(row[1], row[2], NB.show(row[3]), *row[6:]) for row in goals.rows]
    assert told == [
        ("1.1", "Innbyggerne reiser miljøvennlig", "1 på vei", 5, 6, 1, 2),
        ("1.2", "Skolene sparer strøm", "–", 1, 2, 0, 1),
    ]
    assert units.rows[0][1:6] == (2, 0, 1, 1, 0)


def test_a_satsingsområde_without_goals() -> None:
    """No table of them stands with its heading alone."""
    report = view()
    bare = replace(report.focus_areas[0], goals=(), indicators=())
    (part, *_) = attainment.chapter(replace(report, focus_areas=(bare,))).parts
    assert part.tables == ()
    assert part.notes == (T("No {indikator_pl} measure these {delmål_pl}."),)


def test_definite_words() -> None:
    """«Disse delmålene», «desse delmåla», and so the municipality's own word."""
    report = of_village()
    assert "Ingen indikatorer måler disse delmålene." in markdown(report, "nb")
    assert "Ingen indikatorar måler desse delmåla." in markdown(report, "nn")


def test_columns_of_figures() -> None:
    """A page shows one where some of its figures are drawn; a workbook, and a page without figures, never."""
    table = Table((Column(T("Name")), Column(T("Over time"), "figure", where="page")), (("a", Drawn("x")), ("b", None)))
    assert [len(found.columns) for found in (table.page, table.drawn(()), table.drawn({"y"}), table.drawn({"x"}))] == [
        1, 1, 1, 2,
    ]  # fmt: skip
    assert len(table.part("workbook").columns) == 1
    assert plain(Drawn("x")) == {"of": "x"}
    assert Figures()["coverage"] is Figures()[Drawn("x")] is Figures()["nothing"] is None


def test_tables_of_a_page() -> None:
    """The same numbers stand on the page."""
    found = tables(markdown(view(), "nb").partition("## 2.")[2].partition("## 3.")[0])
    assert found[0][-1] == ["Sum", "", "2", "0", "0", "2", "0", "0"]
    assert [row[0] for row in found[1][1:]] == ["1.1 Innbyggerne reiser miljøvennlig", "1.2 Skolene sparer strøm"]


def test_the_sheet_of_changes() -> None:
    """A workbook has every count then and now as a number, the mål that moved, and what is silent."""
    report = view()
    assert report.changes is not None
    sheet = next(found for found in sheets(report, "Rapport", date(2021, 8, 31)) if NB(found.name).startswith("Endret"))
    assert NB(sheet.name) == "Endret siden 1. tertial 2021"
    tiltak = sheet.blocks[0]
    assert [column.kind for column in tiltak.columns] == ["status", "number", "number", "number"]
    totals = [sum(row[at] for row in tiltak.rows) for at in (1, 2, 3)]  # type: ignore[misc]
    assert totals == [report.changes.tiltak.total, report.tiltak.total.total, totals[1] - totals[0]]
    assert not [cell for table in sheet.blocks for row in table.rows for cell in row if isinstance(cell, Signed)]


def test_no_changes() -> None:
    """Where there is no report to compare with, neither a page nor a workbook has a word of it."""
    report = replace(view(), changes=None)
    assert "Endret siden" not in markdown(report, "nb")
    assert not [found for found in sheets(report, "Rapport", date(2021, 8, 31)) if NB(found.name).startswith("Endret")]
