"""What `validate` is asked for, and the findings it is to show of one repository."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from planctl.check.baseline import Split
from planctl.check.pipeline import Choice
from planctl.cli.baseline import apply
from planctl.cli.session import Session
from planctl.config import Config
from planctl.diff.findings import Marked, fresh, marked
from planctl.values import dataclass
from planctl.world import World

UNKNOWN = "222"
"""What is not known is told each time: that it was not known before either makes nothing clean."""


@dataclass(frozen=True, slots=True)
class Options:
    """What `validate` was asked to do: rules, gravity that fails, formats, baseline, fixes."""

    choice: Choice
    fail_on: str = "error"
    forms: Sequence[str] = ()
    baseline: Path | None = None
    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    since: str | None = None
    against: str | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """The findings to show, by which settings; the baseline's part of them, and how many are older."""

    shown: list[Marked]
    configs: tuple[Config, ...]
    known: Split | None
    older: int | None = None


def rows_of(session: Session, root: Path, world: World, options: Options) -> Rows:
    """Check a repository: all of it, or against a revision, with only what is new since then or with all of it."""
    if options.against is not None:
        from planctl.cli.against import judged

        by = judged(session, root, world, options.against, options.choice, options.baseline)
        return Rows(by.rows, by.configs, by.known)
    found, older = _found(session, root, world, options)
    known = apply(session, root, options.baseline, found)
    return Rows(found if known is None else known.fresh, (world.config,), known, older)


def _found(session: Session, root: Path, world: World, options: Options) -> tuple[list[Marked], int | None]:
    """Check a repository; with --since give only what is new, and how many findings are not."""
    if options.since is None:
        return marked(world, options.choice), None
    from planctl.cli.revisions import history_of, revision

    end = revision(root, options.since)
    before = replace(session, today=world.today).open_tree(
        end.tree, history_of(root, end, world.book, world.history), later=world
    )
    found = marked(world, options.choice, before)
    new = fresh(found, marked(before, options.choice))
    new += [row for row in found if row[0].code == UNKNOWN and row not in new]
    return new, len(found) - len(new)
