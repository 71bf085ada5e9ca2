"""The file is saved with another character encoding than UTF-8.

Then æ, ø and å are other letters to the next person who opens the file, and planctl cannot tell
which. Open the file in the program it came from and save it again as UTF-8. Plans that come from
Word or Excel are best copied in as text.
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
_BAD = _GOOD.encode("latin-1")

RULE = Rule(
    code="002",
    slug="tegnsett",
    severity=Severity.ERROR,
    title="The file is not saved as UTF-8",
    source="YAML 1.2.2 § 5.2",
    example=Example("virksomhetsplaner/veg.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
