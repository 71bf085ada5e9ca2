"""The line on vedtak in `planctl status`: how many are open, late, and never answered."""

from __future__ import annotations

from planctl.i18n import T
from planctl.model.status_line import StatusLine
from planctl.world import World


def status_line(world: World) -> StatusLine | None:
    """Count what is to be followed up today, each punkt for itself; None where nothing waits."""
    known = [item for item in world.bonds.follow_ups.items if item.known_at(world.today)]
    still = sum(item.open_at(world.today) for item in known)
    late = sum(item.late_at(world.today, ended=False) for item in known)
    never = sum(item.never_answered_at(world.today) for item in known)
    if not still and not never:
        return None
    return StatusLine(
        T("{Vedtak_pl}"),
        T("Open: {open}. Overdue: {late}. Never answered: {never}.", open=still, late=late, never=never),
    )
