"""A hearing lasted less than six weeks.

A kommuneplan, a kommunedelplan and a planprogram must lie open for comments for at least six weeks,
that is 42 days from the first day of the hearing (`fra`) to the last (`til`). Nothing is added for
weekends and holidays. Where only a month, a season or a year is known, the longest hearing that can be
meant is judged. Extend the hearing while it runs; when it is over, the plan may have to be
heard again.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.adoption import hearing, plan_kind
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.law.deadlines import earliest_end
from planctl.law.versions import PLAN_HEARD, PROGRAMME_HEARD, mildest
from planctl.model.record import Record
from planctl.model.time_words import time_words
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: kommunedelplan
id: kdp-sykkel
tittel: Kommunedelplan for sykkel
periode: 2022-2034
status: på høring
høring:
  fra: 2021-05-03
  til: 2021-06-13
"""
_HEARD = {
    "kommuneplan": PLAN_HEARD,
    "arealdel": PLAN_HEARD,
    "kommunedelplan": PLAN_HEARD,
    "planprogram": PROGRAMME_HEARD,
}


def _each(record: Record, world: World) -> Iterator[Finding]:
    time = hearing(record)
    start, end = time.first, time.last
    version = mildest(_HEARD.get(plan_kind(record), ()), start.first, start.last) if start is not None else None
    if version is None or start is None or end is None or (end.last - start.first).days >= version.limit:
        return
    message = T(
        "The hearing of «{id}» from {start} to {end} is too short",
        id=record.name,
        start=time_words(start),
        end=time_words(end),
    )
    hint = T("It must last at least {days} days. Law: {law}.", days=version.limit, law=version.cited)
    if start.is_day:
        hint = T(
            "It must last at least {days} days: until {earliest} at the earliest. Law: {law}.",
            days=version.limit,
            earliest=earliest_end(start.first, version.limit),
            law=version.cited,
        )
    yield finding("504", record, message, "høring", "til", help=hint)


RULE = Rule(
    code="504",
    slug="høring-for-kort",
    severity=Severity.ERROR,
    title="Hearing shorter than six weeks",
    source="plan- og bygningsloven §§ 11-13 og 11-14, fra 2009-07-01",
    example=Example("kdp-sykkel.yaml", _BAD, _BAD.replace("06-13", "06-14")),
    visits=("kommuneplan", "kommunedelplan", "planprogram", "registerplan"),
    each=_each,
    explanation=__doc__,
)
