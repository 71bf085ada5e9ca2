"""FN's 17 goals in our own drawing: which the municipality gives priority, and what builds on each."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.i18n import Language
from planctl.reports.figures import draw
from planctl.reports.figures.figure import Figure
from planctl.reports.figures.views import FnGoals, FnUse
from planctl.reports.rendering.phrases import count
from planctl.svg.look import BLUE, BLUE_PALE, INK, MUTED

_ACROSS, _GAP, _HIGH = 6, 8.0, 128.0
_WIDE = (draw.WIDTH - _GAP * (_ACROSS - 1)) / _ACROSS
_INNER = _WIDE - 20


def fn_goals(goals: FnGoals, lang: Language, name: str = "fn-mål") -> Figure:
    """Draw a tile for each goal: dark top and a star when it has priority, dashed when nothing builds on it."""
    tiles = [*goals.rows]
    most = max([row.tiltak for row in tiles], default=0)
    parts: list[str] = []
    for index, row in enumerate(tiles):
        x, y = index % _ACROSS * (_WIDE + _GAP), index // _ACROSS * (_HIGH + _GAP)
        parts.extend(_tile(row, x, y, most, goals.kind, lang))
    index = len(tiles)
    parts.extend(_key(index % _ACROSS * (_WIDE + _GAP), index // _ACROSS * (_HIGH + _GAP), lang))
    height = (index // _ACROSS + 1) * (_HIGH + _GAP) - _GAP
    return draw.figure(name, (draw.WIDTH, height), _told(goals, lang), lang, parts)


def _tile(row: FnUse, x: float, y: float, most: int, kind: str, lang: Language) -> Iterator[str]:
    used = bool(row.goals or row.tiltak)
    yield draw.rect(
        x, y, _WIDE, _HIGH, BLUE_PALE if used else "#fff", stroke=BLUE if used else MUTED, dash="" if used else "4 3"
    )
    if row.prioritised:
        yield draw.rect(x, y, _WIDE, 30, BLUE)
        yield draw.mark_star(x + _WIDE - 18, y + 15.5, 8, "#fff")
    ink = "#fff" if row.prioritised else INK
    yield draw.text(x + 10, y + 22, row.number, 20, fill=ink, bold=True)
    titles = draw.lines(_title(row, lang), _INNER, 12.4, most=3)
    for place, words in enumerate(titles):
        yield draw.text(x + 10, y + 46 + 14.5 * place, words, 12.4, fill=INK, room=_INNER)
    if not used:
        found = draw.lines(lang("none build on it"), _INNER)
        for place, words in enumerate(found):
            yield draw.text(x + 10, y + 117 - 16 * (len(found) - 1 - place), words, fill=MUTED, room=_INNER)
        return
    full = _INNER * row.tiltak / most if most else 0
    yield draw.text(x + 10, y + 101, draw.short(count(lang, row.goals, kind), _INNER), room=_INNER)
    yield draw.text(x + 10, y + 117, draw.short(count(lang, row.tiltak, "tiltak"), _INNER), room=_INNER)
    yield draw.rect(x + 10, y + 121.5, max(full, 0.5), 3, BLUE)


def _key(x: float, y: float, lang: Language) -> Iterator[str]:
    """Explain the tiles in the place after the last."""
    rows = (
        (lang("given priority by the municipality"), True),
        (lang("the line: its number of {tiltak_pl}"), False),
    )
    place = y + 14
    for words, star in rows:
        if star:
            yield draw.rect(x, place - 9, 18, 18, BLUE) + draw.mark_star(x + 9, place + 0.5, 6, "#fff")
        else:
            yield draw.rect(x, place - 1.5, 18, 3, BLUE)
        found = draw.lines(words, _WIDE - 26, 12.4, most=3)
        for number, said in enumerate(found):
            yield draw.text(x + 26, place + 4.4 + 14.5 * number, said, 12.4, fill=MUTED, room=_WIDE - 26)
        place += 14.5 * len(found) + 14


def _title(row: FnUse, lang: Language) -> str:
    return row.titles.get(lang.code) or row.titles.get("nb", "")


def _told(goals: FnGoals, lang: Language) -> draw.Told:
    rows = goals.rows
    used = sum(bool(row.goals or row.tiltak) for row in rows)
    summary = lang(
        "{used} of FN's {every} goals have {goals} or {tiltak_pl} that build on them.",
        used=used,
        every=len(rows),
        goals=lang.term(goals.kind, plural=True),
    )
    bare = [row.number for row in rows if row.prioritised and not row.goals]
    if bare:
        numbers = lang.listing(bare)
        summary += " " + lang(
            "Given priority without any {goal}: {numbers}.", goal=lang.term(goals.kind), numbers=numbers
        )
    details = [_row_told(row, goals.kind, lang) for row in rows]
    return draw.Told(lang("FN's sustainability goals: what builds on each"), summary, " ".join(details))


def _row_told(row: FnUse, kind: str, lang: Language) -> str:
    title = f"{row.number} {draw.named(_title(row, lang))}"
    if row.prioritised:
        title = lang("{goal} (given priority)", goal=title)
    return f"{title}: {count(lang, row.goals, kind)}, {count(lang, row.tiltak, 'tiltak')}."
