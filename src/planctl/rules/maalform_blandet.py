"""A title mixes bokmål and nynorsk, or is in the other norm than its plan.

Words of both norms in one text are nearly always what is left of a text that was translated or put
together. Write the whole text in one of them. Only words that belong to one norm alone are counted
(«ikke» and «ikkje», «tjeneste» and «teneste»); names and quotations are left out. Where a plan says
which norm it is written in («språk»), a title with words of the other one alone is told of too.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.wording import titled
from planctl.domain.written import written_in
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import goals
from planctl.rules.rule import Example, Rule
from planctl.world import World

_NAMES = {"nb": "bokmål", "nn": "nynorsk"}
_BAD = "Innbyggerne reiser miljøvennlig og bruker ikkje bil"


def _whole(world: World) -> Iterator[Finding]:
    from planctl.language.plain import mixed

    for record, title in titled(world):
        bokmål, nynorsk = mixed(title)
        if bokmål and nynorsk:
            words = {"bokmål": bokmål[0], "nynorsk": nynorsk[0]}
            message = T("«{id}» mixes bokmål («{bokmål}») and nynorsk («{nynorsk}»)", id=record.name, **words)
            yield finding("409", record, message, "tittel", help=T("Write the whole text in one of them."))
        elif bokmål or nynorsk:
            yield from _other(record, "nb" if bokmål else "nn", (bokmål or nynorsk)[0])


def _other(record: Record, norm: str, word: str) -> Iterator[Finding]:
    """Find a title in the other norm than the one that its plan is written in."""
    wanted = written_in(record)
    if wanted is not None and wanted != norm:
        names = {"norm": _NAMES[norm], "wanted": _NAMES[wanted]}
        message = T("«{id}» is in {norm} («{word}»), and the plan is in {wanted}", id=record.name, word=word, **names)
        hint = T("Write it in {wanted}, or correct «språk» in the plan.", wanted=_NAMES[wanted])
        yield finding(
            "409", record, message, "tittel", help=hint, related=[(record.plan.place("språk"), T("told here"))]
        )


RULE = Rule(
    code="409",
    slug="målform-blandet",
    severity=Severity.INFO,
    title="Bokmål and nynorsk in one text",
    source="klarspråk; språklova § 9",
    example=Example("kommuneplan.yaml", goals(goal=_BAD), goals()),
    whole=_whole,
    explanation=__doc__,
)
