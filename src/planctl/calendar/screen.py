"""The year wheel on the screen: its activities month by month, with today and what comes next."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from planctl.calendar.badge import ring_name
from planctl.calendar.text import day_text, footnote, heading, season_text, title_text
from planctl.calendar.view import Activity, YearWheel
from planctl.i18n import Language
from planctl.output.console import draw, join, table, words
from planctl.output.style import Style

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text


def render_screen(wheel: YearWheel, lang: Language, style: Style) -> str:
    """Draw a heading, where the year has come, one row an activity by the month it begins in, and a footnote."""
    items: list[RenderableType] = [words(heading(wheel, lang), "bold")]
    items += [words(line, "dim") for line in [_now(wheel, lang)] if line]
    if wheel.activities:
        items += [words(""), _months(wheel, lang)]
    note = footnote(wheel, lang)
    return draw(style, *items, *([words(""), words(note, "dim")] if note else []))


def _now(wheel: YearWheel, lang: Language) -> str:
    if wheel.today is None:
        return ""
    today = lang("Today: {date}", date=day_text(wheel.today, wheel.year, lang))
    return f"{today} · {lang('Next: no. {number}', number=wheel.upcoming.number)}" if wheel.upcoming else today


def _months(wheel: YearWheel, lang: Language) -> RenderableType:
    made = table(lang("Month"), lang("Day"), lang("No."), lang("{Aktivitet}"), right=(2,), whole=(0, 1, 2))
    for name, items in groupby(wheel.activities, key=lambda item: _month(item, lang)):
        shown = f"{name[:1].upper()}{name[1:]}"
        for item in items:
            made.add_row(
                words(shown, "bold"),
                join(*map(words, _days(item, wheel.year, lang)), by="\n"),
                words(str(item.number)),
                _said(item, wheel, lang),
            )
            shown = ""
    return made


def _month(item: Activity, lang: Language) -> str:
    """Name what a row stands under: the month it begins in, or the season or year that it is some day of."""
    return season_text(item, lang) if item.spans_months else lang.month(item.start.month)


def _days(item: Activity, year: int, lang: Language) -> tuple[str, ...]:
    """Write the days of an activity beside its month: `26.`, `8.–9.`, or `18. –` above `22. februar`.

    A month as a whole has none; some months together, the last one.
    """
    same = item.start.month == item.end.month
    if item.spans_months:
        return ()
    if item.precision == "måned":
        return () if same else (f"– {lang.month(item.end.month)}",)
    first, last = (day_text(day, year, lang) for day in (item.start, item.end))
    number = first.split()[0]
    if item.start == item.end:
        return (number,)
    return (f"{number}–{last.split()[0]}",) if same else (f"{number} –", last)


def _said(item: Activity, wheel: YearWheel, lang: Language) -> Text:
    """Write an activity's title, and below it its ring, what it is from, its body and who answers for it."""
    star = "*" if item.number in wheel.starred else ""
    passed = wheel.today is not None and item.end < wheel.today
    responsible = lang("responsible: {name}", name=item.responsible) if item.responsible else ""
    below = " · ".join(filter(None, (ring_name(item.ring, lang), item.origin, item.organ, responsible)))
    title = words(f"{title_text(item, lang)}{star}", "dim" if passed else "bold" if item is wheel.upcoming else "")
    return join(title, words(below, "dim"), by="\n")
