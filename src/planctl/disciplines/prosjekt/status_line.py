"""The line on projects in `planctl status`: how many are under way, red, and above their ramme; and their benefits."""

from __future__ import annotations

from planctl.disciplines.prosjekt.benefits import KIND
from planctl.disciplines.prosjekt.labels import gravest
from planctl.disciplines.prosjekt.projects import RED, projects
from planctl.disciplines.prosjekt.tables import over
from planctl.domain.matters import matters_of
from planctl.i18n import T
from planctl.model.status_line import StatusLine
from planctl.world import World


def status_line(world: World) -> StatusLine | None:
    """Count them today; None where there is no project."""
    found, today = projects(world), world.today
    if not found:
        return None
    going = [item for item in found if item.goes_at(today)]
    still = [item for item in matters_of(world.plans, KIND) if item.open_at(today)]
    return StatusLine(
        T("{Prosjekt_pl}"),
        T(
            "Under way: {going}. Red: {red}. Forecast above the frame: {over}. "
            "Open {gevinst_pl}: {open}. Overdue: {late}.",
            going=len(going),
            red=sum(gravest(item, today) == RED for item in going),
            over=sum(over(item, today) is not None for item in going),
            open=len(still),
            late=sum(item.late_at(today, ended=False) for item in still),
        ),
    )
