"""`planctl textconv`: a plan file for `git diff`, without the texts of what is exempt from public access."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from planctl.cli.session import Session
from planctl.domain.masked_plans import cover_of
from planctl.law.openness import EXEMPT
from planctl.load.file import marks_exempt
from planctl.load.files.tree import WorkTree
from planctl.load.reading import parse
from planctl.load.yaml.positions import decoded
from planctl.merge.textconv import textconv
from planctl.output.clean import clean

_TABLE = re.compile(r"\bfil[\"']?\s*:\s*[\"']?([^\"'\n#]+\.csv)\b", re.IGNORECASE)


def converted(session: Session, file: Path) -> str:
    """Write a plan file for `git diff`; the repository is read only where something in it may be exempt."""
    data = (session.folder / file).read_bytes()
    if session.intern or not (marks_exempt(data) or _any_exempt(session.root_of(Path()))):
        return textconv(data, clean)
    world = session.open()
    found, findings = parse("", data)
    if not isinstance(found, dict) or findings:
        names = [name.encode() for name in (world.withheld.ids if world.withheld is not None else ())]
        hides = marks_exempt(data) or any(name in data for name in names)
        return f"{EXEMPT}\n" if hides else textconv(data, clean)
    return textconv(data, clean, cover_of(world.plans, world.book, world.withheld).over)


def _any_exempt(root: Path) -> bool:
    """Tell whether a plan file marks something as exempt, or a table that one names."""
    tree = WorkTree(root)
    return any(marks_exempt(data) for entry in tree.walk().files for data in _with_tables(tree, entry.path))


def _with_tables(tree: WorkTree, path: str) -> Iterator[bytes]:
    """Yield the bytes of a plan file, and of the tables that it may name."""
    data = tree.read(path)
    yield data
    for name in _TABLE.findall(decoded(data)):
        with suppress(OSError, ValueError):
            yield tree.read(posixpath.normpath(posixpath.join(posixpath.dirname(path), name)))
