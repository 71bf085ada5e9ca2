"""The date is written in a way that planctl does not read, or there is no such day.

A date is written with the year first, as 2021-10-01. A deadline may also be a month, a quarter, a
tertial, a half-year or a year: 2021-10, 2021-Q3, 2021-T2, 2021-H1, 2021. Then its last day counts.
When the day of a vedtak or a hearing, or the first day of a unit, is not known, its month, season or
year is enough: 2021-10, høsten 2021, 2021. The season is våren, sommeren or høsten.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule

RULE = Rule(
    code="105",
    slug="ugyldig-dato",
    severity=Severity.ERROR,
    title="A date or deadline that cannot be read",
    source="ISO 8601",
    example=in_plan("2021-10-01", "01.10.2021"),
    explanation=__doc__,
)
