"""Running text of Markdown, as a reader's tokens give it, to spans in one manner of writing each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from planctl.reports.figures.figure import FOLDER, Figure
from planctl.reports.formats.clean import clean
from planctl.reports.formats.document import Line, Span

if TYPE_CHECKING:
    from markdown_it.token import Token

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
"""What a template may say to those who read it alone."""
_HELD = re.compile(r"(?<=[■▲●]) (?=\w)| (?=\*\Z)")
"""The space after a mark, and before the asterisk that ends a title: no line is broken there."""
_BREAK = re.compile(r"<br\s*/?>\Z", re.IGNORECASE)
_SAFE = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)


def line_of(inline: Token, figures: Mapping[str, Figure]) -> Line:
    """Read running text; neighbours in the same manner of writing become one."""
    spans: list[Span] = []
    manner = Span("")
    broken = False
    for token in inline.children or ():
        match token.type:
            case "strong_open" | "strong_close":
                manner = replace(manner, strong=token.nesting == 1)
            case "em_open" | "em_close":
                manner = replace(manner, emphasis=token.nesting == 1)
            case "link_open":
                manner = replace(manner, target=_target(token))
            case "link_close":
                manner = replace(manner, target="")
            case "hardbreak":
                broken = True
            case "html_inline" if _BREAK.match(token.content):
                broken = True
            case "html_inline" if COMMENT.fullmatch(token.content):
                pass
            case "image" if (figure := figures.get(figure_path(token))) is not None:
                spans.append(Span("", figure=figure, br=broken))
                broken = False
            case _:
                text = " " if token.type == "softbreak" else clean(token.content)
                found = replace(manner, text=text, code=token.type == "code_inline", br=broken)
                broken = False
                if spans and not found.br and replace(spans[-1], text="", br=False) == replace(found, text=""):
                    spans[-1] = replace(spans[-1], text=spans[-1].text + text)
                elif text or found.br:
                    spans.append(found)
    return tuple(span if span.code else replace(span, text=_HELD.sub("\u00a0", span.text)) for span in spans)


def figure_path(token: Token) -> str:
    """Give a picture's path as `place` wrote it."""
    from urllib.parse import unquote

    path = unquote(str(token.attrGet("src") or ""))
    return path if path.startswith(f"{FOLDER}/") else ""


def _target(token: Token) -> str:
    address = clean(str(token.attrGet("href") or ""))
    return address if _SAFE.match(address) else ""
