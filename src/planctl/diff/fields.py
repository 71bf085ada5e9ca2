"""What a change of one field is, in a planner's words, and how much it weighs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planctl.diff.change import Kind
from planctl.diff.state import SETTINGS
from planctl.domain.organisation import OWNERS
from planctl.findings.diagnostic import Severity
from planctl.model.period import deadline
from planctl.model.thread_kinds import ThreadKinds

_DEADLINES = frozenset({"frist", "ny_frist"})
_OWNERS = frozenset({*OWNERS, "medansvarlige", "til"})
_TEXTS = frozenset(
    {
        "tittel", "omtale", "visjon", "sammendrag", "merknad", "utfordring", "begrunnelse", "forklaring", "kommentar",
        "årsak", "korrigerende",
    }
)  # fmt: skip
_TARGETS = frozenset({"måltall", "nullpunkt", "grense"})
_SETBACKS = frozenset({"utgår", "utgått", "forsinket", "risiko", "under revisjon", "besluttet ikke fulgt"})
_SILENCING = frozenset({"regler", "utelat", "profil", "dato"})
"""The settings that decide what a check sees and at which date: a change of them may hide findings."""

Leaf = tuple[tuple[str, ...], Any, Any]
"""One field that differs: the way to it, the old and the new value."""


def leaves(old: dict[str, Any], new: dict[str, Any], way: tuple[str, ...] = ()) -> Iterator[Leaf]:
    """Yield the fields in which two groups differ, those of groups in them one by one."""
    for key in dict.fromkeys([*old, *new]):
        one, other = old.get(key), new.get(key)
        here = (*way, key)
        if isinstance(one, dict) and isinstance(other, dict) and one and other:
            yield from leaves(one, other, here)
        elif not alike(one, other):
            yield here, one, other


def alike(one: Any, other: Any) -> bool:
    """Compare plain data strictly: 1 is neither true nor 1.0."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return bool(one == other)


def kind_of(record_kind: str, way: tuple[str, ...], old: Any, new: Any, thread: ThreadKinds) -> Kind:
    """Tell what the change of a field is."""
    first, last = way[0], way[-1]
    if last in _DEADLINES:
        before, after = deadline(old), deadline(new)
        if before and after and before != after:
            return Kind.POSTPONED if after > before else Kind.ADVANCED
        return Kind.DEADLINE
    if record_kind == "rapportering" and first in {*thread.reported, "økonomi"}:
        return Kind.REPORTED
    if thread.binds(record_kind, first):
        return Kind.THREAD_CUT if gone(old, new) else Kind.THREAD_JOINED
    if last in _OWNERS:
        return Kind.OWNER
    if first == "bånd":
        return Kind.BAND
    if first in _TARGETS:
        return Kind.TARGET
    if first == "rammer" or record_kind == "månedstall":
        return Kind.BUDGET
    if first == "vedtak":
        return Kind.DECISION
    if record_kind == "måling" and last == "verdi":
        return Kind.MEASURED
    if last == "status":
        return Kind.STATUS
    return Kind.TEXT if last in _TEXTS else Kind.CHANGED


def names(value: Any) -> list[str]:
    """Give the texts of a field that holds one or more."""
    if value is None:
        return []
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def gone(old: Any, new: Any) -> list[str]:
    """Give the texts that a field no longer holds."""
    left = set(names(new))
    return [name for name in names(old) if name not in left]


_WARNING = frozenset(
    {Kind.POSTPONED, Kind.OWNER, Kind.THREAD_CUT, Kind.BAND, Kind.TARGET, Kind.BUDGET}
)  # fmt: skip


def weight(kind: Kind, record_kind: str, way: tuple[str, ...], new: Any, thread: ThreadKinds) -> Severity:
    """Tell how much a change weighs by itself: what steers the work more than how it is told."""
    if kind is Kind.REMOVED or (kind is Kind.DEADLINE and new is None):
        return Severity.WARNING
    if kind is Kind.MOVED:
        heavy = record_kind in thread.political or record_kind in thread.work
        return Severity.WARNING if heavy else Severity.INFO
    if kind is Kind.TEXT:
        heavy = thread.name(record_kind) in thread.nesting and record_kind in thread.political
        return Severity.WARNING if heavy and way[-1] == "tittel" else Severity.INFO
    if record_kind == SETTINGS:
        return Severity.WARNING if way and way[0] in _SILENCING else Severity.INFO
    if way == ("illustrativ",):  # no vedtak protects what is illustrative
        return Severity.WARNING if new is True else Severity.INFO
    if kind is Kind.STATUS:
        return Severity.WARNING if new is None or new in _SETBACKS else Severity.INFO
    return Severity.WARNING if kind in _WARNING else Severity.INFO
