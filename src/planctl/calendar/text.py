"""Words of the wheel that the picture and the table share."""

from __future__ import annotations

import re
from datetime import date
from html import escape

from planctl.calendar.layers import layer_word
from planctl.calendar.view import Activity, YearWheel
from planctl.i18n import Language
from planctl.model.period import Period, When
from planctl.model.time_words import time_words
from planctl.svg.text import clean

_MARKDOWN = re.compile(r"([\\`*_\[\]|~])")


def cell(text: str | None) -> str:
    """Escape text for one cell of a Markdown table: no pipe, newline, HTML or markup lives on."""
    return _MARKDOWN.sub(r"\\\1", escape(clean(text or ""), quote=False))


def heading(wheel: YearWheel, lang: Language) -> str:
    """Name the wheel: its title or its layers and, where that does not hold it, the municipality."""
    title = clean(wheel.title) or lang("{Årshjul} {year}", year=str(wheel.year))
    if wheel.layers and not wheel.title:
        names = lang.listing([layer_word(lang, layer) for layer in wheel.layers])
        title = f"{names[:1].upper()}{names[1:]} {wheel.year}"
    owner = clean(wheel.municipality)
    return f"{title} – {owner}" if owner.casefold() not in title.casefold() else title


def footnote(wheel: YearWheel, lang: Language) -> str:
    """Say what is illustrative, or that the wheel is empty; empty text when there is nothing."""
    if not wheel.activities:
        return lang("No {aktivitet_pl} are entered.")
    if wheel.all_illustrative:
        return lang("All {aktivitet_pl} are illustrative.")
    return lang("* Illustrative {aktivitet}.") if wheel.starred else ""


def title_text(item: Activity, lang: Language) -> str:
    """Write what an activity is: its title, after what the date is to it; or how many dates it stands for."""
    if item.count:
        return f"{item.count} {layer_word(lang, item.layer)}"
    if not item.word:
        return item.title
    word = layer_word(lang, item.word, plural=False)
    return f"{word[:1].upper()}{word[1:]}: {item.title}"


def season_text(item: Activity, lang: Language) -> str:
    """Write a season or a year: `2. kvartal`, `1. tertial`, `2. halvår`, `høsten 2021`, `2021`."""
    if item.season is not None:
        return lang.show(time_words(When(Period(item.start, item.end), "sesong", item.season)))
    months = item.end.month - item.start.month + 1
    number = str((item.end.month - 1) // months + 1)
    match months:
        case 3:
            return lang("quarter {number}", number=number)
        case 4:
            return lang("tertial {number}", number=number)
        case 6:
            return lang("half-year {number}", number=number)
    return str(item.start.year)


def day_text(day: date, year: int, lang: Language) -> str:
    """Write a day as `12. januar`, with its year where that is not the wheel's."""
    text = lang.date(day)
    return text.removesuffix(str(day.year)).strip() if day.year == year else text


def time_text(item: Activity, year: int, lang: Language) -> str:
    """Write when an activity is: `juni`, `9. desember`, `8.–9. oktober` or two whole days."""
    if item.spans_months:
        return season_text(item, lang)
    start, end = item.start, max(item.start, item.end)
    same_month = (start.year, start.month) == (end.year, end.month)
    if item.precision == "måned":
        months = dict.fromkeys((_month_text(start, year, lang), _month_text(end, year, lang)))
        return " – ".join(months)
    if start == end:
        return day_text(start, year, lang)
    last = day_text(end, year, lang)
    if same_month:
        return f"{day_text(start, year, lang).split()[0]}–{last}"
    return f"{day_text(start, year, lang)} – {last}"


def _month_text(day: date, year: int, lang: Language) -> str:
    name = lang.month(day.month)
    return name if day.year == year else f"{name} {day.year}"
