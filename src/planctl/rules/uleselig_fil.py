"""A file or a folder cannot be read.

Either it is not there, or planctl is not allowed to open it. What it holds is then missing from
the check. A file named in a plan is sought in the plan's own folder: see that the name is spelled
right, and that the file has been added.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import naming_csv
from planctl.rules.rule import Rule

RULE = Rule(
    code="012",
    slug="uleselig-fil",
    severity=Severity.ERROR,
    title="A file or folder that cannot be read",
    source="planctl",
    example=naming_csv("sykel.csv"),
    explanation=__doc__,
)
