"""A routine in use lacks its owner, its approval or the day of its next review.

A routine that nobody owns is not kept up, one that nobody has approved binds nobody, and one without a day for its
next review grows old unseen. Write `ansvarlig`, `godkjent`, `godkjent_av` and `neste_revisjon`. A draft (`status:
utkast`) and one that is out of use (`utgått`) need none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.rutiner.examples import PATH, ROUTINES
from planctl.disciplines.rutiner.routines import in_use
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World

_NEEDED = ("ansvarlig", "godkjent", "godkjent_av", "neste_revisjon")


def _whole(world: World) -> Iterator[Finding]:
    for record in in_use(world):
        lacking = [field for field in _NEEDED if record.get(field) in (None, "")]
        if lacking:
            message = T("The {rutine} «{title}» lacks {fields}", title=record.title, fields=_listed(lacking))
            hint = T("Fill them in, or write «status: utkast» until it is approved.")
            yield finding("850", record, message, lacking[0], help=hint)


def _listed(fields: list[str]) -> str:
    return ", ".join(f"«{field}»" for field in fields)


RULE = Rule(
    code="850",
    slug="rutine-ufullstendig",
    severity=Severity.WARNING,
    title="A {rutine} without owner, approval or next review",
    source="S2 5: rutinene oppdateres løpende; S4 «Vårt felles ledelsessystem»",
    example=Example(PATH, ROUTINES.replace("    godkjent_av: kommunedirektøren\n", ""), ROUTINES),
    whole=_whole,
    habit=True,
    explanation=__doc__,
)
