"""The whole of a diff: changes with their consequences, and the findings that are new or solved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from planctl.check.pipeline import Choice
from planctl.check.registry import ALWAYS, rule_book
from planctl.diff.change import Change, Kind
from planctl.diff.compare import Pairs, Side, changes, paired
from planctl.diff.consequences import with_consequences
from planctl.diff.earlier import with_earlier
from planctl.diff.exemptions import Exempting, exemptions, shown_as
from planctl.diff.findings import Marked, fresh, marked
from planctl.diff.goalposts import with_goalposts
from planctl.diff.hiding import silencing
from planctl.diff.templates import templates
from planctl.findings.diagnostic import Severity
from planctl.load.files.revision import RevisionTree
from planctl.values import dataclass
from planctl.world import World

PROTECTED = "528"
EVERYTHING = Choice()
_WAITED_FOR = ("0", "201", "202")
_ORDER = list(Kind)


@dataclass(frozen=True, slots=True)
class Diff:
    """Two plan sets held against each other: the gravest changes first."""

    base: Side
    head: Side
    pairs: Pairs
    changes: tuple[Change, ...]
    new: tuple[Marked, ...]
    solved: tuple[Marked, ...]
    exempting: tuple[Exempting, ...] = ()

    @property
    def worst(self) -> Severity:
        """The gravity of the gravest change or new finding."""
        levels = [change.weight for change in self.changes] + [item.severity for item, _ in self.new]
        return max(levels, key=lambda level: level.rank, default=Severity.OFF)


def compare(base: Side, head: Side, choice: Choice = EVERYTHING) -> Diff:
    """Hold two plan sets against each other."""
    pairs = paired(base, head)
    found = with_earlier(with_consequences(changes(pairs), pairs, base.world, head.world), pairs, base.world)
    found = with_goalposts(found, pairs, head.world)
    after = marked(head.world, choice, base.world)
    before = marked(base.world, choice)
    new = fresh(after, before)
    exempting = [shown_as(item, base.world, head.world) for item in exemptions(pairs, base.world, head.world)]
    gone = [
        row for row in fresh(before, after) if row[0].code not in ALWAYS and not _hidden(row, base, head, exempting)
    ]
    solved = _solved(_readable(gone, base), new, found, head.world)
    weighed = ordered([*_guarded(found, new, pairs, base.world), *templates(base.tree, head.tree)])
    return Diff(base, head, pairs, tuple(weighed), tuple(new), tuple(solved), tuple(exempting))


def _hidden(row: Marked, base: Side, head: Side, exempting: Iterable[Exempting]) -> bool:
    """Tell whether a finding is gone because the change hides it, which solves nothing."""
    item, rules = row[0], rule_book(head.world.disciplines)
    if any(True for _ in silencing(head.world.config, base.world.config, item, rules)):
        return True
    comments = (comment for comment in exempting if comment.new and comment.comment.path == item.location.path)
    return any(
        rule.code == item.code for comment in comments for name in comment.rules for rule in rules.matching(name)
    )


def _readable(gone: list[Marked], base: Side) -> list[Marked]:
    """Leave out that a file could not be read (012) since the repository has lost it as it was: nothing solved that."""
    lacking = base.tree.lacking if isinstance(base.tree, RevisionTree) else ()
    return [row for row in gone if not (row[0].code == "012" and row[0].location.path in lacking)]


def _solved(gone: list[Marked], new: Iterable[Marked], found: Iterable[Change], head: World) -> list[Marked]:
    """Leave out what is perhaps not solved: rules wait while something new cannot be read or leads nowhere.

    Then a finding is solved only where the record it was about is changed.
    """
    waiting = head.plans.incomplete or any(item.code.startswith(_WAITED_FOR) for item, _ in new)
    if not waiting:
        return gone
    touched = {name for change in found for name in (change.record, str(change.old))}
    return [row for row in gone if row[0].record is None or row[0].record in touched]


def ordered(found: Iterable[Change]) -> list[Change]:
    """Order changes by weight, then by kind, otherwise as they stand."""
    return sorted(found, key=lambda change: (-change.weight.rank, not change.consequences, _ORDER.index(change.kind)))


def _guarded(found: Iterable[Change], new: Iterable[Marked], pairs: Pairs, base: World) -> list[Change]:
    """Make changes to what is adopted grave, where rule 528 has found them."""
    told = {(item.record, item.field) for item, _ in new if item.code == PROTECTED}
    political = base.plans.thread.political

    def protected(change: Change) -> bool:
        if change.kind is Kind.REMOVED:
            was = base.plans.get(change.record)
            plan = "" if was is None else pairs.now.get(was.plan.name, was.plan.name)
            return change.record_kind in political and (plan, None) in told
        free = change.kind is Kind.RENAMED or (change.kind is Kind.MOVED and change.record_kind not in political)
        return not free and (change.record, change.way[0] if change.way else None) in told

    return [replace(change, weight=Severity.ERROR) if protected(change) else change for change in found]
