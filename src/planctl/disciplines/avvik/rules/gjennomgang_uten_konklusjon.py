"""The leaders have gone through how it went, and neither what they found nor what they decided is written.

Write `konklusjoner`, or `beslutninger` that somebody answers for. A review on a day that has not come needs none yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.avvik.examples import REVIEW, REVIEW_PATH
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    day = parse_date(record.get("dato"))
    if day is not None and day < world.today and not record.get("konklusjoner") and not record.get("beslutninger"):
        message = T("«{title}» was held {day}, and what came of it is not written", title=record.title, day=day)
        hint = T("Write «konklusjoner:», or «beslutninger:» each with «ansvarlig:» and «frist:».")
        yield finding("839", record, message, "dato", help=hint)


RULE = Rule(
    code="839",
    slug="gjennomgang-uten-konklusjon",
    severity=Severity.INFO,
    title="{Ledelsens-gjennomgang} without a conclusion",
    source="S4 «Oppsummering»: følges opp gjennom ledelsens gjennomgang",
    example=Example(REVIEW_PATH, REVIEW[: REVIEW.index("konklusjoner:")], REVIEW),
    visits=("ledelsens-gjennomgang",),
    each=_each,
    explanation=__doc__,
)
