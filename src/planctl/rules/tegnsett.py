"""The file is saved with another character encoding than UTF-8.

Then æ, ø and å are other letters to the next person who opens the file, and planctl cannot tell
which. Open the file in the program it came from and save it again as UTF-8. Plans that come from
Word or Excel are best copied in as text.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import PLAN, PLAN_PATH
from planctl.rules.rule import Example, Rule

RULE = Rule(
    code="002",
    slug="tegnsett",
    severity=Severity.ERROR,
    title="The file is not saved as UTF-8",
    source="YAML 1.2.2 § 5.2",
    example=Example(PLAN_PATH, PLAN.encode("latin-1"), PLAN),
    explanation=__doc__,
)
