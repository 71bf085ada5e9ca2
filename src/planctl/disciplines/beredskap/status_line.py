"""The line on exercises in `planctl status`: what they showed and is open."""

from __future__ import annotations

from planctl.domain.matters import matters_of
from planctl.i18n import T
from planctl.model.status_line import StatusLine
from planctl.world import World


def status_line(world: World) -> StatusLine | None:
    """Count what the exercises found and is open today; None where nothing is."""
    today, held = world.today, set(world.plans.of_kind("øvelse"))
    still = [one for one in matters_of(world.plans, "funn") if one.record.parent in held and one.open_at(today)]
    if not still:
        return None
    late = sum(one.late_at(today, ended=False) for one in still)
    return StatusLine(T("{Øvelse_pl}"), T("Open {funn_pl}: {open}. Overdue: {late}.", open=len(still), late=late))
