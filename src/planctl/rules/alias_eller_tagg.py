"""The file uses a part of YAML that plan files do without: an anchor (&), an alias (*), a tag (!) or
a merge key (<<).

Each plan should say in plain text what it says, so that anyone can read it and every change shows
where it was made. Write the text out where it is needed. A title that begins with one of these
signs needs quotes around it.
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
_BAD = _GOOD.replace("ansvarlig: veg\narver", "ansvarlig: &eier veg\narver").replace(
    "    ansvarlig: veg", "    ansvarlig: *eier"
)

RULE = Rule(
    code="004",
    slug="alias-eller-tagg",
    severity=Severity.ERROR,
    title="An anchor, alias, tag or merge key",
    source="YAML 1.2.2 §§ 3.2.2.2, 6.8.2",
    example=Example("virksomhetsplaner/veg.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
