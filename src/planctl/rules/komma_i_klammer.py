"""A text inside braces holds a comma, and YAML then takes what follows for a field of its own.

The title is cut in two without a word: the plan says something else than was written. Put quotes
around the whole text, or write each field on a line of its own, which is how plans are best read.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.rule import Example, Rule

_HEAD = """\
type: virksomhetsplan
id: vp2021-park
tittel: Virksomhetsplan 2021 for park
virksomhet: park
periode: 2021
status: utkast
ansvarlig: park
arver: [klima.d1]
tiltak:
"""
_BAD = (
    _HEAD
    + """\
  - {id: vp2021-park.t1, tittel: Rydde, merke og lyssette turveien, løser: [hp2021.o1], frist: 2021-09, ansvarlig: park}
"""
)
_GOOD = (
    _HEAD
    + """\
  - id: vp2021-park.t1
    tittel: Rydde, merke og lyssette turveien
    løser: [hp2021.o1]
    frist: 2021-09
    ansvarlig: park
"""
)

RULE = Rule(
    code="013",
    slug="komma-i-klammer",
    severity=Severity.ERROR,
    title="A comma splits a text inside braces",
    source="YAML 1.2.2 § 7.4.2",
    example=Example("virksomhetsplaner/park.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
