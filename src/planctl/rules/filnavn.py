"""The name of the file or its folder cannot be kept on every computer.

Windows refuses some signs and some names, and Windows and macOS make no difference between capital
and small letters: two files then become one, and one of them is lost without a word. Use ordinary
letters, digits, hyphens and periods.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.rule import Example, Rule

_PLAN = """\
type: målinger
målinger:
  - indikator: klima.i1
    periode: 2020
    verdi: 12
"""

RULE = Rule(
    code="009",
    slug="filnavn",
    severity=Severity.WARNING,
    title="A file name that not every computer can keep",
    source="Microsoft «Naming Files, Paths, and Namespaces»",
    example=Example("målinger/sykkel?.yaml", _PLAN, _PLAN, renamed="målinger/sykkel.yaml"),
    explanation=__doc__,
)
