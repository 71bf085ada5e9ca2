"""The risks of a plan set, each judged once: how large it is, what is left of it, and what is done about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from planctl.disciplines.ros.scale import Cell, Level, Scale, scale_of
from planctl.domain.matters import Matter
from planctl.domain.organisation import owner_of
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.values import dataclass
from planctl.world import World

ACCEPT, ACCEPTED = "akseptere", "akseptert"
"""The håndtering, and the status, of a risk that is left as it is."""
OPEN = "åpen"
"""The status of a risk that says none."""


@dataclass(frozen=True, slots=True)
class Risk:
    """A risk; `cell` is where it stands in the matrix, `left` where it stands when its tiltak are done.

    Both are None where they are not told, or are outside the scale (821). `matter` tells until when it is open.
    """

    record: Record
    scale: Scale
    cell: Cell | None
    left: Cell | None
    matter: Matter

    @property
    def analysis(self) -> Record:
        """The ros-analyse it stands in."""
        return self.record.plan

    @property
    def size(self) -> int:
        """Sannsynlighet times konsekvens; 0 where it is not known."""
        return self.cell[0] * self.cell[1] if self.cell is not None else 0

    @property
    def level(self) -> Level:
        """How large it is; low where it is not known."""
        return self.scale.level(self.cell) if self.cell is not None else "lav"

    @property
    def breaks_law(self) -> bool:
        """Whether it is marked as a breach of law."""
        return self.record.get("lovbrudd") is True

    @property
    def demands_tiltak(self) -> bool:
        """Whether something must be done: it is high, or the law is broken (S4)."""
        return self.breaks_law or self.level == "høy"

    @property
    def status(self) -> str:
        """Its status, as written."""
        value = self.record.get("status")
        return value if isinstance(value, str) else OPEN

    @property
    def is_open(self) -> bool:
        """Whether something remains to be done about it."""
        return self.matter.is_open

    @property
    def is_accepted(self) -> bool:
        """Whether somebody has chosen to live with it."""
        return self.status == ACCEPTED or (self.is_open and self.record.get("håndtering") == ACCEPT)

    @property
    def deadline(self) -> date | None:
        """The last day of its frist."""
        return self.matter.deadline

    @property
    def settled(self) -> date | None:
        """The day it was settled, as far as that is told."""
        return self.matter.settled

    def open_at(self, day: date) -> bool:
        """Tell whether it was open at the end of a day."""
        return self.matter.open_at(day)

    def late_at(self, day: date, *, ended: bool) -> bool:
        """Tell whether it was open on a day, after its deadline: of the day itself when that has ended."""
        return self.matter.late_at(day, ended=ended)

    def weight(self) -> tuple[int, int, str]:
        """Order by size, the largest first; of like ones the more serious."""
        return (-self.size, -(self.cell[1] if self.cell is not None else 0), self.record.name)


def risks(world: World, day: date | None = None) -> tuple[Risk, ...]:
    """Give the risks of the analyses that hold on a day; of two with the same id only the first (203)."""
    held = set(analyses(world, day))
    return tuple(_judged(world, (record for record in world.plans.of_kind("risiko") if record.plan in held)))


def of_analysis(world: World, analysis: Record) -> tuple[Risk, ...]:
    """Give the risks of an analysis, whether or not it is replaced."""
    return tuple(_judged(world, (record for record in world.plans.of_kind("risiko") if record.plan is analysis)))


def analyses(world: World, day: date | None = None) -> Iterator[Record]:
    """Yield the analyses that hold on a day, today's where none is given: done by then, and not replaced by then."""
    today = day or world.today
    known = [record for record in world.plans.of_kind("ros-analyse") if done(record, today)]
    replaced = {old for record in known for old in world.graph.targets(record, "avløser")}
    return (record for record in known if record not in replaced)


def done(analysis: Record, day: date) -> bool:
    """Tell whether an analysis was done by a day; one that tells no day always was."""
    made = parse_date(analysis.get("dato"))
    return made is None or made <= day


def unit_of(world: World, risk: Risk) -> str | None:
    """Give the id of who a risk belongs to: its own ansvarlig, else its analysis's unit, else who answers for that."""
    names: Iterable[Any] = (
        owner_of(risk.record, world.plans), risk.analysis.get("enhet"), risk.analysis.get("ansvarlig"),
    )  # fmt: skip
    return next((name for name in names if isinstance(name, str) and name), None)


def steps(value: Any) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the steps that a konsekvens, or a sannsynlighet, names: one, or one for each value, with its place."""
    rows = value.items() if isinstance(value, dict) else [("", value)]
    for key, step in rows:
        if isinstance(step, int) and not isinstance(step, bool):
            yield ((str(key),) if key else ()), step


def _judged(world: World, records: Iterable[Record]) -> Iterator[Risk]:
    """Judge records by the municipality's scale; of two with the same id only the first."""
    scale, closed = scale_of(world.config), world.plans.known_kinds.matters.closed.get("risiko", frozenset())
    for record in records:
        if world.plans.get(record.id) is record:
            left = _cell(record.get("restrisiko"), scale)
            yield Risk(record, scale, _cell(record.fields, scale), left, Matter(record, closed))


def _cell(fields: Any, scale: Scale) -> Cell | None:
    """Read where a risk stands: of several konsekvenser the worst counts."""
    if not isinstance(fields, dict):
        return None
    sides = [[step for _, step in steps(fields.get(field))] for field in ("sannsynlighet", "konsekvens")]
    if not all(sides) or not all(scale.holds(step) for side in sides for step in side):
        return None
    return max(sides[0]), max(sides[1])
