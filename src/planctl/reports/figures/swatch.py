"""Surfaces told apart without colour: by fill, outline and hatching; and the legend that explains them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from planctl.reports.figures import draw
from planctl.svg.look import ALARM, BLUE, BROWN, BROWN_PALE, INK, LINE, MUTED
from planctl.values import dataclass

_GAP = 15.0


@dataclass(frozen=True, slots=True)
class Swatch:
    """How a surface looks; `hatch` slants its lines up, down or both, `plate` puts numbers on white."""

    fill: str
    stroke: str
    hatch: Literal["", "rising", "falling", "both"] = ""
    ink: str = INK
    lines: str = ""
    dash: str = ""
    step: float = 6
    thick: float = 1.3

    def draw(self, x: float, y: float, width: float, height: float) -> str:
        """Draw a rectangle of this look."""
        inside = (x + 1, y + 1, width - 2, height - 2)
        d = draw.hatch(*inside, self.step) if self.hatch in {"rising", "both"} else ""
        d += draw.hatch(*inside, self.step, rising=False) if self.hatch in {"falling", "both"} else ""
        gap = 0.6 if width > 3 else 0
        return (
            draw.rect(x, y, width - gap, height, self.fill)
            + draw.path(d, self.lines or self.stroke, self.thick)
            + draw.rect(x, y, width - gap, height, "none", stroke=self.stroke, dash=self.dash)
        )

    def label(self, x: float, y: float, digits: str) -> str:
        """Write a number in the middle of the surface, on a white plate where it is hatched."""
        width = draw.wide(digits, bold=True) + 3
        plate = draw.rect(x - width / 2, y - 8, width, 16, "#fff", round_=2) if self.hatch else ""
        return plate + draw.text(x, y + 4.7, digits, fill=self.ink, anchor="middle", bold=True)


SWATCHES: Mapping[str, Swatch] = {
    "fullført": Swatch(BLUE, BLUE, ink="#fff"),
    "i rute": Swatch("#d3e5f1", BLUE),
    "ikke startet": Swatch("#fff", MUTED),
    "risiko": Swatch(BROWN_PALE, BROWN, "rising", lines=BROWN),
    "forsinket": Swatch(ALARM, ALARM, "falling", lines="#fff", step=8),
    "satt på vent": Swatch("#fff", BROWN, "falling", lines=BROWN, dash="3 2", step=7, thick=0.8),
    "utgår": Swatch("#e3e8ed", MUTED, "both", lines=LINE, step=7, thick=0.8),
    "ikke rapportert": Swatch("#fff", MUTED, "falling", lines=LINE, dash="3 2", step=9, thick=0.8),
}
"""The look of each status."""


def legend(entries: Sequence[tuple[Swatch, str]], top: float, width: float) -> tuple[list[str], float]:
    """Explain surfaces in words, on as many lines as it takes; give the y below them too."""
    parts: list[str] = []
    x, y = 0.0, top
    for swatch, said in entries:
        words = draw.short(said, width - 26)
        room = 26 + draw.wide(words)
        if x and x + room > width:
            x, y = 0.0, y + 21
        parts.append(swatch.draw(x, y + 2, 20, 13))
        parts.append(draw.text(x + 26, y + 13.2, words))
        x += room + _GAP
    return parts, y + 21 if entries else y
