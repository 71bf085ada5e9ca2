"""The line on routines in `planctl status`: how many are in use, and how many are to be reviewed."""

from __future__ import annotations

from planctl.disciplines.rutiner.counts import to_be_reviewed
from planctl.disciplines.rutiner.routines import in_use, is_late
from planctl.i18n import T
from planctl.model.status_line import StatusLine
from planctl.world import World


def status_line(world: World) -> StatusLine | None:
    """Count the routines in use today; None where there is none."""
    held = list(in_use(world, world.today))
    if not held:
        return None
    late = sum(is_late(record, world.today) for record in held)
    soon = len(to_be_reviewed(held, world.today)) - late
    return StatusLine(
        T("{Rutine_pl}"),
        T(
            "In use: {count}. Overdue: {late}. Review within half a year: {soon}.",
            count=len(held),
            late=late,
            soon=soon,
        ),
    )
