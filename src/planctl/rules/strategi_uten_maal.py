"""A strategy serves no goal.

A strategy is the road to a goal, and a road must lead somewhere. In the municipal plan it stands
under its goal, or names it; in a theme plan it always names the goal it inherits. Write the goal in
`bidrar_til`. One that stands in an area beside goals that have no goals under them, as in a plan with
one level of goals, serves those goals without saying so. If no goal fits, the strategy belongs
somewhere else, or the municipal plan lacks a goal.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: temaplan
id: tp-klima
tittel: Temaplan for klima
periode: 2022-2034
status: utkast
ansvarlig: samfunn
arver: [klima]
strategier:
  - id: tp-klima.s1
    tittel: Kommunen skal kjøpe utslippsfrie kjøretøy
"""


def _whole(world: World) -> Iterator[Finding]:
    thread = world.thread
    for record in world.plans.of_kind("strategi"):
        if thread.blamed(record) and not thread.dangles(record) and not record.get("bidrar_til"):
            message = T("{Strategi} «{id}» serves no {mål_pl}", id=record.name)
            hint = T("Add «bidrar_til:» with the ids of the {mål_pl}, as bidrar_til: [klima.d1].")
            yield finding("208", record, message, "bidrar_til", help=hint)


RULE = Rule(
    code="208",
    slug="strategi-uten-mål",
    severity=Severity.ERROR,
    severity_fri=Severity.WARNING,
    title="{Strategi} without a {mål}",
    source="S0 «Begrepsapparat»: strategi",
    example=Example("temaplaner/klima.yaml", _BAD, _BAD + "    bidrar_til: [klima.d1]\n"),
    whole=_whole,
    explanation=__doc__,
)
