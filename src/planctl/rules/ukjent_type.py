"""The file has no type, or a type that planctl does not know.

The field type at the top tells what the file is, and so which fields it may hold and how it is
checked. Without it the whole file is left out of the rød tråd. A YAML file that is no plan file,
such as the settings of another program, is listed under utelat in planctl.yaml.
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
_BAD = _GOOD.replace("type: virksomhetsplan", "type: virksomhetplan")

RULE = Rule(
    code="010",
    slug="ukjent-type",
    severity=Severity.ERROR,
    title="The file does not say which plan it is",
    source="planctl",
    example=Example("virksomhetsplaner/veg.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
