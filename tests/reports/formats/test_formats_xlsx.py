"""The workbook: typed cells read back with another library, filters, and no formula but sums, whatever the plans say."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from sources import NASTY, town_source
from town import view

from planctl.domain.judgement.course import Course, Line
from planctl.domain.judgement.indicator import Standing
from planctl.domain.judgement.limit_words import Edit
from planctl.i18n import Language
from planctl.reports.formats import FormatError, make
from planctl.reports.formats.sheets import sheets
from planctl.reports.moved_limits import LimitDecision, MovedLimit, MovedLimits, SeriesVerdict
from planctl.reports.postponed import PostponedWork, Postponements, Shift
from planctl.reports.views.tertial import Annual, Decision

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")

TILTAK, OPPDRAG, INDIKATORER = (
    Language("en")(f"{{{kind[0].upper()}{kind[1:]}_pl}}", n=1) for kind in ("tiltak", "oppdrag", "indikator")
)


def _open(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def _rows(page: Any) -> list[dict[str, Any]]:
    heads, *rows = page.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


@pytest.fixture(scope="module")
def book() -> Any:
    return _open(make("xlsx", town_source("en")))


def test_sheets(book: Any) -> None:
    """One sheet a theme; those of one table have a frozen header; every table has filters."""
    assert book.sheetnames[0] == "Summary"
    assert book.sheetnames[-1] == "About the report"
    assert {TILTAK, OPPDRAG, INDIKATORER, "Deviations", "Economy", "Not reported"} <= set(book.sheetnames)
    for page in book:
        assert page.tables
        assert all(table.autoFilter is not None for table in page.tables.values())
        assert (page.freeze_panes == "A2") is (len(page.tables) == 1)
        assert page.page_setup.fitToHeight == 0


def test_types(book: Any) -> None:
    """Numbers are numbers, dates are dates, and a share is a share."""
    work = {row["Name"]: row for row in _rows(book[TILTAK]) + _rows(book[OPPDRAG])}
    report = view()
    assert len(work) == len({item.title for item in report.work})
    for item in report.work:
        row = work[item.title]
        assert row["Deadline"] == (datetime.combine(item.deadline, time()) if item.deadline else None)
        assert row["Days late"] == item.days_late
    indicators = {row["Name"]: row for row in _rows(book[INDIKATORER])}
    for series in report.indicators:
        last = series.last_value.value if series.last_value else None
        share = 100 if series.measure in {"prosent", "%"} else 1
        shown = indicators[series.title]["Latest value"]
        assert shown == (None if last is None else pytest.approx(float(last / share)))


def test_postponed_deadlines() -> None:
    """A row for each tiltak or oppdrag that was postponed: dates are dates, days are numbers, all of it can be filtered."""
    told = Shift(date(2021, 6, 1), date(2021, 8, 1), fresh=False, period="2021-T1", unit="Veg")
    moved = Shift(date(2021, 8, 1), date(2021, 12, 1), True, commit="abc1234", day=date(2021, 7, 2), subject="Ny frist")
    work = PostponedWork(
        "oppdrag", "hp.o1", "O1", "=Veg", "Veg", "Teknisk", date(2021, 6, 1), date(2021, 12, 1), (told, moved)
    )
    source = town_source("en")
    report = replace(view(), postponed=Postponements((work,), "all"))
    page = _open(make("xlsx", replace(source, view=report)))["Postponed deadlines"]
    (row,) = _rows(page)
    assert row == {
        "Kind": "Assignment",
        "No.": "O1",
        "Name": "=Veg",
        "Unit": "Veg",
        "Service area": "Teknisk",
        "First deadline": datetime.combine(work.first, time()),
        "Deadline now": datetime.combine(work.now, time()),
        "Times": 2,
        "Days": 183,
        "Postponed in the period": "Yes",
        "By reports for": "2021-T1",
        "By changes of the plan": "2021-07-02 «Ny frist» (abc1234)",
    }
    assert page.freeze_panes == "A2"
    assert [table.ref for table in page.tables.values()] == ["A1:L2"]
    assert all(table.autoFilter is not None for table in page.tables.values())
    without = replace(source, view=replace(report, postponed=Postponements((), "all")))
    assert "Postponed deadlines" not in _open(make("xlsx", without)).sheetnames


def test_moved_limits() -> None:
    """A row for each limit that a move changed, with the verdict by the old limits and by the new ones."""
    before = Standing("ikke_godkjent", Line.BAK, Decimal(80), Course.FORSINKET, stale=False)
    after = Standing("ønsket", Line.INGEN, None, Course.I_RUTE, stale=False)
    series = SeriesVerdict("", Decimal("74.5"), "2020", "prosent", 1, before, after)
    decided = (LimitDecision("Kommunestyret", "9/21", date(2021, 6, 8)), LimitDecision("Formannskapet", "", None))
    first = MovedLimit(
        "i1", "1", "=Sykler", (Edit("bånd/ønsket", "≥ 80", "≥ 70"), Edit("retning", "", "opp")), date(2021, 5, 20),
        "abc1234", "Justert", decided, "", False, (series,),
    )  # fmt: skip
    second = MovedLimit(
        "i1", "1", "=Sykler", (Edit("måltall", "2024: 90", ""),), None, "", "", (), "", False, (series,)
    )
    source = town_source("en")
    report = replace(view(), goalposts=MovedLimits((first, second), "all", date(2021, 1, 1)))
    page = _open(make("xlsx", replace(source, view=report)))["Moved limits"]
    one, other, third = _rows(page)
    assert one == {
        "No.": "1",
        "Name": "=Sykler",
        "Unit": None,
        "What was changed": "Band «● desired»",
        "Before": "≥ 80",
        "After": "≥ 70",
        "When": datetime.combine(date(2021, 5, 20), time()),
        "Change of the plan": "«Justert» (abc1234)",
        "Vedtak": "Kommunestyret, 8 June 2021, case 9/21; formannskapet, no date",
        "Latest value": pytest.approx(0.745),
        "Period": "2020",
        "By the old limits": "■ not approved, behind the course: delayed",
        "By the new limits": "● desired: on track",
        "Another verdict": "Yes",
    }
    assert (other["What was changed"], other["Before"], other["After"]) == ("Direction", None, "opp")
    assert (third["When"], third["Change of the plan"], third["Vedtak"]) == (None, "Not committed", "No vedtak")
    without = replace(source, view=replace(report, goalposts=MovedLimits((), "none", None)))
    assert "Moved limits" not in _open(make("xlsx", without)).sheetnames


def test_the_accounts_of_a_year() -> None:
    """The årsrapport's økonomi has budget, accounts and deviation once, and no forecast."""
    page = _open(make("xlsx", replace(town_source("en"), view=replace(view(), annual=Annual()))))["Economy"]
    heads = [cell.value for cell in page[2] if cell.value]
    assert heads == ["Service area", "Revised budget", "Accounts", "Deviation", "Per cent"]
    assert [cell.value for cell in page[3]][:4] == ["Teknisk", 12300, 8600, -600]


def test_what_is_past_its_deadline(book: Any) -> None:
    """The chapter has a sheet, whose dates and days can be reckoned with; a page says them in words."""
    rows = _rows(book["Past the deadline"])
    late = view().overdue
    assert late
    assert [(row["Name"], row["Days late"]) for row in rows] == [(item.title, item.days_late) for item in late]
    assert all(isinstance(row["Deadline"], datetime) for row in rows)


def test_what_only_a_year_has() -> None:
    """Decisions and projects have a sheet each; a date that is made up is still a date."""
    day = date(2021, 6, 8)
    decided = Decision("Plan", "Kommunestyret", "9/21", day, "vedtatt", illustrative=True)
    annual = Annual((decided,), (view().work[0],), (decided,))
    book = _open(make("xlsx", replace(town_source("en"), view=replace(view(), annual=annual))))
    assert _rows(book["Decisions on plans"]) == [
        {
            "Date": datetime.combine(day, time()), "Plan": "Plan", "Body": "Kommunestyret", "Case": "9/21", "Concerns": None,
            "Illustrative": "Yes",
        }
    ]  # fmt: skip
    assert [row["Name"] for row in _rows(book["Projects"])] == [view().work[0].title]
    assert "Internal control and ownership" not in book.sheetnames


def test_sums() -> None:
    """The sums of the sheet are the sums of its rows, as formulas that a filter changes."""
    data = make("xlsx", town_source("en"))
    page, formulas = (openpyxl.load_workbook(io.BytesIO(data), data_only=only)["Economy"] for only in (True, False))
    (ref, *_) = (table.ref for table in page.tables.values())
    last = int(ref.split(":")[1].strip("ABCDEFGH"))
    columns = range(2, 8)
    for column in columns:
        cells = [page.cell(row, column).value for row in range(3, last + 1)]
        assert sum(cell or 0 for cell in cells) == (page.cell(last + 1, column).value or 0)
        letter = openpyxl.utils.get_column_letter(column)
        held = f"{letter}3" if last == 3 else f"{letter}3:{letter}{last}"
        wanted = f"=SUBTOTAL(109,{held})" if any(cell is not None for cell in cells) else None
        assert formulas.cell(last + 1, column).value == wanted
    assert page.cell(last + 1, 1).value == "Sum"


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_languages(code: str) -> None:
    """Sheets are named in the report's language, within Excel's limits."""
    words = {"tiltak": {"entall": "tiltak", "flertall": "Våre [tiltak]: alle/noen? " + "x" * 40}}
    source = town_source(code)
    made = make("xlsx", type(source)(source.markdown, Language(code, words), source.day, source.view))
    for name in _open(made).sheetnames:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\")


def test_hostile_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plan text is stored as text, marked as such when it looks like a formula, whole and without control characters."""
    report = view()
    item = report.work[0]
    work = tuple(replace(item, title=nasty, cause=f"\x1b{nasty}\u202e", kind="tiltak") for nasty in NASTY)
    source = town_source("en")
    data = make("xlsx", type(source)(source.markdown, source.lang, source.day, replace(report, work=work)))
    page = _open(data)[TILTAK]
    cells = [row[1] for row in page.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == list(NASTY)
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(bool(cell.quotePrefix) for cell in cells if str(cell.value).startswith(("=", "+", "-", "@", "'")))
    assert [row["Cause"] for row in _rows(page)] == list(NASTY)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in file.namelist():
            if name.endswith(".xml"):
                formulas = re.findall(rb"<f>([^<]*)</f>", file.read(name))
                assert all(re.fullmatch(rb"SUBTOTAL\(109,[A-Z]+\d+(:[A-Z]+\d+)?\)", one) for one in formulas)
                assert b"hyperlink" not in file.read(name)


def test_endless_text() -> None:
    """A text longer than Excel's cell is cut with a mark."""
    report = view()
    work = (replace(report.work[0], title="å" * 40000, kind="tiltak"),)
    source = town_source("en")
    page = _open(make("xlsx", type(source)(source.markdown, source.lang, source.day, replace(report, work=work))))[
        TILTAK
    ]
    assert len(page["B2"].value) == 32767
    assert page["B2"].value.endswith("…")


def test_a_view_without_figures() -> None:
    """A document that has no figures gives its words and tables; an empty one gives nothing, and says so."""
    assert sheets(object(), "T", date(2021, 8, 31)) == ()
    other = SimpleNamespace(illustrative=True, work="x", missing=(1,), economy=None, indicators=3, plans=("a",))
    assert sheets(other, "T", date(2021, 8, 31)) == ()
    source = town_source("en")
    words = "# Plan\n\n## Goals\n\nBetter roads.\n\n| A | B |\n|---|---|\n| =1+1 | 2 |\n"
    page = _open(make("xlsx", type(source)(words, source.lang, source.day, None)))
    assert [sheet.title for sheet in page] == ["Content", "Tables"]
    assert [cell.value for cell in page["Content"][2]] == ["Goals", "Better roads."]
    assert page["Tables"].cell(page["Tables"].max_row, 1).value == "=1+1"
    assert page["Tables"].cell(page["Tables"].max_row, 1).data_type == "s"
    with pytest.raises(FormatError, match="no figures"):
        make("xlsx", type(source)("# Plan\n", source.lang, source.day, None))


def test_a_document_with_figures() -> None:
    """A document of the steering chain has its words and tables, and after them the figures it has."""
    source = town_source("en")
    words = "# Letter\n\n## Frames\n\n| Budget | 1000 kr |\n|---|---:|\n| Roads | 2 |\n"
    held = SimpleNamespace(indicators=view().indicators)
    sheets_ = _open(make("xlsx", replace(source, markdown=words, view=held))).sheetnames
    assert sheets_ == ["Tables", "Summary", INDIKATORER, "About the report"]


def test_same_bytes() -> None:
    """The file depends on the view alone."""
    assert make("xlsx", town_source()) == make("xlsx", town_source())


def test_shares() -> None:
    """Shares in the summary are those of the view."""
    rows = sheets(view(), "T", date(2021, 8, 31))[0].blocks[0].rows
    assert all(row[3] == Decimal(row[1]) * 100 / row[2] for row in rows[:-1] if row[2])  # type: ignore[arg-type]
