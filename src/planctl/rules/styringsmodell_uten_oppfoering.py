"""An oppdrag is steered by project, contract, ownership or samstyring, and no entry in the model's register names it.

Who uses a register of prosjekter, kontrakter, selskaper or samskapinger, finds there how each oppdrag with that
`styringsmodell` is solved: name the oppdrag in `behov` of the prosjekt, or in `tjener` of the other entries. Nothing is
said of a model whose register the municipality does not use, or of an oppdrag that is an idea, done or dropped.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.open_work import is_promised
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Term
from planctl.model.thread_kinds import CONCERNS, SERVES
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PATH = "kontrakter/veg.yaml"
_REGISTER = """\
type: kontrakter
id: kr
tittel: Kontrakter for veg
kontrakter:
  - id: kr.drift
    tittel: Drift av veger
    ansvarlig: veg
"""
_MODEL = "styringsmodell"


def _whole(world: World) -> Iterator[Finding]:
    steering = world.plans.known_kinds.steering
    used = {model for model, kinds in steering.items() if any(True for _ in world.plans.of_kind(*kinds))}
    if not used or world.plans.incomplete:
        return
    for record in world.thread.current("oppdrag"):
        model = record.get(_MODEL)
        if model not in used or not is_promised(world.status_reports.at(record, world.today).status):
            continue
        kinds = steering[model]
        if any(other.kind in kinds for other in (*world.graph.concerning(record), *world.graph.children(record))):
            continue
        named = Term(kinds[0], plural=True)
        message = T("No {kinds} name {oppdrag} «{id}», which is steered by «{model}»",
                    kinds=named, id=record.name, model=model)  # fmt: skip
        hint = T("Write «{id}» in «{field}» of the {kinds} that solve it, or correct «styringsmodell».",
                 id=record.name, field=_naming(kinds[0], world), kinds=named)  # fmt: skip
        yield finding("878", record, message, _MODEL, help=hint)


def _naming(kind: str, world: World) -> str:
    """Give the field in which a kind of record names the oppdrag that it is of."""
    return next((field for field, sense in world.plans.thread.senses[kind].items() if sense in (SERVES, CONCERNS)), "")


RULE = Rule(
    code="878",
    slug="styringsmodell-uten-oppføring",
    severity=Severity.INFO,
    title="{Oppdrag} that no register of its steering model knows",
    source="S0 «Styringsmodeller»",
    example=Example(
        _PATH,
        _REGISTER,
        _REGISTER + "    tjener: [hp2021.o1]\n",
        {"handlingsprogram.yaml": PROGRAM.replace("styringsmodell: linje", "styringsmodell: kontrakt")},
    ),
    whole=_whole,
    habit=True,
    explanation=__doc__,
)
