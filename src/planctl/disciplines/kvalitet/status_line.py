"""The line on quality in `planctl status`: audits done and to come this year, and their funn that are open."""

from __future__ import annotations

from planctl.disciplines.kvalitet.followed import all_funn
from planctl.i18n import T
from planctl.model.period import parse_date
from planctl.model.status_line import StatusLine
from planctl.world import World


def status_line(world: World) -> StatusLine | None:
    """Count the audits of the year and the open funn; None where there is neither."""
    today = world.today
    days = [day for one in world.plans.of_kind("revisjon") if (day := parse_date(one.get("dato"))) is not None]
    days = [day for day in days if day.year == today.year]
    still = [one for one in all_funn(world) if one.open_at(today)]
    if not days and not still:
        return None
    return StatusLine(
        T("{Revisjon_pl}"),
        T(
            "Open {funn_pl}: {open}. Overdue: {late}. Done this year: {done}. To come: {left}.",
            open=len(still),
            late=sum(one.late_at(today, ended=False) for one in still),
            done=sum(day <= today for day in days),
            left=sum(day > today for day in days),
        ),
    )
