"""The chapter on what is not reported, written again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from recount.judged import Count
from recount.measured import is_due
from recount.node import Node
from recount.page import Row, row
from recount.scope import SILENT
from recount.summary import count_silent
from recount.words import last_day, listing, long, period

NONE = "Ingen rapport er levert."


def missing(count: Count, year: int) -> Iterator[Row]:
    """Write the chapter of a year's report."""
    scope = count.scope
    silent = [one for one in count.of("tiltak") if one.status == SILENT]
    owing = count_silent(count)
    if not owing:
        yield row("Alle enheter med virksomhetsplan har levert rapport.")
    for unit in owing:
        until = last_day(unit.text("til"))
        closed = f" (nedlagt {long(until)})" if until and until < scope.end else ""
        leader = (unit.fields.get("leder") or {}).get("tittel") or "–"
        work = sum(scope.owner(one.node) is unit for one in silent)
        yield unit.title + closed, scope.source.area(unit) or "Utenfor tjenesteområdene", leader, str(work)
    unplanned = [unit.title for unit in scope.active if unit not in scope.planned]
    if unplanned:
        yield row(f"Uten virksomhetsplan for {year}, og ikke regnet med her: {listing(unplanned)}.")
    yield from _late(count)
    owners = {one.node: scope.owner(one.node) for one in silent}
    others = scope.by_area(unit for unit in owners.values() if unit is not None and unit not in scope.planned)
    places = [*(unit for unit in scope.planned if unit not in owing), *others, None]
    left = [one for unit in places for one in silent if owners[one.node] is unit]
    if left:
        yield "Tiltak", "Enhet", "Frist", "Sist meldte status"
    else:
        yield row("Ingen: rapportene som er levert, har med alle tiltak." if scope.reports or scope.joint else NONE)
    for one in left:
        before = f"{one.before[0]} ({period(one.before[1])})" if one.before else "–"
        yield one.node.label, one.unit or "–", one.frist, before
    every = [one for found in count.series.values() for one in found]
    never = [f"- {one.name}: aldri målt" for one in every if one.last is None and is_due(one.node, scope.end)]
    stale = [f"- {one.name}: foreldet, sist {one.point(one.last)}" for one in every if one.stale]
    none = "Ingen: alle indikatorer har en fersk verdi."
    if any(one.last is None for one in every):
        none = "Ingen av dem som skulle vært målt."
    for told in [*never, *stale] or [none]:
        yield row(told)


def _late(count: Count) -> Iterator[Row]:
    scope = count.scope
    due = scope.end + dt.timedelta(days=30)
    found: list[tuple[Node, dt.date | None]] = []
    for unit in scope.by_area(scope.reports):
        days = [day for report in scope.reports[unit] if (day := last_day(report.text("levert")))]
        if not days or min(days) > due:
            found.append((unit, min(days, default=None)))
    if not scope.reports and not scope.joint:
        yield row(NONE)
        return
    joint = sorted(scope.joint, key=lambda one: (last_day(one.text("levert")) or scope.end, one.path), reverse=True)
    late = [day for one in joint if (day := last_day(one.text("levert"))) is None or day > due]
    if not found and not late:
        yield row(f"Alle rapportene som er levert, kom innen {long(due)}.")
        return
    yield row(f"Levert etter {long(due)}, eller uten dato.")
    for unit, day in found:
        told = f"levert {long(day)}" if day else "leveringsdato mangler"
        yield row(f"- {unit.title}, {scope.source.area(unit) or 'Utenfor tjenesteområdene'}: {told}")
    for day in late:
        told = f"levert {long(day)}" if day else "leveringsdato mangler"
        yield row(f"- {scope.source.config['kommune']['navn']}, Utenfor tjenesteområdene: {told}")
