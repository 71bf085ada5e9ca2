"""The line on ownership in `planctl status`: how many companies there are, and which lack a purpose or a strategy."""

from __future__ import annotations

from planctl.disciplines.eierskap.companies import companies
from planctl.disciplines.eierskap.told import due_strategies
from planctl.i18n import T, Text
from planctl.world import World


def status_line(world: World) -> Text | None:
    """Count what the municipality owns today; None where it is nothing."""
    records = list(companies(world, world.today))
    if not records:
        return None
    return T(
        "{Selskap_pl} and other interests: {count}. Without a purpose: {without}. Ownership strategies to be gone "
        "through: {late}.",
        count=len(records),
        without=sum(not record.get("formål") for record in records),
        late=due_strategies(world, world.today, world.today),
    )  # fmt: skip
