"""The file begins with a directive: a line such as %YAML 1.1.

Directives can change how the rest of the file is read. Plan files are all read in the same way, so
there is nothing to set. Delete the line, and the three hyphens below it.
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
_BAD = "%YAML 1.1\n---\n" + _GOOD

RULE = Rule(
    code="005",
    slug="yaml-direktiv",
    severity=Severity.ERROR,
    title="A YAML directive",
    source="YAML 1.2.2 § 6.8",
    example=Example("virksomhetsplaner/veg.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
