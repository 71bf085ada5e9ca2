"""What the rules on årshjul, prosesser and møteplaner share: when things happen, in files whose years are not over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from planctl.domain.adoption import is_council
from planctl.model.activity import activity_time
from planctl.model.period import Period, Precision, parse_date, parse_period
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.values import dataclass

if TYPE_CHECKING:
    from planctl.world import World

SAMPLE = """\
type: årshjul
id: årshjul2021
tittel: Årshjul 2021
periode: 2021
aktiviteter:
  - id: ah.regnskap-avlagt
    tittel: Årsregnskap og årsberetning avlegges
    slag: [årsregnskap, årsberetning]
    ring: administrativ
    dato: 2021-02-19
    ansvarlig: kommunedirektøren
  - id: ah.tertial1
    tittel: 1. tertialrapport
    slag: tertialrapport
    ring: politisk
    dato: 2021-06-15
    organ: kommunestyret
    ansvarlig: kommunedirektøren
  - id: ah.regnskap
    tittel: Årsregnskap og årsberetning vedtas
    slag: [årsregnskap, årsberetning]
    ring: politisk
    dato: 2021-06-15
    organ: kommunestyret
    ansvarlig: kommunedirektøren
    etter: [ah.regnskap-avlagt]
  - id: ah.tertial2
    tittel: 2. tertialrapport
    slag: tertialrapport
    ring: politisk
    dato: 2021-10-12
    organ: kommunestyret
    ansvarlig: kommunedirektøren
  - id: ah.innstilling
    tittel: Innstilling til handlingsprogram
    slag: hp-innstilling
    ring: politisk
    dato: 2021-11-23
    ansvarlig: kommunedirektøren
  - id: ah.vedtak
    tittel: Handlingsprogrammet vedtas
    slag: hp-vedtak
    ring: politisk
    dato: 2021-12-14
    offentliggjort: 2021-11-24
    organ: kommunestyret
    ansvarlig: kommunedirektøren
"""
"""A year wheel without findings, for the examples."""

LATE_BUDGET = 3
"""A budget adopted in the first months, until this one, is taken to be late, and not the next year's."""

_FIELDS = {"dag": "dato", "periode": "fra", "måned": "måned"}


@dataclass(frozen=True, slots=True)
class Timed:
    """An activity, the days it takes, and how exactly they are known."""

    record: Record
    period: Period
    precision: Precision

    @property
    def start_at_latest(self) -> date:
        """The day it has begun for certain."""
        return self.period.end if self.precision == "måned" else self.period.start

    @property
    def end_at_earliest(self) -> date:
        """The first day it may be finished."""
        return self.period.start if self.precision == "måned" else self.period.end

    @property
    def field(self) -> str:
        """The field that says when it ends."""
        return "til" if self.precision == "periode" and self.record.get("til") else _FIELDS[self.precision]

    @property
    def day(self) -> date | None:
        """The day it happens on, when it is one day."""
        return self.period.start if self.precision == "dag" else None

    def goes_with(self, other: Timed) -> bool:
        """Tell whether two activities can be steps of one thing: both in årshjul, or both in the same prosess."""
        plans = (self.record.plan, other.record.plan)
        return plans[0] is plans[1] or all(plan.kind == "årshjul" for plan in plans)

    def is_a(self, *kinds: str) -> bool:
        """Tell whether it is of one of some slag."""
        return any(kind in self.record.texts("slag") for kind in kinds)

    def before_council(self, plans: PlanSet) -> bool:
        """Tell whether it is the council's own treatment: in the political ring, and no other body's."""
        organ = self.record.get("organ")
        return self.record.get("ring") != "administrativ" and (organ is None or is_council(organ, plans))


def years_of(plan: Record) -> Period | None:
    """Give the years of an årshjul, a prosess or a møteplan."""
    return parse_period(plan.get("periode"))


def is_current(record: Record, today: date) -> bool:
    """Tell whether the years of a record's årshjul, prosess or møteplan are not over."""
    period = years_of(record.plan)
    return period is not None and period.end >= today


def timed(record: Record) -> Timed | None:
    """Give an activity with its time; None without one."""
    time = activity_time(record)
    return Timed(record, time.period, time.precision) if time is not None else None


def current(world: World) -> Iterator[Timed]:
    """Yield the activities, with their time, of what is not over; 710 speaks of those outside their years."""
    for record in world.plans.of_kind("aktivitet"):
        found, years = timed(record), years_of(record.plan)
        if found is None or years is None or years.end < world.today:
            continue
        if found.period.overlaps(years) or is_budget_after_new_year(found):
            yield found


def year_wheels(world: World) -> dict[int, list[Record]]:
    """Give the årshjul of each single year that is not over and has activities; a prosess is none."""
    found: dict[int, list[Record]] = {}
    filled = {record.plan for record in world.plans.of_kind("aktivitet")}
    for wheel in world.plans.of_kind("årshjul"):
        years = years_of(wheel)
        if years is not None and len(years.years) == 1 and years.end >= world.today and wheel in filled:
            found.setdefault(years.start.year, []).append(wheel)
    return found


def is_the_states(record: Record) -> bool:
    """Tell whether the state does an activity, as when it presents its budget: it needs neither ring nor ansvarlig."""
    return "statsbudsjett" in record.texts("slag")


def of_year(world: World, year: int, wheels: list[Record]) -> list[Record]:
    """Give the activities of some wheels of a year, and the steps that processes have in it."""
    return [record for record in world.plans.of_kind("aktivitet") if record.plan in wheels or _is_step(record, year)]


def _is_step(record: Record, year: int) -> bool:
    found = timed(record) if record.plan.kind == "prosess" else None
    return found is not None and year in found.period.years


def exact_days(record: Record) -> Iterator[tuple[str, date]]:
    """Give the fields of a meeting or activity that say a day on which people meet, and the days."""
    for field in ("dato", "drøftes"):
        day = parse_date(record.get(field))
        if day is not None:
            yield field, day


def within_plan(record: Record, day: Any) -> bool:
    """Tell whether a day lies in the years of a record's årshjul, prosess or møteplan; else 710 speaks of it."""
    years = years_of(record.plan)
    return years is not None and day in years


def is_budget_after_new_year(item: Timed) -> bool:
    """Tell whether the budget is to be adopted just after the turn of the year: 703 speaks of it."""
    return item.is_a("hp-vedtak") and item.end_at_earliest.month <= LATE_BUDGET
