"""A document as PDF/UA-1, by typst: tagged, with language, title, headings, table headers and alternative texts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

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
    Table,
    plain,
)
from planctl.reports.formats.svg import drawable
from planctl.reports.formats.typeset import typeset
from planctl.reports.formats.widths import weights
from planctl.resources import templates_dir

_REGION = {"nb": "NO", "nn": "NO", "en": "GB"}
_LONG_WORD = re.compile(r"[^\s\u200b\u00ad-]{32,}")
_STEP = 12
_TALL = 1500
"""A cell with more text than this may be broken over pages, lest the row grow higher than a page."""
_SHORT = 9
"""A table with so few rows stands on one page."""
_FEW, _BRIEF = 4, 320
"""So many paragraphs in a row, of no more letters each, stand with what follows them."""
_ROWS = 200
"""typst's time grows with the square of a table's rows: a longer one is made of several."""


def render(document: Document, lang: Language, day: date) -> bytes:
    """Write the PDF; the same document gives the same bytes."""
    import typst

    from planctl.reports.formats.glyphs import spelled

    data = _data(document, lang, day, _wrapped)
    try:
        return _compiled(data, day)
    except typst.TypstError as error:
        if "could not be displayed" not in error.diagnostic:
            raise
    return _compiled(_data(document, lang, day, lambda text: _wrapped(spelled(text))), day)


def _compiled(data: Any, day: date) -> bytes:
    return typeset(
        (templates_dir() / "typst" / "rapport.typ").read_bytes(),
        {"document": json.dumps(data, ensure_ascii=False)},
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
    )


Show = Callable[[str], str]


def _data(document: Document, lang: Language, day: date, show: Show) -> dict[str, Any]:
    """Make the report plain data, as the typst template reads it."""
    title = document.title or lang("Report")
    return {
        "title": show(title),
        "short-title": show(title if len(title) <= 100 else f"{title[:99]}…"),
        "description": lang("Judged at {day}.", day=day),
        "day": [day.year, day.month, day.day],
        "lang": lang.code,
        "region": _REGION[lang.code],
        "contents": lang("Contents") if document.contents else "",
        "blocks": _blocks(document.blocks, show),
    }


def _blocks(blocks: Iterable[Block], show: Show) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    level = 0
    rows = list(blocks)
    for at, block in enumerate(rows):
        if isinstance(block, Heading):  # PDF/UA allows no level to be left out on the way down
            level = min(max(block.level - 1, 1), level + 1)
            found.append({"kind": "heading", "level": level, "line": _line(block.line, show)})
        elif isinstance(block, Table):
            found += _tables(block, show)
        else:
            leads = isinstance(block, Paragraph) and _leads(rows, at)
            found.append(_block(block, show) | ({"leads": True} if leads else {}))
    return found


def _leads(rows: list[Block], at: int) -> bool:
    """Tell whether a paragraph stands on the page of what follows: a table, a picture, or after a heading a lower one.

    So do a few short ones in a row below a heading, which would else be alone with it at the foot of a page.
    """
    first, last = at, at
    while first > 0 and isinstance(rows[first - 1], Paragraph):
        first -= 1
    while last + 1 < len(rows) and isinstance(rows[last + 1], Paragraph):
        last += 1
    after = rows[last + 1] if last + 1 < len(rows) else None
    head = rows[first - 1] if first > 0 else None
    below = isinstance(head, Heading)
    brief = all(len(plain(row.line)) <= _BRIEF for row in _paragraphs(rows[first : last + 1]))
    few = below and brief and last - first < _FEW
    if isinstance(after, Table | Picture):
        return at == last or few
    deeper = isinstance(head, Heading) and isinstance(after, Heading) and after.level > head.level
    return deeper and (first == last or few)


def _paragraphs(rows: list[Block]) -> Iterator[Paragraph]:
    return (row for row in rows if isinstance(row, Paragraph))


def _block(block: Paragraph | Listing | Picture | Quote | Code | Rule, show: Show) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "line": _line(block.line, show)}
        case Listing():
            return {"kind": "list", "start": block.start, "items": [_blocks(item, show) for item in block.items]}
        case Picture():
            figure = block.figure
            return {
                "kind": "picture",
                "svg": drawable(figure),
                "title": show(figure.title),
                "description": show(figure.description),
            }
        case Quote():
            return {"kind": "quote", "items": _blocks(block.blocks, show)}
        case Code():
            return {"kind": "code", "text": show(block.text)}
        case Rule():
            return {"kind": "rule"}


def _tables(table: Table, show: Show) -> Iterable[dict[str, Any]]:
    """Give a table, or several of one width where it is so long that typst takes too much time over it."""
    most = max((len(plain(cell)) for row in table.rows for cell in row), default=0)
    shared = {
        "kind": "table",
        "head": [_line(cell, show) for cell in table.head],
        "aligns": list(table.aligns),
        "weights": list(weights(table)),
        "short": len(table.rows) <= _SHORT and most < _TALL // _SHORT,
        "long": most > _TALL,
    }
    for start in range(0, max(len(table.rows), 1), _ROWS):
        rows = table.rows[start : start + _ROWS]
        yield shared | {
            "rows": [[_line(cell, show) for cell in row] for row in rows],
            "sums": [index for index, row in enumerate(rows) if table.is_sum(row)],
        }


def _line(line: Line, show: Show) -> list[dict[str, Any]]:
    return [
        {
            "text": show(span.text),
            "strong": span.strong,
            "emphasis": span.emphasis,
            "code": span.code,
            "target": span.target if not span.target.startswith("#") else "",
            "br": span.br,
            **({} if span.figure is None else {"svg": drawable(span.figure), "alt": span.figure.words}),
        }
        for span in line
    ]


def _wrapped(text: str) -> str:
    """Let a word that is longer than any real one be broken."""
    return _LONG_WORD.sub(lambda found: "\u200b".join(_pieces(found[0])), text)


def _pieces(word: str) -> Iterable[str]:
    return (word[at : at + _STEP] for at in range(0, len(word), _STEP))
