"""More answered a survey than were asked, or `svarprosent` is another than the two numbers give.

When `inviterte` and `svar` are written, the share is worked out; `svarprosent` can then be left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from planctl.disciplines.kvalitet.examples import MEASUREMENTS, SURVEYS, SURVEYS_PATH
from planctl.disciplines.kvalitet.surveys import count, worked_out
from planctl.domain.indicators import number
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_ROUNDING = Decimal(1)
"""How far, in percentage points, a share that is written may be from the one that is worked out."""


def _each(record: Record, world: World) -> Iterator[Finding]:
    asked, answered, share = count(record, "inviterte"), count(record, "svar"), worked_out(record)
    written = number(record.get("svarprosent"))
    if asked is not None and answered is not None and answered > asked:
        message = T("{answered} answered «{title}», but only {asked} were asked",
                    answered=answered, title=record.title, asked=asked)  # fmt: skip
        yield finding("855", record, message, "svar", help=T("Correct «svar» or «inviterte»."))
    elif share is not None and written is not None and abs(share - written) > _ROUNDING:
        message = T("«svarprosent» is {written}, but {answered} of {asked} is {share} percent",
                    written=written, answered=answered, asked=asked, share=round(share, 1))  # fmt: skip
        yield finding("855", record, message, "svarprosent", help=T("Delete «svarprosent»: it is worked out."))


RULE = Rule(
    code="855",
    slug="svarprosent-stemmer-ikke",
    severity=Severity.WARNING,
    title="The share of answers is wrong",
    source="S0 «Administrativ rapportering»: bruker- og medarbeiderundersøkelser",
    example=Example(
        SURVEYS_PATH,
        SURVEYS.replace("svar: 480", "svar: 4800"),
        SURVEYS,
        with_files={"målinger.yaml": MEASUREMENTS},
    ),
    visits=("undersøkelse",),
    each=_each,
    explanation=__doc__,
)
