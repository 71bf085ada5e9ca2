"""A unit expects to spend more or less than its budget, and does not say why.

A forecast that differs from the regulated budget by more than 1 per cent is to be explained: what
happened, and what is done about it. Without it neither the leader nor the council can judge whether
the budget must be changed. The original budget counts where no regulated one is given. Only the
unit's newest report on the running year is judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from planctl.domain.reported_economy import newest, reports
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.bands import rounded, shown
from planctl.rules.rule import Example, Rule
from planctl.world import World

_GOOD = """\
type: rapportering
periode: 2021-T1
virksomhet: veg
levert: 2021-05-10
økonomi:
  årsbudsjett_regulert: 12300
  budsjett_hittil: 4100
  regnskap_hittil: 4500
  prognose: 12900
  forklaring: En lang vinter ga mer brøyting. Vi utsetter asfaltering for 300 000 kroner.
"""
_BAD = _GOOD[: _GOOD.index("  forklaring")]
SHARE = Decimal("0.01")
"""How far from the budget a forecast may lie without an explanation."""


def _whole(world: World) -> Iterator[Finding]:
    for report in newest(reports(world), "prognose").values():
        budget = report.amount("årsbudsjett_regulert", "årsbudsjett_opprinnelig")
        forecast = report.amount("prognose")
        money = report.record.get("økonomi")
        said = money.get("forklaring") if isinstance(money, dict) else None
        if budget is None or forecast is None or said or abs(budget - forecast) <= SHARE * abs(budget):
            continue
        share = rounded(Decimal(100 * abs(budget - forecast)) / abs(budget), 1) if budget else None
        message = T(
            "The forecast of «{unit}» differs from its budget by {share} per cent, without an explanation",
            unit=report.unit.name, share="?" if share is None else shown(share),
        )  # fmt: skip
        hint = T("Add «forklaring:» under «økonomi» with the cause, and what is done about it.")
        yield finding("618", report.record, message, "økonomi", "prognose", help=hint)


RULE = Rule(
    code="618",
    slug="prognose-uten-forklaring",
    severity=Severity.WARNING,
    title="A forecast without an explanation",
    source="koml § 14-5; S2 «Økonomistyring»",
    example=Example("rapportering/2021-T1/veg.yaml", _BAD, _GOOD),
    whole=_whole,
    explanation=__doc__,
)
