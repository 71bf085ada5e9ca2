"""The id holds a sign that ids cannot have.

An id is the fixed name that other plans refer to. It has small letters, digits, period, hyphen and
underscore, so that it can be typed by hand, stand in an address and be found again. The title says
the rest. The numbering of the municipality belongs in nummer.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule

RULE = Rule(
    code="107",
    slug="ugyldig-id",
    severity=Severity.ERROR,
    title="An id that cannot be used",
    source="planctl",
    example=in_plan("id: vp2021-veg.t1", "id: Sykkelparkering 1"),
    explanation=__doc__,
)
