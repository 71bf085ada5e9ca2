"""planctl itself has failed, while reading a file or in one of the rules.

The fault is in planctl, not in the plan. Everything else has been checked as usual, but what the
failing rule or file would have shown is missing, so the result is not complete, and the command ends
with exit code 3. Report the message, and the file if it can be shared, where planctl is developed.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.rule import Example, Rule

RULE = Rule(
    code="901",
    slug="regel-krasjet",
    severity=Severity.ERROR,
    title="planctl itself has failed",
    source="planctl",
    example=Example("", "", ""),
    explanation=__doc__,
)
