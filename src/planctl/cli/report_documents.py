"""`planctl report --document`: one document per unit or plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.cli.report_choice import Piece
from planctl.cli.session import ExitError
from planctl.i18n import T
from planctl.reports.documents import Documents

if TYPE_CHECKING:
    from planctl.cli.report_choice import Wanted
    from planctl.model.record import Record
    from planctl.world import World

OF_UNITS = ("oppdragsbrev", "virksomhetsplan", "lederavtale", "lederdialog")
OF_PLANS = ("handlingsprogram", "kommuneplan")
NAMES = (*OF_UNITS, *OF_PLANS, "målekart", "planregister")
"""The documents by the name `--document` takes; each has the template `dokumenter/<name>.md.j2`."""


def documents(world: World, wanted: Wanted, unit: Record | None) -> list[Piece]:
    """Build the documents of a kind; end the command where there is none to build."""
    name = (wanted.document or "").strip().casefold()
    if name not in NAMES:
        known = ", ".join(NAMES)
        raise ExitError(
            T("There is no document «{name}». Choose from: {known}.", name=wanted.document or "", known=known)
        )
    year = wanted.year or world.today.year
    made = Documents(world.plans, world.graph, year, world.today)
    found = list(_pieces(made, name, year, unit))
    if not found:
        raise ExitError(T("There is nothing to make the document «{name}» of for {year}.", name=name, year=str(year)))
    return found


def _pieces(made: Documents, name: str, year: int, unit: Record | None) -> list[Piece]:
    template = f"dokumenter/{name}.md.j2"
    if name in OF_UNITS:
        units = [other for other in made.units() if unit is None or unit in made.scope.line(other)]
        units = [unit] if unit is not None and not units else units
        views = [made.of_unit(other) for other in units]
        if name == "virksomhetsplan":
            views = [view for view in views if view.plan]
        return [Piece(f"{name}-{year}-{view.id}", template, view, made.day) for view in views]
    if name in OF_PLANS:
        plans = made.scope.programmes if name == "handlingsprogram" else made.plans_of(name)
        return [Piece(f"{name}-{plan.name}", template, made.of_plan(plan), made.day) for plan in plans]
    if name == "målekart":
        chart = made.chart(unit)
        tail = f"-{unit.name}" if unit is not None else ""
        return [Piece(f"{name}-{year}{tail}", template, chart, made.day)] if chart is not None else []
    return [Piece(name, template, made.register(), made.day)]
