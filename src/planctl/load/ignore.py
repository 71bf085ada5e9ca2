"""What `.gitignore` files leave out of a work tree."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True)
class Ignore:
    """The `.gitignore` files from the root down to a folder; the innermost that speaks decides."""

    layers: tuple[tuple[str, GitIgnoreSpec], ...]

    @classmethod
    def none(cls) -> Ignore:
        """Ignore nothing."""
        return cls(())

    def with_file(self, folder: str, path: Path) -> Ignore:
        """Add the `.gitignore` of a folder; an unreadable one ignores nothing."""
        from pathspec import GitIgnoreSpec

        try:
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return self
        return Ignore((*self.layers, (folder, GitIgnoreSpec.from_lines(lines))))

    def covers(self, path: str, *, folder: bool) -> bool:
        """Tell whether a path (relative to the root) is ignored."""
        for base, spec in reversed(self.layers):
            local = path[len(base) + 1 :] if base else path
            decision = spec.check_file(f"{local}/" if folder else local).include
            if decision is not None:
                return decision
        return False
