"""Shared test support: trees in memory, the small municipality, running checks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import settings

from planctl.check.pipeline import Choice, check
from planctl.check.registry import rule_book
from planctl.findings.diagnostic import Diagnostic
from planctl.history import History
from planctl.history.memory import MemoryLog
from planctl.i18n import Language
from planctl.load.files.tree import Entry, Listing, nfc
from planctl.load.schema.schema_book import SchemaBook
from planctl.resources import Disciplines, schemas_dir
from planctl.world import World, open_world

HERE = Path(__file__).parent
EXAMPLE = HERE.parent / "examples" / "asker-2020"
TODAY = date(2021, 6, 15)
MADE_UP = Disciplines(("planctl.disciplines", "made_up.disciplines"), (schemas_dir(), HERE / "made_up" / "schemas"))
"""The shipped disciplines, and the one that `tests/made_up` holds."""
RULES, BY_CODE = rule_book().rules, rule_book().by_code
"""The shipped rules, in order of code and by it."""


def is_thorough() -> bool:
    """Tell whether this is the thorough run, which has time for much."""
    return bool(settings.get_current_profile_name() == "thorough")


def sample(small: int, large: int) -> int:
    """Give how many examples a property tries: few in the ordinary run, many in the thorough one."""
    return large if is_thorough() else small


class MemoryTree:
    """Files held in memory, for tests."""

    def __init__(self, files: dict[str, str | bytes | None]) -> None:
        self.files = {
            nfc(path): text if isinstance(text, bytes) else text.encode()
            for path, text in files.items()
            if text is not None
        }
        self._raw = {nfc(path): path for path, text in files.items() if text is not None}

    def walk(self) -> Listing:
        """List the YAML files in path order."""
        names = sorted(path for path in self.files if path.lower().endswith((".yaml", ".yml")))
        return Listing(files=[Entry(self._raw[path], path, len(self.files[path])) for path in names])

    def read(self, path: str) -> bytes:
        """Return a file's bytes; raise OSError when there is none."""
        if path not in self.files:
            raise FileNotFoundError(2, "No such file or directory", path)
        return self.files[path]


@cache
def book() -> SchemaBook:
    """The schemas, read once."""
    return SchemaBook()


@cache
def base_files() -> dict[str, str]:
    """The small municipality in `tests/base`: valid, and without any finding."""
    folder = HERE / "base"
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yaml"))
    }


Files = dict[str, str | bytes | None]


def world(
    files: Files, today: date | None = None, *, base: bool = True, past: Sequence[tuple[Files, str]] = ()
) -> World:
    """Open a world from files laid over the small municipality (None takes a file away).

    `past` are its commits, oldest first: their files, laid over it too, and the ids they confirm.
    """
    start: Files = dict(base_files()) if base else {}
    steps = [(MemoryTree({**start, **step}).files, frozenset(ids.split())) for step, ids in past]
    history = History(MemoryLog(steps)) if steps else None
    return open_world(MemoryTree({**start, **files}), today, lambda: TODAY, book(), history=lambda: history)


def found(
    files: Files, *select: str, today: date | None = None, base: bool = True, past: Sequence[tuple[Files, str]] = ()
) -> list[Diagnostic]:
    """Check files laid over the small municipality with some rules, or all, against the last of its commits."""
    before = world(past[-1][0], today, base=base, past=past) if past else None
    return check(world(files, today, base=base, past=past), Choice(select=select), before)


def places(diagnostics: list[Diagnostic]) -> list[str]:
    """Show diagnostics as `path:line:column code`."""
    return [
        f"{item.location.path}:{item.location.span.line}:{item.location.span.column} {item.code}"
        for item in diagnostics
    ]


def said(diagnostics: list[Diagnostic], code: str = "nb") -> list[str]:
    """Show diagnostics' messages in a language."""
    lang = Language(code)
    return [lang(item.message) for item in diagnostics]
