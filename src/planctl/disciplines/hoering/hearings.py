"""When a hearing was: told by the plan or the activity it is of, else by itself; and whether its matter is decided."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.adoption import Hearing, adopted_when, hearing
from planctl.model.activity import activity_time
from planctl.model.period import Period, When, known_time
from planctl.model.record import Record
from planctl.world import World

KIND, COMMENT = "høring", "innspill"
OPEN = "mottatt"
"""The status of an innspill that says none."""
FOLLOWED, IN_PART, NOT_FOLLOWED = "tatt til følge", "delvis tatt til følge", "ikke tatt til følge"


def subjects(world: World, record: Record) -> list[Record]:
    """Give what a hearing is of."""
    return world.graph.targets(record, "gjelder")


def told_elsewhere(world: World, record: Record) -> Iterator[tuple[Record, Hearing]]:
    """Yield the plans and activities a hearing is of that tell when it was."""
    for subject in subjects(world, record):
        time = _of_activity(subject) if subject.kind == "aktivitet" else hearing(subject)
        if time.first is not None or time.last is not None:
            yield subject, time


def own_time(record: Record) -> Hearing:
    """Give the days that a hearing tells itself."""
    return Hearing(known_time(record.get("fra")), known_time(record.get("til")))


def time_of(world: World, record: Record) -> Hearing:
    """Give when a hearing was, as far as that is told."""
    own = own_time(record)
    if own.first is not None or own.last is not None:
        return own
    return next((time for _, time in told_elsewhere(world, record)), own)


def adopted(world: World, record: Record) -> Record | None:
    """Give the plan that was heard, where it is adopted by today."""
    for subject in subjects(world, record):
        made = adopted_when(subject, world.plans) if subject.kind != "aktivitet" else None
        if made is not None and made.last <= world.today:
            return subject
    return None


def status_of(record: Record) -> str:
    """Give the status of an innspill."""
    value = record.get("status")
    return value if isinstance(value, str) else OPEN


def _of_activity(record: Record) -> Hearing:
    """Give the days of an activity, the first and the last each for itself."""
    time = activity_time(record)
    if time is None or time.precision != "periode":
        return Hearing(time, time)
    return Hearing(*(When(Period(day, day), "dag") for day in (time.first, time.last)))
