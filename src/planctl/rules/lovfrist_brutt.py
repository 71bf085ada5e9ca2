"""An activity in the year wheel is planned later than the law allows.

The accounts are closed by 22 February and the annual report by 31 March, and the council adopts both
by 30 June. The handlingsprogram with its budget is adopted before the turn of the year, and the
recommendation is public for at least 14 days before that: counted from `offentliggjort`, and where
that is not written, from the day of the recommendation (slag hp-innstilling). A planstrategi comes
within a year of the council being constituted, and is public for 30 days.
"""

from __future__ import annotations

from planctl.domain.law_limits import broken_limits
from planctl.domain.wheel import SAMPLE
from planctl.findings.diagnostic import Severity
from planctl.rules.rule import Example, Rule

RULE = Rule(
    code="703",
    slug="lovfrist-brutt",
    severity=Severity.ERROR,
    title="{Aktivitet} later than the law allows",
    source="kommuneloven §§ 14-3, 14-6 og 14-7, fra 2020-01-01; plan- og bygningsloven § 10-1, fra 2009-07-01",
    example=Example("årshjul.yaml", SAMPLE.replace("2021-02-19", "2021-02-23"), SAMPLE),
    whole=broken_limits,
    explanation=__doc__,
)
