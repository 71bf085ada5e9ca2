"""The files and folders that a user names to have their findings shown."""

from __future__ import annotations

import os
from collections.abc import Container, Sequence
from pathlib import Path

from planctl.cli.session import ExitError, Session
from planctl.i18n import T
from planctl.load.files.tree import nfc
from planctl.model.companion import companions
from planctl.model.planset import PlanSet
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Named(Container[str]):
    """Some paths of a repository, relative to it: a path is among them when it is one, or lies below one."""

    paths: tuple[str, ...]

    def __contains__(self, path: object) -> bool:
        """Tell whether a file is named, or stands in a folder that is."""
        return isinstance(path, str) and any(path == name or path.startswith(f"{name}/") for name in self.paths)

    def with_tables(self, plans: PlanSet) -> Named:
        """Add the CSV files that the named plan files name: they are a part of what those say."""
        tables = companions(plans).items()
        return Named((*self.paths, *(path for path, roots in tables if any(root.path in self for root in roots))))


def repositories(session: Session, paths: Sequence[Path]) -> dict[Path, Named | None]:
    """Give each repository of some paths what is named in it; None for all of it."""
    if not paths:
        return {session.root_of(Path()): None}
    found: dict[Path, Named | None] = {}
    for path in paths:
        full = Path(os.path.abspath(session.folder / path))
        if not full.exists():
            raise ExitError(T("There is no file or folder «{path}»", path=str(path)))
        root = session.root_of(path)
        known = found.setdefault(root, Named(()))
        if full == root:
            found[root] = None
        elif known is not None:
            found[root] = Named((*known.paths, nfc(full.relative_to(root).as_posix())))
    return found
