"""What a change hides by its own settings, exemptions or baseline: findings that those of base would have shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from planctl.check.baseline import left
from planctl.check.pipeline import order
from planctl.diff.findings import Marked
from planctl.diff.hiding import Cause, Hiding
from planctl.findings.diagnostic import Diagnostic, Related, Severity
from planctl.i18n import T
from planctl.load.files.tree import CONFIG_NAME
from planctl.values import dataclass

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Baselines:
    """The fingerprints that the baseline of the change and that of base hold back."""

    head: frozenset[str] = frozenset()
    base: frozenset[str] = frozenset()


def with_hidden(rows: Sequence[Marked], strict: Sequence[Marked], baselines: Baselines, hiding: Hiding) -> list[Marked]:
    """Give what is shown of a change's findings, and what base would have shown, each at the graver severity.

    `rows` are all findings by the change's own settings, `strict` those by the settings of base.
    """
    shown = left(rows, baselines.head)
    wanted = [row for row in left(strict, baselines.base) if row[0].location.path != CONFIG_NAME]
    graver: dict[Key, Severity] = {_key(item): item.severity for item, _ in wanted}
    found = []
    for item, mark in shown:
        level = graver.get(_key(item), item.severity)
        softened = level.rank > item.severity.rank
        found.append((_told(replace(item, severity=level), hiding.setting(item)) if softened else item, mark))
    found += [(_told(item, hiding.of(item)), mark) for item, mark in _missing(wanted, shown)]
    return sorted(found, key=lambda row: order(row[0]))


def _key(item: Diagnostic) -> Key:
    return (item.code, item.location, item.record, item.field)


def _missing(wanted: Iterable[Marked], shown: Iterable[Marked]) -> list[Marked]:
    """Give what is wanted and not shown; the same finding in other words, as of another date, is shown."""
    alike = Counter((_key(item), item.message) for item, _ in shown)
    rest = []
    for row in wanted:
        key = (_key(row[0]), row[0].message)
        if alike[key]:
            alike[key] -= 1
        else:
            rest.append(row)
    rest_of = Counter(key for key, _ in alike.elements())
    found = []
    for row in rest:
        if rest_of[_key(row[0])]:
            rest_of[_key(row[0])] -= 1
        else:
            found.append(row)
    return found


def _told(item: Diagnostic, cause: Cause) -> Diagnostic:
    """Tell with a finding what hides or softens it."""
    words = T("The change hides or softens this by {cause}, and is judged without that.", cause=cause.words)
    text = words if item.help is None else T("{help} {more}", help=item.help, more=words)
    related = item.related if cause.location is None else (*item.related, Related(cause.location, T("this hides it")))
    return replace(item, help=text, related=related)
