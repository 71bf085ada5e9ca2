"""A measure has no thread up to a goal.

Units are bound by the goals and free to choose their measures; what ties the two together is that
each measure solves an assignment from the action programme, which in turn follows up a strategy. A
measure without that tie may be useful work, but nobody can say what it is for. Name the assignment
in `løser`, or ask whether the measure should be dropped. An idea may wait. In the profile «fri», where
measures may stand in any plan, they may also solve a strategy or a goal directly, or stand in an
innsatsområde of a plan that has goals.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.work import in_plan_of_unit, is_in_place
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Text
from planctl.model.record import Record
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule
from planctl.world import World

_MOST_PLACES = 10


def _whole(world: World) -> Iterator[Finding]:
    thread = world.thread
    barren: dict[Record, list[Record]] = {}
    for record in world.plans.of_kind("tiltak"):
        if not is_in_place(record, world.plans) or thread.excused(record) or thread.dangles(record):
            continue
        if thread.stops(record):
            yield _solves_nothing(record, world)
        elif thread.ends_in_nothing(record):
            areas = (item for item in world.graph.ancestors(record) if world.plans.thread.is_first(item.kind))
            area = next(areas, None)
            if area is None:
                hint = T("Check what the {oppdrag_pl} in «løser» follow up, or refer to others.")
                yield finding("206", record, _ends(record), "løser", help=hint)
            else:
                barren.setdefault(area.plan, []).append(record)
    for plan, records in barren.items():
        yield _without_goals(plan, records)


def _ends(record: Record) -> Text:
    return T("The thread from {tiltak} «{id}» never reaches any {mål_pl}", id=record.name)


def _without_goals(plan: Record, records: list[Record]) -> Finding:
    """Tell once of the tiltak whose thread ends in the areas of a plan that neither has nor inherits goals."""
    hint = T(
        "Say under «arver» in «{where}» what the plan builds on, or name the {mål_pl} under «løser».", where=plan.name
    )
    related = [(item.place("id"), T("«{id}» leads there too", id=item.name)) for item in records[1:_MOST_PLACES]]
    return finding("206", records[0], _ends(records[0]), "løser", help=hint, related=related)


def _solves_nothing(record: Record, world: World) -> Finding:
    if in_plan_of_unit(record):
        message = T("{Tiltak} «{id}» solves no {oppdrag_pl}", id=record.name)
        hint = T("Add «løser:» with the ids of the {oppdrag_pl}, as løser: [hp2021.o1].")
    else:
        message = T("{Tiltak} «{id}» does not say what it is for", id=record.name)
        near = next((item for item in _near(record, world) if item.id), None)
        hint = T(
            "Add «løser:» with the ids of the {mål_pl}, {strategi_pl} or {oppdrag_pl}, as løser: [{example}].",
            example=near.name if near else "klima.d1",
        )
    return finding("206", record, message, "løser", help=hint)


def _near(record: Record, world: World) -> Iterator[Record]:
    """Yield what a tiltak could solve: in its own plan first."""
    every = list(world.plans.of_kind("strategi", "mål"))
    yield from (item for item in every if item.plan is record.plan)
    yield from every


RULE = Rule(
    code="206",
    slug="tiltak-uten-rød-tråd",
    severity=Severity.ERROR,
    title="{Tiltak} without a thread to a {mål}",
    source="S0 «Begrepsapparat»: tiltak",
    example=in_plan("    løser: [hp2021.o1]\n", ""),
    whole=_whole,
    explanation=__doc__,
)
