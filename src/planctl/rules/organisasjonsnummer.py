"""The organisation number does not have nine digits, or its check digit is wrong.

The last digit is computed from the eight before it, so most slips are caught. Look the number up
in Enhetsregisteret and write it in quotes, without spaces.
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
_BAD = _GOOD.replace("958935420", "958953420")

RULE = Rule(
    code="109",
    slug="organisasjonsnummer",
    severity=Severity.ERROR,
    title="An organisation number that cannot be right",
    source="Brønnøysundregistrene: organisasjonsnummeret (modulus 11)",
    example=Example("planctl.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
