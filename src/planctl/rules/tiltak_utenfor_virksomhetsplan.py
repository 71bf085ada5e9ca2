"""A tiltak stands in another plan than a virksomhetsplan.

Each plan answers its own question. Kommuneplan and temaplan say where the municipality is going and
how it gets there, the handlingsprogram hands out oppdrag, and what is actually done stands in the
virksomhetsplan of the unit that does it. Units are committed to goals and free to choose their
tiltak, and that freedom is lost when a plan above them lists the tiltak. Move it, or turn it into a
strategi or an oppdrag.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.work import in_plan_of_unit, solves_home
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Term
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_GOOD = """\
type: temaplan
id: tp-klima
tittel: Temaplan for klima
periode: 2021-2033
arver: [klima]
strategier:
  - id: tp-klima.s1
    tittel: Kommunen skal bygge sykkelparkering ved stasjonene
    bidrar_til: [klima.d1]
"""
_BAD = (
    _GOOD
    + """\
tiltak:
  - id: tp-klima.t1
    tittel: Bygge sykkelparkering ved stasjonen
    løser: [hp2021.o1]
    frist: 2021-10-01
    ansvarlig: veg
"""
)


def _each(record: Record, world: World) -> Iterator[Finding]:
    if not in_plan_of_unit(record) and not solves_home(record, world.plans):
        kind = Term(record.plan.kind)
        message = T("{Tiltak} «{id}» stands in the wrong kind of plan ({plan})", id=record.name, plan=kind)
        hint = T("Move it to the {virksomhetsplan} of the unit that is to do it, or make it a {strategi} or {oppdrag}.")
        yield finding("310", record, message, help=hint)


RULE = Rule(
    code="310",
    slug="tiltak-utenfor-virksomhetsplan",
    severity=Severity.ERROR,
    title="{Tiltak} outside {virksomhetsplan}",
    source="S0 «Begrepsapparat»: tiltak",
    example=Example("temaplan.yaml", _BAD, _GOOD),
    visits=("tiltak",),
    each=_each,
    severity_fri=Severity.OFF,
    explanation=__doc__,
)
