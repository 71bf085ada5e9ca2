"""Tiltak of last year are neither done, given up nor carried over.

When the year is over, each tiltak is reported as fullført or utgår, or it goes on in the new year's plan.
One that does neither is followed up by nobody: its year is closed, and the new plan does not know it.
Write it into the new plan under the same title, or report what became of it.
Judged when the unit has its new plan, of last year's plan alone; a plan is told once.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.in_force import is_adopted, is_open, plan_period
from planctl.domain.open_work import is_promised
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_MOST_PLACES = 10
_OLD = """\
type: virksomhetsplan
id: vp2020-veg
tittel: Virksomhetsplan 2020 for veg
virksomhet: veg
periode: 2020
status: vedtatt
ansvarlig: veg
tiltak:
  - id: vp2020-veg.t1
    tittel: Rydde siktlinjer ved skolene
    løser: [hp2021.o1]
    frist: 2020-11-01
    ansvarlig: veg
    status: i rute
"""


def _whole(world: World) -> Iterator[Finding]:
    plans = list(world.plans.of_kind("virksomhetsplan"))
    new = [plan for plan in plans if is_open(plan, world.today) and is_adopted(plan)]
    units = {unit for plan in new for unit in world.graph.targets(plan, "virksomhet")}
    old = [plan for plan in plans if _is_last_years(plan, world) and is_adopted(plan)]
    if not new or not old or world.plans.incomplete:
        return
    alive = set(new)
    titles = {item.title.casefold() for item in world.plans.of_kind("tiltak") if item.plan in alive}
    left: dict[Record, list[Record]] = {plan: [] for plan in old}
    for item in world.plans.of_kind("tiltak"):
        if item.plan in left and not _is_closed(item, world) and item.title.casefold() not in titles:
            left[item.plan].append(item)
    for plan, items in left.items():
        if items and any(unit in units for unit in world.graph.targets(plan, "virksomhet")):
            yield _told(items)


def _told(items: list[Record]) -> Finding:
    first, *others = items
    if others:
        message = T(
            "{Tiltak} «{id}» and {n} more were not finished, and no later plan carries them on",
            id=first.name,
            n=len(others),
        )
    else:
        message = T("{Tiltak} «{id}» was not finished, and no later plan carries it on", id=first.name)
    hint = T(
        "Write it into this year's plan with the same title, or set its status to fullført or utgår.",
    )
    related = [(item.place("id"), T("«{id}» was not finished either", id=item.name)) for item in others[:_MOST_PLACES]]
    return finding("313", first, message, help=hint, related=related)


def _is_last_years(plan: Record, world: World) -> bool:
    period = plan_period(plan)
    return period is not None and period.end.year == world.today.year - 1


def _is_closed(item: Record, world: World) -> bool:
    """Tell whether a tiltak is done, given up or only an idea, by the plan or by the report that holds."""
    status = world.status_reports.at(item, world.today).status
    return not is_promised(status) or not is_promised(item.get("status"))


RULE = Rule(
    code="313",
    slug="tiltak-ikke-videreført",
    severity=Severity.WARNING,
    title="Unfinished {tiltak} that nobody carried over",
    source="S0 «Resultat og rapportering»",
    example=Example("virksomhetsplaner/veg-2020.yaml", _OLD, _OLD.replace("i rute", "fullført")),
    whole=_whole,
    explanation=__doc__,
)
