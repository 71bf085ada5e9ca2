"""What the drawers of pictures say alike: names, numbers, and what is left out for want of room."""

from __future__ import annotations

from decimal import Decimal

from planctl.i18n import Language, T, Text
from planctl.model.picture import Number, Words
from planctl.reports.figures import draw
from planctl.reports.rendering.phrases import number
from planctl.svg.look import MUTED
from planctl.svg.metrics import wrap
from planctl.svg.text import clean

_LONGEST = 700  # characters below a drawing


def name(lang: Language, words: Words) -> str:
    """Give a name as a description tells it."""
    return draw.named(lang.show(words))


def plain(lang: Language, value: Number | None, decimals: int | None = None) -> str:
    """Write a number with its decimals, its own when none are asked for; a dash when it is not known."""
    if value is None:
        return "–"
    own = max(0, -int(value.as_tuple().exponent)) if isinstance(value, Decimal) else 0
    return number(lang, value, own if decimals is None else decimals)


def sentences(*said: str) -> str:
    """Join what is said, each part ended."""
    return " ".join(part for part in said if part)


def left_out(text: Text, shown: int, total: int, lang: Language) -> str:
    """Tell how many are drawn, by a text with `{shown}` and `{total}`; nothing where all are."""
    return lang(text.msgid, shown=shown, total=total) if shown < total else ""


FIRST = T("The first {shown} of {total} are drawn.")
LAST = T("The last {shown} of {total} are drawn.")
LARGEST = T("The largest {shown} of {total} are drawn.")


def footnote(parts: list[str], words: str, y: float) -> float:
    """Write lines below a drawing; give the y below them."""
    rows = [line for line in wrap(clean(words)[:_LONGEST], draw.SMALL, draw.WIDTH, most=5) if line]
    for row, line in enumerate(rows):
        parts.append(draw.text(0, y + 17 * (row + 1), line, fill=MUTED, room=draw.WIDTH))
    return y + 17 * len(rows) + (6 if rows else 0)
