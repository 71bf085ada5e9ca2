"""A comment exempts a record from a rule without saying why.

Whoever reads the plan in two years must see whether the exemption still holds. Write the reason
after the code, on the same line.
"""

from __future__ import annotations

from planctl.diagnostic import Severity
from planctl.rules.rule import Example, Rule

_BAD = """\
type: virksomhetsplan
id: vp2021-veg
tittel: Virksomhetsplan 2021 for veg
virksomhet: veg
periode: 2021
arver: [klima.d1]
tiltak:
  # planctl: unntak 301
  - id: vp2021-veg.t1
    tittel: Bygge sykkelparkering ved stasjonen
    løser: [hp2021.o1]
    ansvarlig: veg
"""

RULE = Rule(
    code="015",
    slug="unntak-uten-begrunnelse",
    severity=Severity.WARNING,
    title="An exemption without a reason",
    source="planctl",
    example=Example(
        "virksomhetsplaner/veg.yaml",
        _BAD,
        _BAD.replace("unntak 301", "unntak 301 – datoen settes når anbudet er avgjort"),
    ),
    explanation=__doc__,
)
