"""A step of an innovation was reached before the step it follows.

An innovation goes from idea to something new, is tried until it shows itself useful, is put to use, and then taught to
others. A step can be left out, but each day must be as late as those before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planctl.disciplines.utvikling.examples import PATH, REGISTER
from planctl.disciplines.utvikling.steps import reached
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    for (before, earlier), (step, day) in pairwise(reached(record)):
        if day < earlier:
            message = T("«{title}» was «{step}» on {day}, but «{before}» only on {earlier}",
                        title=record.title, step=step, day=day, before=before, earlier=earlier)  # fmt: skip
            yield finding("857", record, message, step, help=T("Correct the day of one of the steps."))


RULE = Rule(
    code="857",
    slug="innovasjonstrinn-i-feil-rekkefølge",
    severity=Severity.WARNING,
    title="Steps of an innovation in the wrong order",
    source="S0 «Forbedring og innovasjon»",
    example=Example(PATH, REGISTER.replace("2020-05-01", "2020-01-01"), REGISTER),
    visits=("innovasjon",),
    each=_each,
    explanation=__doc__,
)
