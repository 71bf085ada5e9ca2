"""The line on contracts in `planctl status`: how many run, what must soon be decided, and what is not kept."""

from __future__ import annotations

from datetime import timedelta

from planctl.disciplines.kontrakt.contracts import contracts
from planctl.disciplines.kontrakt.told import BREACH, running, to_decide
from planctl.domain.matters import matters_of
from planctl.i18n import T
from planctl.model.status_line import StatusLine
from planctl.world import World

_SOON = timedelta(days=90)


def status_line(world: World) -> StatusLine | None:
    """Count the contracts of today; None where none runs."""
    every, today = list(contracts(world)), world.today
    still = running(every, today)
    if not still:
        return None
    soon = sum(due <= today + _SOON for due, _, _ in to_decide(every, today))
    open_ = [item for item in matters_of(world.plans, BREACH) if item.open_at(today)]
    return StatusLine(
        T("{Kontrakt_pl}"),
        T(
            "Running: {count}. To be decided within 90 days: {soon}. Open {mislighold_pl}: {open}. Overdue: {late}.",
            count=len(still),
            soon=soon,
            open=len(open_),
            late=sum(item.late_at(today, ended=False) for item in open_),
        ),
    )
