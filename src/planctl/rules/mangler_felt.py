"""A field that must be there is missing or empty.

Few fields are required: an id to refer to, a title to show, and what the plan is about and for which
years. Without them the record cannot take part in the rød tråd. Add the field.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule

RULE = Rule(
    code="103",
    slug="mangler-felt",
    severity=Severity.ERROR,
    title="A field that is missing",
    source="planctl",
    example=in_plan("    tittel: Bygge sykkelparkering ved stasjonen\n", ""),
    explanation=__doc__,
)
