"""The field should hold a number, but planctl cannot read it as one, or it is outside what the field
can have.

Write only digits, with a point as decimal sign, and without spaces or a unit: 4.5 and 12300. Only
in CSV files may the decimal sign be a comma. A point and exactly three digits, as in 42.000, can be
thousands or decimals: write 42000 or 42, and 1.7650 where 1.765 is meant. A value that was not measured
is written «ikke målt».
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.rule import Example, Rule

_GOOD = """\
type: målinger
målinger:
  - indikator: klima.i1
    periode: 2020
    verdi: 4.5
"""
_BAD = _GOOD.replace("4.5", "4,5")

RULE = Rule(
    code="110",
    slug="ugyldig-tall",
    severity=Severity.ERROR,
    title="A number that cannot be read",
    source="planctl",
    example=Example("målinger/sykkel.yaml", _BAD, _GOOD),
    explanation=__doc__,
)
