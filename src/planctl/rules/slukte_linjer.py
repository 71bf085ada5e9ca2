"""A text over several lines holds a line that looks like a field or a list.

A text that begins with >- or | goes on for as long as the lines are indented. When the name of the field or
list after it is lost (as «tiltak:»), everything below becomes part of the text, and is gone from the plan
without a word. Write the missing name back. If the line really belongs to the text, join it to the line
above it, or write it so that it does not begin with a hyphen or a field's name and a colon.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import VIRKSOMHETSPLAN
from planctl.rules.rule import Example, Rule

_GOOD = VIRKSOMHETSPLAN.replace("tiltak:\n", "omtale: >-\n  Planen for veg og trafikk.\ntiltak:\n", 1)

RULE = Rule(
    code="017",
    slug="slukte-linjer",
    severity=Severity.ERROR,
    title="Lines of the plan have become part of a text",
    source="YAML 1.2.2 § 8.1",
    example=Example("virksomhetsplaner/veg.yaml", _GOOD.replace("\ntiltak:\n", "\n"), _GOOD),
    explanation=__doc__,
)
