"""What is reported, each read once: what it is, when it came, when it was settled, and how grave it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.config import Config
from planctl.domain.matters import Matter
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.values import dataclass
from planctl.world import World

KIND = "avvik"
GROUP = "avvik"
"""The group of planctl.yaml."""
ORDINARY, EVENT, IDEA, PRAISE = "avvik", "uønsket hendelse", "forbedringsforslag", "positiv"
SLAG = (ORDINARY, EVENT, IDEA, PRAISE)
"""What a report may be; one that says nothing is an avvik."""
WRONG = frozenset({ORDINARY, EVENT})
"""What went wrong, or nearly did."""
CLOSED, SENT_ON = "lukket", "videresendt"
_UNTOUCHED = (None, "åpen")
_GRAVE, _LIKELY, _USUAL_DAYS = 4, 4, 30
_PERSONAL = "HMS"
"""The område where a report may be about a person."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """One report; `matter` tells until when it is open."""

    record: Record
    matter: Matter

    @property
    def slag(self) -> str:
        """What it is."""
        return slag(self.record)

    @property
    def reported(self) -> date | None:
        """The day it was reported."""
        return parse_date(self.record.get("meldt"))

    @property
    def settled(self) -> date | None:
        """The day it was settled, as far as that is told."""
        return self.matter.settled

    @property
    def days(self) -> int | None:
        """How many days it took from the report until it was settled; None where one of them is not known."""
        first, last = self.reported, self.settled
        return (last - first).days if first is not None and last is not None and last >= first else None

    @property
    def may_be_personal(self) -> bool:
        """Whether it may be about a person, so that a small count of such could point at someone."""
        return bool(self.record.withheld) or self.record.get("område") == _PERSONAL

    def text(self, field: str) -> str:
        """Give a field's text as plain text; empty where there is none."""
        value = self.record.get(field)
        return str(value) if isinstance(value, str) else ""


def deviations(world: World) -> Iterator[Deviation]:
    """Yield everything reported; of two with the same id only the first (203)."""
    plans = world.plans
    closed = plans.known_kinds.matters.closed.get(KIND, frozenset())
    return (
        Deviation(record, Matter(record, closed)) for record in plans.of_kind(KIND) if plans.get(record.id) is record
    )


def slag(record: Record) -> str:
    """Tell what a report is; one that says nothing is an avvik."""
    value = record.get("slag")
    return value if isinstance(value, str) else ORDINARY


def graveness(record: Record) -> int:
    """Give the graver of what it led to and what it could have led to, 1 to 5; 0 where neither is told."""
    steps = (record.get("faktisk_konsekvens"), record.get("potensiell_konsekvens"))
    return max((step for step in steps if isinstance(step, int)), default=0)


def is_grave(record: Record) -> bool:
    """Tell whether something went wrong with a consequence of 4 or 5, or could have had it."""
    return slag(record) in WRONG and graveness(record) >= _GRAVE


def is_likely_again(record: Record) -> bool:
    """Tell whether something went wrong that is thought likely to happen again: `gjentakelse` is 4 or 5."""
    step = record.get("gjentakelse")
    return slag(record) in WRONG and isinstance(step, int) and step >= _LIKELY


def is_untouched(record: Record) -> bool:
    """Tell whether nobody has begun on what went wrong: its status is «åpen» or none, and it has no tiltak."""
    return slag(record) in WRONG and record.get("status") in _UNTOUCHED and not record.get("tiltak")


def patience(config: Config) -> int:
    """Give how many days an avvik may lie before somebody deals with it."""
    value = config.groups.get(GROUP, {}).get("behandles_innen")
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else _USUAL_DAYS


def categories(config: Config) -> tuple[str, ...]:
    """Give the categories that planctl.yaml names; none where any is right."""
    rows = config.groups.get(GROUP, {}).get("kategorier")
    return tuple(row for row in rows if isinstance(row, str)) if isinstance(rows, list) else ()
