"""What an avvik could have led to is said to be less than what it did lead to.

`potensiell_konsekvens` is the worst that could have happened. It is as grave as what did happen, or graver.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.avvik.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, _world: World) -> Iterator[Finding]:
    did, could = record.get("faktisk_konsekvens"), record.get("potensiell_konsekvens")
    if isinstance(did, int) and isinstance(could, int) and could < did:
        message = T("«{title}» had the consequence {did}, but is said to have been able to get only {could}",
                    title=record.title, did=did, could=could)  # fmt: skip
        hint = T("Correct «potensiell_konsekvens» or «faktisk_konsekvens».")
        yield finding("834", record, message, "potensiell_konsekvens", help=hint)


RULE = Rule(
    code="834",
    slug="potensiell-under-faktisk",
    severity=Severity.WARNING,
    title="What could have happened is less than what did",
    source="S4 «AskerDialogen»",
    example=Example(PATH, REGISTER.replace("faktisk_konsekvens: 1", "faktisk_konsekvens: 5"), REGISTER),
    visits=("avvik",),
    each=_each,
    explanation=__doc__,
)
