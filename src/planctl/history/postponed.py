"""Deadlines that have been moved later: in the plan, by git, and in the reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from planctl.history.record_history import History, RecordHistory
from planctl.history.unmoved_deadlines import has_unmoved_deadlines
from planctl.model.period import deadline, parse_date
from planctl.model.record import Record
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Reported:
    """A new deadline that a report gave: when it was delivered, the deadline, and the report.

    `counts` is the last day of the report's `period`, `report` its name, `unit` the id of who reported.
    """

    day: date
    deadline: date
    counts: date
    report: str
    period: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class Move:
    """One postponement: from and to, when, and the commit or the report that made it.

    `counts` is the day from which it is reckoned: a commit's own, or the last of a report's period. `day`,
    `counts`, `commit` and `report` are None for work that is not committed.
    """

    old: date
    new: date
    day: date | None
    counts: date | None
    commit: str | None = None
    subject: str | None = None
    report: Reported | None = None


@dataclass(frozen=True, slots=True)
class Postponed:
    """A record whose deadline has been moved later; `known` tells whether the whole of it is known.

    `last` is the deadline after everything that has moved it, later or earlier.
    """

    record: Record
    moves: tuple[Move, ...]
    last: date
    known: bool

    @property
    def first(self) -> date:
        """The deadline before the first of the moves."""
        return self.moves[0].old


@dataclass(frozen=True, slots=True)
class _Planned:
    """What git tells of the plan's own deadline: the first that is known, and every change of it, oldest first."""

    first: date | None
    moves: tuple[Move, ...]
    known: bool


def postponed(
    history: History | None,
    records: Sequence[Record],
    reports: Callable[[Record], Iterable[Reported]],
    until: date | None = None,
    today: date | None = None,
) -> list[Postponed]:
    """Find the records whose deadline has been postponed; without git only the reports tell.

    With `until`, what was committed after that day does not count; work that is not committed is of `today`.
    """
    paths = {record.path for record in records}
    unmoved: set[str] = set()
    if history is not None:
        history.fetch(paths)
        unmoved = {path for path in paths if has_unmoved_deadlines(history, path)}

    def plan(record: Record) -> _Planned:
        if history is None or record.path in unmoved:
            return _Planned(deadline(record.get("frist")), (), history is not None and history.complete)
        return _planned(history.record_history(record), deadline(record.get("frist")), until, today)

    found = (_of(plan(record), record, reports(record)) for record in records)
    return [item for item in found if item is not None]


def _of(plan: _Planned, record: Record, reports: Iterable[Reported]) -> Postponed | None:
    """Put what git and the reports tell in order of time; what the plan says later repeats no report."""
    rows = [*plan.moves]
    rows += [Move(item.deadline, item.deadline, item.day, item.counts, report=item) for item in reports]
    moves: list[Move] = []
    now = plan.first
    for move in sorted(rows, key=lambda move: move.day or date.max):
        if now is not None and move.new > now:
            moves.append(Move(now, move.new, move.day, move.counts, move.commit, move.subject, move.report))
        now = move.new
    return Postponed(record, tuple(moves), now, plan.known) if moves and now is not None else None


def _planned(past: RecordHistory, written: date | None, until: date | None, today: date | None) -> _Planned:
    """Read the changes of the plan's own deadline out of a record's past."""
    moves, first = [], None
    for step in reversed(past.steps):
        commit = step.commit
        day = parse_date(commit.date) if commit is not None else None
        if until is not None and (day or today or until) > until:
            continue
        old = deadline(step.before.fields.get("frist")) if step.before is not None else None
        new = deadline(step.after.fields.get("frist"))
        first = first or old or new
        if step.before is not None and new is not None and old != new:  # `_of` knows what held until then
            name, subject = (commit.short, commit.subject) if commit is not None else (None, None)
            moves.append(Move(old or new, new, day, day, name, subject))
    return _Planned(first or written, tuple(moves), past.known)
