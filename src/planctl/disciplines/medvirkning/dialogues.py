"""Leaders' dialogues by unit, in order of their days: which comes after which."""

from __future__ import annotations

from datetime import date

from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.world import World

KIND, AGREED = "lederdialog", "avtale"


class Dialogues:
    """The dialogues of a plan set, those of each unit in order."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._by_unit: dict[str, list[tuple[date, Record]]] = {}
        for record in world.plans.of_kind(KIND):
            day, unit = parse_date(record.get("dato")), record.get("enhet")
            if day is not None and isinstance(unit, str):
                self._by_unit.setdefault(unit, []).append((day, record))
        for held in self._by_unit.values():
            held.sort(key=lambda row: row[0])

    def following(self, record: Record) -> Record | None:
        """Give the next dialogue about the same unit that has been held; None where there is none yet."""
        day = parse_date(record.get("dato"))
        rows = self._by_unit.get(str(record.get("enhet")), [])
        later = (other for when, other in rows if day is not None and day < when <= self._world.today)
        return next(later, None)
