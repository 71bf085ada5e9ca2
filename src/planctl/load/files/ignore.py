"""What `.gitignore` files leave out of a tree."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.load.files.globs import spec
from planctl.values import dataclass

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True)
class Ignore:
    """The `.gitignore` files from the root down to a folder; the innermost that speaks decides."""

    layers: tuple[tuple[str, GitIgnoreSpec], ...] = ()

    def with_file(self, folder: str, path: Path) -> Ignore:
        """Add the `.gitignore` of a folder; an unreadable one ignores nothing."""
        try:
            return self.with_lines(folder, path.read_text(encoding="utf-8", errors="replace").splitlines())
        except OSError:
            return self

    def with_lines(self, folder: str, lines: Iterable[str]) -> Ignore:
        """Add the lines of a folder's `.gitignore`; a line without meaning ignores nothing."""
        return Ignore((*self.layers, (folder, spec(lines))))

    def covers(self, path: str, *, folder: bool) -> bool:
        """Tell whether a path (relative to the root) is ignored."""
        for base, patterns in reversed(self.layers):
            local = path[len(base) + 1 :] if base else path
            decision = patterns.check_file(f"{local}/" if folder else local).include
            if decision is not None:
                return decision
        return False
