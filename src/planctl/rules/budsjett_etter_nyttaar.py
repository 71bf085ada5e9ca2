"""The budget was adopted after its year had begun.

Økonomiplan and budget are adopted before the turn of the year, or the municipality begins the year
without authority to spend. The first year of the handlingsprogram's `periode` is held against the
date in its `vedtak`. A handlingsprogram that replaces (`avløser`) one with the same first year is a
change of an adopted budget, and is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.adoption import adoption
from planctl.domain.disputed_adoption import other_day
from planctl.domain.programmes import budget_years, programmes
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.law.deadlines import last_day_before
from planctl.law.versions import BUDGET_ADOPTED, mildest
from planctl.model.record import Record
from planctl.model.time_words import when_words
from planctl.rules.examples.samples import HANDLINGSPROGRAM, others
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PATH = "handlingsprogram.yaml"


def _whole(world: World) -> Iterator[Finding]:
    for record in programmes(world.plans):
        years, decision = budget_years(record), adoption(record, world.plans)
        if years is None or decision is None or decision.when is None or _changes(record, world):
            continue
        version = mildest(BUDGET_ADOPTED, decision.when.first, decision.when.last)
        if version is None or decision.when.first < years.start:
            continue
        other = other_day(record, world.plans)
        if other is not None and other < years.start:
            continue  # the day is disputed, and by the register there is no fault: 816 has spoken
        message = T(
            "The budget in «{id}» for {year} was adopted {day}, after the turn of the year",
            id=record.name,
            year=years.start.year,
            day=when_words(decision.when),
        )
        limit = last_day_before(years.start.year)
        hint = T("It must be adopted by {limit}. Law: {law}.", limit=limit, law=version.cited)
        related = [(record.place("periode"), T("the first year is the budget year"))]
        yield finding("508", record, message, *decision.at, "dato", help=hint, related=related)


def _changes(record: Record, world: World) -> bool:
    """Tell whether a handlingsprogram replaces one with the same first year."""
    spans = [budget_years(other) for other in (record, *world.graph.targets(record, "avløser"))]
    starts = [span.start for span in spans if span is not None]
    return len(starts) > len(set(starts))


RULE = Rule(
    code="508",
    slug="budsjett-etter-nyttår",
    severity=Severity.ERROR,
    title="Budget adopted after the turn of the year",
    source="kommuneloven § 14-3 første ledd, fra 2020-01-01; kommuneloven av 1992 § 45 nr. 1, fra 2001-01-01",
    example=Example(_PATH, HANDLINGSPROGRAM.replace("2020-12-15", "2021-01-02"), HANDLINGSPROGRAM, others(_PATH)),
    whole=_whole,
    explanation=__doc__,
)
