"""The recommendation on økonomiplan and budget was made public too late.

With every proposal there is, it must be public for at least 14 days before the council treats it, so
that the inhabitants can have their say. The days are counted from `offentliggjort` to `dato` in the
`vedtak`. Judged here are handlingsprogrammer that inherit from no kommuneplan, and those in the
planregister; the others are a handlingsdel, and 505 judges them.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.programmes import is_action_part, programmes
from planctl.domain.publication import published_late
from planctl.findings.diagnostic import Finding, Severity
from planctl.law.versions import BUDGET_PUBLIC
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: handlingsprogram
id: øp2022
tittel: Økonomiplan 2022–2025
periode: 2022-2025
status: vedtatt
avløser: hp2021
vedtak:
  organ: kommunestyret
  offentliggjort: 2021-12-02
  dato: 2021-12-15
"""


def _whole(world: World) -> Iterator[Finding]:
    for record in programmes(world.plans):
        if not is_action_part(record, world.graph):
            yield from published_late("509", record, world.plans, BUDGET_PUBLIC)


RULE = Rule(
    code="509",
    slug="innstilling-for-sent-offentliggjort",
    severity=Severity.ERROR,
    title="Recommendation on the budget made public too late",
    source="kommuneloven § 14-3 fjerde ledd, fra 2020-01-01; kommuneloven av 1992 §§ 44 og 45, fra 2001-01-01",
    example=Example("økonomiplan.yaml", _BAD, _BAD.replace("12-02", "12-01")),
    whole=_whole,
    explanation=__doc__,
)
