"""Fields that only say something together do not fit together.

An activity of the year wheel has a day, some days or a month: without any of them it is neither drawn nor
listed. In a file of several years a month has its year too, as 2022-03. A first day («fra») needs a last one
(«til»), in a hearing too. And `rammer` gives each unit one sum for each year of the plan: with too few or too
many nobody knows which year a sum belongs to. A tiltak or an oppdrag begins («start») no later than its deadline.
The day in `vent_til` is for what is «satt på vent», in the plan and in a report alike: with another status nobody can
tell whether the work waits. A report is from one unit («virksomhet»), or is for more than one («gjelder»), never both.
Only a report for the whole municipality («gjelder: kommunen») has an introduction and proposed decisions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planctl.domain.in_force import plan_period
from planctl.domain.on_hold import ON_HOLD
from planctl.domain.reporter import FIELDS, OPENING, is_for_all
from planctl.domain.start import begins_too_late, planned_start
from planctl.domain.wheel import SAMPLE, years_of
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.activity import needs_year
from planctl.model.period import deadline
from planctl.model.record import Record
from planctl.model.time_words import when_words
from planctl.rules.rule import Example, Rule
from planctl.status_labels import WORK_WORDS
from planctl.world import World

_TIMES = ("dato", "fra", "til", "måned")
_NOT_WAITING = (None, *(word for word in WORK_WORDS if word != ON_HOLD))
"""No status, or one that says something else; of a word that is no status, 104 speaks."""
_BAD = SAMPLE.replace("    dato: 2021-10-12\n", "")


def _each(record: Record, world: World) -> Iterator[Finding]:
    if record.kind == "aktivitet":
        yield from _activity(record)
    for at, hearing in _hearings(record.get("høring")):
        yield from _days(record, hearing, "høring", *at)
    yield from _sums(record)
    yield from _waiting(record, world)
    yield from _beginning(record, world)
    yield from _reporting(record)


def _reporting(record: Record) -> Iterator[Finding]:
    """Find a report that is from one unit and for another, and what only the whole municipality can write."""
    if record.kind == "rapportering" and all(record.get(name) is not None for name in FIELDS):
        message = T("«virksomhet» and «gjelder» both tell whose the report is")
        hint = T("Write «virksomhet» where one unit reports, and «gjelder» where the report is for more than one.")
        yield finding("112", record, message, "gjelder", help=hint)
    for name in OPENING:
        if record.kind == "rapportering" and record.get(name) is not None and not is_for_all(record):
            message = T("«{field}» stands in a report that is not for the whole municipality", field=name)
            hint = T("Move it to the report with «gjelder: kommunen». A unit writes «sammendrag» and «omtale».")
            yield finding("112", record, message, name, help=hint)


def _beginning(record: Record, world: World) -> Iterator[Finding]:
    """Find work that is to begin after its own deadline."""
    if record.kind in world.plans.thread.work and begins_too_late(record):
        message = T(
            "«{id}» begins {start}, after its deadline {day}",
            id=record.name, start=when_words(planned_start(record)), day=deadline(record.get("frist")),
        )  # fmt: skip
        hint = T("Correct «start» or «frist».")
        yield finding("112", record, message, "start", help=hint, related=[(record.place("frist"), T("the deadline"))])


def _waiting(record: Record, world: World) -> Iterator[Finding]:
    """Find a day to wait for where the status says that nothing waits."""
    works = world.plans.thread.work
    rows: list[tuple[tuple[str, ...], Any]] = [((), record.fields)] if record.kind in works else []
    if record.kind == "rapportering":
        groups = [(kind, record.get(kind)) for kind in works]
        rows = [((kind, id_), said) for kind, group in groups if isinstance(group, dict) for id_, said in group.items()]
    for at, said in rows:
        if isinstance(said, dict) and said.get("vent_til") is not None and said.get("status") in _NOT_WAITING:
            message = T("«vent_til» stands here, but the status is not «satt på vent»")
            hint = T("Write «status: satt på vent» if it waits, or take «vent_til» away.")
            yield finding("112", record, message, *at, "vent_til", help=hint)


def _activity(record: Record) -> Iterator[Finding]:
    years = years_of(record.plan)
    if all(record.get(name) is None for name in _TIMES):
        message = T("«{id}» has no time, so it is neither drawn nor listed", id=record.name)
        yield finding("112", record, message, "dato", help=T("Write «dato», «fra» and «til», or «måned»."))
    elif needs_year(record) and years is not None:
        message = T("«{id}» has a month without a year, and the file has several years", id=record.name)
        written = f"{years.start.year}-{record.get('måned'):02}"
        hint = T("Write the year too, for example «måned: {written}».", written=written)
        yield finding("112", record, message, "måned", help=hint)
    elif record.get("dato") is None:
        yield from _days(record, record.fields)


def _days(record: Record, fields: dict[str, Any], *at: str | int) -> Iterator[Finding]:
    """Find a first day without a last one, or the other way round."""
    for here, other in (("fra", "til"), ("til", "fra")):
        if fields.get(here) is not None and fields.get(other) is None:
            message = T("«{field}» has no «{other}»", field=here, other=other)
            hint = T("Write the first day as «fra» and the last as «til».")
            if record.kind == "aktivitet":
                hint = T("Write the first day as «fra» and the last as «til». If it lasts one day, write «dato».")
            yield finding("112", record, message, *at, here, help=hint)


def _hearings(value: Any) -> Iterator[tuple[tuple[int, ...], dict[str, Any]]]:
    rows = enumerate(value) if isinstance(value, list) else [(None, value)]
    for index, row in rows:
        if isinstance(row, dict):
            yield (() if index is None else (index,)), row


def _sums(record: Record) -> Iterator[Finding]:
    """Find `rammer` with another number of sums than the plan has years."""
    rows, period = record.get("rammer"), plan_period(record)
    if not isinstance(rows, dict) or period is None:
        return
    years = period.years
    for unit, sums in rows.items():
        if isinstance(sums, list) and len(sums) != len(years):
            message = T("«{unit}» has {count} sums, but the plan has {years} years",
                        unit=unit, count=len(sums), years=len(years))  # fmt: skip
            hint = T("Write one sum for each year from {first} to {last}, in order.", first=years[0], last=years[-1])
            yield finding("112", record, message, "rammer", unit, help=hint)


RULE = Rule(
    code="112",
    slug="felt-henger-ikke-sammen",
    severity=Severity.ERROR,
    title="Fields that do not fit together",
    source="planctl",
    example=Example("årshjul.yaml", _BAD, SAMPLE),
    visits=("aktivitet", "vedtatte planer", "tiltak", "oppdrag", "rapportering"),
    each=_each,
    explanation=__doc__,
)
