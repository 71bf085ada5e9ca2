"""Reports and workbooks of a municipality without tjenesteområder: no column for them, and no share of nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from town import markdown, tables
from village import MONEY, REPORT, view, village

from planctl.i18n import Language, T
from planctl.reports.formats.sheet import Sheet
from planctl.reports.formats.sheets import sheets
from planctl.reports.month import build_month
from planctl.reports.rendering.templates import render
from planctl.reports.views.month import MonthReport

OVER = ["Samfunn", "−500", "−4,2\u00a0%", "−100"]


def month() -> MonthReport:
    """Build the report of January."""
    built = build_month(village(MONEY), 2021, 1)
    assert built is not None
    return built


def said(made: tuple[Sheet, ...]) -> set[str]:
    """Gather every heading and word of a workbook."""
    texts = [table.title for sheet in made for table in sheet.blocks if table.title]
    texts += [column.title for sheet in made for table in sheet.blocks for column in table.columns]
    cells = [
        cell for sheet in made for table in sheet.blocks for row in (*table.rows, table.total or ()) for cell in row
    ]
    return {Language("nb").show(item) for item in (*texts, *cells) if not isinstance(item, (int, date))}


def test_workbook_of_a_report() -> None:
    made = sheets(view(REPORT), "Tertialrapport", date(2021, 8, 31))
    assert not [words for words in said(made) if "tjenesteområde" in words.casefold()]
    by_name = {Language("nb")(sheet.name): sheet for sheet in made}
    key, tiltak = by_name["Sammendrag"].blocks
    assert T("{Enhet_pl} that have reported") not in [row[0] for row in key.rows]
    assert [row[1:3] for row in key.rows][:2] == [(0, 3), (1, 3)]
    assert (len(tiltak.columns), tiltak.total, tiltak.rows) == (9, None, ((0,) * 6 + (3, 3, 0),))
    sums, units = by_name["Økonomi"].blocks
    assert sums.rows == ((9000, 6000, 6100, -100, 9200, -200, sums.rows[0][-1]),)
    assert Language("nb")(sums.title or T("")) == "Sum, 1000 kr"
    assert [row[0] for row in units.rows] == ["Skole"]


def test_workbook_of_a_month() -> None:
    made = sheets(month(), "Månedsrapport", date(2021, 1, 31))
    assert not [words for words in said(made) if "tjenesteområde" in words.casefold()]


def test_report_of_a_month() -> None:
    """The sums stand alone; units and what is missing are told without an area."""
    text = render("månedsrapport.md.j2", Language("nb"), {"report": month()})
    assert "tjenesteområde" not in text.casefold()
    assert "\n## 2. Økonomi\n" in text
    areas, units, _, over = tables(text)
    assert [row[0] for row in areas] == ["", "Sum"]
    assert [row[0] for row in units[1:]] == ["Samfunn", "Skole*"]
    assert over == [["Enhet", "Avvik i året", "Avvik i prosent", "Avvik hittil"], OVER]
    assert "- 2 av 2 enheter har tall. Regnskap mangler for Skole (januar)." in text


def test_nothing_is_counted_of_no_units() -> None:
    """Where no unit is expected to give figures, none are said to have."""
    one = month()
    none = replace(one, economy=replace(one.economy, expected=0))
    text = render("månedsrapport.md.j2", Language("nb"), {"report": none})
    assert "enheter har tall" not in text
    assert "- Regnskap mangler for Skole (januar)." in text.splitlines()
    report = view(REPORT)
    assert "0 av 0" not in markdown(replace(report, economy=replace(report.economy, expected=0, covered=0)), "nb")
