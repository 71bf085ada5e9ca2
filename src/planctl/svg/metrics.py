"""Width of text set in Helvetica or Arial (the two share their advance widths)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_BY_WIDTH = {
    191: "'",
    222: "ijl‘’‚",
    260: "|",
    278: " !,./:;I[\\]ft\u00a0ı",
    333: "()-`r“”„·¡‑",
    334: "{}",
    350: "•",
    355: '"',
    389: "*",
    400: "°",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu–«»§€£ðþđ",
    584: "+<=>~×−÷¬",
    611: "FTZøß",
    667: "&ABEKPSVXYÞ",
    722: "CDHNRUwÐ",
    778: "GOQØ",
    833: "Mm",
    889: "%æ",
    944: "Wœ",
    1000: "—…ÆŒ",
    1015: "@",
}
_WIDTH = {char: width for width, chars in _BY_WIDTH.items() for char in chars}
BOLD = 1.1  # how much wider bold is, at most, over a line
_LOOSE = " –-,:;."  # what does not stand before an ellipsis


def _advance(char: str) -> int:
    """Give one character's width in 1/1000 em; unknown ones are taken to be wide."""
    known = _WIDTH.get(char) or _WIDTH.get(unicodedata.normalize("NFD", char)[0])
    if known is not None:
        return known
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 1000 if unicodedata.east_asian_width(char) in "FW" else 800


def measure(text: str, size: float) -> float:
    """Measure a line of text in the unit of its font size."""
    return sum(map(_advance, text)) * size / 1000


def cut(text: str, size: float, width: float, tail: str = "") -> str:
    """Cut text with an ellipsis so that it, with `tail` after it, is at most `width` wide.

    The cut falls between words where that keeps most of the line.
    """
    if measure(text + tail, size) <= width:
        return text + tail
    end = len(text)
    while end and measure(text[:end].rstrip(_LOOSE) + "…" + tail, size) > width:
        end -= 1
    space = text.rfind(" ", 0, end + 1)
    return text[: space if space > 0.55 * end else end].rstrip(_LOOSE) + "…" + tail


_FEW = 24  # words; more are never laid out evenly, as the ways to do it are too many


def wrap(text: str, size: float, width: float, tail: str = "", most: int = 2) -> list[str]:
    """Break text in as few lines as it needs, at most `most`, as even as its words allow."""
    words = text.split(" ")  # a no-break space holds
    for count in range(1, most + 1 if len(words) <= _FEW else 1):
        breaks = [
            lines
            for lines in _splits(words, count)
            if all(measure(line, size) <= width for line in lines[:-1]) and measure(lines[-1] + tail, size) <= width
        ]
        if breaks:
            best = min(breaks, key=lambda lines: (_dangling(lines), _uneven(lines, size)))
            return [*best[:-1], best[-1] + tail]
    return _greedy(words, size, width, tail, most)


def _splits(words: list[str], count: int) -> Iterator[list[str]]:
    """Yield every way to lay the words on `count` lines."""
    if count == 1:
        yield [" ".join(words)]
        return
    for first in range(1, len(words) - count + 2):
        for rest in _splits(words[first:], count - 1):
            yield [" ".join(words[:first]), *rest]


def _dangling(lines: list[str]) -> bool:
    """Tell whether a line would begin with a dash."""
    return any(line.startswith("–") for line in lines[1:])


def _uneven(lines: list[str], size: float) -> tuple[float, float]:
    """Measure the longest line, and where that is the same how unlike the others are."""
    widths = [measure(line, size) for line in lines]
    return max(widths), sum(width * width for width in widths)


def _greedy(words: list[str], size: float, width: float, tail: str, most: int) -> list[str]:
    """Fill each line as far as it goes, and cut the last."""
    lines: list[str] = []
    rest = list(words)
    while rest and len(lines) < most - 1:
        taken = 1
        while taken < len(rest) and measure(" ".join(rest[: taken + 1]), size) <= width:
            taken += 1
        if measure(" ".join(rest[:taken]), size) > width:
            break
        lines.append(" ".join(rest[:taken]))
        rest = rest[taken:]
    return [*lines, cut(" ".join(rest), size, width, tail)]
