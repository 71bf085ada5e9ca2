"""The looks of pictures' surfaces: tones with a mark, statuses and six patterns; and the legend that explains them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import get_args

from planctl.i18n import Language
from planctl.model.picture import Legend, Look, Status
from planctl.reports.figures import draw
from planctl.reports.figures.labels import STATUS, capital
from planctl.reports.figures.swatch import SWATCHES, Swatch
from planctl.svg.look import ALARM, BLUE, BLUE_PALE, BROWN, BROWN_PALE, INK, LINE, MUTED, PURPLE

TONES: Mapping[Look, tuple[str, str, str]] = {
    "high": ("#fbe1ea", ALARM, "■"),
    "middle": (BROWN_PALE, BROWN, "▲"),
    "low": (BLUE_PALE, BLUE, "●"),
}
"""The ground, the colour of the mark, and the mark of each tone: told apart without colour by the mark."""
_PATTERNS = (
    Swatch(BLUE, BLUE, ink="#fff"),
    Swatch("#d3e5f1", BLUE),
    Swatch(BROWN_PALE, BROWN, "rising", lines=BROWN),
    Swatch("#fff", PURPLE, "falling", lines=PURPLE, step=8),
    Swatch("#e3e8ed", MUTED, "both", lines=LINE, step=7, thick=0.8),
    Swatch("#fff", INK),
)
NUMBERED: tuple[Look, ...] = (1, 2, 3, 4, 5, 6)
SURFACES: Mapping[Look, Swatch] = {
    **{tone: Swatch(ground, LINE) for tone, (ground, _, _) in TONES.items()},
    **{status: SWATCHES[status] for status in get_args(Status)},
    **dict(zip(NUMBERED, _PATTERNS, strict=True)),
}
"""The surface of each look, that of a tone without its mark; the six patterns differ also in grey."""
Key = tuple[Callable[[float, float], str], str]
"""One entry of a legend: what draws it around a place, at most 24 wide and 16 high, and its words."""


def mark(look: Look | None, x: float, y: float, radius: float) -> str:
    """Draw the mark of a tone; other looks have none."""
    if look is None or look not in TONES:
        return ""
    _, ink, shape = TONES[look]
    return draw.mark(shape, x, y, radius, ink)


def meanings(told: Legend, used: Iterable[Look | None], lang: Language) -> dict[Look, str]:
    """Give the words for each look of a legend, and then for each status that is used and has none there."""
    words = {look: lang.show(said) for look, said in told}
    missing = set(used) - {*words}
    return words | {look: capital(lang(STATUS[str(look)])) for look in SURFACES if look in STATUS and look in missing}


def keys(told: Legend, used: Iterable[Look | None], lang: Language) -> list[Key]:
    """Give the entries of a legend of looks."""
    return [(partial(_key, look), said) for look, said in meanings(told, used, lang).items()]


def _key(look: Look, x: float, y: float) -> str:
    return SURFACES[look].draw(x - 12, y - 8, 24, 16) + mark(look, x, y, 4.5)


def legend(entries: Sequence[Key], top: float = 0) -> tuple[list[str], float]:
    """Explain in words what is drawn, on as many lines as it takes; give the y below them too."""
    parts: list[str] = []
    x, y = 0.0, top
    for key, said in entries:
        words = draw.short(said, draw.WIDTH - 32)
        wide = 32 + draw.wide(words)
        if x and x + wide > draw.WIDTH:
            x, y = 0.0, y + 23
        parts.append(key(x + 12, y + 10))
        parts.append(draw.text(x + 32, y + 14.5, words, room=draw.WIDTH - 32))
        x += wide + 18
    return parts, y + 30 if entries else top
