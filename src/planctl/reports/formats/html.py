"""A document as one HTML file: no scripts, nothing fetched, landmarks; for screens, dark ones too, and print."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape

from planctl.i18n import Language
from planctl.reports.formats.document import (
    Block,
    Code,
    Document,
    Heading,
    Line,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Span,
    Table,
    plain,
)
from planctl.reports.formats.parse import MAIN
from planctl.reports.formats.svg import inline, small
from planctl.resources import templates_dir

_CONTENTS = 3
"""How many sections a report has before it gets a table of contents."""
_LONG_WORD = 24
"""A word with more letters may be broken in a table."""


def render(document: Document, lang: Language, day: date) -> str:
    """Write the whole page."""
    style = (templates_dir() / "html" / "rapport.css").read_text(encoding="utf-8").strip()
    title = _text(document.title)
    parts = [
        "<!doctype html>",
        f'<html lang="{lang.code}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="generator" content="planctl">',
        f"<title>{title}</title>",
        f"<style>\n{style}\n</style>",
        "</head>",
        "<body>",
        f'<a class="skip" href="#{MAIN}">{_text(lang("To the report"))}</a>',
        f"<header>\n<h1{_id(document.anchor)}>{title}</h1>\n</header>",
        *_contents(document, lang),
        f'<main id="{MAIN}">',
        *_blocks(document.blocks),
        "</main>",
        f"<footer>\n<p>{_text(document.title)}. {_text(lang('Judged at {day}.', day=day))}</p>\n</footer>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(parts)


def _text(text: str) -> str:
    return escape(text, quote=True)


def _id(anchor: str) -> str:
    return f' id="{_text(anchor)}"' if anchor else ""


def _contents(document: Document, lang: Language) -> Iterable[str]:
    """List the sections, in a landmark of their own."""
    sections = [heading for heading in document.headings if heading.level == 2]
    if len(sections) < _CONTENTS:
        return
    yield f'<nav aria-label="{_text(lang("Contents"))}">'
    yield f'<p class="label">{_text(lang("Contents"))}</p>'
    yield "<ul>"
    for heading in sections:
        yield f'<li><a href="#{_text(heading.anchor)}">{_text(plain(heading.line))}</a></li>'
    yield "</ul>\n</nav>"


def _blocks(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterable[str]:
    match block:
        case Heading():
            yield f'<h{block.level} id="{_text(block.anchor)}">{_line(block.line)}</h{block.level}>'
        case Paragraph():
            yield f"<p>{_line(block.line)}</p>"
        case Listing():
            yield from _listing(block)
        case Table():
            yield from _table(block)
        case Picture():
            yield from _picture(block)
        case Quote():
            yield "<blockquote>"
            yield from _blocks(block.blocks)
            yield "</blockquote>"
        case Code():
            yield f"<pre><code>{_text(block.text)}</code></pre>"
        case Rule():
            yield "<hr>"


def _listing(listing: Listing) -> Iterable[str]:
    tag = "ul" if listing.start is None else "ol"
    start = f' start="{listing.start}"' if listing.start not in {None, 1} else ""
    yield f"<{tag}{start}>"
    for item in listing.items:
        if len(item) == 1 and isinstance(item[0], Paragraph):
            yield f"<li>{_line(item[0].line)}</li>"
        else:
            yield "<li>"
            yield from _blocks(item)
            yield "</li>"
    yield f"</{tag}>"


def _has_short_words(table: Table) -> bool:
    """Tell whether no word need be broken, as one without end must be: then dates and short words stay whole."""
    return all(len(word) <= _LONG_WORD for row in table.rows for cell in row for word in plain(cell).split())


def _table(table: Table) -> Iterable[str]:
    """Write a table in a frame that scrolls on a narrow screen and can then be reached from the keyboard."""
    label = f' aria-labelledby="{_text(table.label.anchor)}"' if table.label else ""
    wide = " wide" if len(table.head) > 6 else " whole" if _has_short_words(table) else ""
    yield f'<div class="table{wide}" role="group" tabindex="0"{label}>\n<table>\n<thead>'
    heads = (f'<th scope="col"{_side(table, index)}>{_line(cell)}</th>' for index, cell in enumerate(table.head))
    yield f"<tr>{''.join(heads)}</tr>\n</thead>\n<tbody>"
    for row in table.rows:
        kind = ' class="sum"' if table.is_sum(row) else ""
        yield f"<tr{kind}>{''.join(_cell(table, index, cell) for index, cell in enumerate(row))}</tr>"
    yield "</tbody>\n</table>\n</div>"


def _cell(table: Table, index: int, cell: Line) -> str:
    if index == 0 and table.row_heads:
        return f'<th scope="row">{_line(cell)}</th>'
    return f"<td{_side(table, index)}>{_line(cell)}</td>"


def _side(table: Table, index: int) -> str:
    return "" if table.aligns[index] == "left" else f' class="{table.aligns[index]}"'


def _picture(picture: Picture) -> Iterable[str]:
    figure = picture.figure
    yield f'<figure id="{_text(figure.name)}">'
    yield inline(figure)
    yield f"<figcaption><strong>{_text(figure.title)}</strong> {_text(figure.description)}</figcaption>"
    yield "</figure>"


def _line(line: Line) -> str:
    return "".join(_span(span) for span in line)


def _span(span: Span) -> str:
    if span.figure is not None:
        return f"{'<br>' if span.br else ''}{small(span.figure)}"
    said = _text(span.text)
    for wanted, tag in ((span.code, "code"), (span.emphasis, "em"), (span.strong, "strong")):
        said = f"<{tag}>{said}</{tag}>" if wanted else said
    if span.target:
        said = f'<a href="{_text(span.target)}">{said}</a>'
    return f"<br>{said}" if span.br else said
