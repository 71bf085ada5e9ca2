"""Comments that exempt from rules, and are new or gone: they tell nothing of the plans, but hide findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from planctl.check.withheld import Veil
from planctl.diff.compare import Pairs
from planctl.load.exemptions import Exemption
from planctl.values import dataclass
from planctl.world import World


@dataclass(frozen=True, slots=True)
class Exempting:
    """An exemption that only one of two plan sets has, the `new` one or the old: its comment, the rules as written."""

    comment: Exemption
    rules: tuple[str, ...]
    new: bool


def exemptions(pairs: Pairs, base: World, head: World) -> list[Exempting]:
    """Find the exemptions that are new, then those that are gone; a file that is moved keeps its own."""
    moved = {old.path: new.path for old, new in pairs.both if old.path is not None and new.path is not None}
    old = [(item, moved.get(item.path, item.path)) for item in base.loaded.exemptions]
    new = [(item, item.path) for item in head.loaded.exemptions]
    return [*_only(new, old, new=True), *_only(old, new, new=False)]


def shown_as(item: Exempting, base: World, head: World) -> Exempting:
    """Give an exemption as it may be shown: without its reason where it speaks of what is exempt from public access."""
    return replace(item, comment=Veil(head if item.new else base).comment(item.comment))


def _only(
    rows: Iterable[tuple[Exemption, str]], others: Iterable[tuple[Exemption, str]], *, new: bool
) -> list[Exempting]:
    left = Counter((path, rule) for item, path in others for rule in item.codes)
    found = []
    for item, path in rows:
        rules = []
        for rule in item.codes:
            if left[path, rule]:
                left[path, rule] -= 1
            else:
                rules.append(rule)
        if rules:
            found.append(Exempting(item, tuple(rules), new))
    return found
