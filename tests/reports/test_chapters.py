"""The chapters of disciplines: found by being there, shown in every format by one loop, and missing from old templates."""

from __future__ import annotations

import io
import shutil
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest
from town import files, markdown, tables, town, view

from planctl.check.collected import discipline_modules
from planctl.cli.report import report
from planctl.cli.report_documents import OF_CHAPTERS
from planctl.cli.session import Session
from planctl.i18n import Language, T
from planctl.model.chapter import Chapter, Column, Table, Value
from planctl.model.period import tertial
from planctl.reports.chapters.collected import chapter_documents, chapters, with_chapters
from planctl.reports.chapters.contents import contents, in_order
from planctl.reports.formats import REPORT_FORMATS, Source, make
from planctl.reports.formats.sheets_chapters import chapter_sheets
from planctl.reports.scope import Scope
from planctl.reports.snapshot import differences, plain
from planctl.resources import templates_dir

HERE = Path(__file__).parent
BEFORE = HERE / "templates_before_chapters"
"""The templates of the two reports as they were before there were chapters."""
MADE_UP = """
from planctl.disciplines.document import ChapterDocument
from planctl.i18n import T
from planctl.model.chapter import Chapter

def chapter(world, occasion):
    return Chapter(T("Made up")) if occasion.day.year == 2021 else None

DOCUMENT = ChapterDocument("oppdiktet", T("Made up"), lambda world, occasion: ())
"""
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


@pytest.fixture
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A package with one discipline that has a chapter and a document, and one that has neither."""
    package = tmp_path / "made_up_disciplines"
    for name in ("empty", "one"):
        (package / name).mkdir(parents=True)
        (package / name / "__init__.py").touch()
    (package / "__init__.py").touch()
    (package / "one" / "chapter.py").write_text(MADE_UP, encoding="utf-8")
    (package / "one" / "document.py").write_text(MADE_UP, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    import made_up_disciplines  # type: ignore[import-not-found]

    yield made_up_disciplines
    for name in [name for name in sys.modules if name.startswith("made_up_disciplines")]:
        del sys.modules[name]


def test_a_discipline_is_found_by_being_there(made_up: ModuleType) -> None:
    here = town()
    scope = Scope(here.plans, here.graph, tertial(2021, 2))
    assert [chapter.title.msgid for chapter in chapters(here, scope, made_up)] == ["Made up"]
    assert chapters(here, Scope(here.plans, here.graph, tertial(2020, 2)), made_up) == ()
    assert list(chapter_documents(made_up)) == ["oppdiktet"]
    assert [module.__name__ for module in discipline_modules("nothing", made_up)] == []


def test_nothing_in_a_repository_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a folder of disciplines nor a package of planctl's name in the repository is looked into."""
    for name, text in files().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for folder in ("disciplines/evil", "planctl/disciplines/evil", "src/planctl/disciplines/evil"):
        (tmp_path / folder).mkdir(parents=True)
        for name in ("__init__.py", "chapter.py", "document.py"):
            (tmp_path / folder / name).write_text("raise SystemExit(99)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert report(Session(environ={}, today=date(2021, 9, 15)), 2, 2021, None) == 0


def test_every_shipped_document_has_a_template() -> None:
    assert list(OF_CHAPTERS) == ["vedtaksliste"]
    assert all((templates_dir() / "dokumenter" / f"{name}.md.j2").is_file() for name in OF_CHAPTERS)


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
    """A chapter's name, number and template are no figures, and what chapters could not hold before was empty."""
    now = plain(replace(CHAPTERS[1], name="two", number=8, template="x.md.j2"))
    assert now == plain(CHAPTERS[1])
    before = {key: now[key] for key in ("title", "paragraphs", "tables", "illustrative")}
    assert list(differences(before, now)) == []
    told = plain(replace(CHAPTERS[1], notes=(T("More."),)))
    assert list(differences(before, told)) == [("notes", None, ["More."])]


def test_the_order_of_chapters() -> None:
    """The report's own come first and are numbered from 1; then the disciplines', a new one last."""
    numbered = contents(replace(view(), chapters=CHAPTERS))
    assert [chapter.number for chapter in numbered] == list(range(1, 9))
    assert [chapter.title.msgid for chapter in numbered] == [
        "Summary", "Goal attainment", "Deviations", "Past the deadline", "Economy", "Not reported", "First", "Second",
    ]  # fmt: skip
    first, second = CHAPTERS
    assert [chapter.name for chapter in in_order([("avvik", first), ("vedtak", second)])] == ["vedtak", "avvik"]


def test_no_chapter_leaves_no_trace() -> None:
    """A report without any has neither a chapter nor a number left out, and its frozen figures are as they were."""
    here = town()
    scope = Scope(here.plans, here.graph, tertial(2021, 2))
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
