"""The file cannot be read, because a sign stands where YAML does not expect it.

Most often it is the indentation, a colon inside a text, a quote that is never closed, or a tab.
Until the file can be read, nothing in it is checked, and the goals and owners in it seem not to
exist. Go to the place that the message names: the fault is on that line or the one above.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule

RULE = Rule(
    code="001",
    slug="syntaks",
    severity=Severity.ERROR,
    title="The file is not valid YAML",
    source="YAML 1.2.2",
    example=in_plan("Bygge sykkelparkering ved", "Sykkelparkering: bygge ved"),
    explanation=__doc__,
)
