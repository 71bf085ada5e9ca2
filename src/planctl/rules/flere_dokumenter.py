"""The file holds more than one YAML document: a line of three hyphens begins a new one.

One file is one plan or one register, so that its history and its reviewers are its own. Move what
follows the hyphens to a file of its own, or delete the line if the file is one plan after all.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import PLAN, PLAN_PATH
from planctl.rules.rule import Example, Rule

_BAD = (
    PLAN
    + """\
---
type: virksomhetsplan
id: vp2021-park
tittel: Virksomhetsplan 2021 for park
virksomhet: park
periode: 2021
"""
)

RULE = Rule(
    code="007",
    slug="flere-dokumenter",
    severity=Severity.ERROR,
    title="More than one plan in a file",
    source="planctl",
    example=Example(PLAN_PATH, _BAD, PLAN),
    explanation=__doc__,
)
