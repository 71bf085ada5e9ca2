"""The line on controls in `planctl status`: what they found and is open, and which are not done."""

from __future__ import annotations

from planctl.disciplines.kontroll.controls import is_late
from planctl.disciplines.kontroll.told import CONTROL, FINDERS, breaks_law
from planctl.domain.matters import matters_of
from planctl.i18n import T
from planctl.model.status_line import StatusLine
from planctl.world import World


def status_line(world: World) -> StatusLine | None:
    """Count what is open today, and the controls that were to be done; None where there is nothing of it."""
    today, above = world.today, set(world.plans.of_kind(*FINDERS))
    still = [one for one in matters_of(world.plans, "funn") if one.record.parent in above and one.open_at(today)]
    late = sum(is_late(record, today, today) for record in world.plans.of_kind(CONTROL))
    if not still and not late:
        return None
    return StatusLine(
        T("Controls and {tilsyn_pl}"),
        T(
            "Open {funn_pl}: {open}. Overdue: {late}. Breaches of law: {law}. "
            "{Internkontroll_pl} not done: {controls}.",
            open=len(still),
            late=sum(one.late_at(today, ended=False) for one in still),
            law=sum(map(breaks_law, still)),
            controls=late,
        ),
    )
