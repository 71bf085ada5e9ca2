"""A title mixes bokmål and nynorsk.

Words of both norms in one text are nearly always what is left of a text that was translated or put
together. Write the whole text in one of them. Only words that belong to one norm alone are counted
(«ikke» and «ikkje», «tjeneste» and «teneste»); names and quotations are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.wording import titled
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.examples.samples import goals
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = "Innbyggerne reiser miljøvennlig og bruker ikkje bil"


def _whole(world: World) -> Iterator[Finding]:
    from planctl.language.plain import mixed

    for record, title in titled(world):
        bokmål, nynorsk = mixed(title)
        if bokmål and nynorsk:
            words = {"bokmål": bokmål[0], "nynorsk": nynorsk[0]}
            message = T("«{id}» mixes bokmål («{bokmål}») and nynorsk («{nynorsk}»)", id=record.name, **words)
            yield finding("409", record, message, "tittel", help=T("Write the whole text in one of them."))


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
