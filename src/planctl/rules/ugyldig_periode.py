"""The period is written in a way that planctl does not read, or cannot stand in this field.

A plan's period is a year, or its first and last year with a hyphen between: 2021-2024. What is
reported or measured has the year alone or with a tertial, a quarter or a month: 2021-T2, 2021-Q3,
2021-08.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule

RULE = Rule(
    code="106",
    slug="ugyldig-periode",
    severity=Severity.ERROR,
    title="A period that cannot be read",
    source="planctl",
    example=in_plan("periode: 2021", "periode: 2021/22"),
    explanation=__doc__,
)
