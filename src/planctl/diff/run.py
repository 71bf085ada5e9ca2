"""The whole of a diff: changes with their consequences, and the findings that are new or solved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from planctl.diagnostic import Diagnostic, Severity
from planctl.diff.change import Change, Kind
from planctl.diff.compare import Pairs, Side, changes, paired
from planctl.diff.consequences import with_consequences
from planctl.diff.fields import GOALS
from planctl.fingerprint import fingerprints
from planctl.pipeline import Choice, World, check

Marked = tuple[Diagnostic, str]
"""A diagnostic and its fingerprint."""

PROTECTED = "528"
PROTECTED_KINDS = frozenset({*GOALS, "strategi", "satsingsområde", "innsatsområde"})
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

    @property
    def worst(self) -> Severity:
        """The gravity of the gravest change or new finding."""
        levels = [change.weight for change in self.changes] + [item.severity for item, _ in self.new]
        return max(levels, key=lambda level: level.rank, default=Severity.OFF)


def compare(base: Side, head: Side, choice: Choice = Choice()) -> Diff:
    """Hold two plan sets against each other."""
    pairs = paired(base, head)
    found = with_consequences(changes(pairs), pairs, base.world, head.world)
    after = marked(head.world, choice, base.world)
    before = marked(base.world, choice)
    new, solved = fresh(after, before), fresh(before, after)
    weighed = ordered(_guarded(found, new, pairs, base.world))
    return Diff(base, head, pairs, tuple(weighed), tuple(new), tuple(solved))


def marked(world: World, choice: Choice, before: World | None = None) -> list[Marked]:
    """Check a plan set, also against what it was, and give each diagnostic its fingerprint."""
    found = check(world, choice, before)
    return fingerprints(found, lambda item: text_at(world, item))


def text_at(world: World, item: Diagnostic) -> str:
    """Return the text that a diagnostic points at; of more lines, the first."""
    lines, span = world.locator.file(item.location.path).lines, item.location.span
    if span.line > len(lines):
        return ""
    end = span.end_column - 1 if span.end_line == span.line else None
    return lines[span.line - 1][span.column - 1 : end]


def fresh(rows: Sequence[Marked], known: Iterable[Marked]) -> list[Marked]:
    """Give the diagnostics whose fingerprint is not among others'."""
    marks = {mark for _, mark in known}
    return [(item, mark) for item, mark in rows if mark not in marks]


def ordered(found: Iterable[Change]) -> list[Change]:
    """Order changes by weight, then by kind, otherwise as they stand."""
    return sorted(found, key=lambda change: (-change.weight.rank, not change.consequences, _ORDER.index(change.kind)))


def _guarded(found: Iterable[Change], new: Iterable[Marked], pairs: Pairs, base: World) -> list[Change]:
    """Make changes to what is adopted grave, where rule 528 has found them."""
    told = {(item.record, item.field) for item, _ in new if item.code == PROTECTED}

    def protected(change: Change) -> bool:
        if change.kind is Kind.REMOVED:
            was = base.plans.get(change.record)
            plan = "" if was is None else pairs.now.get(was.plan.name, was.plan.name)
            return change.record_kind in PROTECTED_KINDS and (plan, None) in told
        return (change.record, change.way[0] if change.way else None) in told

    return [replace(change, weight=Severity.ERROR) if protected(change) else change for change in found]
