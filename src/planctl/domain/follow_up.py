"""What became of the vedtak: each vedtak, or each punkt of one, as something that is followed up.

A vedtak without punkter is followed up as one; with punkter, each for itself. An ordinary vedtak that says nothing of
how it is followed up, such as one that adopts a plan, asks for nothing (S2 «Gjennomføring av politiske vedtak»).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from planctl.domain.matters import Followed, Matter
from planctl.model.period import deadline, parse_date
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.values import dataclass

KINDS = ("vedtak", "vedtakspunkt")
"""The kinds of records that are followed up here."""
DONE, ANSWERED, NOT_FOLLOWED, MOVED = "gjennomført", "besvart", "besluttet ikke fulgt", "overført ny sak"
SET_ASIDE = frozenset({NOT_FOLLOWED, MOVED})
"""The statuses of what is followed up no more, without being done or answered."""

ORDINARY = "vedtak"
"""The slag of a vedtak that says no other."""
_TO_BE_ANSWERED = frozenset({"verbalvedtak", "oversendelsesforslag", "interpellasjon"})
_ASKS = ("ansvarlig", "frist", "status", "svar", "tiltak", "særskilt_rapportering")


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One thing to follow up: a vedtak, or a punkt of it; what the punkt does not say, its vedtak says."""

    record: Record
    vedtak: Record
    heir: Record | None = None
    """The vedtak that the case was moved to."""
    closed: frozenset[str] = frozenset()
    """The statuses that settle it, by its schema (`x-lukket`)."""

    def get(self, field: str) -> Any:
        """Return a field of the punkt, else of its vedtak; None where neither has it."""
        value = self.record.get(field)
        return self.vedtak.get(field) if value is None else value

    @property
    def status(self) -> str:
        """The status as written; «ikke startet» without one."""
        value = self.get("status")
        return value if isinstance(value, str) else "ikke startet"

    @property
    def is_open(self) -> bool:
        """Whether something remains to be done or answered."""
        return self.status not in self.closed

    @property
    def deadline(self) -> date | None:
        """The last day of `frist`."""
        return deadline(self.get("frist"))

    @property
    def decided(self) -> date | None:
        """The day of the vedtak."""
        return parse_date(self.vedtak.get("dato"))

    @property
    def answers(self) -> tuple[dict[str, Any], ...]:
        """The answers that the body has got, as written."""
        value = self.get("svar")
        rows = value if isinstance(value, list) else [value]
        return tuple(row for row in rows if isinstance(row, dict))

    @property
    def answered(self) -> date | None:
        """The day of the last answer."""
        return max((day for row in self.answers if (day := parse_date(row.get("dato"))) is not None), default=None)

    @property
    def settled(self) -> date | None:
        """The day it was settled, as far as it is told: that of the last answer, or of the vedtak it was moved to."""
        if self.is_open:
            return None
        return parse_date(self.heir.get("dato")) if self.status == MOVED and self.heir is not None else self.answered

    @property
    def reports(self) -> bool:
        """Whether the body has asked for a report of its own."""
        return self.vedtak.get("særskilt_rapportering") is True

    @property
    def asks_answer(self) -> bool:
        """Whether the body is to be answered: by its slag, or because it asked for a report."""
        return self.reports or kind_of(self.vedtak) != ORDINARY

    def is_late(self, today: date) -> bool:
        """Tell whether it is open after its deadline."""
        return self.is_open and self.deadline is not None and self.deadline < today

    def known_at(self, day: date) -> bool:
        """Tell whether the vedtak was made by then; one without a day always was."""
        return self.decided is None or self.decided <= day

    def open_at(self, day: date) -> bool:
        """Tell whether it was open at the end of a day: made by then, and not settled, or on a later day."""
        settled = self.settled
        return self.known_at(day) and (self.is_open or (settled is not None and settled > day))

    def late_at(self, day: date, *, ended: bool) -> bool:
        """Tell whether it was open on a day, after its deadline: of the day itself when that has ended."""
        due = self.deadline
        return self.open_at(day) and due is not None and (due <= day if ended else due < day)

    def answers_at(self, day: date) -> tuple[dict[str, Any], ...]:
        """Give the answers that the body had got by the end of a day."""
        days = ((row, parse_date(row.get("dato"))) for row in self.answers)
        return tuple(row for row, given in days if given is not None and given <= day)

    def never_answered_at(self, day: date) -> bool:
        """Tell whether the body was to be answered, and had no answer by the end of a day.

        What is done or set aside needs none, unless the body asked for a report.
        """
        waits = self.open_at(day) or (self.known_at(day) and self.reports and self.status == DONE)
        return waits and self.asks_answer and not self.answers_at(day)


class FollowUps:
    """Everything of a plan set that is to be followed up, by record."""

    def __init__(self, plans: PlanSet) -> None:
        self._plans = plans

    @cached_property
    def items(self) -> tuple[FollowUp, ...]:
        """All of it, vedtak by vedtak."""
        return tuple(_follow_ups(self._plans))

    @cached_property
    def _by_record(self) -> dict[Record, list[FollowUp]]:
        found: dict[Record, list[FollowUp]] = {}
        for item in self.items:
            for record in dict.fromkeys((item.record, item.vedtak)):
                found.setdefault(record, []).append(item)
        return found

    def of(self, record: Record) -> tuple[FollowUp, ...]:
        """Return what is followed up of a vedtak or punkt: a vedtak with punkter has one for each of them."""
        return tuple(self._by_record.get(record, ())) if record.kind in KINDS else ()

    def matters(self, record: Record) -> tuple[Followed, ...]:
        """Return what is followed up of any record: a vedtak's items, or itself where its kind has an end."""
        closed = self._plans.known_kinds.matters.closed
        if record.kind in KINDS or record.kind not in closed:
            return self.of(record)
        return (Matter(record, closed[record.kind]),)

    def status(self, record: Record) -> str | None:
        """Return the status of a vedtak or punkt; of a vedtak with punkter only what it says itself."""
        found = self.of(record)
        if len(found) == 1 and found[0].record is record:
            return found[0].status
        value = record.get("status")
        return value if isinstance(value, str) else None

    def deadline(self, record: Record) -> date | None:
        """Return the deadline of a vedtak or punkt; of a vedtak with punkter the first of those that are open."""
        found = self.of(record)
        waiting = [item for item in found if item.is_open] or found
        return min((day for item in waiting if (day := item.deadline) is not None), default=None)

    def has(self, record: Record) -> bool:
        """Tell whether a record that is no work asks to be followed up: a vedtak that does, a kind with `x-lukket`."""
        return bool(self.of(record)) if record.kind in KINDS else record.kind in self._plans.known_kinds.matters.closed

    def is_open(self, record: Record) -> bool:
        """Tell whether somebody waits for a record; for a vedtak with punkter, as long as one of them is open."""
        if record.kind in KINDS:
            return any(item.is_open for item in self.of(record))
        return record.get("status") not in self._plans.known_kinds.matters.closed.get(record.kind, ())


def kind_of(vedtak: Record) -> str:
    """Return a vedtak's slag: vedtak, verbalvedtak, oversendelsesforslag or interpellasjon."""
    value = vedtak.get("slag")
    return value if isinstance(value, str) else ORDINARY


def _follow_ups(plans: PlanSet) -> Iterator[FollowUp]:
    """Yield everything that is to be followed up, vedtak by vedtak; of two with the same id only the first (203)."""
    items: dict[Record, list[Record]] = {}
    for item in plans.of_kind("vedtakspunkt"):
        if item.parent is not None:
            items.setdefault(item.parent, []).append(item)
    for vedtak in plans.of_kind("vedtak"):
        if vedtak.id is not None and plans.get(vedtak.id) is not vedtak:
            continue
        if vedtak in items:
            yield from (_item(plans, item, vedtak) for item in items[vedtak])
        elif kind_of(vedtak) in _TO_BE_ANSWERED or any(vedtak.get(field) for field in _ASKS):
            yield _item(plans, vedtak, vedtak)


def _item(plans: PlanSet, record: Record, vedtak: Record) -> FollowUp:
    heir = record.get("overført_til") or vedtak.get("overført_til")
    closed = plans.known_kinds.matters.closed.get(record.kind, frozenset())
    return FollowUp(record, vedtak, plans.get(heir) if isinstance(heir, str) else None, closed)
