"""A goal says what the municipality does or means to do, not what is then true.

«Kommunen arbeider for …», «Vi har som mål å …» and «Kommunen gjennomfører …» are true on the day
the plan is adopted, whatever comes of it. Write the state that the work is to lead to, and keep the
work itself for the strategies. A goal whose form is wrong is reported by 401, and not again here.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.wording import clause_of, has_form, wanted, wording
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import goals
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    from planctl.language.goals import activity

    title = wording(record)
    if title is None:
        return
    clause = clause_of(record, title, world)
    words = activity(clause)
    if words is not None and has_form(clause, wanted("mål", world) or "fri"):
        message = T("«{id}» is an activity («{words}»), not a state", id=record.name, words=words)
        hint = T("Write what is true when the goal is reached, and make the work a {strategi}.")
        yield finding("405", record, message, "tittel", help=hint)


RULE = Rule(
    code="405",
    slug="mål-er-aktivitet",
    severity=Severity.WARNING,
    severity_fri=Severity.INFO,
    title="{Mål} that is an activity",
    source="S0 «Begrepsapparat»: mål, strategi",
    example=Example("kommuneplan.yaml", goals(goal="Kommunen arbeider for miljøvennlige reiser"), goals()),
    visits=("mål",),
    each=_each,
    explanation=__doc__,
)
