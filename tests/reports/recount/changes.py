"""What changed since the report before, written again."""

from __future__ import annotations

from collections.abc import Iterator

from recount.judged import Count
from recount.judgement import GOAL, UNKNOWN
from recount.page import Row, row
from recount.scope import HELD, SILENT, STATUSES
from recount.words import number
from recount.work import parts


def changes(before: Count, now: Count, period: str, here_named: str) -> Iterator[Row]:
    """Write the section; both counts are of the same year, and their periods have names."""
    yield row(f"### Endret siden {period}")
    for kind in ("tiltak", "oppdrag"):
        then, here = ([one.status for one in count.of(kind)] for count in (before, now))
        if not then and not here:
            continue
        yield kind.capitalize(), period, here_named, "Endring"
        for status in STATUSES:
            if status == HELD and HELD not in (*then, *here):
                continue
            change = here.count(status) - then.count(status)
            signed = f"+{change}" if change > 0 else number(change)
            yield status.capitalize(), str(then.count(status)), str(here.count(status)), signed
    old, new = ({one.node.id for one in count.deviations} for count in (before, now))
    fresh = len(new - old)
    yield row(f"- Nye avvik: {fresh}." + (" De er merket «ny» i kapittel 3." if fresh else ""))
    ended = [one for one in now.ordered if one.node.id in old - new]
    gone = [one for one in ended if one.status != SILENT]
    yield row(f"- Ikke lenger avvik: {len(gone)}" + (f" ({parts(gone)})." if gone else "."))
    was = {goal.node: goal.grade for goal in before.leaves}
    moves = [(goal.node.label, was[goal.node], goal.grade) for goal in now.leaves if goal.grade != was[goal.node]]
    known = [(one, other) for _, one, other in moves if UNKNOWN not in (one, other)]
    if not moves:
        yield row("- Ingen delmål er beregnet annerledes enn da.")
    else:
        better = sum(other > one for one, other in known)
        yield row(f"- {better} delmål er beregnet bedre enn da, {len(known) - better} dårligere.")
    if moves:
        yield "Delmål", period, here_named
    for label, then_, here_ in moves:
        arrow = "→" if UNKNOWN in {then_, here_} else "↑" if here_ > then_ else "↓"
        yield label, GOAL[then_].capitalize(), f"{arrow} {GOAL[here_].capitalize()}"
    silent = [one for one in ended if one.status == SILENT]
    if silent:
        yield row(f"Avvik i forrige rapport som ingen har rapportert på nå: {len(silent)}.")
        yield "Tiltak eller oppdrag", "Enhet"
    for one in silent:
        yield one.name, one.unit
