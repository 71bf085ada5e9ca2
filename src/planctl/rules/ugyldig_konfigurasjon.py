"""planctl.yaml cannot be used, so planctl judges by its own settings.

Either the file cannot be read as YAML, or it holds no settings, or it is written in a later format
than this planctl knows. The municipality's own choices of rules, words and language have no effect
until it is mended. A single wrong field in it is reported like any other wrong field.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.rule import Example, Rule

_BAD = """\
format: 1
kommune: navn: Lillevik
"""
_GOOD = """\
format: 1
kommune:
  navn: Lillevik
"""

RULE = Rule(
    code="902",
    slug="ugyldig-konfigurasjon",
    severity=Severity.ERROR,
    title="planctl.yaml cannot be used",
    source="planctl",
    example=Example("planctl.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
