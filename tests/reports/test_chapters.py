"""The chapters of disciplines: found by being there, shown in every format by one loop, and missing from old templates."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from town import files, markdown, tables, town, view

from planctl.check.collected import discipline_modules
from planctl.cli.report import report
from planctl.cli.session import Session
from planctl.i18n import Language, T
from planctl.model.chapter import Chapter, Column, Table, Value
from planctl.model.period import tertial
from planctl.reports.chapters.collected import with_chapters
from planctl.reports.chapters.contents import contents
from planctl.reports.formats import REPORT_FORMATS, Source, make
from planctl.reports.formats.sheets_chapters import chapter_sheets
from planctl.reports.scope import Scope
from planctl.reports.snapshot import differences, plain

HERE = Path(__file__).parent
BEFORE = HERE / "templates_before_chapters"
"""The templates of the two reports as they were before there were chapters."""
COLUMNS = (
    Column(T("Name")),
    Column(T("Count"), "number"),
    Column(T("Sum"), "amount"),
    Column(T("Share"), "percent"),
    Column(T("Day"), "date"),
    Column(T("State"), "status"),
    Column(T("On paper"), where="page"),
    Column(T("In the workbook"), "number", where="workbook"),
)
ROW = ("a | <b> *c*", 1200, Decimal(34500), Decimal("4.95"), date(2021, 3, 4), "under arbeid", T("both"), 7)
EMPTY = (None,) * len(COLUMNS)
CHAPTERS = (
    Chapter(T("First"), (T("Counted: {n}.", n=3),), (Table(COLUMNS, (ROW, EMPTY), T("Table"), (T("Sum"), 3, *EMPTY[2:])),)),
    Chapter(T("Second"), (T("No table."),)),
)  # fmt: skip


def test_chapters_in_markdown() -> None:
    """Numbered after the others; each cell as its column says; what is for a workbook alone is left out."""
    shown = markdown(replace(view(), chapters=CHAPTERS))
    heads = [line for line in shown.splitlines() if line.startswith("## ")]
    assert heads[-4:] == ["## 6. Not reported", "## 7. First", "## 8. Second", "## How the figures are made"]
    first = shown.partition("## 7. First\n")[2].partition("## 8.")[0]
    assert first.strip().startswith("Counted: 3.\n\n### Table\n\n| Name |")
    assert "|:---|---:|---:|---:|:---|:---|:---|" in first
    assert "| a &#124; &lt;b&gt; \\*c\\* | 1,200 | 34,500 | 5.0\u00a0% | 04/03/2021 | In progress | Both |" in first
    assert "| **Sum** | **3** | **–** |" in first
    (table,) = tables(first)
    assert {len(row) for row in table} == {7}
    assert table[2] == ["–"] * 7


@pytest.mark.parametrize("name", REPORT_FORMATS)
def test_chapters_in_every_format(name: str) -> None:
    report_view = replace(view(), chapters=CHAPTERS)
    made = make(name, Source(markdown(report_view), Language("en"), date(2021, 8, 31), report_view))
    assert made == make(name, Source(markdown(report_view), Language("en"), date(2021, 8, 31), report_view))
    if name in ("md", "html"):
        assert "7. First" in made.decode()
    elif name in ("docx", "xlsx"):
        with ZipFile(io.BytesIO(made)) as archive:
            text = "".join(archive.read(item).decode() for item in archive.namelist() if item.endswith(".xml"))
        assert "First" in text
        assert ("In the workbook" in text) == (name == "xlsx")
    else:
        assert made.startswith(b"%PDF")


def test_sheets_are_typed() -> None:
    (sheet,) = chapter_sheets(CHAPTERS)
    (block,) = sheet.blocks
    kinds = [column.kind for column in block.columns]
    assert kinds == ["text", "number", "amount", "percent", "date", "status", "number"]
    assert block.rows[0][1:5] == (1200, Decimal(34500), Decimal("4.95"), date(2021, 3, 4))
    assert block.rows[0][5] == T("in progress")
    assert block.rows[0][6] == 7
    assert len(block.rows) == 2
    assert block.total is not None
    assert not any(isinstance(cell, Value) for cell in block.rows[0])


def test_frozen_figures_stay_as_they_were() -> None:
    """What a chapter says and is known by, and how its columns look, is no figure; what it could not hold was empty."""
    now = plain(replace(CHAPTERS[1], name="two", number=8, template="x.md.j2"))
    assert now == plain(CHAPTERS[1])
    before = {key: now[key] for key in ("title", "tables", "illustrative")} | {"paragraphs": ["{n} counted."]}
    assert list(differences(before, now)) == []
    assert plain(replace(COLUMNS[0], width=9, where="page")) == plain(COLUMNS[0])
    assert list(differences(plain(COLUMNS[0]) | {"width": 14, "where": "both"}, plain(COLUMNS[0]))) == []
    told = plain(replace(CHAPTERS[1], notes=(T("More."),)))
    assert list(differences(before, told)) == [("notes", None, ["More."])]


def test_the_order_of_chapters() -> None:
    """The report's own come first and are numbered from 1; then the disciplines', a new one last."""
    numbered = contents(replace(view(), chapters=CHAPTERS))
    assert [chapter.number for chapter in numbered] == list(range(1, 9))
    assert [chapter.title.msgid for chapter in numbered] == [
        "Summary", "Goal attainment", "Deviations", "Past the deadline", "Economy", "Not reported", "First", "Second",
    ]  # fmt: skip
    found = [module.__name__.split(".")[-2] for module in discipline_modules("chapter")]
    assert found[:5] == ["plandeler", "vedtak", "ros", "avvik", "kontroll"]
    assert found[-1] == "kunnskapsgrunnlag"


def test_no_chapter_leaves_no_trace() -> None:
    """A report without any has neither a chapter nor a number left out, and its frozen figures are as they were."""
    here = town()
    scope = Scope(here, tertial(2021, 2))
    built = with_chapters(view(), here, scope)
    assert built.chapters is None
    assert built.illustrative == view().illustrative
    assert "## 7." not in markdown(built)


@pytest.mark.parametrize("kwargs", [{"tertial": 2}, {"tertial": None, "annual": True}])
def test_templates_copied_before_there_were_chapters(
    kwargs: dict[str, object], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They still give their report, and it is told which chapters they have no place for; one line gives them it."""
    for name, text in files().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    register = "type: vedtak\nid: vr\ntittel: Vedtak\nperiode: 2021\nvedtak:\n"
    register += "  - {id: v1, tittel: Trygg skoleveg, dato: 2021-05-04, ansvarlig: veg}\n"
    (tmp_path / "vedtak.yaml").write_text(register, encoding="utf-8")
    shutil.copytree(BEFORE, tmp_path / "templates")
    here = Session(folder=tmp_path, lang_code="en", environ={}, today=date(2022, 2, 28))
    assert report(here, year=2021, out=None, **kwargs) == 0  # type: ignore[arg-type]
    out, err = capsys.readouterr()
    assert "## 6. Not reported" in out
    assert "Trygg skoleveg" not in out
    assert 'has no place for these chapters: Decisions. Write {% include "kapitler.md.j2" %} where' in err
    for path in (tmp_path / "templates").iterdir():
        text = path.read_text(encoding="utf-8")
        last = '{% include "tertial/grunnlag.md.j2" %}'
        path.write_text(text.replace(last, '{% include "kapitler.md.j2" %}\n\n' + last), encoding="utf-8")
    assert report(here, year=2021, out=None, **kwargs) == 0  # type: ignore[arg-type]
    out, err = capsys.readouterr()
    assert "## 7. Decisions" in out
    assert "Trygg skoleveg" not in err
    assert "no place" not in err
