"""A field stands twice in the same record.

Only one of the two can count, and readers cannot see which. It happens when a record is copied and
only half changed, or when the hyphen that begins the next record is missing. Keep one of them, or
put the hyphen in.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import PLAN, PLAN_PATH
from planctl.rules.rule import Example, Rule

RULE = Rule(
    code="003",
    slug="duplisert-nøkkel",
    severity=Severity.ERROR,
    title="The same field stands twice",
    source="YAML 1.2.2 § 3.2.1.3",
    example=Example(PLAN_PATH, PLAN + "    frist: 2021-12-01\n", PLAN),
    explanation=__doc__,
)
