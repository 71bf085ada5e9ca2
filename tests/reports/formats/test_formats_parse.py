"""Markdown to a document: what the templates write, and what a municipality's own template may add."""

from __future__ import annotations

import pytest
from sources import FIGURE, hostile_source, said, town_source

from planctl.reports.figures.figure import Figure, place
from planctl.reports.formats.clean import clean
from planctl.reports.formats.document import Heading, Listing, Paragraph, Picture, Quote, Rule, Span, Table, plain, walk
from planctl.reports.formats.parse import parse
from planctl.reports.formats.widths import weights


def test_the_title_is_the_first_heading() -> None:
    """The first heading of level 1 is the title and no block; anchors are unlike each other."""
    document = parse("# Tittel – *x*\n\n## Én\n\n## Én\n\n### !!!\n")
    assert document.title == "Tittel – x"
    assert [(item.level, item.anchor) for item in document.headings] == [(2, "én"), (2, "én-2"), (3, "del")]


def test_running_text() -> None:
    """Strong, emphasised and linked text, code and line breaks become spans."""
    line = parse("en **to** *tre* `fire` [fem](https://e.no) seks<br>sju<!-- borte -->\nåtte").blocks[0]
    assert isinstance(line, Paragraph)
    assert line.line == (
        Span("en "),
        Span("to", strong=True),
        Span(" "),
        Span("tre", emphasis=True),
        Span(" "),
        Span("fire", code=True),
        Span(" "),
        Span("fem", target="https://e.no"),
        Span(" seks"),
        Span("sju åtte", br=True),
    )


@pytest.mark.parametrize("target", ["javascript:x", "data:text/html,x", "file:///x", "figurer/x", "//e.no"])
def test_links_lead_to_the_web_alone(target: str) -> None:
    """An address of another kind is no link; what is said remains."""
    found = parse(f"[ord]({target})").blocks[0]
    assert isinstance(found, Paragraph)
    assert all(not span.target for span in found.line)
    assert "ord" in plain(found.line)


def test_tables() -> None:
    """Alignment, the heading above, sum rows and number tables are known."""
    table = parse("## Penger\n\n| Navn | Sum |\n|:--|--:|\n| a | 1 |\n| **Sum** | **1** |\n").tables[0]
    assert table.aligns == ("left", "right")
    assert table.label is not None
    assert plain(table.label.line) == "Penger"
    assert table.row_heads
    assert [table.is_sum(row) for row in table.rows] == [False, True]


def test_widths_follow_the_words() -> None:
    """No column is narrower than its longest word, and room goes to the columns that hold text."""
    row = "| 1.1 | " + "ord " * 40 + "| 31.12.2021 |"
    table = parse(f"| Nr. | Tekst | Frist |\n|:--|:--|--:|\n{row}\n").tables[0]
    assert weights(table)[1] > 3 * weights(table)[2]
    assert weights(table)[2] >= 12
    assert sum(weights(table)) <= 118


def test_wide_letters_have_room() -> None:
    """A word with m and w is not broken where one of as many letters is whole."""
    table = parse(f"| A | B | C |\n|:--|:--|:--|\n| kommunen | kassalen | {'ord ' * 60}|\n").tables[0]
    assert weights(table)[:2] == (12, 11)


def test_blocks_of_other_kinds() -> None:
    """Quotations, numbered and nested lists, rules and code are read; raw HTML is text."""
    document = parse("> sagt\n\n3. a\n   - b\n4. c\n\n---\n\n    kode\n\n<b>x</b>\n\n<!-- borte -->\n")
    kinds = [type(block).__name__ for block in document.blocks]
    assert kinds == ["Quote", "Listing", "Rule", "Code", "Paragraph"]
    assert isinstance(document.blocks[1], Listing)
    assert document.blocks[1].start == 3
    assert "<b>x</b>" in plain(next(b.line for b in document.blocks if isinstance(b, Paragraph)))
    assert {Quote, Rule} <= {type(block) for block in document.blocks}


def test_figures_are_found_by_name() -> None:
    """A figure of the report stands in its place once, its description with it; any other picture is its words."""
    found = parse(f"{place(FIGURE)}\n\n![bilde](figurer/annet.svg) ![hus](../x.png)\n", [FIGURE])
    assert isinstance(found.blocks[0], Picture)
    assert found.blocks[0].figure is FIGURE
    assert len(found.blocks) == 2
    assert isinstance(found.blocks[1], Paragraph)
    assert plain(found.blocks[1].line) == "bilde hus"


@pytest.mark.parametrize("name", ["", "../x", "a/b", "A", "a b", "a)b"])
def test_names_of_figures(name: str) -> None:
    """A figure's name is a safe file name."""
    with pytest.raises(ValueError, match="name of a figure"):
        Figure(name, "", "", "")


def test_hostile_text_is_whole() -> None:
    """Every nasty text comes back letter by letter, in every place it stood, and makes no other block."""
    document = hostile_source().document
    lines = [block.line for block in walk(document.blocks) if isinstance(block, (Heading, Paragraph))]
    texts = [plain(line) for line in lines]
    cells = [plain(cell) for table in document.tables for row in table.rows for cell in row]
    for text in said():
        assert texts.count(text) == 3
        assert cells.count(text) == 2
    assert len(document.tables) == len(said())
    assert not any(span.target for line in lines for span in line)


def test_the_report_is_read_whole() -> None:
    """Every table and heading of the municipality's report is there."""
    source = town_source()
    document = source.document
    assert len(document.headings) == sum(line.startswith("##") for line in source.markdown.splitlines())
    assert all(len(row) == len(table.head) for table in document.tables for row in table.rows)
    assert any(isinstance(block, Table) for block in document.blocks)


def test_no_heading_takes_the_pages_own_anchor() -> None:
    """The main part of a page is called `report`; a heading of that name is not, and a table may name the title."""
    found = parse("# Report\n\n| A |\n|---|\n| 1 |\n\n## Report\n")
    assert found.anchor == "report-2"
    assert [heading.anchor for heading in found.headings] == ["report-3"]
    (table,) = found.tables
    assert table.label is not None
    assert table.label.anchor == found.anchor


def test_clean() -> None:
    """Control and direction characters go, also those that XML does not allow; line breaks stay where asked for."""
    assert clean("a\x1b[1m\u202eb\ud800\ufffe\U0001fffec\u2028d\te") == "a[1mbc d e"
    assert clean("a\r\nb", lines=True) == "a\nb"
