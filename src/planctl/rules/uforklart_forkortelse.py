"""A title uses an abbreviation that the plan explains nowhere.

What everyone in the unit knows, an inhabitant or a newly elected council member does not. Write the
name in full the first time, with the abbreviation in brackets. An abbreviation is reported once in
a plan. It counts as explained when any text in the plan, or a unit's name in organisasjon.yaml,
spells it out; well-known ones such as FN, NAV and IKT need no explanation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planctl.domain.wording import titled
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import goals
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = "Kommunen skal følge opp byvekstavtalen med BVK"
_GOOD = "Kommunen skal følge opp byvekstavtalen med Byvekstkontoret (BVK)"


def _whole(world: World) -> Iterator[Finding]:
    from planctl.language.abbreviations import abbreviations

    first: dict[tuple[str, str], Record] = {}
    for record, title in titled(world):
        for short in abbreviations(title):
            first.setdefault((record.path, short), record)
    if first:
        yield from _unexplained(first, world)


def _unexplained(first: dict[tuple[str, str], Record], world: World) -> Iterator[Finding]:
    from planctl.language.abbreviations import explains

    wanted = {path for path, _ in first}
    texts: dict[str, list[str]] = {path: [] for path in wanted}
    units: list[str] = []
    for record in world.plans.records:
        if record.plan.kind == "organisasjon":
            units += _texts(record.fields)
        elif record.path in wanted:
            texts[record.path] += _texts(record.fields)
    for (path, short), record in first.items():
        if not any(short in text and explains(text, short) for text in [*texts[path], *units]):
            message = T("«{short}» in «{id}» is not explained in the plan", short=short, id=record.name)
            hint = T("Write it in full the first time, with «{short}» in brackets after it.", short=short)
            yield finding("410", record, message, "tittel", help=hint)


def _texts(fields: dict[str, Any]) -> list[str]:
    return [value for value in fields.values() if isinstance(value, str)]


RULE = Rule(
    code="410",
    slug="uforklart-forkortelse",
    severity=Severity.INFO,
    title="An abbreviation that is not explained",
    source="klarspråk; språklova § 9",
    example=Example("kommuneplan.yaml", goals(strategy=_BAD), goals(strategy=_GOOD)),
    whole=_whole,
    explanation=__doc__,
)
