"""A record's life: every step of time at which it changed, followed through renames and moves between files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property

from planctl.history.log import Change, Commit, Log
from planctl.history.states import State, Versions, names_of, own_fields
from planctl.model.record import Record
from planctl.values import dataclass

_Find = Callable[[State, str | None, str], State | None]
_Before = Callable[[State, str, int, Change], tuple[State | None, str]]


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a record: what it was (None when it was made) and what it became; `path` where it then stood.

    `index` is the step's number in the line of time; `commit` is None for work that is not committed.
    """

    index: int
    commit: Commit | None
    before: State | None
    after: State
    path: str
    former_path: str | None = None

    @property
    def fields(self) -> list[str]:
        """The fields whose values differ, in the order of the new version."""
        if self.before is None:
            return []
        old, new = self.before.fields, self.after.fields
        return [name for name in dict.fromkeys([*new, *old]) if old.get(name) != new.get(name)]


@dataclass(frozen=True, slots=True)
class RecordHistory:
    """A record's steps, newest first; `known` tells whether they go back to the beginning."""

    steps: tuple[Step, ...]
    known: bool


class History:
    """What git knows of the plans."""

    def __init__(self, log: Log, versions: Versions | None = None) -> None:
        self.log = log
        self.versions = versions or Versions(log)

    def until(self, sha: str) -> History | None:
        """Return what git knew when a commit was the last one; None when it is not on this line of time."""
        log = self.log.until(sha)
        return None if log is None else History(log, self.versions)

    @property
    def complete(self) -> bool:
        """Whether the history goes back to the beginning."""
        return self.log.complete

    @property
    def damaged(self) -> bool:
        """Whether the repository has lost something that the history is made of."""
        return self.log.damaged

    @property
    def now(self) -> int:
        """The number of work that is not committed."""
        return len(self.log.commits)

    @cached_property
    def by_path(self) -> dict[str, list[tuple[int, Change]]]:
        """The changes of each file, newest first."""
        found: dict[str, list[tuple[int, Change]]] = {}
        for index in sorted(self.log.changes, reverse=True):
            for change in self.log.changes[index]:
                found.setdefault(change.path, []).append((index, change))
        return found

    def fetch(self, paths: set[str], since: int = 0) -> None:
        """Read all versions of some files since a step, in one process."""
        blobs = {
            blob
            for path in paths
            for index, change in self.by_path.get(path, ())
            if index >= since
            for blob in (change.before, change.after)
            if blob is not None
        }
        self.versions.fetch(blobs)

    def record_history(
        self, record: Record, since: int = 0, key_fields: tuple[tuple[str, ...], ...] = ()
    ) -> RecordHistory:
        """Follow a record back in time, no further than the step `since`.

        One without an id is followed as the root of its file, or by the `key_fields` that name it; the history of one
        that nothing names is unknown. Of one whose texts are left out they are left out of every step, with the words
        of the commits.
        """
        whole, known = record.whole, self.complete or since > 0
        if whole.id is not None:
            state = State(whole.id, own_fields(whole.fields), whole.parent.id if whole.parent else None)
            steps = self._steps(
                whole.path,
                state,
                lambda state, blob, path: self.find(state, self.versions.of(blob, path, whole.plan)),
                lambda state, path, index, change: self.before(state, path, index, change, whole.plan),
                since,
            )
        else:
            from planctl.history.unnamed import unnamed

            finder = unnamed(whole, key_fields, self.versions)
            if finder is None:
                return RecordHistory((), known=False)
            changes = self.log.changes
            steps = self._steps(
                whole.path,
                finder.state,
                lambda _, blob, path: finder.find(blob, path),
                lambda state, path, index, change: finder.before(state, path, change, changes[index]),
                since,
            )
        if whole is not record:
            return RecordHistory(tuple(_without_texts(step, record) for step in steps), known)
        return RecordHistory(tuple(steps), known)

    def _steps(self, path: str, state: State, find: _Find, before: _Before, since: int) -> Iterator[Step]:
        limit = self.now
        rows = self.by_path.get(path)
        committed = find(state, rows[0][1].after, path) if rows else None
        if committed is None or _differs(committed, state):
            yield Step(self.now, None, committed, state, path)
        while committed is not None:
            state = committed
            row = next(((index, change) for index, change in self.by_path.get(path, ()) if index < limit), None)
            if row is None or row[0] < since:
                return
            limit, change = row
            committed, former = before(state, path, limit, change)
            if committed is None or _differs(committed, state) or former != path:
                moved = former if former != path else None
                yield Step(limit, self.log.commits[limit], committed, state, path, moved)
            path = former

    def before(
        self, state: State, path: str, index: int, change: Change, root: Record | None = None
    ) -> tuple[State | None, str]:
        """Find a record before a step: in its own file, else in the other files that the step changed.

        Rows of tables are read as they are for the plan file that it stands in now (`root`).
        """
        found = self.find(state, self.versions.of(change.before, path, root))
        if found is not None:
            return found, path
        others = [other for other in self.log.changes[index] if other.before is not None and other is not change]
        others.sort(key=lambda other: (other.before != change.after, other.after is not None))
        names = [name.encode() for name in names_of(state)]
        self.versions.fetch({other.before for other in others if other.before is not None})
        for other in others:
            data = self.versions.bytes(str(other.before))
            if not any(name in data for name in names):
                continue
            was = self.find(state, self.versions.of(other.before, other.path, root))
            if was is not None and self.find(was, self.versions.of(other.after, other.path, root)) is None:
                return was, other.path
        return None, path

    @staticmethod
    def find(state: State, rows: dict[str, State]) -> State | None:
        """Find a record among those of a version, by its id or a former one."""
        return next((rows[name] for name in names_of(state) if name in rows), None)


def _without_texts(step: Step, record: Record) -> Step:
    commit = step.commit
    if commit is not None and record.withheld:
        commit = replace(commit, subject=record.withheld)
    before = None if step.before is None else replace(step.before, fields=record.masked(step.before.fields))
    return replace(
        step, commit=commit, before=before, after=replace(step.after, fields=record.masked(step.after.fields))
    )


def _differs(one: State, other: State) -> bool:
    return one.fields != other.fields or one.id != other.id
