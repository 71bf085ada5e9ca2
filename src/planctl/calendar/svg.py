"""The year wheel as one self-contained SVG picture, the same bytes for the same wheel."""

from __future__ import annotations

from planctl.calendar.badge import STYLES, badge, ring_legend
from planctl.calendar.counted import counted
from planctl.calendar.disc import draw_disc
from planctl.calendar.geometry import (
    BAND,
    BOX,
    BOX_X,
    CENTRE,
    COLUMN,
    ELBOW_X,
    LEADER,
    MARGIN,
    SMALL_SIZE,
    TEXT_SIZE,
    WIDTH,
    at,
)
from planctl.calendar.labels import ABOVE, LINE, Label, make_labels
from planctl.calendar.text import footnote, heading
from planctl.calendar.view import RINGS, Ring, YearWheel
from planctl.i18n import Language
from planctl.svg.look import FONTS, INK, MUTED
from planctl.svg.metrics import BOLD, measure, wrap
from planctl.svg.text import clean, num, xml

_TITLE_SIZE = 27.0


def render_svg(wheel: YearWheel, lang: Language) -> str:
    """Draw the wheel as SVG text, 1100 units wide and as high as its labels need.

    A layer with many dates is drawn as how many there are each month.
    """
    wheel = counted(wheel)
    labels = make_labels(wheel, lang)
    header, top = _header(wheel, lang)
    note = clean(footnote(wheel, lang))
    above = max([LEADER + 8, *(ABOVE - label.y for label in labels)])
    below = max([LEADER + 8, *(label.y - ABOVE + label.height for label in labels)])
    middle = top + 12 + above
    height = middle + below + (40 if note else 16)
    name = f"wheel-{wheel.year}"
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {num(WIDTH)} {num(height)}" '
        f'xml:lang="{xml(lang.code)}" role="img" aria-labelledby="{name}-title {name}-desc" '
        f'font-family="{FONTS}">'
    )
    parts = [
        root,
        f'<title id="{name}-title">{xml(heading(wheel, lang))}</title>',
        f'<desc id="{name}-desc">{xml(_description(wheel, lang))}</desc>',
        f'<rect width="{num(WIDTH)}" height="{num(height)}" fill="#fff"/>',
        *header,
        f'<g transform="translate({num(CENTRE)} {num(middle)})">',
        *(_leader(label) for label in labels),
        *draw_disc(wheel, lang),
        *(_label(label) for label in labels),
        "</g>",
    ]
    if note:
        parts.append(_text(MARGIN, height - 16, note, f'class="note" fill="{MUTED}"'))
    return "\n".join([*parts, "</svg>", ""])


def _text(x: float, y: float, text: str, paint: str, size: float = SMALL_SIZE) -> str:
    """Write one line of text with its baseline at y."""
    return f'<text x="{num(x)}" y="{num(y)}" font-size="{num(size)}" {paint}>{xml(text)}</text>'


def _rings(wheel: YearWheel) -> list[Ring]:
    """List the rings of the legend; the state's, and that of what is in none, only where something is there."""
    here = {item.ring for item in wheel.activities}
    return [ring for ring in RINGS.values() if ring in here or ring in ("politisk", "administrativ")]


def _header(wheel: YearWheel, lang: Language) -> tuple[list[str], float]:
    """Draw the title and the legend; give the y below them too."""
    room = (WIDTH - 2 * MARGIN) / BOLD
    y, parts = 10.0, []
    for line in wrap(heading(wheel, lang), _TITLE_SIZE, room):
        y += _TITLE_SIZE * 1.15
        parts.append(_text(MARGIN, y, line, f'class="title" font-weight="700" fill="{INK}"', _TITLE_SIZE))
    x, y = MARGIN, y + 26
    for ring in _rings(wheel):
        words = clean(ring_legend(ring, lang))
        parts.append(badge(ring, x + 9, y, 8.5))
        parts.append(_text(x + 25, y + 5, words, f'class="legend" fill="{INK}"', TEXT_SIZE))
        x += 25 + measure(words, TEXT_SIZE) + 30
    return parts, y + 12


def _description(wheel: YearWheel, lang: Language) -> str:
    """Tell in words what the picture shows."""
    parts = [lang("{Aktivitet_pl} around the year, clockwise from January at the top.")]
    for ring in _rings(wheel):
        count = sum(item.ring == ring for item in wheel.activities)
        parts.append(f"{ring_legend(ring, lang)}: {count}.")
    return " ".join([*parts, footnote(wheel, lang)])


def _leader(label: Label) -> str:
    """Draw the line from a number box to the wheel's edge; it stays outside the wheel."""
    side = 1 if label.right else -1
    box, elbow = side * (CENTRE - BOX_X - BOX), side * (CENTRE - ELBOW_X)
    return (
        f'<path class="leader" d="M{num(box)} {num(label.y)}H{num(elbow)}'
        f'L{at(label.foot, LEADER)}L{at(label.foot, BAND[1] + 1.5)}" fill="none" '
        f'stroke="{STYLES[label.item.ring].strong}" stroke-width="1.1" stroke-opacity="0.8"/>'
    )


def _label(label: Label) -> str:
    """Draw a number box, the title's lines and the time beside it."""
    side = 1 if label.right else -1
    x = side * (CENTRE - BOX_X)
    edge = side * (CENTRE - MARGIN - COLUMN)
    end = "" if label.right else ' text-anchor="end"'
    y = label.y + 5.2
    parts = [badge(label.item.ring, x, label.y, BOX, label.item.number)]
    if label.lines[-1].removesuffix("*").endswith("…"):
        parts.insert(0, f"<title>{xml(label.title)}</title>")
    for line in label.lines:
        parts.append(_text(edge, y, line, f'fill="{INK}"{end}{_fit(line, TEXT_SIZE)}', TEXT_SIZE))
        y += LINE
    for line in label.time:
        parts.append(_text(edge, y, line, f'fill="{MUTED}"{end}{_fit(line, SMALL_SIZE)}'))
        y += LINE
    return f'<g class="label">{"".join(parts)}</g>'


def _fit(line: str, size: float) -> str:
    """Hold a nearly full line to its width, should the viewer's font be a wider one."""
    width = measure(line, size)
    if width < COLUMN * 0.84:
        return ""
    return f' textLength="{num(width)}" lengthAdjust="spacingAndGlyphs"'
