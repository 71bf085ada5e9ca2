"""Who took over from a unit, a role or a body that is no more: one where some were joined, more where one was split."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from planctl.domain.organisation import closed, is_there, opened
from planctl.graph import Graph
from planctl.model.period import Period
from planctl.model.record import Record

FIELD = "etterfølger"


def successors(owner: Record, graph: Graph, day: date) -> list[Record]:
    """Give those who are in the place of an owner on a day, itself where it is still there.

    One who has been replaced too is followed further; one who is no more, and names nobody, is nobody.
    """
    found: dict[Record, None] = {}
    queue = [owner]
    for here in queue:
        if not was_closed(here, day):
            found[here] = None
            continue
        queue += [heir for heir in graph.targets(here, FIELD) if heir not in queue]
    return list(found)


def was_closed(owner: Record, day: date) -> bool:
    """Tell whether an owner was no more on a day."""
    last = closed(owner)
    return last is not None and last < day


def replaced(records: Iterator[Record]) -> Iterator[Record]:
    """Yield those of some owners that name who took over."""
    return (record for record in records if record.texts(FIELD))


def takes_over(heir: Record, last: date) -> bool:
    """Tell whether somebody may be there on the day after another's last, so that it can take over."""
    day = last + timedelta(days=1)
    first = opened(heir)
    return is_there(heir, Period(day, day)) or (first is not None and first.first <= day <= first.last)
