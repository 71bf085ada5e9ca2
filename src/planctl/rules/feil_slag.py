"""A reference leads to a record of a kind that cannot stand there.

Each link of the thread goes one step: a measure solves an assignment, an assignment follows up a
strategy or a goal, a strategy serves a goal. An owner is a unit, a role or a body. A reference that
skips a step or mixes up two ids gives a thread that is not true. Refer to a record of the right
kind, or move the reference to the field where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.diagnostic import Finding, Severity
from planctl.i18n import T, Term
from planctl.rules.references import kinds_of, written_as_text
from planctl.rules.rule import Context, Rule
from planctl.rules.samples import in_plan


def _whole(context: Context) -> Iterator[Finding]:
    for broken in context.graph.broken:
        ref, found = broken.ref, broken.found
        if found is None or ref.reference.unknown_rule or not written_as_text(ref):
            continue
        kind = Term(found.kind)
        message = T(
            "«{field}» refers to «{target}», which is of the kind {kind}", field=ref.field, target=ref.target, kind=kind
        )
        hint = T("«{field}» can refer to {kinds}.", field=ref.field, kinds=kinds_of(ref, context.plans))
        related = ((found.place("id"), T("«{id}» stands here", id=found.name)),)
        yield Finding("202", ref.place, message, hint, ref.source.id, ref.field, related)


RULE = Rule(
    code="202",
    slug="feil-slag",
    severity=Severity.ERROR,
    title="A reference leads to the wrong kind of record",
    source="S0 «Begrepsapparat»",
    example=in_plan("hp2021.o1", "klima.d1.s1"),
    whole=_whole,
    explanation=__doc__,
)
