"""A plan and the register of vedtak tell of the same adoption, and do not agree on day, body or case.

The deadlines of the law are counted from the day on the plan, so that a wrong one makes them wrong too. Look the vedtak
up in the minutes, and correct the one that is wrong. A plan that gives the id of the vedtak instead of its fields reads
the register, and can never disagree with it. Only an entry that names the plan in `gjelder` and adopts it is held
against it: one with the same case number, or whose title says no more than that the plan is adopted.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from planctl.disciplines.vedtak.examples import PATH
from planctl.domain.disputed_adoption import Dispute, disputes
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Text, running
from planctl.model.period import known_time
from planctl.model.time_words import when_words
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PLAN = """\
type: strategiplan
id: sp-ung
tittel: Strategi for ung medvirkning
periode: 2021-2025
status: vedtatt
vedtak:
  organ: kommunestyret
  sak: "23/21"
  dato: 2021-04-13
"""
_REGISTER = """\
type: vedtak
id: vr2021
tittel: Vedtak i kommunestyret 2021
periode: 2021
organ: kommunestyret
vedtak:
  - id: vr2021.ung
    tittel: Strategi for ung medvirkning
    sak: "23/21"
    dato: 2021-04-20
    gjelder: [sp-ung]
"""


def _whole(world: World) -> Iterator[Finding]:
    for held in disputes(world.plans):
        entry = held.entry
        message = T(
            "«{id}» says that it is adopted {here}, but the {vedtak} «{entry}» of the register says {there}",
            id=held.plan.name, here=_said(held, world, own=True),
            entry=entry.name, there=_said(held, world, own=False),
        )  # fmt: skip
        hint = T(
            "Correct the one that is wrong, or write «vedtak: {entry}» in the plan, which then reads the register. "
            "Are they two {vedtak_pl}, enter both in the plan as a list.",
            entry=entry.name,
        )
        name = held.fields[0]
        at = entry if entry.get(name) is not None else entry.plan
        related = [(at.place(name), T("the register says so here"))]
        yield finding("816", held.plan, message, *held.own.at, name, help=hint, related=related)


def _said(held: Dispute, world: World, *, own: bool) -> Text:
    """Say a side's day, body and case, those that differ."""
    parts = []
    for name in held.fields:
        value = held.own.fields.get(name) if own else held.entry.inherited(name)[0]
        if name == "dato":
            parts.append(T("{day}", day=when_words(known_time(value))))
        elif name == "organ":
            body = world.plans.get(value)
            parts.append(T("by {body}", body=running(body.title) if body is not None else str(value)))
        else:
            parts.append(T("in case {number}", number=str(value)))
    return reduce(lambda first, second: Text("{first} {second}", {"first": first, "second": second}), parts)


RULE = Rule(
    code="816",
    slug="vedtak-strider-mot-planen",
    severity=Severity.ERROR,
    title="Plan and register disagree on a {vedtak}",
    source="S2 «Gjennomføring av politiske vedtak»; S0 «Plansystemet»",
    example=Example("ung.yaml", _PLAN, _PLAN.replace("2021-04-13", "2021-04-20"), {PATH: _REGISTER}),
    whole=_whole,
    explanation=__doc__,
)
