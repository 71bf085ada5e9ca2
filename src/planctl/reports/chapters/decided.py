"""How reports and documents tell of a vedtak on a plan: who adopted it and when, or what else was decided."""

from __future__ import annotations

from datetime import date

from planctl.i18n import Spoken, T, Text, running
from planctl.model.period import When
from planctl.model.time_words import when_words
from planctl.reports.chapters.columns import invented
from planctl.reports.rendering.spoken import Joined, Noted
from planctl.reports.views.tertial import Decision


def adopted_text(body: str, day: date | When | None) -> Text:
    """Say who adopted a plan and when, as far as either is known."""
    name = running(body)
    if isinstance(day, When):
        when = when_words(day)
        return T("adopted by {body} {when}", body=name, when=when) if body else T("adopted {when}", when=when)
    if day is None:
        return T("adopted by {body}", body=name) if body else T("adopted")
    return T("adopted by {body} on {date}", body=name, date=day) if body else T("adopted on {date}", date=day)


def decided_text(item: Decision) -> Spoken:
    """Say what a vedtak decided, with its case: that the plan was adopted, else what it is about, by whom and when."""
    told: Text | Joined = adopted_text(item.body, item.day)
    if not item.adopts:
        when = when_words(item.day) if isinstance(item.day, When) else item.day
        made = tuple(part for part in (running(item.body), when) if part)
        about = item.about or T("{vedtak}")
        told = Joined((about, Joined(made, by=" ")) if made else (about,), by=": ")
    noted = Noted(told, T("case {number}", number=item.case)) if item.case else Joined((told,))
    return invented(noted, item)
