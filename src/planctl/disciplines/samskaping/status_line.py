"""The line on samskaping in `planctl status`: how much goes on, and what has ended without an outcome."""

from __future__ import annotations

from planctl.disciplines.samskaping.told import KIND, OVER, going_on
from planctl.i18n import T
from planctl.model.status_line import StatusLine
from planctl.world import World


def status_line(world: World) -> StatusLine | None:
    """Count what goes on today; None where there is nothing to tell."""
    records = list(world.plans.of_kind(KIND))
    going = sum(going_on(record, world.today) for record in records)
    silent = sum(record.get("status") in OVER and not record.get("resultat") for record in records)
    if not going and not silent:
        return None
    return StatusLine(
        T("{Samskaping_pl}"),
        T("Going on: {going}. Ended without an outcome: {silent}.", going=going, silent=silent),
    )
