"""The layers of the calendar: the wheels, the processes, and every date that a schema or a discipline puts there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import Any

from planctl.check.collected import Makers, calendars
from planctl.domain.dated import Dated
from planctl.domain.follow_up import SET_ASIDE
from planctl.domain.in_force import is_replaced
from planctl.domain.wheel import is_the_states
from planctl.glossary import Glossary
from planctl.i18n import Language
from planctl.load.schema.dated_fields import DatedField, dated_fields
from planctl.model.activity import activity_time
from planctl.model.period import Period, When, known_time, parse_period, when
from planctl.model.record import Record
from planctl.resources import Disciplines
from planctl.world import World

WHEELS, PROCESSES, MEETINGS = "årshjul", "prosesser", "møter"
OWN = {"årshjul": WHEELS, "prosess": PROCESSES}
"""The layer of the activities of each kind of file."""
FILES = {**OWN, "møteplan": MEETINGS}
"""The layer that each kind of calendar file fills."""
STATE = "stat"


class Layers:
    """All layers of a repository: the wheel's own, those of the schemas' annotations, those of disciplines."""

    def __init__(self, world: World) -> None:
        self._world = world

    @cached_property
    def _fields(self) -> dict[str, tuple[DatedField, ...]]:
        return dated_fields(self._world.book)

    @cached_property
    def _makers(self) -> Makers:
        return calendars(self._world.disciplines)

    @property
    def known(self) -> tuple[str, ...]:
        """The names of all layers, the wheel's own first, the others in the order of the alphabet."""
        annotated = {field.layer for fields in self._fields.values() for field in fields}
        made = {name for names in self._makers for name in names}
        return (*OWN.values(), *sorted(annotated | made))

    def entries(self, wanted: Iterable[str]) -> Iterator[Dated]:
        """Yield what stands in some layers, of any year."""
        names = set(wanted)
        yield from (item for item in _activities(self._world) if item.layer in names)
        if names <= {*OWN.values()}:
            return
        for kind, fields in self._fields.items():
            for field in fields:
                if field.layer in names:
                    yield from _annotated(self._world, kind, field)
        for layers, maker in self._makers.items():
            if names.intersection(layers):
                yield from (item for item in maker(self._world) if item.layer in names)


def layer_word(lang: Language, layer: str, *, plural: bool = True) -> str:
    """Return what a layer, or a date in it, is called: the glossary's word for it, else its own name."""
    return lang.term(_terms(lang.disciplines).get(layer, layer), plural=plural)


@cache
def _terms(disciplines: Disciplines) -> dict[str, str]:
    """Give the term of each word of the glossary in bokmål, singular and plural."""
    return {form: kind for kind, forms in Glossary("nb", {}, disciplines).words.items() for form in forms[:2]}


def _activities(world: World) -> Iterator[Dated]:
    for record in world.plans.of_kind("aktivitet"):
        time, layer = activity_time(record), OWN.get(record.plan.kind)
        if time is not None and layer is not None:
            ring = record.get("ring") or (STATE if is_the_states(record) else "")
            yield Dated(record, time, layer, str(ring))


def _annotated(world: World, kind: str, field: DatedField) -> Iterator[Dated]:
    for record in world.plans.of_kind(kind):
        if _given_up(world, record):
            continue
        for time in _times(_value(world, record, field), ends=field.ends):
            if field.ends and is_replaced(record, world.graph, time.period.end):
                continue  # what another has taken the place of, runs out unnoticed
            yield Dated(record, time, field.layer, field.ring, field.word)


def _given_up(world: World, record: Record) -> bool:
    """Tell whether nobody waits for a record any more: it, or its plan, is given up."""
    follow_ups = world.bonds.follow_ups.of(record)
    if follow_ups:
        return all(item.status in SET_ASIDE for item in follow_ups)
    return world.status_reports.at(record, world.today).status == "utgår" or "utgått" in (
        record.get("status"),
        record.plan.get("status"),
    )


def _value(world: World, record: Record, field: DatedField) -> Any:
    """Return what a field says; of a frist what a report has put in its place."""
    if field.field == "frist":
        moved = world.status_reports.at(record, world.today).moved_in
        if moved is not None:
            return moved.fields["ny_frist"]
    return record.get(field.field)


def _times(value: Any, *, ends: bool) -> Iterator[When]:
    """Read a date, a period, a group with `fra` and `til`, or a list of such."""
    if isinstance(value, list):
        for item in value:
            yield from _times(item, ends=ends)
    elif isinstance(value, dict):
        start, end = known_time(value.get("fra")), known_time(value.get("til"))
        if start is not None and end is not None and start.first <= end.last:
            yield When(Period(start.first, end.last), "periode")
    elif ends:
        period = parse_period(value)
        if period is not None:
            yield When(Period(period.end, period.end), "dag")
    else:
        time = when(value)
        if time is not None:
            yield time
