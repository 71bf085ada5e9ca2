"""A goal is not written as the state that holds when it is reached.

A goal says where to, and is written in the present tense: «Innbyggerne har …», «Asker er …». Then
everyone sees what is to be true one day, and can ask whether it is. With «skal», an infinitive or
no verb at all, the goal slips into a promise, a task or a heading. Write who has or is what, when
the goal is reached. A municipality that writes its goals with «skal» says so with
`språkform` in planctl.yaml, and is then judged by that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planctl.domain.wording import clause_of, has_form, norm_in, wanted, wording
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Text
from planctl.model.record import Record
from planctl.rules.examples.samples import goals
from planctl.rules.rule import Example, Rule
from planctl.world import World

if TYPE_CHECKING:
    from planctl.language.clause import Clause
    from planctl.language.rewriting import Proposal


def _each(record: Record, world: World) -> Iterator[Finding]:
    title, form = wording(record), wanted("mål", world)
    if title is None or form is None:
        return
    clause = clause_of(record, title, world)
    if has_form(clause, form):
        return
    if form == "skal":
        message = T("«{id}» is not written with «skal»", id=record.name)
        hint = T("Write it as your other goals, as «Innbyggerne skal …», or change «språkform» in planctl.yaml.")
        yield finding("401", record, message, "tittel", help=hint)
        return
    from planctl.language.goals import people_want
    from planctl.language.rewriting import in_present

    if not people_want(clause):
        better = in_present(title, clause, norm_in(record, title, world))
        yield finding("401", record, _fault(record, clause), "tittel", help=_advice(clause, better))


def _fault(record: Record, clause: Clause) -> Text:
    verb = clause.verb
    match clause.form.value:
        case "infinitiv":
            return T("«{id}» begins with the infinitive «{verb}» and says what is done", id=record.name, verb=verb)
        case "fortid":
            return T("«{id}» is written in the past tense («{verb}»)", id=record.name, verb=verb)
        case "spørsmål":
            return T("«{id}» is a question, not a state", id=record.name)
        case "uten verb":
            return T("«{id}» has no verb in the present tense", id=record.name)
        case _:
            return T("«{id}» is written with «{verb}», not in the present tense", id=record.name, verb=verb)


def _advice(clause: Clause, proposal: Proposal | None) -> Text:
    if proposal is not None:
        better, start = proposal.better, proposal.instead_of
        return T("Write «{better}» instead of «{start} …».", better=better, start=start)
    if clause.form.value == "uten verb":
        return T("Make it a sentence: say who has or is what when the goal is reached, as «Innbyggerne har …».")
    return T("Write the state when the goal is reached, as «Innbyggerne har …» or «Kommunen er …».")


RULE = Rule(
    code="401",
    slug="mål-ikke-i-presens",
    severity=Severity.WARNING,
    title="{Mål} that is not written in the present tense",
    source="S0 «Begrepsapparat»: mål",
    example=Example("kommuneplan.yaml", goals(goal="Innbyggerne skal reise miljøvennlig"), goals()),
    visits=("mål",),
    each=_each,
    habit=True,
    explanation=__doc__,
)
