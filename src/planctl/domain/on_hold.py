"""Work that is put on hold: it is open and never on track, and until when, or by which vedtak, somebody must have said.

Until that day, or while the vedtak stands, nobody asks for the deadline. What only says that it waits is late like
other work: a word alone hides no deadline.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from planctl.model.period import deadline, known_time
from planctl.model.planset import PlanSet

ON_HOLD = "satt på vent"
"""The status of a tiltak or an oppdrag that waits."""


def waits_until(said: Iterable[Mapping[str, Any]]) -> date | None:
    """Give the last day that work is on hold, by what the report and then the plan say of it (`vent_til`)."""
    days = (deadline(fields.get("vent_til")) for fields in said)
    return next((day for day in days if day is not None), None)


def is_excused(said: Iterable[Mapping[str, Any]], plans: PlanSet, day: date) -> bool:
    """Tell whether work on hold may wait on a day: until a day that has not passed, or by a vedtak that is made.

    The day decides where there is one. `said` are the fields of the report that put it on hold, and then of the plan.
    """
    known = list(said)
    until = waits_until(known)
    if until is not None:
        return day <= until
    if any(fields.get("vent_til") is not None for fields in known):
        return True  # a day that cannot be read: 105 has spoken
    return any(_is_decided(fields.get("vedtak"), plans, day) for fields in known)


def _is_decided(vedtak: Any, plans: PlanSet, day: date) -> bool:
    """Tell whether a vedtak is an entry of the register, or names its case, and is not of a later day."""
    if isinstance(vedtak, str):
        entry = plans.get(vedtak)
        if entry is None or entry.kind != "vedtak":
            return False
        made = known_time(entry.get("dato"))
    elif isinstance(vedtak, dict) and str(vedtak.get("sak") or "").strip():
        made = known_time(vedtak.get("dato"))
    else:
        return False
    return made is None or made.first <= day
