"""The line on ownership in `planctl status`: how many companies there are, and which lack a purpose or a strategy."""

from __future__ import annotations

from planctl.disciplines.eierskap.companies import companies
from planctl.disciplines.eierskap.told import due_strategies
from planctl.i18n import T
from planctl.model.status_line import StatusLine
from planctl.world import World


def status_line(world: World) -> StatusLine | None:
    """Count what the municipality owns today; None where it is nothing."""
    records = list(companies(world, world.today))
    if not records:
        return None
    return StatusLine(
        T("{Selskap_pl}"),
        T(
            "In all: {count}. Without a purpose: {without}. Ownership strategies overdue: {late}.",
            count=len(records),
            without=sum(not record.get("formål") for record in records),
            late=due_strategies(world, world.today, world.today),
        ),
    )
