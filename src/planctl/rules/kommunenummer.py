"""The municipality's number is not four digits in quotes, or no municipality can have it.

The first two digits are the county's and the last two the municipality's own. Quotes keep the zero
in front: without them 0301 is read as the number 301.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.rule import Example, Rule

_GOOD = """\
format: 1
kommune:
  navn: Oslo
  nummer: "0301"
  orgnr: "958935420"
"""
_BAD = _GOOD.replace('"0301"', "0301")

RULE = Rule(
    code="108",
    slug="kommunenummer",
    severity=Severity.ERROR,
    title="A municipality number that cannot be right",
    source="SSB: Standard for kommuneinndeling",
    example=Example("planctl.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
