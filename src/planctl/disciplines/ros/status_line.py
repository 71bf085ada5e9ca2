"""The line on risks in `planctl status`: how many are open, high, without tiltak, and late."""

from __future__ import annotations

from planctl.disciplines.ros.lacking import lacks_tiltak
from planctl.disciplines.ros.risks import risks
from planctl.i18n import T, Text
from planctl.world import World


def status_line(world: World) -> Text | None:
    """Count the risks that are open today; None where none is."""
    still = [risk for risk in risks(world) if risk.is_open]
    if not still:
        return None
    return T(
        "Open {risiko_pl}: {open}. High: {high}. Without {tiltak_pl}: {without}. Overdue: {late}.",
        open=len(still),
        high=sum(risk.level == "høy" for risk in still),
        without=sum(lacks_tiltak(world, risk, world.today) for risk in still),
        late=sum(risk.late_at(world.today, ended=False) for risk in still),
    )
