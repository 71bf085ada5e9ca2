"""A vedtak that is not to be followed, or is moved to another case, and nobody says why or where.

That a vedtak is not followed is itself a decision: `begrunnelse` tells who made it, and why. What is moved to another
case is found again by `overført_til`.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.vedtak.examples import PATH, REGISTER
from planctl.disciplines.vedtak.holder import by_holder
from planctl.domain.follow_up import MOVED, NOT_FOLLOWED
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World

_WHY = "    begrunnelse: Kommunestyret opphevet punktet i sak 66/21.\n"
_BAD = REGISTER.replace("under arbeid", NOT_FOLLOWED)


def _whole(world: World) -> Iterator[Finding]:
    silent = [item for item in world.bonds.follow_ups.items if not item.get("begrunnelse")]
    for holder in by_holder((item for item in silent if item.status == NOT_FOLLOWED), "status"):
        message = T("«{title}» is not to be followed, and nobody says why", title=holder.record.title)
        hint = T("Add «begrunnelse:» with who decided it and why.")
        if holder.record.is_row:
            hint = T("Write who decided it and why in the column «begrunnelse».")
        yield finding("814", holder.record, message, "status", help=hint, related=holder.related("status"))
    moved = (item for item in silent if item.status == MOVED and not item.get("overført_til"))
    for holder in by_holder(moved, "status"):
        message = T("«{title}» is moved to another case, and nobody says which", title=holder.record.title)
        hint = T("Add «overført_til:» with the id of the {vedtak}, or «begrunnelse:» with the case.")
        if holder.record.is_row:
            hint = T("Write the id of the {vedtak} in the column «overført_til», or the case in «begrunnelse».")
        yield finding("814", holder.record, message, "status", help=hint, related=holder.related("status"))


RULE = Rule(
    code="814",
    slug="vedtak-uten-begrunnelse",
    severity=Severity.WARNING,
    title="{Vedtak} set aside without a reason",
    source="S2 «Gjennomføring av politiske vedtak»",
    example=Example(PATH, _BAD, _BAD + _WHY),
    whole=_whole,
    explanation=__doc__,
)
