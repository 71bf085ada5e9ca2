"""Two tiltak in one unit's plan, or two oppdrag in one handlingsprogram, have the same title.

In reports and lists the reader sees the titles, and cannot tell the two apart. Often one of them is a
copy that was never finished. Give each a title that says what sets it apart, or delete one. Capital
letters and spaces make no difference. Different units may well use the same title, and so may
the same unit in another year.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import PLAN, PLAN_PATH, measure
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = PLAN + measure("Bygge sykkelparkering ved stasjonen", "2021-11-01")
_GOOD = PLAN + measure("Bygge sykkelparkering ved torget", "2021-11-01")


def _whole(world: World) -> Iterator[Finding]:
    first: dict[tuple[str, ...], Record] = {}
    places: dict[Record, str] = {}
    for record in world.plans.of_kind(*world.plans.thread.work):
        title = record.get("tittel")
        if not isinstance(title, str) or not title.strip() or record.get("status") == "utgår":
            continue
        where = places.get(record.plan)
        if where is None:
            where = places[record.plan] = _where(record.plan)
        other = first.setdefault((record.kind, where, " ".join(title.split()).casefold()), record)
        if other is not record and other.id != record.id:
            message = T("«{id}» has the same title as «{other}»", id=record.name, other=other.name)
            hint = T("Give each a title that tells them apart, or delete one of them.")
            yield finding(
                "311", record, message, "tittel", help=hint, related=[(other.place("tittel"), T("the first one"))]
            )


def _where(plan: Record) -> str:
    """Tell plans of the same unit and year from all others."""
    return f"{plan.kind}\n{plan.get('periode')}\n{plan.get('virksomhet')}"


RULE = Rule(
    code="311",
    slug="duplisert-tittel",
    severity=Severity.WARNING,
    title="Two with the same title",
    source="planctl",
    example=Example(PLAN_PATH, _BAD, _GOOD),
    whole=_whole,
    explanation=__doc__,
)
