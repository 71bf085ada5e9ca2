"""Small figures in a line and in cells, in every format: whole, named for those who do not see them, harmless."""

from __future__ import annotations

import io
import re

import pytest
from sources import LONG, NASTY, drawn_source, small_source

from planctl.reports.formats import Source, make
from planctl.reports.formats.document import Paragraph, Table, plain
from planctl.reports.formats.widths import weights
from planctl.reports.rendering.markdown import escape


def test_markdown() -> None:
    """In Markdown the words stand as alternative text, and nothing of them breaks the table."""
    source = small_source()
    assert f"![{escape(source.figures[0].words)}](figurer/liten.svg)" in source.markdown
    document = source.document
    line, table = document.blocks
    assert isinstance(line, Paragraph)
    assert isinstance(table, Table)
    assert [(span.text, span.figure and span.figure.name) for span in line.line] == [
        ("Before ", None), ("", "liten"), (" after", None),
    ]  # fmt: skip
    cells = [[(plain(cell), [span.figure and span.figure.name for span in cell]) for cell in row] for row in table.rows]
    assert [row[1] for row in cells] == [("", ["liten"]), ("", ["stygg"]), ("", ["liten"]), ("–", [None])]
    assert [table.has_figures(index) for index in range(3)] == [False, True, False]


def test_html() -> None:
    """In HTML they stand inline, named, and may come again: they have no ids."""
    text = make("html", small_source()).decode()
    svgs = re.findall(r"<svg .*?</svg>", text, re.DOTALL)
    assert len(svgs) == 4
    assert all(' class="small"' in svg and ' role="img"' in svg and " id=" not in svg for svg in svgs)
    assert svgs[0].count("Over time. 3; 4; 5.") == 2  # its name and its tooltip
    assert "<script" not in text
    assert "<img" not in text
    assert re.findall(r'aria-label="([^"]*)"', svgs[2])[0].startswith("&lt;script&gt;alert(1)&lt;/script&gt;")


def test_pdf() -> None:
    """In PDF each is a figure with alternative text, and the file is still PDF/UA-1."""
    pikepdf = pytest.importorskip("pikepdf", reason="pikepdf is not installed")
    pytest.importorskip("typst", reason="typst is not installed")
    source = small_source()
    with pikepdf.open(io.BytesIO(make("pdf", source))) as file:
        alts = [str(item.Alt) for item in file.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item]
        with file.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
        boxes = [item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"]
    one, two = (figure.words for figure in source.figures)
    assert sorted(alts) == sorted([one, one, one, two])
    assert len(boxes) == 4


def test_docx() -> None:
    """In Word each is a picture of its own number with title and alternative text, no wider than its cell."""
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    pytest.importorskip("typst", reason="typst is not installed")
    from docx.oxml.ns import qn

    source = small_source()
    word = docx.Document(io.BytesIO(make("docx", source)))
    abouts = list(word.element.body.iter(qn("wp:docPr")))
    one, two = source.figures
    assert [about.get("descr") for about in abouts] == [figure.words for figure in (one, one, two, one)]
    assert [about.get("title") for about in abouts] == ["Over time", "Over time", NASTY[1], "Over time"]
    assert len({about.get("id") for about in abouts}) == 4
    assert [cell.text for cell in word.tables[0].columns[1].cells] == ["Over time", "", "", "", "–"]
    widths = [int(extent.get("cx")) for extent in word.element.body.iter(qn("wp:extent"))]
    assert set(widths) == {18 * 36000}
    (column,) = {cell.width for cell in word.tables[0].columns[1].cells}
    assert max(widths) < column


def test_xlsx() -> None:
    """In a workbook there is neither picture nor an empty column for it."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
    book = openpyxl.load_workbook(io.BytesIO(make("xlsx", small_source())))
    rows = list(book.worksheets[-1].iter_rows(values_only=True))
    assert rows == [("Name", "Value"), ("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")]
    assert not any(sheet._images for sheet in book.worksheets)


@pytest.mark.parametrize("name", ["html", "pdf", "docx"])
def test_same_bytes(name: str) -> None:
    """Made again, it is the same file."""
    assert make(name, small_source()) == make(name, small_source())


def test_a_report_with_all_its_figures() -> None:
    """Each indicator that was measured has its sparkline in its row, the others a dash; columns fit the page."""
    source = drawn_source()
    tables = [table for table in source.document.tables if "Over time" in map(plain, table.head)]
    assert tables
    for table in tables:
        column = [plain(cell) for cell in table.head].index("Over time")
        for row in table.rows:
            never = plain(row[column - 1]).startswith("never measured")
            assert [span.figure is None for span in row[column]] == [never]
            assert plain(row[column]) == ("–" if never else "")
        assert sum(weights(table)) <= 118 * 1.2
        assert weights(table)[column] >= 15
    assert any(plain(cell) == "–" for table in tables for row in table.rows for cell in row)


def test_a_figure_that_is_not_the_reports_own() -> None:
    """A picture that is no figure of the report is its words."""
    source = small_source()
    stray = Source(source.markdown, source.lang, source.day, None, ())
    assert "<svg" not in make("html", stray).decode()
    assert LONG in make("html", stray).decode()
