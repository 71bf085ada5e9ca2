"""Deadlines that have been moved later: in the plan, by git, and in the reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from planctl.history.life import History
from planctl.model.period import deadline
from planctl.model.record import Record


@dataclass(frozen=True, slots=True)
class Move:
    """One postponement: from and to, and the commit or the report that made it.

    `commit` and `report` are both None for work that is not committed.
    """

    old: date
    new: date
    day: str | None
    commit: str | None = None
    subject: str | None = None
    report: str | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """A new deadline that a report gave: when it was delivered, the deadline, the report's name."""

    day: str
    deadline: date
    report: str


@dataclass(frozen=True, slots=True)
class Postponed:
    """A record whose deadline has been moved later; `known` tells whether the whole of it is known."""

    record: Record
    moves: tuple[Move, ...]
    known: bool

    @property
    def first(self) -> date:
        """The deadline before the first of the moves."""
        return self.moves[0].old

    @property
    def last(self) -> date:
        """The deadline after the last of the moves."""
        return self.moves[-1].new


def postponed(
    history: History | None, records: Sequence[Record], reports: Callable[[Record], Iterable[Reported]]
) -> list[Postponed]:
    """Find the records whose deadline has been postponed; without git only the reports tell."""
    if history is not None:
        history.fetch({record.path for record in records})
    found = [_of(history, record, list(reports(record))) for record in records]
    return [item for item in found if item.moves]


def _of(history: History | None, record: Record, reports: list[Reported]) -> Postponed:
    """Put what git and the reports tell in order of time; what the plan says later repeats no report."""
    planned, known = _planned(history, record)
    start = planned[0].old if planned else deadline(record.get("frist"))
    rows = [(move.day or "9999", 0, move.new, move) for move in planned]
    rows += [
        (item.day, 1, item.deadline, Move(item.deadline, item.deadline, item.day, report=item.report))
        for item in reports
    ]
    moves: list[Move] = []
    now = start
    for _, _, new, move in sorted(rows, key=lambda row: row[:2]):
        if now is not None and new > now:
            moves.append(Move(now, new, move.day, move.commit, move.subject, move.report))
        now = new
    return Postponed(record, tuple(moves), known)


def _planned(history: History | None, record: Record) -> tuple[list[Move], bool]:
    """Give every change of the plan's own deadline, oldest first, and whether all of them are known."""
    if history is None:
        return [], False
    life = history.life(record)
    moves = []
    for step in reversed(life.steps):
        old = deadline(step.before.fields.get("frist")) if step.before is not None else None
        new = deadline(step.after.fields.get("frist"))
        if old is not None and new is not None and old != new:
            commit = step.commit
            day, sha, subject = (
                (commit.date, commit.short, commit.subject) if commit is not None else (None, None, None)
            )
            moves.append(Move(old, new, day, sha, subject))
    return moves, life.known
