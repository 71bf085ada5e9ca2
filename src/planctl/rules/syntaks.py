"""The file cannot be read, because a sign stands where YAML does not expect it.

Most often it is the indentation, a colon inside a text, a quote that is never closed, or a tab.
Until the file can be read, nothing in it is checked, and the goals and owners in it seem not to
exist. Go to the place that the message names: the fault is on that line or the one above.
"""

from __future__ import annotations

from planctl.diagnostic import Severity
from planctl.rules.rule import Example, Rule

_GOOD = """\
type: virksomhetsplan
id: vp2021-veg
tittel: Virksomhetsplan 2021 for veg
virksomhet: veg
periode: 2021
status: vedtatt
ansvarlig: veg
arver: [klima.d1]
tiltak:
  - id: vp2021-veg.t1
    tittel: Bygge sykkelparkering ved stasjonen
    løser: [hp2021.o1]
    frist: 2021-10-01
    ansvarlig: veg
"""
_BAD = _GOOD.replace("Bygge sykkelparkering ved", "Sykkelparkering: bygge ved")

RULE = Rule(
    code="001",
    slug="syntaks",
    severity=Severity.ERROR,
    title="The file is not valid YAML",
    source="YAML 1.2.2",
    example=Example("virksomhetsplaner/veg.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
