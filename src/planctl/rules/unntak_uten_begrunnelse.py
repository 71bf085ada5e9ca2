"""A comment exempts a record from a rule without saying why.

Whoever reads the plan in two years must see whether the exemption still holds. Write the reason
after the code, on the same line.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import PLAN, PLAN_PATH
from planctl.rules.rule import Example, Rule

_BAD = PLAN.replace("    frist: 2021-10-01\n", "").replace("  - id:", "  # planctl: unntak 301\n  - id:")

RULE = Rule(
    code="015",
    slug="unntak-uten-begrunnelse",
    severity=Severity.WARNING,
    title="An exemption without a reason",
    source="planctl",
    example=Example(
        PLAN_PATH,
        _BAD,
        _BAD.replace("unntak 301", "unntak 301 – datoen settes når anbudet er avgjort"),
    ),
    explanation=__doc__,
)
