"""A vedtak is said to be answered, or was to be reported on, and no answer stands there.

`status: besvart` needs `svar` with the day. So does a vedtak with `særskilt_rapportering` that is done: the body asked
to be told.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.vedtak.examples import PATH, REGISTER
from planctl.disciplines.vedtak.holder import by_holder
from planctl.domain.follow_up import ANSWERED, DONE, FollowUp
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World

_ANSWER = "    svar: {dato: 2021-05-25, form: sak, sak: 41/21}\n"


def _whole(world: World) -> Iterator[Finding]:
    silent = [item for item in world.bonds.follow_ups.items if _is_told(item) and item.answered is None]
    for field, items in (
        ("svar", [item for item in silent if item.get("svar")]),
        ("status", [item for item in silent if not item.get("svar")]),
    ):
        for holder in by_holder(items, field):
            message = T("«{title}» has no answer with a date", title=holder.record.title)
            hint = T("Add «svar:» with «dato» and «form», as {example}.", example="svar: {dato: 2021-10-12, form: sak}")
            if holder.record.is_row:
                hint = T("Write the day in the column «svar_dato» and how in «svar_form», as {day} and {form}.",
                         day="2021-10-12", form="sak")  # fmt: skip
            yield finding("813", holder.record, message, field, help=hint, related=holder.related(field))


def _is_told(item: FollowUp) -> bool:
    """Tell whether the body is said to know what came of it, or asked to."""
    return item.status == ANSWERED or (item.status == DONE and item.reports)


RULE = Rule(
    code="813",
    slug="vedtak-uten-svar",
    severity=Severity.WARNING,
    title="{Vedtak} without an answer",
    source="S2 «Gjennomføring av politiske vedtak»",
    example=Example(
        PATH,
        REGISTER.replace("under arbeid", "besvart"),
        REGISTER.replace("under arbeid", "besvart") + _ANSWER,
    ),
    whole=_whole,
    explanation=__doc__,
)
