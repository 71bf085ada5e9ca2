"""An innovation is over, or has been in use for a year, and nothing tells what was learned.

The loop of innovation ends with experience: what is learned is written and spread. Also what was stopped teaches
something. Write it in `lært`, in a sentence or two.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from planctl.disciplines.utvikling.examples import PATH, REGISTER
from planctl.disciplines.utvikling.steps import STOPPED
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_WAIT = {STOPPED: timedelta(0), "erfaringslæring": timedelta(0), "nyttiggjort": timedelta(days=365)}
"""How long after each of these days what was learned may still be unwritten."""


def _each(record: Record, world: World) -> Iterator[Finding]:
    if record.get("lært"):
        return
    for field, wait in _WAIT.items():
        day = parse_date(record.get(field))
        if day is not None and day + wait < world.today:
            message = T("Nothing tells what was learned of «{title}»", title=record.title)
            hint = T("Write «lært:» with what others should know, also of what did not work.")
            yield finding("858", record, message, field, help=hint)
            return


RULE = Rule(
    code="858",
    slug="innovasjon-uten-lærdom",
    severity=Severity.WARNING,
    title="An innovation that taught nothing",
    source="S0 «Forbedring og innovasjon»: erfaringslæring og spredning",
    example=Example(PATH, REGISTER.replace("    lært: Sensorene må stå der vegen ligger i skygge.\n", ""), REGISTER),
    visits=("innovasjon",),
    each=_each,
    explanation=__doc__,
)
