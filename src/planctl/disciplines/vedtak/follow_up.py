"""What became of the vedtak: each vedtak, or each punkt of one, as something that is followed up.

A vedtak without punkter is followed up as one; with punkter, each for itself. An ordinary vedtak that says nothing of
how it is followed up, such as one that adopts a plan, asks for nothing (S2 «Gjennomføring av politiske vedtak»).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from planctl.model.period import deadline, parse_date
from planctl.model.planset import PlanSet
from planctl.model.record import Record

DONE, ANSWERED, NOT_FOLLOWED, MOVED = "gjennomført", "besvart", "besluttet ikke fulgt", "overført ny sak"
CLOSED = frozenset({DONE, ANSWERED, NOT_FOLLOWED, MOVED})
"""The statuses of what nobody waits for any more."""

_TO_BE_ANSWERED = frozenset({"verbalvedtak", "oversendelsesforslag", "interpellasjon"})
_ASKS = ("ansvarlig", "frist", "status", "svar", "tiltak", "særskilt_rapportering")


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One thing to follow up: a vedtak, or a punkt of it; what the punkt does not say, its vedtak says."""

    record: Record
    vedtak: Record

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
        return self.status not in CLOSED

    @property
    def deadline(self) -> date | None:
        """The last day of `frist`."""
        return deadline(self.get("frist"))

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
    def reports(self) -> bool:
        """Whether the body has asked for a report of its own."""
        return self.vedtak.get("særskilt_rapportering") is True

    def is_late(self, today: date) -> bool:
        """Tell whether it is open after its deadline."""
        return self.is_open and self.deadline is not None and self.deadline < today


def kind_of(vedtak: Record) -> str:
    """Return a vedtak's slag: vedtak, verbalvedtak, oversendelsesforslag or interpellasjon."""
    value = vedtak.get("slag")
    return value if isinstance(value, str) else "vedtak"


def follow_ups(plans: PlanSet) -> Iterator[FollowUp]:
    """Yield everything that is to be followed up, vedtak by vedtak; of two with the same id only the first (203)."""
    items: dict[Record, list[Record]] = {}
    for item in plans.of_kind("vedtakspunkt"):
        if item.parent is not None:
            items.setdefault(item.parent, []).append(item)
    for vedtak in plans.of_kind("vedtak"):
        if vedtak.id is not None and plans.get(vedtak.id) is not vedtak:
            continue
        if vedtak in items:
            yield from (FollowUp(item, vedtak) for item in items[vedtak])
        elif kind_of(vedtak) in _TO_BE_ANSWERED or any(vedtak.get(field) for field in _ASKS):
            yield FollowUp(vedtak, vedtak)
