"""A comment exempts a record from a rule that finds nothing there any more.

An exemption that has outlived its cause hides the next mistake of the same kind. Delete the
comment when the plan has been mended. Exemptions from rules that are turned off are left alone.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import PLAN, PLAN_PATH
from planctl.rules.rule import Example, Rule

_GOOD = PLAN.replace("    frist: 2021-10-01\n", "").replace(
    "  - id:", "  # planctl: unntak tiltak-uten-frist – datoen settes når entreprenøren er valgt\n  - id:"
)

RULE = Rule(
    code="014",
    slug="ubrukt-unntak",
    severity=Severity.WARNING,
    title="An exemption that is not needed",
    source="planctl",
    example=Example(PLAN_PATH, _GOOD + "    frist: 2021-10-01\n", _GOOD, with_rules=("301",)),
    explanation=__doc__,
)
