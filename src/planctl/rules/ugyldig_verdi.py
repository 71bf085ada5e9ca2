"""The field holds a value that is not among those it may have.

Some fields have a fixed set of values, so that reports can count and compare: status is one of
them. Choose one of those that the message lists, in the same spelling.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule

RULE = Rule(
    code="104",
    slug="ugyldig-verdi",
    severity=Severity.ERROR,
    title="A value that cannot stand here",
    source="planctl",
    example=in_plan("status: i rute", "status: påbegynt"),
    explanation=__doc__,
)
