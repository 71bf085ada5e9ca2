"""Many findings of one rule in one file: the first are told, and the others counted.

A damaged or hostile file can give as many findings as it has lines. Nobody reads them, and to make and write them
all would take more time and memory than to find them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from planctl.findings.diagnostic import Finding
from planctl.i18n import T, Text

MOST_OF_FORM = 50
"""How many findings of one rule are told in a file, for faults in the file format: 0xx and 1xx."""
MOST = 500
"""The same for what the other rules judge."""
MOST_SIGNS = 400
"""How long a word from a plan may be in a message."""
_FIRST_JUDGED = "200"


def capped(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings in their order, and last, for each rule and file with more than the most, one for all the rest.

    It stands where the first of them does, and its `more` tells how many they are.
    """
    told = Counter[tuple[str, str]]()
    rest: dict[tuple[str, str], tuple[Finding, int]] = {}
    for item in findings:
        key = item.place.path, item.code
        told[key] += 1
        if told[key] <= (MOST_OF_FORM if item.code < _FIRST_JUDGED else MOST):
            yield item
        else:
            first, count = rest.get(key, (item, 0))
            rest[key] = first, count + (item.more or 1)
    for first, count in rest.values():
        yield first if count == 1 else _rest(first, count)


def _rest(first: Finding, count: int) -> Finding:
    message = T("… and {count} more in this file", count=float(count))
    hint = T("When those that are shown are mended, planctl tells of the next.")
    return Finding(first.code, first.place, message, hint, more=count)


def short(text: Text) -> Text:
    """Shorten the words from plans in a message, where they are longer than anyone reads."""
    if all(_fits(value) for value in text.params.values()):
        return text
    return replace(text, params={name: _cut(value) for name, value in text.params.items()})


def _fits(value: object) -> bool:
    if isinstance(value, str):
        return len(value) <= MOST_SIGNS
    return short(value) is value if isinstance(value, Text) else True


def _cut(value: object) -> object:
    if isinstance(value, str) and len(value) > MOST_SIGNS:
        return value[: MOST_SIGNS - 1] + "…"
    return short(value) if isinstance(value, Text) else value
