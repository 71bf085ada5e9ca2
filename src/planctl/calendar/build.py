"""From dated records to the wheel that is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from planctl.calendar.layers import FILES, MEETINGS, OWN, WHEELS, Layers
from planctl.calendar.view import RINGS, Activity, YearWheel, numbered
from planctl.domain.dated import Dated
from planctl.domain.organisation import owner_of
from planctl.domain.wheel import years_of
from planctl.model.illustrative import is_illustrative
from planctl.model.record import Record
from planctl.world import World


def build_wheel(world: World, year: int, wanted: Sequence[str] = (), layers: Layers | None = None) -> YearWheel | None:
    """Gather what some layers hold of a year; without any, what the year's own files hold.

    Those are its årshjul and prosesser, or, where it has none, its møteplaner; None when it has none of them either.
    Activities without a time, or outside the year, are left out (rules 105, 112 and 710 name them).
    """
    files = [item for item in world.plans.of_kind(*FILES) if _touches(item, year)]
    own = [item for item in files if item.kind in OWN]
    if not wanted and not files:
        return None
    names = wanted or tuple(OWN.values() if own else (MEETINGS,))
    sources = [item for item in files if FILES[item.kind] in names]
    found = [item for item in (layers or Layers(world)).entries(names) if _in_year(item, year)]
    named = [item for item in sources if item.kind == WHEELS] or sources
    of_many = len({item.record.plan for item in found}) > 1
    made = [_activity(item, world, year, of_many=of_many) for item in found]
    return YearWheel(
        year=year,
        title=named[0].title if len(named) == 1 and (named[0].kind in OWN or len(names) == 1) else "",
        municipality=world.config.municipality,
        activities=numbered(made),
        today=world.today if world.today.year == year else None,
        layers=() if any(item.kind == WHEELS for item in sources) else _with_files(names, sources) or tuple(names),
    )


def _with_files(names: Iterable[str], sources: Sequence[Record]) -> tuple[str, ...]:
    """Give the layers that files of their own fill, when all are such."""
    filled = {FILES[item.kind] for item in sources}
    return tuple(name for name in names if name in filled) if {*names} <= {*FILES.values()} else ()


def wheel_years(world: World) -> list[int]:
    """List the years that have an årshjul, a prosess or a møteplan, in order."""
    periods = map(years_of, world.plans.of_kind(*FILES))
    return sorted({year for period in periods if period is not None for year in period.years})


def _touches(source: Record, year: int) -> bool:
    period = years_of(source)
    return period is not None and year in period.years


def _in_year(item: Dated, year: int) -> bool:
    """Tell whether something is in a year; what a file of other years holds, is another year's (710)."""
    of_file = item.record.plan.kind not in FILES or _touches(item.record.plan, year)
    return of_file and year in item.when.period.years


def _activity(item: Dated, world: World, year: int, *, of_many: bool) -> Activity:
    record, period = item.record, item.when.period
    plan, organ = record.plan, _title(world, record.get("organ"))
    return Activity(
        number=0,
        id=record.name,
        title=organ if organ and not record.get("tittel") else record.title,
        ring=RINGS.get(item.ring, "ingen"),
        start=max(period.start, date(year, 1, 1)),
        end=min(period.end, date(year, 12, 31)),
        precision=item.when.precision,
        season=item.when.season,
        organ=organ,
        responsible=_title(world, owner_of(record, world.plans)),
        output=str(record.get("gir")) if record.get("gir") else None,
        illustrative=is_illustrative(record),
        layer=item.layer,
        word=item.word,
        origin=plan.title if of_many and plan is not record and item.layer != WHEELS else None,
    )


def _title(world: World, name: object) -> str | None:
    record = world.plans.get(name) if isinstance(name, str) else None
    return record.title if record is not None else None
