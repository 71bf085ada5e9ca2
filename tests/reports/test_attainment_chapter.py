"""The chapter on måloppnåelse as a value: its page, its workbook and its figures come of the same tables."""

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
