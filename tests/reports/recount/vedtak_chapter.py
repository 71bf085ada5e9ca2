"""The chapter on vedtak written again: the counts, those over their deadlines, and the verbal resolutions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property

from recount.node import Fields, Node
from recount.occasion import Occasion
from recount.page import Row, row
from recount.vedtak import NAMES, OVER, counts, day_of, flags
from recount.words import capital, long, short, span

ASKS = {"ansvarlig", "frist", "status", "svar", "særskilt_rapportering", "punkter"}


def decisions(occasion: Occasion) -> Iterator[Row]:
    """Write the chapter."""
    found = [item for item in items(occasion) if item.told]
    late = sorted((item for item in found if item.late), key=lambda item: item.fields["frist"])
    never = sum(item.never for item in found)
    still = sum(item.still for item in found)
    yield row(f"Åpne per {long(occasion.day)}: {still}. Over fristen: {len(late)}. Aldri besvart: {never}.")
    yield from counts(occasion.source, occasion.start, occasion.day)
    for item in late:
        due = day_of(item.fields["frist"])
        days = (occasion.day - due).days if due else 0
        said = short(due), str(days or "Siste dag"), item.age
        yield item.title, NAMES[item.slag], item.case, *said, occasion.source.title(item.fields["ansvarlig"])
    verbal = [item for item in found if item.slag == "verbalvedtak"]
    for item in sorted(verbal, key=lambda item: (not item.still, item.fields["frist"])):
        answered = short(max(item.answers, default=None))
        due = short(day_of(item.fields["frist"]))
        yield item.title, item.case, short(item.decided), item.age, due, item.status, answered
    yield from _delegated(occasion)


class Item:
    """A vedtak, or a punkt of one, as it stood on a day."""

    def __init__(self, occasion: Occasion, node: Node, fields: Fields, dates: dict[str, dt.date | None]) -> None:
        self._occasion, self.node, self.fields, self._dates = occasion, node, {**node.fields, **fields}, dates
        self._own = fields
        self.slag = node.text("slag") or "vedtak"
        self.decided = dates[node.id]
        self.still, self.late, self._answered, self.never = map(
            bool, flags(self.fields, self.slag, dates, occasion.start, occasion.day)
        )

    @property
    def _secret(self) -> Fields:
        return self.fields.get("unntatt") or {}

    @property
    def title(self) -> str:
        """What it is called, or why that is not told."""
        if self._secret:
            return f"Unntatt, {self._secret['hjemmel'].replace('offl', 'offl.')} ({self.node.id})"
        return self.node.title + (f": {self._own['tittel']}" if self._own is not self.node.fields else "")

    @property
    def case(self) -> str:
        """The number of the case."""
        return "–" if self._secret else self.node.text("sak") or "–"

    @cached_property
    def _every_answer(self) -> list[dt.date]:
        given = self.fields.get("svar", [])
        days = (day_of(one.get("dato")) for one in (given if isinstance(given, list) else [given]))
        return [day for day in days if day is not None]

    @property
    def answers(self) -> list[dt.date]:
        """The days of the answers given by the day."""
        return [day for day in self._every_answer if day <= self._occasion.day]

    @property
    def _ended(self) -> dt.date | None:
        over = self.fields.get("status") in OVER
        last = self._dates.get(self.fields.get("overført_til", "")) or max(self._every_answer, default=None)
        return last if over else None

    @property
    def told(self) -> bool:
        """Whether it was open, or something happened to it in the period."""
        days = (self.decided, self._ended, *self._every_answer)
        return self.still or any(day is not None and self._occasion.within(day.isoformat()) for day in days)

    @property
    def age(self) -> str:
        """How many days it lasted, from the day it was decided."""
        until = self._occasion.day if self.still else self._ended
        return str((until - self.decided).days) if until and self.decided else "–"

    @property
    def status(self) -> str:
        """Its status on the day: only «åpent» where it was settled later."""
        said = self.fields.get("status", "ikke startet")
        return "Åpent" if self.still and said in OVER else capital(said)


def items(occasion: Occasion) -> Iterator[Item]:
    """Give what is to be followed up, vedtak by vedtak."""
    registers = occasion.source.of("vedtak")
    dates = {one["id"]: day_of(one.get("dato")) for top in registers for one in top.fields["vedtak"]}
    for top in registers:
        for fields in top.fields["vedtak"]:
            decided = dates[fields["id"]]
            asked = "slag" in fields or ASKS & fields.keys()
            if asked and decided is not None and decided <= occasion.day:
                node = Node("vedtak", fields, top.path, top)
                yield from (Item(occasion, node, item, dates) for item in fields.get("punkter", [fields]))


def _delegated(occasion: Occasion) -> Iterator[Row]:
    """Count what was decided by delegation in the period; the example tells of it tertial by tertial."""
    sums: dict[str, list[Fields]] = {}
    for top in occasion.source.of("vedtak"):
        for one in top.fields.get("delegerte", []):
            days = span(one["periode"])
            if days and occasion.start <= days[0] and days[1] <= occasion.day:
                sums.setdefault(one["slag"], []).append(one)
    for slag, rows in sums.items():
        reversed_ = [int(one["medhold"]) for one in rows if "medhold" in one]
        yield capital(slag), str(sum(int(one["antall"]) for one in rows)), str(sum(reversed_)) if reversed_ else "–"
