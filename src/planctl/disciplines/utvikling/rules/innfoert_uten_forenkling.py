"""Something is to be introduced though none of the five checks says that it makes work simpler.

A new system or process should give better use of time, less double work, fewer errors, more sharing or lower cost.
Where it gives none of them it makes work more complicated: change it first, or leave it. Law may demand it all the
same; say so in `omtale`, and exempt this finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.utvikling.examples import PATH, REGISTER
from planctl.disciplines.utvikling.steps import answers
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_HELPS = frozenset({"ja", "delvis"})


def _each(record: Record, world: World) -> Iterator[Finding]:
    if record.get("beslutning") == "innføre" and not _HELPS & set(answers(record).values()):
        message = T(
            "«{title}» is to be introduced, but none of the five checks is answered with yes", title=record.title
        )
        hint = T("Answer «sjekk:», or change the solution so that it makes work simpler.")
        yield finding("859", record, message, "beslutning", help=hint)


RULE = Rule(
    code="859",
    slug="innført-uten-forenkling",
    severity=Severity.INFO,
    title="Introduced, but no simplification",
    source="S2 1.3 «Forenkling og digitalisering»",
    example=Example(PATH, REGISTER.replace(": ja\n", ": nei\n"), REGISTER),
    visits=("forenkling",),
    each=_each,
    explanation=__doc__,
)
