"""The versions of an indicator, step by step, through renames, moves between files and plans that take over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from operator import attrgetter
from posixpath import dirname
from typing import Any

from planctl.history.log import Change, Commit
from planctl.history.record_history import History
from planctl.history.states import State, names_of
from planctl.model.record import Record
from planctl.values import dataclass

_IDS = re.compile(rb"\bid[\"']?\s*:\s*[\"']?([^\s\"',}#]+)")
_SECTION = re.compile(rb"^indikatorer:.*\n(?:(?:[ #-].*)?\r?\n)*(?:[ #-].*)?", re.MULTILINE)
_NESTED = re.compile(rb"^[ -]+[\"']?indikatorer\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Version:
    """An indicator as a step left it, and the plan it stood in; `commit` is None for work that is not committed."""

    index: int
    commit: Commit | None
    fields: Mapping[str, Any]
    plan: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Trail:
    """One stretch of an indicator's life without a gap: its versions, oldest first, and the step that ended it."""

    versions: tuple[Version, ...]
    end: int

    def at(self, index: int) -> Version | None:
        """Give the version that stood after a step."""
        if index >= self.end:
            return None
        place = bisect_right(self.versions, index, key=attrgetter("index"))
        return self.versions[place - 1] if place else None


class Trails:
    """Follows indicators back in time; what they share is read once.

    One that was taken out and put in again, or carried into another file with a new id that names the former one, is
    followed over the gap among the files of the folders that `paths` stand in.
    """

    def __init__(self, history: History, paths: Iterable[str]) -> None:
        self._history = history
        self._paths = frozenset(paths)
        self._known: dict[str, frozenset[str]] = {}

    def of(self, record: Record) -> list[Trail]:
        """Give the stretches of an indicator's life, the one that leads up to now first."""
        history, path = self._history, record.path
        history.fetch({path})
        inside = record.parent.id if record.parent is not None else None
        walk = _Walk(history, State(record.name, record.fields, inside), path, history.now)
        own = {(index, path) for index, _ in history.by_path.get(path, ())} | {(history.now, path)}
        if path in self._steady and self._gap(walk.names, own) is None:
            return []
        here = Version(history.now, None, record.fields, record.plan.fields)
        found = [Trail((*walk.versions(), here), history.now + 1)]
        passed = walk.passed | {(history.now, path)}
        while (gap := self._gap(walk.names, passed)) is not None:
            end, path, state = gap
            walk = _Walk(history, state, path, end)
            found.append(Trail(tuple(walk.versions()), end))
            passed |= walk.passed | {(end, path)}
        return found

    @cached_property
    def _steady(self) -> frozenset[str]:
        self._history.fetch(set(self._paths))
        return frozenset(filter(self._is_steady, self._paths))

    def _is_steady(self, path: str) -> bool:
        """Tell whether every version of a file surely has the same indicators, without reading it as YAML."""
        told: set[tuple[bytes, ...]] = set()
        for index, change in self._history.by_path.get(path, ()):
            others = (other for other in self._history.log.changes[index] if other is not change)
            if change.after is None or (change.before is None and any(other.before for other in others)):
                return False
            texts = [self._history.versions.bytes(blob) for blob in _blobs(change)]
            if any(map(_NESTED.search, texts)):
                return False
            told |= {tuple(_SECTION.findall(text)) for text in texts}
        return len(told) == 1 and len(next(iter(told))) == 1 and not self._history.log.pending(path)

    def _gap(self, names: list[str], passed: set[tuple[int, str]]) -> tuple[int, str, State] | None:
        """Find the step at which an indicator last disappeared from a file that its trail has not passed."""
        for name in names:
            for index, change in self._gone.get(name, ()):
                if (index, change.path) not in passed:
                    was = self._history.versions.of(change.before, change.path).get(name)
                    if was is not None:
                        return index, change.path, was
        return None

    @cached_property
    def _gone(self) -> dict[str, list[tuple[int, Change]]]:
        """The steps at which each id disappeared from a file, newest first; what stands there last disappears now."""
        folders = {dirname(path) for path in self._paths}
        paths = {path for path in self._history.by_path if dirname(path) in folders}
        self._history.fetch(paths)
        found: dict[str, list[tuple[int, Change]]] = {}
        for path in paths:
            rows = self._history.by_path[path]
            for index, change in [(self._history.now, Change(path, rows[0][1].after, None)), *rows]:
                for name in self._ids(change.before) - self._ids(change.after):
                    found.setdefault(name, []).append((index, change))
        return {name: sorted(rows, key=lambda row: -row[0]) for name, rows in found.items()}

    def _ids(self, blob: str | None) -> frozenset[str]:
        if blob is None:
            return frozenset()
        if blob not in self._known:
            words = _IDS.findall(self._history.versions.bytes(blob))
            self._known[blob] = frozenset(word.decode("utf-8", errors="replace") for word in words)
        return self._known[blob]


class _Walk:
    """One walk back from a state that stood in a file before a step: the names it has had, and the files it passed."""

    def __init__(self, history: History, state: State, path: str, limit: int) -> None:
        self._history = history
        self.state = state
        self._path = path
        self._limit = limit
        self.names = list(dict.fromkeys(names_of(state)))
        self.passed: set[tuple[int, str]] = set()

    def versions(self) -> list[Version]:
        """Give the versions, oldest first."""
        return list(self._back())[::-1]

    def _back(self) -> Iterator[Version]:
        history, path = self._history, self._path
        rows = self._rows(path, self._limit)
        while rows:
            index, change = rows.popleft()
            states = history.versions.of(change.after, path)
            after = history.find(self.state, states)
            if after is None and not states and change.after is not None:
                continue  # it cannot be read: what stood before and after it does
            if after is None:
                return
            self.state = after
            self.names = list(dict.fromkeys([*self.names, *names_of(after)]))
            plan = _plan_of(after, states)
            yield Version(index, history.log.commits[index], after.fields, plan.fields if plan is not None else {})
            self.passed |= {(index, path)}
            if change.before is not None and not history.versions.of(change.before, path):
                continue
            before, former = history.before(after, path, index, change)
            self.passed |= {(index, former)}
            if before is None:
                return
            self.state = before
            if former != path:
                path = former
                history.fetch({path})
                rows = self._rows(path, index)

    def _rows(self, path: str, limit: int) -> deque[tuple[int, Change]]:
        """Give the changes of a file before a step, newest first."""
        return deque(row for row in self._history.by_path.get(path, ()) if row[0] < limit)


def _plan_of(state: State, states: Mapping[str, State]) -> State | None:
    """Find the plan that an indicator stood in, through the mål and innsatsområder around it."""
    found = states.get(state.inside or "")
    while found is not None and found.inside is not None:
        found = states.get(found.inside)
    return found


def _blobs(change: Change) -> list[str]:
    return [blob for blob in (change.before, change.after) if blob is not None]
