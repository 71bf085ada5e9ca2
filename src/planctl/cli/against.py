"""`validate --against BASE`: every finding, also what is judged by an earlier revision, and what the change hides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from planctl.check import baseline
from planctl.check.fingerprint import fingerprints
from planctl.check.pipeline import Choice, diagnose
from planctl.check.registry import rule_book
from planctl.check.withheld import Veil
from planctl.cli.base import NoBase, find_base
from planctl.cli.baseline import apply, marks_of, path_of
from planctl.cli.revisions import End, history_of, revision
from planctl.cli.session import Session
from planctl.config import Config
from planctl.diff.by_base import by_base, unusable, written
from planctl.diff.compare import Side
from planctl.diff.findings import Marked, marked
from planctl.diff.hidden import Baselines, with_hidden
from planctl.diff.hiding import Hiding
from planctl.diff.weakened import reopened, weakened
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T, Text
from planctl.load.files.git import GitError, git
from planctl.load.files.links import rerouted
from planctl.load.files.repository import DAMAGED
from planctl.load.files.revision import RevisionTree
from planctl.load.files.tree import Tree, WorkTree
from planctl.output.clean import clean
from planctl.source import START, Place
from planctl.values import dataclass
from planctl.world import World, open_world


@dataclass(frozen=True, slots=True)
class Judged:
    """What is found against a revision, how the baseline parts it (None without one), and the settings it is by."""

    rows: list[Marked]
    known: baseline.Split | None
    configs: tuple[Config, ...]


def judged(session: Session, root: Path, world: World, name: str, choice: Choice, named: Path | None) -> Judged:
    """Judge a repository against the revision of a name; without such a revision, tell what is unknown (222)."""
    found = find_base(root, name, session.environ)
    if isinstance(found, NoBase):
        return _without_base(session, root, world, found, choice, named)
    own = marks_of(session, root, named)
    end = revision(root, found)
    other = None if end.commit is None else rerouted(root, end.commit)
    if other is not None:
        reason = T("«{path}» is a link now, and was something else in the revision compared with", path=clean(other))
        hint = T("Put the folder back where it was, or have the change approved.")
        return _without_base(session, root, world, NoBase(reason, hint, proposed=True), choice, named)
    book = world.book
    past = history_of(root, end, world.book, world.history)
    before = open_world(end.tree, world.today, date.today, book, session.memo, past, intern=session.intern)
    if isinstance(end.tree, RevisionTree) and end.tree.lacking:
        lost = NoBase(DAMAGED.reason, DAMAGED.help, proposed=True)
        return _without_base(session, root, world, lost, choice, named)
    taken = next(_taken_over(world, before), None)
    if taken is not None:
        reason = T("the plans in «{folder}» had settings of their own, which are taken away", folder=taken)
        hint = T("Put planctl.yaml back where it was, or have the change approved.")
        return _without_base(session, root, world, NoBase(reason, hint, proposed=True), choice, named)
    head, base = Side(world, WorkTree(root)), Side(before, end.tree)
    day = session.today or _day(head, base, date.today())

    def opened(tree: Tree) -> World:
        return open_world(tree, day, date.today, book, session.memo, world.history, intern=session.intern)

    told = [_unknown(*_SETTINGS)] if unusable(before) else []
    rows = marked(world, choice, before, told)
    by = by_base(head, base, opened)
    strict = rows if by.world is world else marked(by.world, choice, before, told)
    baselines = Baselines(own or frozenset(), _marks_at(root, end, path_of(session, root, named), own))
    shown = with_hidden(rows, strict, baselines, Hiding(head, base, by, rows))
    beside = [*weakened(world, by), *reopened(before, world)]
    warned = [
        Veil(world).told(diagnose(item, {item.code: Severity.WARNING}, world.locator, rule_book(world.disciplines)))
        for item in beside
    ]
    shown += fingerprints(warned, lambda item: item.location.path)
    return Judged(shown, _split(rows, shown, own), (world.config, by.world.config))


def _without_base(
    session: Session, root: Path, world: World, found: NoBase, choice: Choice, named: Path | None
) -> Judged:
    """Check a repository alone; in a pull request it is an error that nothing is known, whatever its settings say."""
    unknown = _unknown(found.reason, found.hint)
    told = marked(world, choice, told=[] if found.proposed else [unknown])
    rows = [row for row in told if row[0].code != unknown.code or row[0].message == unknown.message]
    known = apply(session, root, named, rows)
    shown = rows if known is None else known.fresh
    if found.proposed:
        error = diagnose(unknown, {unknown.code: Severity.ERROR}, world.locator, rule_book(world.disciplines))
        shown = [*fingerprints([error], lambda item: item.location.path), *shown]
    return Judged(shown, known, (world.config,))


def _taken_over(world: World, before: World) -> Iterator[str]:
    """Give the folders whose plans were a repository of their own, and are now judged by settings above them."""
    for folder in before.loaded.nested:
        if folder not in world.loaded.nested:
            yield from (folder for record in world.plans.records if record.path.startswith(f"{folder}/"))


def _day(head: Side, base: Side, clock: date) -> date:
    """Give the date to judge at by the settings of base: that of the change, if time has only passed since then.

    A change that sets the date back, or into the future, is judged at the date that base is judged at.
    """
    if written(base.tree) is None:
        return head.world.today
    before = base.world.config.pinned or clock
    return head.world.today if before <= head.world.today <= clock else before


_SETTINGS = (
    T("the settings of the revision compared with cannot be used"),
    T("Read what the change does to planctl.yaml, as with «planctl diff»."),
)


def _unknown(reason: Text, hint: Text) -> Finding:
    """Tell that nothing is known of what was there before."""
    message = T(
        "What the change does to adopted plans (528) and to the check itself is unknown: {reason}", reason=reason
    )
    return Finding("222", Place(".", START), message, hint)


def _marks_at(root: Path, end: End, path: Path, own: frozenset[str] | None) -> frozenset[str]:
    """Read the baseline as it was at a revision; one that no change of the repository can bring is its own."""
    if own is None:
        return frozenset()
    top = Path(git(root, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
    full = path.resolve()
    if not full.is_relative_to(top.resolve()):
        return own
    try:
        name = full.relative_to(top.resolve()).as_posix()
        return baseline.parse(git(top, "cat-file", "blob", f"{end.commit}:{name}"))
    except (GitError, baseline.BaselineError):
        return frozenset()


def _split(rows: Sequence[Marked], shown: list[Marked], known: frozenset[str] | None) -> baseline.Split | None:
    """Part what is found by a baseline: what is shown, how much is not, and what of the baseline is gone."""
    if known is None:
        return None
    marks = {mark for item, mark in rows if item.code not in baseline.NEVER}
    left = {mark for _, mark in shown}
    return baseline.Split(shown, len((known & marks) - left), len(known - marks))
