"""The field holds another kind of value than it should: a number where there should be text, a text
where there should be a list, or the other way round.

A number without quotes loses its form: 8.10 becomes 8.1, and 0301 becomes 301. Put quotes around
what is text. In a list each item stands on its own line with a hyphen before it, or the whole list
stands in square brackets.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import PLAN, PLAN_PATH
from planctl.rules.rule import Example, Rule

_GOOD = PLAN + '    nummer: "8.10"\n'
_BAD = _GOOD.replace('"8.10"', "8.10")

RULE = Rule(
    code="102",
    slug="feil-type",
    severity=Severity.ERROR,
    title="A value of the wrong kind",
    source="planctl",
    example=Example(PLAN_PATH, _BAD, _GOOD),
    explanation=__doc__,
)
