"""A report was delivered before its period had ended.

A report tells how things stood when the period ended; one delivered before that cannot know, and its
figures lack what came after. Most often the day in `levert` or the period is a slip. Report again when the
period has ended, or choose the period that had ended. When a period ends in a weekend, the last Friday is
soon enough. Reports on the running year are judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import parse_date, parse_period
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: rapportering
periode: 2021-T1
virksomhet: veg
levert: 2021-04-05
tiltak:
  vp2021-veg.t1:
    status: i rute
"""
_FRIDAY = 4


def _each(record: Record, world: World) -> Iterator[Finding]:
    period, delivered = parse_period(record.get("periode")), parse_date(record.get("levert"))
    if period is None or delivered is None or period.end.year < world.today.year:
        return
    last_weekday = period.end - timedelta(days=max(0, period.end.weekday() - _FRIDAY))
    if delivered < last_weekday:
        message = T(
            "The report on {period} was delivered {day}, before the period had ended",
            period=str(record.get("periode")), day=delivered,
        )  # fmt: skip
        hint = T("The period ends {end}. Correct «levert» or «periode», or report again then.", end=period.end)
        yield finding("622", record, message, "levert", help=hint)


RULE = Rule(
    code="622",
    slug="levert-før-periodens-slutt",
    severity=Severity.WARNING,
    title="A report delivered before its period had ended",
    source="S0 «Resultat og rapportering»",
    example=Example("rapportering/2021-T1/veg.yaml", _BAD, _BAD.replace("2021-04-05", "2021-05-05")),
    visits=("rapportering",),
    each=_each,
    explanation=__doc__,
)
