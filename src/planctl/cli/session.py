"""What every command shares: global options, language, the repository, and writing."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from planctl.files import write_file as write_file
from planctl.i18n import LANGUAGES, Language, Text
from planctl.resources import SHIPPED, Disciplines
from planctl.values import dataclass

if TYPE_CHECKING:
    from planctl.config import Config
    from planctl.history import History
    from planctl.load.files.repository import Gap
    from planctl.load.files.tree import Tree
    from planctl.load.loader import Memo
    from planctl.load.schema.schema_book import SchemaBook
    from planctl.output.style import Style
    from planctl.world import World

CONFIG_NAME = "planctl.yaml"

CLEAN, FINDINGS, USAGE, FAULT, INTERRUPTED = 0, 1, 2, 3, 130


class ExitError(Exception):
    """End the command with a message on standard error and an exit code."""

    def __init__(self, message: Text | None, code: int = USAGE) -> None:
        super().__init__()
        self.message = message
        self.code = code


@dataclass()
class Session:
    """The global options and the environment of one call of planctl.

    `intern` shows also what is exempt from public access, and `once` says that the process is made for this call alone.
    `disciplines` are the shipped ones in every call; only code that makes a session itself can give it others.
    """

    folder: Path = field(default_factory=Path)
    today: date | None = None
    lang_code: str | None = None
    colour: bool | None = None
    intern: bool = False
    once: bool = False
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    memo: Memo = field(default_factory=dict)
    disciplines: Disciplines = SHIPPED
    config: Config | None = None
    """The settings of the first repository that was loaded: what ends the run is told in its words."""

    def root_of(self, path: Path) -> Path:
        """Return the repository of a path: the nearest folder at or above it with a planctl.yaml.

        Without one it is the path itself, or a file's folder.
        """
        full = Path(os.path.abspath(self.folder / path))
        start = full if full.is_dir() else full.parent
        return next((folder for folder in (start, *start.parents) if (folder / CONFIG_NAME).is_file()), start)

    def open(self, root: Path | None = None) -> World:
        """Load a repository, of `-C` or the working directory when none is named."""
        from planctl.load.files.tree import WorkTree

        folder = root or self.root_of(Path())
        return self.open_tree(
            WorkTree(folder), cache(partial(_history, folder, self.book)), cache(partial(_gap, folder))
        )

    def open_tree(
        self,
        tree: Tree,
        history: Callable[[], History | None] | None = None,
        gap: Callable[[], Gap | None] | None = None,
        later: World | None = None,
    ) -> World:
        """Load a tree of files; what one call has loaded of a file is not loaded again.

        What is exempt from public access in a `later` version of them is so in this one too.
        """
        from planctl.load.files.repository import no_gap
        from planctl.world import no_history, open_world

        known, lack = history or no_history, gap or no_gap
        also = later.withheld.ids if later is not None and later.withheld is not None else None
        world = open_world(
            tree, self.today, date.today, self.book, self.memo, known, lack, intern=self.intern, also=also
        )
        self.config = self.config or world.config
        self.settle()
        return world

    def settle(self) -> None:
        """Spare the collector what is loaded, where it lives as long as the process."""
        if self.once:
            gc.freeze()

    @cached_property
    def book(self) -> SchemaBook:
        """The schemas, read once for all trees of the call."""
        from planctl.load.schema.schema_book import SchemaBook

        return SchemaBook(self.disciplines)

    def language(self, config: Config | None = None, written: str | None = None) -> Language:
        """Choose the language: `--lang`, PLANCTL_LANG, planctl.yaml, else bokmål.

        A document of a plan is in the language that the plan is `written` in, where only `--lang` asks for another.
        """
        wanted = self.lang_code or written or self.asked_language or (config.language if config else None)
        return Language(wanted if wanted in LANGUAGES else "nb", config.terms if config else {}, self.disciplines)

    @property
    def asked_language(self) -> str | None:
        """The language that the call itself asks for, by `--lang` or PLANCTL_LANG."""
        return self.lang_code or self.environ.get("PLANCTL_LANG") or None

    @cached_property
    def style(self) -> Style:
        """Colours and width of standard output."""
        from planctl.output.style import Style

        return Style(self._wants_colour(), self._columns())

    def _columns(self) -> int:
        try:
            return max(40, int(self.environ.get("COLUMNS", "")))
        except ValueError:
            return min(110, os.get_terminal_size().columns) if sys.stdout.isatty() else 80

    def _wants_colour(self) -> bool:
        if self.colour is not None:
            return self.colour
        if self.environ.get("NO_COLOR"):
            return False
        return bool(self.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def _history(root: Path, book: SchemaBook) -> History | None:
    """Open what git knows of a repository."""
    from planctl.history import open_history

    return open_history(root, book=book)


def _gap(root: Path) -> Gap | None:
    """Tell why git does not know all of a repository's history."""
    from planctl.load.files.repository import gap

    return gap(root)


def write(text: str) -> None:
    """Write to standard output; who has closed it does not stop the work that goes on beside it."""
    _put(sys.stdout, text)


def tell(text: str) -> None:
    """Write to standard error, in the same way."""
    _put(sys.stderr, text)


def flush() -> None:
    """Send on what is written to standard output."""
    _put(sys.stdout, "", flush=True)


def unread(stream: TextIO) -> None:
    """Let a stream that nobody reads any more lead nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _put(stream: TextIO, text: str, *, flush: bool = False) -> None:
    try:
        stream.write(text)
        if flush:
            stream.flush()
    except BrokenPipeError:
        unread(stream)
    except OSError:  # a full disk: what is left in the buffer would fail anew at every word said about it
        unread(stream)
        if stream is not sys.stderr:
            raise
