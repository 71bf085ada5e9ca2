"""Number badges: each ring has its own colours and its own shape."""

from __future__ import annotations

from collections.abc import Mapping

from planctl.calendar.geometry import polar
from planctl.calendar.view import Ring
from planctl.i18n import Language
from planctl.svg.look import (
    BLUE,
    BLUE_MIDDLE,
    BLUE_PALE,
    BROWN,
    BROWN_MIDDLE,
    BROWN_PALE,
    GRID,
    MUTED,
    PURPLE,
    PURPLE_MIDDLE,
)
from planctl.svg.text import num
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """A ring's colours: `strong` for badges and leaders, `arc` for durations, `ground` below."""

    strong: str
    arc: str
    ground: str


STYLES: Mapping[Ring, Style] = {
    "politisk": Style(BROWN, BROWN_MIDDLE, BROWN_PALE),
    "administrativ": Style(BLUE, BLUE_MIDDLE, BLUE_PALE),
    "stat": Style(PURPLE, PURPLE_MIDDLE, BLUE_PALE),
    "ingen": Style(MUTED, GRID, BLUE_PALE),
}


def ring_name(ring: Ring, lang: Language) -> str:
    """Name a ring in the language."""
    return {
        "politisk": lang("Political"),
        "administrativ": lang("Administrative"),
        "stat": lang("The state"),
        "ingen": lang("No ring"),
    }[ring]


def ring_legend(ring: Ring, lang: Language) -> str:
    """Explain a ring in words, for those who do not see its colour."""
    return {
        "politisk": lang("Political: round, outer ring"),
        "administrativ": lang("Administrative: square, inner ring"),
        "stat": lang("The state: six-sided"),
        "ingen": lang("In no ring: on its point"),
    }[ring]


def badge(ring: Ring, x: float, y: float, radius: float, number: int | None = None) -> str:
    """Draw a badge: round (political), square (administrative), six-sided (the state) or on its point (no ring)."""
    colour = STYLES[ring].strong
    paint = f'fill="{colour}" stroke="#fff" stroke-width="1"'
    if ring == "politisk":
        shape = f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(radius)}" {paint}/>'
    elif ring == "administrativ":
        half = radius * 0.88
        shape = (
            f'<rect x="{num(x - half)}" y="{num(y - half)}" width="{num(2 * half)}" '
            f'height="{num(2 * half)}" rx="{num(radius * 0.22)}" {paint}/>'
        )
    else:
        turns, reach = (range(30, 390, 60), 1.08) if ring == "stat" else (range(0, 360, 90), 1.1)
        corners = [polar(turn, radius * reach) for turn in turns]
        points = " ".join(f"{num(x + dx)},{num(y + dy)}" for dx, dy in corners)
        shape = f'<polygon points="{points}" {paint}/>'
    if number is None:
        return shape
    digits = str(number)
    size = radius * (1.24 if len(digits) < 3 else 0.95) * (0.85 if ring == "ingen" else 1)
    return (
        f'<g class="badge">{shape}<text x="{num(x)}" y="{num(y + size * 0.36)}" '
        f'font-size="{num(size)}" font-weight="700" fill="#fff" text-anchor="middle">'
        f"{digits}</text></g>"
    )
