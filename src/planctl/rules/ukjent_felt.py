"""The record has a field that does not exist there.

It is most often a slip of the keyboard, a field in nynorsk spelling, or a field that belongs in
another place. planctl would have to guess what it means, and what stands in it would be missing
from reports. Write the field as the message says, or move it to where it belongs. Free notes can
stand in merknad.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule

RULE = Rule(
    code="101",
    slug="ukjent-felt",
    severity=Severity.ERROR,
    title="A field that does not exist",
    source="planctl",
    example=in_plan("    frist:", "    fristt:"),
    explanation=__doc__,
)
