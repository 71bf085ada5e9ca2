"""The file is larger than 16 MB, nested more than 50 levels deep, or holds too many values or faults.

No plan needs that: the deepest are some ten levels, and a large municipality has less than 10 MB
in all its plans. A file may hold 500 000 keys and values, a CSV file 100 000 lines, and planctl looks at
the first 1000 values of a wrong shape. The limits make sure that a damaged or hostile file cannot bring the
check to a halt. Look for brackets that are never closed, or for a file of another kind that got a .yaml name.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule

RULE = Rule(
    code="006",
    slug="for-dypt-eller-stort",
    severity=Severity.ERROR,
    title="The file is nested too deeply, or is too large",
    source="planctl",
    example=in_plan("[klima.d1]", "[" * 51 + "klima.d1" + "]" * 51),
    explanation=__doc__,
)
