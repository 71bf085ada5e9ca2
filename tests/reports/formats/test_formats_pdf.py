"""The PDF report: tagged as PDF/UA-1, whole and harmless, the same bytes every time."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sources import FIGURE, NASTY, hostile_source, said, town_source

from planctl.reports.formats import make
from planctl.reports.formats.document import plain
from planctl.reports.formats.glyphs import spelled
from planctl.reports.formats.parse import parse
from planctl.reports.formats.pdf import render

pikepdf = pytest.importorskip("pikepdf", reason="pikepdf is not installed")
pytest.importorskip("typst", reason="typst is not installed")


def _walk(node: Any) -> Iterator[Any]:
    """Go through the structure tree."""
    if isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        kids = node.get("/K")
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            yield from _walk(kid)


@pytest.fixture(scope="module")
def town() -> bytes:
    return make("pdf", town_source("nb"))


def test_tagged(town: bytes) -> None:
    """Marked, with a structure tree, a language, a title that the window shows, and the PDF/UA mark."""
    with pikepdf.open(io.BytesIO(town)) as file:
        root = file.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "nb-NO"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        title = town_source("nb").document.title
        assert str(file.docinfo["/Title"]) == title
        assert str(file.docinfo["/CreationDate"]).startswith("D:20210831")
        with file.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
            assert meta["dc:title"] == title
        assert all("/StructParents" in page.obj or "/Annots" not in page.obj for page in file.pages)


def test_structure(town: bytes) -> None:
    """Headings without gaps, every table with headers, every figure with words."""
    document = town_source("nb").document
    with pikepdf.open(io.BytesIO(town)) as file:
        nodes = list(_walk(file.Root.StructTreeRoot))
        kinds = Counter(str(node.S) for node in nodes)
        levels = [int(str(node.S)[2:]) for node in nodes if str(node.S) in {"/H1", "/H2", "/H3"}]
        assert kinds["/Table"] == len(document.tables)
        assert kinds["/TH"] == sum(len(table.head) for table in document.tables)
        assert kinds["/TD"] == sum(len(row) for table in document.tables for row in table.rows)
        figures = [node for node in nodes if str(node.S) == "/Figure"]
        assert [str(node.Alt) for node in figures if "/Alt" in node] == [f"{FIGURE.title}. {FIGURE.description}"]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert len(levels) >= len(document.headings)


def test_fonts_are_embedded(town: bytes) -> None:
    """Every font stands in the file."""
    with pikepdf.open(io.BytesIO(town)) as file:
        descriptors = [item for item in file.objects if isinstance(item, pikepdf.Dictionary) and "/FontName" in item]
        assert descriptors
        assert all({"/FontFile2", "/FontFile3", "/FontFile"} & set(item.keys()) for item in descriptors)


def test_same_bytes(town: bytes) -> None:
    """Made again, it is the same file."""
    assert make("pdf", town_source("nb")) == town


def test_levels_left_out_are_closed() -> None:
    """PDF/UA allows no heading to skip a level: a template that does gets the nearest."""
    source = town_source()
    made = render(parse("# T\n\n#### a\n\n## b\n\n##### c\n"), source.lang, source.day)
    with pikepdf.open(io.BytesIO(made)) as file:
        kinds = [str(node.S) for node in _walk(file.Root.StructTreeRoot)]
    assert [kind for kind in kinds if kind in {"/H1", "/H2", "/H3"}] == ["/H1", "/H1", "/H2"]


def test_endless_table() -> None:
    """A table of thousands of rows is made in seconds, whole."""
    source = town_source()
    rows = "".join(f"| {number} | a |\n" for number in range(2000))
    made = render(parse(f"# T\n\n| Nr. | Navn |\n|---:|:---|\n{rows}"), source.lang, source.day)
    with pikepdf.open(io.BytesIO(made)) as file:
        kinds = Counter(str(node.S) for node in _walk(file.Root.StructTreeRoot))
    assert kinds["/TD"] == 4000
    assert kinds["/Table"] == 10


def test_letters_that_no_font_has() -> None:
    """Signs of other scripts are told by number rather than lost."""
    assert spelled("Blåbær → 中") == "Blåbær → [U+4E2D]"
    assert spelled("čđŋšŧž ● ▲ ■ ≥ −") == "čđŋšŧž ● ▲ ■ ≥ −"
    source = town_source()
    assert render(parse("# 中文\n\n🎉 fest\n"), source.lang, source.day).startswith(b"%PDF-")


def _pages(data: bytes, folder: Path) -> list[str]:
    path = folder / "report.pdf"
    path.write_bytes(data)
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")


def _text(data: bytes, folder: Path) -> str:
    pages = "".join(_pages(data, folder))
    return "".join(char for char in pages if not char.isspace() and char not in "\u200b\u00ad-‐")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
def test_hostile_text(tmp_path: Path) -> None:
    """Plan text is never typst markup: every letter of it stands in the file, as often as in the report."""
    found = _text(make("pdf", hostile_source()), tmp_path)
    for nasty in said():
        if nasty != NASTY[-1]:
            assert found.count("".join(nasty.split()).replace("-", "")) >= 5, nasty
    assert found.count("å") >= 5 * 4000


def test_hostile_text_compiles() -> None:
    """A report full of markup gives a file with no links, scripts or files in it."""
    with pikepdf.open(io.BytesIO(make("pdf", hostile_source()))) as file:
        assert "/OpenAction" not in file.Root
        assert "/EmbeddedFiles" not in file.Root.get("/Names", {})
        links = [note for page in file.pages for note in page.obj.get("/Annots", [])]
        assert not [note for note in links if "/A" in note and str(note.A.S) == "/URI"]
        assert len(file.pages) > 5
    assert plain(hostile_source().document.headings[0].line) == NASTY[0]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_short_sections_fill_the_page(tmp_path: Path) -> None:
    """A heading with a short paragraph, again and again, is no chain that moves to the next page as one."""
    sections = "".join(f"### Part {number}\n\nShort {number}.\n\nAnd brief.\n\n" for number in range(30))
    source = town_source("en")
    pages = _pages(make("pdf", replace(source, markdown=f"# T\n\n## Heading\n\n{sections}")), tmp_path)
    assert "Part 9" in pages[0]
    assert "Part 29" not in pages[0]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("lines", range(30, 42))
def test_what_leads_to_a_table_stays_with_it(lines: int, tmp_path: Path) -> None:
    """A heading and the sentence below it are never left alone at the foot of a page."""
    filler = "Before.\n\n" * lines
    rows = "".join(f"| row {number} | {number} |\n" for number in range(12))
    text = f"# T\n\n{filler}## Heading\n\nThis leads.\n\n| Name | Number |\n|:---|---:|\n{rows}"
    source = town_source("en")
    (page,) = (page for page in _pages(make("pdf", replace(source, markdown=text)), tmp_path) if "This leads." in page)
    assert "Heading" in page
    assert "row 0" in page
