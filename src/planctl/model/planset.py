"""All records of a repository, by id, kind and file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from planctl.config import Config
from planctl.model.known_kinds import KnownKinds
from planctl.model.lost import Lost
from planctl.model.record import Record
from planctl.source import Place
from planctl.values import dataclass

if TYPE_CHECKING:
    from planctl.load.schema.annotations import Ref


@dataclass(frozen=True, slots=True)
class Measurement:
    """One value of an indicator in a period; `value` is None when it was not measured."""

    indicator: str
    period: str
    value: float | None
    unit: str | None
    place: Place
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """A unit's figures of one month in 1000 kr: the year's budgets and forecast, the month's budget and accounts."""

    unit: str
    year: int
    month: int
    original: Decimal | None
    revised: Decimal | None
    budget: Decimal | None
    actual: Decimal | None
    forecast: Decimal | None
    place: Place
    illustrative: bool = False


class PlanSet:
    """The records and references of a repository, as its files stand; it never changes.

    `incomplete` tells that some plan file could not be read, `lost` what may stand in such files.
    """

    def __init__(
        self,
        config: Config,
        records: Iterable[Record] = (),
        refs: Iterable[Ref] = (),
        measurements: Iterable[Measurement] = (),
        kinds: KnownKinds | None = None,
        files: int = 0,
        lost: Lost | None = None,
        figures: Iterable[MonthFigures] = (),
    ) -> None:
        self.config = config
        self.records = tuple(records)
        self.refs = tuple(refs)
        self.measurements = tuple(measurements)
        self.figures = tuple(figures)
        self.known_kinds = kinds or KnownKinds()
        self.families = self.known_kinds.families
        self.thread = self.known_kinds.thread
        self.files = files
        self.incomplete = lost is not None
        self.lost = lost or Lost()
        self.by_id: dict[str, Record] = {}
        self.duplicates: list[tuple[Record, Record]] = []
        self._by_kind: dict[str, list[Record]] = {}
        self._expanded: dict[str, tuple[str, ...]] = {}
        self.former_ids: dict[str, Record] = {}
        for record in self.records:
            self._by_kind.setdefault(record.kind, []).append(record)
            if "tidligere_id" in record.fields:
                for former in record.texts("tidligere_id"):
                    self.former_ids.setdefault(former, record)
            if record.id is not None:
                first = self.by_id.setdefault(record.id, record)
                if first is not record:
                    self.duplicates.append((record, first))

    def of_kind(self, *kinds: str) -> Iterator[Record]:
        """Yield the records of kinds, families or groups, kind by kind, in file order."""
        for name in kinds:
            for kind in self._kinds_of(name):
                yield from self._by_kind.get(kind, ())

    def is_a(self, record: Record, name: str) -> bool:
        """Tell whether a record is of a kind, family or group."""
        return record.kind in self._kinds_of(name)

    def _kinds_of(self, name: str) -> tuple[str, ...]:
        found = self._expanded.get(name)
        if found is None:
            groups = self.known_kinds.groups
            found = groups[name] if name in groups else tuple(sorted(self.families.get(name, (name,))))
            self._expanded[name] = found
        return found

    def get(self, id_: str | None) -> Record | None:
        """Return the record with an id."""
        return self.by_id.get(id_) if id_ is not None else None

    @cached_property
    def kinds(self) -> dict[str, int]:
        """How many records there are of each kind."""
        return {kind: len(records) for kind, records in self._by_kind.items()}
