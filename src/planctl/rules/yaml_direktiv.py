"""The file begins with a directive: a line such as %YAML 1.1.

Directives can change how the rest of the file is read. Plan files are all read in the same way, so
there is nothing to set. Delete the line, and the three hyphens below it.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import PLAN, PLAN_PATH
from planctl.rules.rule import Example, Rule

RULE = Rule(
    code="005",
    slug="yaml-direktiv",
    severity=Severity.ERROR,
    title="A YAML directive",
    source="YAML 1.2.2 § 6.8",
    example=Example(PLAN_PATH, "%YAML 1.1\n---\n" + PLAN, PLAN),
    explanation=__doc__,
)
