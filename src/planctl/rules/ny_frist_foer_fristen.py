"""A report gives a measure or an assignment a new deadline that is earlier than the plan's own.

A new deadline (`ny_frist`) stands in for the plan's when the work needs more time. An earlier day is no
postponement: most often it is a slip in the year or the month. If the work really is to be done sooner,
change the deadline in the plan instead, so that all can see it. Only the unit's newest report on the
running year is judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.reported_status import at_status, brought_forward, newest_entries
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: rapportering
periode: 2021-T1
virksomhet: veg
tiltak:
  vp2021-veg.t1:
    status: forsinket
    ny_frist: 2021-01-12
    årsak: Stativene er forsinket fra leverandøren
"""


def _whole(world: World) -> Iterator[Finding]:
    for record, entry in newest_entries(world):
        state = world.status_reports.at(record, entry.period.end)
        own = brought_forward(state, record) if state.entry is entry else None
        if own is None:
            continue
        message = T(
            "The new deadline of «{id}», {new}, is earlier than the plan's, {own}",
            id=record.name, new=entry.new_deadline, own=own,
        )  # fmt: skip
        hint = T("Check year and month. If the work is to be done sooner, change «frist» in the plan instead.")
        related = [(record.place("frist"), T("the deadline stands here"))]
        yield at_status("621", entry, message, hint, related, at="ny_frist")


RULE = Rule(
    code="621",
    slug="ny-frist-før-fristen",
    severity=Severity.INFO,
    title="A new deadline before the plan's own",
    source="S0 «Resultat og rapportering»",
    example=Example("rapportering/2021-T1/veg.yaml", _BAD, _BAD.replace("2021-01-12", "2021-12-01")),
    whole=_whole,
    explanation=__doc__,
)
