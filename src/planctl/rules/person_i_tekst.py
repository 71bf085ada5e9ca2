"""A person's full name stands in a text.

Most often a plan says who is to do something, and that is a role or a unit. A name may be right where a
person is quoted or thanked, or has given a thing its name; then the exemption says so. Plans are public,
and what has been stored in git stays in the history.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.person_names import people_in_texts, tell
from planctl.findings.diagnostic import Finding, Severity
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    yield from (tell(found, "319") for found in people_in_texts(world.plans) if not found.certain)


RULE = Rule(
    code="319",
    slug="person-i-tekst",
    severity=Severity.INFO,
    title="A person's name in a text",
    source="personvernforordningen artikkel 5 nr. 1 c",
    example=in_plan("    ansvarlig: veg\n", "    ansvarlig: veg\n    merknad: Avklart med Kari Nordmann\n"),
    whole=_whole,
    private=True,
    explanation=__doc__,
)
