"""Every change as one line of words, with what follows from it; what is nested in new or removed records is folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from planctl.check.registry import rule_book
from planctl.diff.change import Change, Earlier, Kind
from planctl.diff.consequences import together
from planctl.diff.fields import gone
from planctl.diff.renames import following
from planctl.diff.run import Diff
from planctl.diff.state import SETTINGS
from planctl.diff.templates import TEMPLATE
from planctl.domain.answers import answer_words
from planctl.domain.follow_up import KINDS as VEDTAK
from planctl.findings.diagnostic import Severity
from planctl.i18n import Language, T, Term, Text, Tn
from planctl.load.schema.schema_book import SchemaBook
from planctl.model.distance import distance
from planctl.model.period import deadline, known_time
from planctl.model.time_words import time_words
from planctl.output.changes.exempting import said
from planctl.output.changes.limits import goalpost_words
from planctl.output.changes.rule_levels import rule_levels
from planctl.output.changes.values import Names, Segment, segments
from planctl.values import dataclass

Mark = Callable[[Iterable[Segment]], str]
"""Writes the edits of a text in a format."""

WEIGHTS: dict[Severity, Text] = {
    Severity.ERROR: T("Grave"),
    Severity.WARNING: T("Important"),
    Severity.INFO: T("Other changes"),
}
"""The headings of changes, by weight."""


@dataclass(frozen=True, slots=True)
class Line:
    """One change in words, not yet rendered, and what follows from it."""

    change: Change
    words: Text
    consequences: tuple[Text, ...] = ()


def lines(diff: Diff, lang: Language, book: SchemaBook, mark: Mark) -> list[Line]:
    """Give the changes worth a line of their own, the gravest first."""
    names = Names(diff, Language.like(lang), book)
    folds = _Folds(diff.changes)
    renamed = {change.record for change in diff.changes if change.kind is Kind.RENAMED}
    after = {
        place: ids for place, ids in following(diff.changes, diff.pairs.now).items() if renamed.issuperset(ids)
    }  # fmt: skip
    followers = Counter(name for ids in after.values() for name in ids)
    rules = rule_book(diff.head.world.disciplines)
    levels = rule_levels(diff, lang, rules)
    found = [Line(*row) for row in levels]
    moved: set[str] = set()
    for place, change in enumerate(diff.changes):
        if place in after or folds.hides(change) or (change.field == "tidligere_id" and change.record in renamed):
            continue
        if levels and change.record_kind == SETTINGS and change.way[:1] == ("regler",):
            continue  # told by what it does to each rule
        inside = folds.inside(change)
        weight = max([change.weight, *(item.weight for item in inside)], key=lambda level: level.rank)
        follows = together(change, inside, diff.head.world)
        if change.kind is Kind.RENAMED and followers[change.record]:
            follows.append(_followed(followers[change.record]))
        if change.goalpost and change.record not in moved:
            moved.add(change.record)
            follows += goalpost_words(change, names)
        found.append(Line(replace(change, weight=weight), words(change, names, mark, inside), tuple(follows)))
    found += [Line(*said(item, rules)) for item in diff.exempting]
    return sorted(found, key=lambda line: -line.change.weight.rank)


def _followed(count: int) -> Text:
    return Tn("{n} reference follows the new id", "{n} references follow the new id", count)


class _Folds:
    """What is added or removed together with the record it is nested in."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._whole = {
            kind: {change.record: change for change in changes if change.kind is kind}
            for kind in (Kind.ADDED, Kind.REMOVED)
        }
        self._inside: dict[tuple[Kind, str], list[Change]] = {}
        for kind, rows in self._whole.items():
            for change in rows.values():
                top = self._top(change)
                if top is not change:
                    self._inside.setdefault((kind, top.record), []).append(change)

    def _top(self, change: Change) -> Change:
        while True:
            above = self._whole[change.kind].get(_home(change).get("parent") or "")
            if above is None:
                return change
            change = above

    def hides(self, change: Change) -> bool:
        return change.kind in self._whole and self._top(change) is not change

    def inside(self, change: Change) -> list[Change]:
        return self._inside.get((change.kind, change.record), [])


def _home(change: Change) -> dict[str, Any]:
    found = change.new if change.new is not None else change.old
    return found if isinstance(found, dict) else {}


def words(change: Change, names: Names, mark: Mark, inside: Sequence[Change] = ()) -> Text:
    """Say a change in one line."""
    if change.kind is Kind.UNREAD:
        if change.after is not None:
            return T("{path} cannot be read: what is changed in it is not shown", path=change.record)
        return T("{path} could not be read before: what is changed in it is not shown", path=change.record)
    if change.record_kind == TEMPLATE:
        return _of_template(change)
    record = names.record(change)
    return _of_record(change, record, names, inside) if change.field is None else _of_field(change, record, names, mark)


def _of_template(change: Change) -> Text:
    if change.old is None:
        return T("{path}: the report template is new", path=change.record)
    if change.new is None:
        return T("{path}: the report template is removed", path=change.record)
    return T("{path}: the report template is changed", path=change.record)


def _of_record(change: Change, record: str, names: Names, inside: Sequence[Change]) -> Text:
    match change.kind:
        case Kind.MOVED:
            old, new = _where(change.old, change.new, names, gone=True), _where(change.new, change.old, names)
            return T("{record}: moved from {old} to {new}", record=record, old=old, new=new)
        case Kind.RENAMED:
            return T("{record}: has a new id, «{new}»; it was «{old}»", record=record, old=change.old, new=change.new)
        case Kind.REMOVED if inside:
            return T("{record}: removed, with {inside}", record=record, inside=_counted(inside))
        case Kind.REMOVED:
            return T("{record}: removed", record=record)
        case _ if inside:
            return T("{record}: added, with {inside}", record=record, inside=_counted(inside))
        case _ if change.record_kind == "måling":
            value = names.value(replace(change, field="verdi"), change.new["fields"].get("verdi"))
            return T("{record}: measured to {value}", record=record, value=value)
    return T("{record}: added", record=record)


def _of_field(change: Change, record: str, names: Names, mark: Mark) -> Text:
    match change.kind:
        case Kind.REORDERED:
            return T("{record}: the order of {field} is changed", record=record, field=names.field(change))
        case Kind.POSTPONED | Kind.ADVANCED:
            return _deadline(change, record, names)
        case Kind.THREAD_CUT | Kind.THREAD_JOINED:
            return _thread(change, record, names)
        case Kind.TEXT if isinstance(change.old, str) and isinstance(change.new, str):
            edits = mark(segments(change.old, change.new))
            return T("{record}: {field} changed: {edits}", record=record, field=names.field(change), edits=edits)
        case Kind.REPORTED if len(change.way) == 2 and isinstance(change.new, dict) and change.old is None:
            said, target = names.value(change, change.new), names.title(change.way[1])
            return T("{record}: reports on {target}: {said}", record=record, target=target, said=said)
    if change.way[-1:] == ("start",) and change.old is not None and change.new is not None:
        return _start(change, record, names)
    if change.record_kind in VEDTAK and change.way == ("svar",) and change.old is None and isinstance(change.new, dict):
        return T("{record}: {answer}", record=record, answer=answer_words(change.new))
    return _plain(change, record, names)


def _plain(change: Change, record: str, names: Names) -> Text:
    field, old, new = names.field(change), names.value(change, change.old), names.value(change, change.new)
    if change.old is None:
        return T("{record}: {field} set to {new}", record=record, field=field, new=new)
    if change.new is None:
        return T("{record}: {field} removed, it was {old}", record=record, field=field, old=old)
    if change.kind is Kind.BUDGET:
        before, after = _sum(change.old), _sum(change.new)
        if before is not None and after is not None:
            sign = "+" if after >= before else "−"
            return T(
                "{record}: {field} changed from {old} to {new}, {difference} in all",
                record=record, field=field, old=_sums(change.old, names), new=_sums(change.new, names),
                difference=sign + names.lang.number(abs(after - before)),
            )  # fmt: skip
    return T("{record}: {field} changed from {old} to {new}", record=record, field=field, old=old, new=new)


def _start(change: Change, record: str, names: Names) -> Text:
    """Say that work is to begin at another time, and how much later or earlier."""
    old, new = known_time(change.old), known_time(change.new)
    if old is None or new is None or old == new:
        return _plain(change, record, names)
    said = {"record": record, "old": time_words(old), "new": time_words(new)}
    if old.period.overlaps(new.period):  # perhaps the same day, known more or less exactly
        return T("{record}: {field} changed from {old} to {new}", field=names.field(change), **said)
    far = distance(old.first, new.first)
    by = T("{far} later", far=far) if new.first > old.first else T("{far} earlier", far=far)
    return T("{record}: the start is moved from {old} to {new} ({by})", **said, by=by)


def _deadline(change: Change, record: str, names: Names) -> Text:
    before, after = deadline(change.old) or date.min, deadline(change.new) or date.min
    said = {
        "record": record, "field": names.field(change), "far": distance(before, after),
        "old": names.value(change, change.old), "new": names.value(change, change.new),
    }  # fmt: skip
    if change.kind is Kind.ADVANCED:
        return T("{record}: {field} advanced {far}, from {old} to {new}", **said)
    earlier = _earlier(change.earlier)
    if earlier is None:
        return T("{record}: {field} postponed {far}, from {old} to {new}", **said)
    return T("{record}: {field} postponed {far}, from {old} to {new} ({earlier})", **said, earlier=earlier)


def _earlier(earlier: Earlier | None) -> Text | None:
    """Say how often a deadline was postponed before; nothing of one that surely never was."""
    if earlier is None or (earlier.known and not earlier.times):
        return None
    if earlier.known:
        return Tn("postponed {n} time before", "postponed {n} times before", earlier.times)
    if not earlier.times:
        return T("how often before is unknown: fetch more history")
    return Tn(
        "postponed at least {n} time before: fetch more history",
        "postponed at least {n} times before: fetch more history",
        earlier.times,
    )


def _thread(change: Change, record: str, names: Names) -> Text:
    cut, joined, field = gone(change.old, change.new), gone(change.new, change.old), names.field(change)
    if cut and joined:
        return T(
            "{record}: {field} no longer {cut}, now {joined}",
            record=record, field=field, cut=names.names(cut), joined=names.names(joined),
        )  # fmt: skip
    if cut:
        return T("{record}: {field} no longer {cut}", record=record, field=field, cut=names.names(cut))
    if joined:
        return T("{record}: {field} now also {joined}", record=record, field=field, joined=names.names(joined))
    return T("{record}: the order of {field} is changed", record=record, field=field)


def _where(home: dict[str, Any], other: dict[str, Any], names: Names, *, gone: bool = False) -> str:
    if "file" in home:
        return str(home["file"])
    if home["parent"] == other.get("parent"):
        return str(home["list"])
    return names.named(home["parent"], gone=gone)


def _sum(value: Any) -> float | None:
    row = value if isinstance(value, list) else [value]
    plain = all(isinstance(item, (int, float)) and not isinstance(item, bool) for item in row)
    return sum(row) if plain else None


def _sums(value: Any, names: Names) -> str:
    row = value if isinstance(value, list) else [value]
    return " + ".join(names.lang.number(item) for item in row)


def _counted(rows: Sequence[Change]) -> list[Text]:
    counts = Counter(change.record_kind for change in rows)
    return [T("{n} {kind}", n=count, kind=Term(kind, plural=count != 1)) for kind, count in counts.items()]


def grouped(found: Sequence[Line]) -> Iterator[tuple[Severity, list[Line]]]:
    """Yield the lines of each weight, the gravest first."""
    for weight in WEIGHTS:
        rows = [line for line in found if line.change.weight is weight]
        if rows:
            yield weight, rows
