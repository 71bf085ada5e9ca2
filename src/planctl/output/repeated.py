"""One choice of style made in many records: its findings stand together, with a count, in the text for people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from planctl.findings.diagnostic import Diagnostic
from planctl.values import dataclass

MANY = 5
"""As many findings of a rule of habits as stand together."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """The findings of one rule that stand together; `first` is the first of them, `files` counts where they are."""

    first: Diagnostic
    count: int
    files: int


def parted(found: Iterable[Diagnostic]) -> tuple[list[Diagnostic], list[Repeated]]:
    """Part findings into those to be told one by one, and those of one choice made many times."""
    items = list(found)
    groups: dict[str, list[Diagnostic]] = defaultdict(list)
    for item in items:
        if item.habit:
            groups[item.code].append(item)
    many = {code: group for code, group in sorted(groups.items()) if len(group) >= MANY}
    together = [Repeated(group[0], len(group), len({item.location.path for item in group})) for group in many.values()]
    return [item for item in items if item.code not in many], together
