"""A plan file names, or links to, a file that lies outside the repository.

What lies outside has no history here, is not there for the next person who gets a copy, and can
change without anyone's approval. Copy the file into the repository and name it there.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import naming_csv
from planctl.rules.rule import Rule

RULE = Rule(
    code="011",
    slug="utenfor-repoet",
    severity=Severity.ERROR,
    title="A file outside the repository",
    source="planctl",
    example=naming_csv("../../felles/sykkel.csv"),
    explanation=__doc__,
)
