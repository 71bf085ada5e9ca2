"""The file holds a character that cannot be seen.

Such characters come along when text is pasted from Word, a PDF or a web page. Some of them can make
a line read otherwise than it is stored, so that a reviewer approves something else than what is
decided. Delete the character: put the cursor at the place named, and delete one step at a time.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule

RULE = Rule(
    code="008",
    slug="kontrolltegn",
    severity=Severity.ERROR,
    title="An invisible control character",
    source="YAML 1.2.2 § 5.1; Unicode TR 36",
    example=in_plan("ved stasjonen", "ved \u202estasjonen"),
    explanation=__doc__,
)
