"""The shares of a company's owners are more than a hundred percent together, or less though all owners are told.

A share is in percent. Where the shares of all owners are written, they make a hundred together; what is lost by
rounding is not told of. Correct the share that is wrong, or add the owner who is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.eierskap.companies import companies, other_shares, share_of
from planctl.disciplines.eierskap.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World

_WHOLE, _ROUNDED = 100, 0.5


def _whole(world: World) -> Iterator[Finding]:
    for record in companies(world):
        own, others = share_of(record), other_shares(record)
        if own is None or not others:
            continue
        total = own + sum(share for share in others if share is not None)
        short = None not in others and total < _WHOLE - _ROUNDED
        if short or total > _WHOLE + _ROUNDED:
            message = T("The shares in «{title}» are {sum} percent together", title=record.title, sum=f"{total:g}")
            hint = T("Correct «eierandel» of the owner where it is wrong, or add the owner who is missing.")
            yield finding("873", record, message, "eierandel", help=hint)


RULE = Rule(
    code="873",
    slug="eierandeler-går-ikke-opp",
    severity=Severity.WARNING,
    title="Shares that do not make a hundred percent",
    source="kommuneloven § 26-1 b; S0 «Eierstyring»",
    example=Example(PATH, REGISTER.replace("eierandel: 60", "eierandel: 66"), REGISTER),
    whole=_whole,
    explanation=__doc__,
)
