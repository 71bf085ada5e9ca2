"""An avvik has been sent on to another system, and nobody can find it there.

When a system of the trade, or the archive, takes a case over, its number there stands in `referanse`. Then who
reported it can be told how it goes.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.avvik.deviations import SENT_ON
from planctl.disciplines.avvik.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = REGISTER.replace("status: lukket", "status: videresendt")


def _each(record: Record, _world: World) -> Iterator[Finding]:
    sent = record.get("videresendt") or record.get("status") == SENT_ON
    if sent and not record.get("referanse"):
        message = T("«{title}» has been sent on, and «referanse» does not say which case it has become",
                    title=record.title)  # fmt: skip
        hint = T('Write the number of the case in «referanse», in quotes, for example "21/4711".')
        field = "videresendt" if record.get("videresendt") else "status"
        yield finding("832", record, message, field, help=hint)


RULE = Rule(
    code="832",
    slug="videresendt-uten-referanse",
    severity=Severity.WARNING,
    title="{Avvik} sent on without a reference",
    source="S4 «AskerDialogen»: referansenummer hvis fagsystem overtar",
    example=Example(PATH, _BAD, _BAD.replace("status: videresendt", 'status: videresendt\n    referanse: "21/4711"')),
    visits=("avvik",),
    each=_each,
    explanation=__doc__,
)
