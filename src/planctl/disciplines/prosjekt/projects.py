"""The projects of a plan set, each read once: its phase, what was decided, its money, and how it last said it goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.values import dataclass
from planctl.world import World

KINDS = ("prosjekt", "program")
"""The kinds that have phases: a program is led as a project is."""
PHASES = ("behov", "konsept", "planlegge", "gjennomføre", "avslutte", "realisere")
"""The phases in their order (S0 «Prosjekt- og programstyring», after Prosjektveiviseren)."""
CLOSING = ("avslutte", "realisere")
"""The phases in which the line takes over."""
APPROVED = frozenset({"godkjent", "godkjent med vilkår"})
STOPPED = "stoppet"
LIGHTS = ("tid", "kost", "kvalitet")
"""What a status report says a colour of."""
RED = "rød"
STEERING = "styringsramme"
"""The frame that the leader of a project steers by, within the one that was adopted."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A beslutningspunkt: its place in the list, its day, the phase it leads to, and what was decided, if anything."""

    index: int
    day: date | None
    phase: str
    outcome: str
    fields: Mapping[str, Any]

    @property
    def is_approved(self) -> bool:
        """Whether the project was let on to the phase."""
        return self.outcome in APPROVED


@dataclass(frozen=True, slots=True)
class Report:
    """A status report: its place in the list, its day, and what it says."""

    index: int
    day: date
    fields: Mapping[str, Any]

    @property
    def comment(self) -> str:
        """What is said of it in words."""
        return told(self.fields, "kommentar")

    @property
    def red(self) -> tuple[str, ...]:
        """What is red of tid, kost and kvalitet."""
        return tuple(light for light in LIGHTS if self.fields.get(light) == RED)


@dataclass(frozen=True, slots=True)
class Project:
    """A prosjekt or a program."""

    record: Record

    @property
    def phase(self) -> str:
        """The phase it is in today, as written; nothing where it is no phase."""
        value = self.record.get("fase")
        return value if value in PHASES else ""

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Its beslutningspunkter, as they stand in the file."""
        return tuple(
            Decision(index, parse_date(row.get("dato")), told(row, "til_fase"), told(row, "beslutning"), row)
            for index, row in _rows(self.record, "beslutningspunkter")
        )

    @property
    def reports(self) -> tuple[Report, ...]:
        """Its status reports that tell a day, the oldest first."""
        days = ((index, parse_date(row.get("dato")), row) for index, row in _rows(self.record, "statusrapporter"))
        return tuple(sorted((Report(i, day, row) for i, day, row in days if day is not None), key=lambda one: one.day))

    def report_at(self, day: date) -> Report | None:
        """Give the newest report of a day."""
        return next((report for report in reversed(self.reports) if report.day <= day), None)

    def last_at(self, day: date) -> Decision | None:
        """Give the last decision that let it on to a phase, by a day."""
        made = [item for item in self.decisions if item.is_approved and item.day is not None and item.day <= day]
        return max(made, key=lambda item: item.day or date.min, default=None)

    def phase_at(self, day: date) -> str:
        """Tell which phase it was in on a day: what was decided later had not been."""
        later = any(item.is_approved and item.day is not None and item.day > day for item in self.decisions)
        last = self.last_at(day)
        return (last.phase if last is not None else PHASES[0]) if later else self.phase

    def next_at(self, day: date) -> Decision | None:
        """Give the next beslutningspunkt after a day."""
        waiting = [item for item in self.decisions if item.day is not None and item.day > day]
        return min(waiting, key=lambda item: item.day or date.max, default=None)

    def stopped_at(self, day: date) -> bool:
        """Tell whether it had been stopped by a day."""
        made = [item for item in self.decisions if item.outcome and item.day is not None and item.day <= day]
        return bool(made) and max(made, key=lambda item: item.day or date.min).outcome == STOPPED

    def goes_at(self, day: date) -> bool:
        """Tell whether it was under way on a day: not stopped, and not over, when only its benefits are left."""
        return self.phase_at(day) != PHASES[-1] and not self.stopped_at(day)

    @property
    def frame(self) -> int | None:
        """The ramme that holds, in 1000 kr: the adjusted one, else the one that was adopted."""
        return self.amount("justert_ramme") or self.amount("vedtatt_ramme")

    def amount(self, field: str) -> int | None:
        """Give one of its amounts, in 1000 kr."""
        money = self.record.get("økonomi")
        return number(money.get(field)) if isinstance(money, dict) else None

    def reported_at(self, field: str, day: date) -> int | None:
        """Give what had been spent, or what it is thought to cost, by the newest report that says so, in 1000 kr."""
        said = (number(item.fields.get(field)) for item in reversed(self.reports) if item.day <= day)
        return next((amount for amount in said if amount is not None), None)


def projects(world: World) -> tuple[Project, ...]:
    """Give the projects and programmes; of two with the same id only the first (203)."""
    return tuple(Project(record) for record in world.plans.of_kind(*KINDS) if world.plans.get(record.id) is record)


def rank(phase: str) -> int:
    """Give the place of a phase; before all where it is none."""
    return PHASES.index(phase) if phase in PHASES else -1


def told(fields: Mapping[str, Any], field: str) -> str:
    """Give a text of a group; nothing where there is none."""
    value = fields.get(field)
    return value.strip() if isinstance(value, str) else ""


def number(value: Any) -> int | None:
    """Give an amount; None where it is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _rows(record: Record, field: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    rows = record.get(field)
    yield from ((at, row) for at, row in enumerate(rows if isinstance(rows, list) else ()) if isinstance(row, dict))
