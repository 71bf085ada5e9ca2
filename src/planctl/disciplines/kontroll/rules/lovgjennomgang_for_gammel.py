"""A unit has not gone through its laws and regulations for more than a year.

Each unit knows the laws that hold for its work, and goes through them once a year. The newest review of the unit
counts: what its `neste` says, else one year after its `dato`. Enter the new review with its day, or a new day in
`neste`. Nothing is said of a unit that has no review here, or is closed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.disciplines.kontroll.examples import CONTROL_PATH, REVIEW
from planctl.domain.organisation import closed
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.law.deadlines import years_after
from planctl.model.period import deadline, parse_date
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    newest: dict[str, tuple[date, Record]] = {}
    for record in world.plans.of_kind("lovgjennomgang"):
        made, unit = parse_date(record.get("dato")), record.get("enhet")
        if made is not None and isinstance(unit, str) and (unit not in newest or newest[unit][0] < made):
            newest[unit] = (made, record)
    for unit, (made, record) in newest.items():
        planned = deadline(record.get("neste"))
        due = planned or years_after(made, 1)
        if due < world.today and not _is_closed(unit, world):
            message = T("The laws of «{unit}» were last gone through {day}", unit=_title(unit, world), day=made)
            hint = T("Go through them anew, and enter it under «lovgjennomganger:»; or write the day in «neste».")
            yield finding("842", record, message, "neste" if planned is not None else "dato", help=hint)


def _is_closed(unit: str, world: World) -> bool:
    found = world.plans.get(unit)
    last = closed(found) if found is not None else None
    return last is not None and last < world.today


def _title(unit: str, world: World) -> str:
    found = world.plans.get(unit)
    return found.title if found is not None else unit


RULE = Rule(
    code="842",
    slug="lovgjennomgang-for-gammel",
    severity=Severity.WARNING,
    title="{Lovgjennomgang} not done for a year",
    source="S2 4.2 «Etterlevelse av lover og forskrifter»",
    example=Example(CONTROL_PATH, REVIEW.replace("2021-02", "2020-02"), REVIEW),
    whole=_whole,
    explanation=__doc__,
)
