"""What is done about a løsbar: the tiltak that solve it and do something, and those that are late."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planctl.domain.open_work import IDEA, is_promised
from planctl.domain.solving import solving
from planctl.i18n import T, Text
from planctl.model.record import Record

if TYPE_CHECKING:
    from planctl.world import World

NOTHING = frozenset({IDEA, "utgår"})
"""The statuses of tiltak that do nothing."""
DONE_AT_ONCE = "strakstiltak"
"""The field of what was done at once, so that nothing more is needed."""


def has_tiltak(world: World, record: Record, day: date) -> bool:
    """Tell whether a tiltak of it does something, or has done."""
    return any(status not in NOTHING for _, status in solving(world, record, day))


def lacks_tiltak(world: World, record: Record, day: date) -> bool:
    """Tell whether its schema asks for a tiltak while it is open (`x-krever-tiltak`), and none does anything."""
    matters = world.plans.known_kinds.matters
    which = matters.wants_tiltak.get(record.kind)
    if which is None or not matters.is_open(record) or not which.holds(record) or record.get(DONE_AT_ONCE):
        return False
    return not has_tiltak(world, record, day)


def lacks_needed(world: World, record: Record, field: str) -> bool:
    """Tell whether its schema asks for a field while it is open (`x-krever`), and the field is empty."""
    matters = world.plans.known_kinds.matters
    return field in matters.needed.get(record.kind, ()) and matters.is_open(record) and not record.get(field)


def fill_in(record: Record, field: str, hint: Text) -> Text:
    """Say how a needed field is filled in: by a hint, or in the column of a row."""
    return T("Fill in the column «{field}».", field=field) if record.is_row else hint


def has_open_tiltak(world: World, record: Record, day: date) -> bool:
    """Tell whether a tiltak of it remains to be done."""
    return any(is_promised(status) for _, status in solving(world, record, day))


def has_late_tiltak(world: World, record: Record, day: date) -> bool:
    """Tell whether a tiltak of it is past its own deadline (306), so that the matter itself is not told of too."""
    for tiltak, status in solving(world, record, day):
        due = world.status_reports.at(tiltak, day).deadline
        if is_promised(status) and due is not None and due < day:
            return True
    return False
