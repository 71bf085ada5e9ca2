"""A line of time held in memory: for examples and tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planctl.history.log import Change, Commit
from planctl.values import dataclass


@dataclass(frozen=True)
class MemoryLog:
    """Steps given as (files, confirmed ids), oldest first; every step is the whole set of files."""

    steps: Sequence[tuple[Mapping[str, bytes], frozenset[str]]]
    complete: bool = True
    damaged: bool = False

    @property
    def commits(self) -> tuple[Commit, ...]:
        """The steps, oldest first, a day apart."""
        return tuple(
            Commit(f"{index + 1:040x}", f"2021-01-{index + 1:02d}", f"Steg {index + 1}", confirms)
            for index, (_, confirms) in enumerate(self.steps)
        )

    @property
    def changes(self) -> dict[int, tuple[Change, ...]]:
        """The files that each step changed."""
        found, old = {}, dict[str, bytes]()
        for index, (files, _) in enumerate(self.steps):
            names = [name for name in {**old, **files} if old.get(name) != files.get(name)]
            found[index] = tuple(
                Change(name, self._key(index - 1, name, old), self._key(index, name, files)) for name in names
            )
            old = dict(files)
        return found

    @staticmethod
    def _key(index: int, name: str, files: Mapping[str, bytes]) -> str | None:
        return f"{index}:{name}" if name in files else None

    def read(self, blobs: list[str]) -> dict[str, bytes]:
        """Return the bytes of blobs."""
        found = {}
        for blob in blobs:
            index, _, name = blob.partition(":")
            found[blob] = self.steps[int(index)][0][name]
        return found

    def until(self, sha: str) -> MemoryLog | None:
        """Return the steps up to one of them."""
        last = next((index for index, commit in enumerate(self.commits) if commit.sha == sha), None)
        return None if last is None else MemoryLog(self.steps[: last + 1], self.complete)

    def pending(self, path: str) -> bool:  # noqa: ARG002
        """Tell that any file may differ: what is loaded beside the steps is not known."""
        return True
