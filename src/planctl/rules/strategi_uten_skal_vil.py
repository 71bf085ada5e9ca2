"""A strategy does not say what someone is going to do.

A strategy is the road to the goal, and is written with «skal» or «vil» in the main clause: «Vi skal
…», «For å nå målet vil kommunen …». Then it is a commitment that an assignment can follow up. In «Vi
arbeider for at alle skal …» the word stands in a subordinate clause, and binds nobody. Say who
shall do what. A municipality that writes its strategies in another form says so with `språkform` in
planctl.yaml.
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


def _each(record: Record, world: World) -> Iterator[Finding]:
    title, form = wording(record), wanted("strategi", world)
    if title is None or form is None:
        return
    clause = clause_of(record, title, world)
    if has_form(clause, form):
        return
    if form == "skal":
        from planctl.language.rewriting import as_promise

        better = as_promise(title, clause, norm_in(record, title, world))
        yield finding("402", record, _fault(record, clause), "tittel", help=_advice(better))
    elif form == "presens":
        message = T("«{id}» is not written in the present tense", id=record.name)
        hint = T("Write it as your other strategies, as «Vi bygger …», or change «språkform» in planctl.yaml.")
        yield finding("402", record, message, "tittel", help=hint)
    else:
        message = T("«{id}» does not begin with an infinitive", id=record.name)
        hint = T("Write it as your other strategies, as «Bygge …», or change «språkform» in planctl.yaml.")
        yield finding("402", record, message, "tittel", help=hint)


def _fault(record: Record, clause: Clause) -> Text:
    if {"skal", "vil"} & {word.lower() for word in clause.words}:
        return T("«{id}» has «skal» or «vil» in a subordinate clause only", id=record.name)
    return T("«{id}» has neither «skal» nor «vil»", id=record.name)


def _advice(better: str | None) -> Text:
    if better is not None:
        return T("Write for instance «{better}».", better=better)
    return T("Say who is going to do what, as «Vi skal …» or «Kommunen vil …».")


RULE = Rule(
    code="402",
    slug="strategi-uten-skal-vil",
    severity=Severity.WARNING,
    title="{Strategi} without «skal» or «vil»",
    source="S0 «Begrepsapparat»: strategi",
    example=Example("kommuneplan.yaml", goals(strategy="Gjøre det enklere å gå og sykle"), goals()),
    visits=("strategi",),
    each=_each,
    habit=True,
    explanation=__doc__,
)
