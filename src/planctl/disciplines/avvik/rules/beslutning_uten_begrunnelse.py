"""What the leaders decided in a review is not to be followed, and nobody says why.

The next review goes through what was decided in the one before. `begrunnelse` tells why it is left.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.avvik.examples import REVIEW, REVIEW_PATH
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = REVIEW.replace("status: under arbeid", "status: ikke fulgt")


def _each(record: Record, _world: World) -> Iterator[Finding]:
    if record.get("status") == "ikke fulgt" and not record.get("begrunnelse"):
        message = T("«{title}» is not to be followed, and nobody says why", title=record.title)
        hint = T("Add «begrunnelse:» with who decided it and why.")
        yield finding("838", record, message, "status", help=hint)


RULE = Rule(
    code="838",
    slug="beslutning-uten-begrunnelse",
    severity=Severity.WARNING,
    title="{Lederbeslutning} that is not followed, without a reason",
    source="S4 «Samfunnsansvar»: tiltak fra forrige gjennomgang kvitteres ut",
    example=Example(REVIEW_PATH, _BAD, REVIEW),
    visits=("lederbeslutning",),
    each=_each,
    explanation=__doc__,
)
