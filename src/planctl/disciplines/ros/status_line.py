"""The line on risks in `planctl status`: how many are open, high, without tiltak, and late."""

from __future__ import annotations

from planctl.disciplines.ros.lacking import lacks_tiltak
from planctl.disciplines.ros.risks import risks
from planctl.i18n import T
from planctl.model.status_line import StatusLine
from planctl.world import World


def status_line(world: World) -> StatusLine | None:
    """Count the risks that are open today; None where none is."""
    still = [risk for risk in risks(world) if risk.is_open]
    if not still:
        return None
    return StatusLine(
        T("{Risiko_pl}"),
        T(
            "Open: {open}. Overdue: {late}. High: {high}. Without {tiltak_pl}: {without}.",
            open=len(still),
            late=sum(risk.late_at(world.today, ended=False) for risk in still),
            high=sum(risk.level == "høy" for risk in still),
            without=sum(lacks_tiltak(world, risk, world.today) for risk in still),
        ),
    )
