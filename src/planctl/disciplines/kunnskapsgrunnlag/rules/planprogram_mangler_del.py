"""A planprogram that is on hearing or adopted, does not tell all that the law asks for.

It must tell the purpose (`formål`), the process with its deadlines (`framdrift`), how people may take part
(`medvirkning`), which alternatives are looked at (`alternativer`) and what must be studied (`utredninger`). Nothing is
said of a draft, nor of one that is over.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kunnskapsgrunnlag.examples import PROGRAMME, PROGRAMME_PATH
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PARTS = ("formål", "framdrift", "medvirkning", "alternativer", "utredninger")
_OUT = ("på høring", "vedtatt", "under revisjon")


def _each(record: Record, world: World) -> Iterator[Finding]:
    lacking = [name for name in _PARTS if not record.get(name)]
    if lacking and record.get("status") in _OUT:
        message = T("«{title}» does not tell {fields}",
                    title=record.title, fields=", ".join(f"«{name}»" for name in lacking))  # fmt: skip
        hint = T("Write the fields that are missing. Law: plan- og bygningsloven § 4-1.")
        yield finding("894", record, message, "status", help=hint)


RULE = Rule(
    code="894",
    slug="planprogram-mangler-del",
    severity=Severity.WARNING,
    title="Planprogram without all its parts",
    source="plan- og bygningsloven § 4-1; S0 «Planstrategi»",
    example=Example(PROGRAMME_PATH, PROGRAMME.replace("  - hva: Folkemøte i hvert lokalsamfunn\n", ""), PROGRAMME),
    visits=("planprogram",),
    each=_each,
    explanation=__doc__,
)
