"""The pieces every figure is drawn with; lengths in units of the drawing, 760 to a report's text column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from math import ceil, cos, floor, radians, sin

from planctl.i18n import Language
from planctl.reports.figures.figure import Figure
from planctl.svg.look import FONTS, INK
from planctl.svg.metrics import BOLD, cut, measure, wrap
from planctl.svg.text import clean, num, xml
from planctl.values import dataclass

WIDTH = 760.0
TEXT, SMALL = 14.0, 13.0  # font sizes; at the 643 px of a printed A4 column 11.8 and 11.0 px
_FULL = 0.84  # how full a line is when it is held to its width
_LONG = 240  # characters; more are never measured
_TOLD = 160  # characters of a name in a description


@dataclass(frozen=True, slots=True)
class Told:
    """What a figure says in words: its title, what is to be seen, and every number for a screen reader."""

    title: str
    summary: str
    details: str = ""


def figure(name: str, size: tuple[float, float], told: Told, lang: Language, parts: Iterable[str]) -> Figure:
    """Frame a drawing: its size, its title and description, a white ground."""
    width, height = (num(length) for length in size)
    title, summary = _held(told.title), _held(told.summary)
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'xml:lang="{xml(lang.code)}" role="img" aria-labelledby="{name}-title {name}-desc" font-family="{FONTS}">'
    )
    lines = [
        root,
        f'<title id="{name}-title">{escape(title)}</title>',
        f'<desc id="{name}-desc">{escape(f"{summary} {_held(told.details)}".strip())}</desc>',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        *(part for part in parts if part),
        "</svg>",
        "",
    ]
    return Figure(name, "\n".join(lines), title, summary)


def _held(words: str) -> str:
    """Clean text that is shown as text, and keep the spaces that no line breaks at: those inside numbers."""
    return "\u00a0".join(map(clean, words.split("\u00a0")))


def text(
    x: float,
    y: float,
    words: str,
    size: float = SMALL,
    *,
    fill: str = INK,
    anchor: str = "start",
    bold: bool = False,
    room: float = 0,
) -> str:
    """Write one line with its baseline at y; a line that nearly fills its `room` is held to its width."""
    width = wide(words, size, bold=bold)
    held = f' textLength="{num(width)}" lengthAdjust="spacingAndGlyphs"' if room and width > room * _FULL else ""
    aim = "" if anchor == "start" else f' text-anchor="{anchor}"'
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{num(x)}" y="{num(y)}" font-size="{num(size)}"{weight} fill="{fill}"{aim}{held}>{xml(words)}</text>'
    )


def wide(words: str, size: float = SMALL, *, bold: bool = False) -> float:
    """Measure a line; bold ones generously."""
    return measure(clean(words), size) * (BOLD if bold else 1)


def lines(words: str, room: float, size: float = SMALL, most: int = 2) -> list[str]:
    """Break plan text in lines, and cut what is too long."""
    return wrap(clean(words)[:_LONG], size, room, most=most)


def short(words: str, room: float, size: float = SMALL) -> str:
    """Cut plan text to one line."""
    return cut(clean(words)[:_LONG], size, room)


def block(x: float, y: float, rows: Iterable[str], size: float = SMALL, *, room: float = 0, bold: bool = False) -> str:
    """Write lines one below the other, around the middle y."""
    found = list(rows)
    top = y + size * 0.36 - (len(found) - 1) * size * 0.58
    return "".join(text(x, top + row * size * 1.16, line, size, room=room, bold=bold) for row, line in enumerate(found))


def named(words: str) -> str:
    """Shorten plan text for a description."""
    found = clean(words)
    return found if len(found) <= _TOLD else found[:_TOLD].rstrip() + "…"


def rect(  # noqa: PLR0913
    x: float,
    y: float,
    width: float,
    height: float,
    fill: str,
    *,
    stroke: str = "",
    dash: str = "",
    thick: float = 1,
    round_: float = 0,
) -> str:
    """Draw a rectangle; its outline stays inside it."""
    inset = thick / 2 if stroke else 0
    paint = f' stroke="{stroke}"' if stroke else ""
    paint += f' stroke-width="{num(thick)}"' if stroke and thick != 1 else ""
    paint += f' stroke-dasharray="{dash}"' if dash else ""
    paint += f' rx="{num(round_)}"' if round_ else ""
    inner = (max(width - 2 * inset, 0.1), max(height - 2 * inset, 0.1))
    return (
        f'<rect x="{num(x + inset)}" y="{num(y + inset)}" width="{num(inner[0])}" height="{num(inner[1])}" '
        f'fill="{fill}"{paint}/>'
    )


def path(d: str, stroke: str, thick: float = 1, dash: str = "") -> str:
    """Draw a line along a path; nothing when the path is empty."""
    pattern = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{d}" fill="none" stroke="{stroke}" stroke-width="{num(thick)}"{pattern}/>' if d else ""


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """Write the path of a straight line."""
    return f"M{num(x1)} {num(y1)}L{num(x2)} {num(y2)}"


def polyline(places: Sequence[tuple[float, float]]) -> str:
    """Write the path through some places; nothing when there are fewer than two."""
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in places) if len(places) > 1 else ""


def hatch(x: float, y: float, width: float, height: float, step: float = 6, *, rising: bool = True) -> str:
    """Write the path of slanted lines that fill a rectangle, on one raster over the whole drawing."""
    return "".join(_slanted(x, y, x + width, y + height, step, rising=rising))


def _slanted(left: float, top: float, right: float, bottom: float, step: float, *, rising: bool) -> Iterator[str]:
    sign = 1 if rising else -1
    ends = sorted((left + sign * top, left + sign * bottom))
    for number in range(ceil(ends[0] / step), floor((ends[1] + right - left) / step) + 1):
        shift = number * step  # the line x + sign · y = shift
        first = max(left, min(shift - sign * top, shift - sign * bottom))
        last = min(right, max(shift - sign * top, shift - sign * bottom))
        if last - first > 0.5:
            yield line(first, sign * (shift - first), last, sign * (shift - last))


def mark(shape: str, x: float, y: float, radius: float, fill: str, stroke: str = "#fff") -> str:
    """Draw a point as ● ▲ ■ or ◆."""
    paint = f'fill="{fill}" stroke="{stroke}"'
    match shape:
        case "●":
            return f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(radius)}" {paint}/>'
        case "■":
            side = radius * 0.88
            corners = [(-side, -side), (side, -side), (side, side), (-side, side)]
        case "▲":
            corners = [(0, -1.2 * radius), (1.1 * radius, 0.8 * radius), (-1.1 * radius, 0.8 * radius)]
        case _:
            corners = [(0, -1.25 * radius), (1.25 * radius, 0), (0, 1.25 * radius), (-1.25 * radius, 0)]
    points = " ".join(f"{num(x + dx)},{num(y + dy)}" for dx, dy in corners)
    return f'<polygon points="{points}" {paint}/>'


def mark_star(x: float, y: float, radius: float, fill: str) -> str:
    """Draw a star with five points."""
    turns = [(radius if corner % 2 == 0 else radius * 0.42, radians(36 * corner)) for corner in range(10)]
    points = " ".join(f"{num(x + reach * sin(turn))},{num(y - reach * cos(turn))}" for reach, turn in turns)
    return f'<polygon points="{points}" fill="{fill}"/>'
