"""How many risks there are: by level, and by the part of the municipality they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.disciplines.ros.labels import LEVEL_WORDS, PLACES
from planctl.disciplines.ros.lacking import lacks_tiltak
from planctl.disciplines.ros.risks import Risk, unit_of
from planctl.disciplines.ros.scale import LEVELS
from planctl.domain.organisation import Organisation
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Column, Occasion, Table
from planctl.model.record import Record
from planctl.values import dataclass
from planctl.world import World

COLUMNS = (
    Column(T("{Risiko_pl} of"), width=32),
    Column(T("Open"), "number", 10),
    *(Column(LEVEL_WORDS[level], "number", 12) for level in LEVELS),
    Column(T("Breaches of law"), "number", 12),
    Column(T("Overdue"), "number", 12),
    Column(T("High after {tiltak_pl}"), "number", 14),
)


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted of the risks that were open on a day."""

    open: int
    levels: tuple[int, int, int]
    """The high, the medium and the low."""
    breaches: int
    late: int
    still_high: int
    """How many are high also when their tiltak are done."""
    without: int
    """How many demand tiltak, and have none."""


def counted(world: World, risks: Sequence[Risk], occasion: Occasion) -> Counts:
    """Count risks as they stood on the occasion's day."""
    still = [risk for risk in risks if risk.open_at(occasion.day)]
    high = [sum(risk.level == level for risk in still) for level in LEVELS]
    after = [risk.left or risk.cell for risk in still]
    return Counts(
        len(still),
        (high[0], high[1], high[2]),
        sum(risk.breaks_law for risk in still),
        sum(risk.late_at(occasion.day, ended=occasion.ended) for risk in still),
        sum(cell is not None and risk.scale.level(cell) == "høy" for risk, cell in zip(still, after, strict=True)),
        sum(lacks_tiltak(world, risk, occasion.day) for risk in still),
    )


def by_place(world: World, risks: Sequence[Risk], occasion: Occasion) -> Table | None:
    """Count the risks of the whole municipality, of each tjenesteområde and of projects; None without any of these."""
    places = _places(world, risks)
    rows = [(name, *_row(counted(world, found, occasion))) for name, found in places]
    if not rows or not any(world.plans.of_kind("tjenesteområde")):
        return None
    total = (T("Sum"), *_row(counted(world, risks, occasion)))
    return Table(COLUMNS, tuple(rows), T("{Risiko_pl} by {tjenesteområde}"), total)


def _row(found: Counts) -> tuple[Cell, ...]:
    return (found.open, *found.levels, found.breaches, found.late, found.still_high)


def _places(world: World, risks: Sequence[Risk]) -> Iterator[tuple[Text, list[Risk]]]:
    """Yield the parts of the municipality that have risks: the municipality first, then area by area, projects last."""
    organisation = Organisation(world.plans, world.graph)
    areas: dict[Record, list[Risk]] = {area: [] for area in world.plans.of_kind("tjenesteområde")}
    whole: list[Risk] = []
    projects: list[Risk] = []
    for risk in risks:
        area = _area(world, organisation, risk)
        sort = risk.analysis.get("nivå")
        if sort == "prosjekt":
            projects.append(risk)
        elif sort == "kommune" or area is None:
            whole.append(risk)
        else:
            areas.setdefault(area, []).append(risk)
    named = [(PLACES["kommune"], whole)]
    named += [(T("{title}", title=area.title), found) for area, found in areas.items()]
    named += [(T("Projects"), projects)]
    return ((name, found) for name, found in named if found)


def _area(world: World, organisation: Organisation, risk: Risk) -> Record | None:
    """Find the tjenesteområde that an analysis is of, else that of who answers for the risk."""
    for name in (risk.analysis.get("enhet"), unit_of(world, risk)):
        area = organisation.area_of(organisation.as_unit(world.plans.get(name) if isinstance(name, str) else None))
        if area is not None:
            return area
    return None
