"""planctl.yaml names a rule that does not exist.

Rules are named by code (306) or by name (frist-passert), or several at once by the first digits in
quotes ("3"). A name that is not known changes nothing: the rule that was meant goes on as before.
`planctl rules` lists them all.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.rule import Example, Rule

_GOOD = """\
format: 1
kommune:
  navn: Lillevik
regler:
  alvorlighet:
    frist-passert: råd
"""

RULE = Rule(
    code="903",
    slug="ukjent-kode",
    severity=Severity.WARNING,
    title="No rule has this code",
    source="planctl",
    example=Example("planctl.yaml", _GOOD.replace("passert", "pasert"), _GOOD),
    explanation=__doc__,
)
