"""A change: what happened to one record, or to one field of it."""

from __future__ import annotations

import dataclasses
from enum import StrEnum
from typing import Any

from planctl.domain.judgement.goalposts import Verdicts
from planctl.findings.diagnostic import Severity
from planctl.i18n import Text
from planctl.source import Place
from planctl.values import dataclass


class Kind(StrEnum):
    """What a change is, in a planner's words."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RENAMED = "renamed"
    REORDERED = "reordered"
    POSTPONED = "postponed"
    ADVANCED = "advanced"
    DEADLINE = "deadline"
    OWNER = "owner"
    TEXT = "text"
    THREAD_CUT = "thread_cut"
    THREAD_JOINED = "thread_joined"
    BAND = "band"
    TARGET = "target"
    BUDGET = "budget"
    STATUS = "status"
    DECISION = "decision"
    MEASURED = "measured"
    REPORTED = "reported"
    CHANGED = "changed"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Consequence:
    """What follows from a change: words, and the names of the records it touches.

    `gone` is the id that those records still refer to, though it is no more; None for those that lose the thread. What
    follows for the changed record itself names none.
    """

    message: Text
    records: tuple[str, ...] = ()
    gone: str | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """How many times a deadline had been postponed before; at least so many where not all of it is `known`."""

    times: int
    known: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `record` is the record's key in head, or in base when it is gone.

    `field` is the way to the value inside the record, its parts joined by `/` (in a part, `/` is
    written `~1` and `~` as `~0`); None for a change to the record as such. `old` and `new` are plain
    data, None where there was or is nothing; of a record as such, where it stands and what it holds.
    `earlier` is told of a frist that is postponed in a plan with a history in git. `goalpost` is told of a limit of
    an indicator that has a value: how each of its series stands to the old limits and to the new.
    """

    kind: Kind
    record: str
    record_kind: str
    field: str | None = None
    old: Any = None
    new: Any = None
    weight: Severity = Severity.INFO
    consequences: tuple[Consequence, ...] = ()
    earlier: Earlier | None = None
    goalpost: tuple[Verdicts, ...] = ()
    before: Place | None = dataclasses.field(default=None, compare=False)
    after: Place | None = dataclasses.field(default=None, compare=False)

    @property
    def way(self) -> tuple[str, ...]:
        """The keys that lead to the field."""
        return parts(self.field)


def join(way: tuple[str, ...]) -> str:
    """Write the keys that lead to a field as one text."""
    return "/".join(part.replace("~", "~0").replace("/", "~1") for part in way)


def parts(name: str | None) -> tuple[str, ...]:
    """Read what `join` has written."""
    if name is None:
        return ()
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in name.split("/"))
