"""A tertial report that is delivered says nothing of the economy.

The law lets the council know at least twice a year how income and expenses go against the budget, and
the sums come from the units. A tertial report of a unit therefore holds `økonomi` with budget,
accounts so far and forecast. Without all of them the unit is left out of the tertial report's sums. Only
delivered reports on the running year are judged: those with `levert`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planctl.domain.reported_economy import AMOUNTS, reports
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: rapportering
periode: 2021-T1
virksomhet: veg
levert: 2021-05-10
sammendrag: Arbeidet går som planlagt.
"""
_GOOD = (
    _BAD
    + """\
økonomi:
  årsbudsjett_regulert: 12300
  budsjett_hittil: 4100
  regnskap_hittil: 4150
  prognose: 12300
"""
)
_NEEDED = ("årsbudsjett_regulert", "budsjett_hittil", "regnskap_hittil", "prognose")
_TERTIAL = re.compile(r"\d{4}-T[1-3]\Z")


def _whole(world: World) -> Iterator[Finding]:
    for report in reports(world):
        record = report.record
        period = str(record.get("periode"))
        owes = record.get("levert") and report.unit.kind == "virksomhet" and _TERTIAL.match(period)
        if owes and _is_empty(record.get("økonomi")):
            message = T("The report of «{unit}» on {period} has no sums", unit=report.unit.name, period=period)
            hint = T("Add «økonomi:» with årsbudsjett_regulert, budsjett_hittil, regnskap_hittil and prognose.")
            yield finding("615", record, message, "økonomi", help=hint)
        elif owes and (missing := _missing(record.get("økonomi"))):
            fields = ", ".join(missing)
            message = T("The sums of «{unit}» lack {fields}", unit=report.unit.name, fields=fields)
            hint = T("Add {fields}. Until then the unit is left out of the sums of the report.", fields=fields)
            yield finding("615", record, message, "økonomi", help=hint)


def _missing(money: object) -> list[str]:
    """Give the sums that a tertial report needs and a group of sums lacks; none where its shape is wrong (102)."""
    return [field for field in _NEEDED if money.get(field) is None] if isinstance(money, dict) else []


def _is_empty(money: object) -> bool:
    """Tell whether no sum is given; what has a wrong shape is told of elsewhere (102)."""
    return not money or (isinstance(money, dict) and all(money.get(field) is None for field in AMOUNTS))


RULE = Rule(
    code="615",
    slug="økonomi-mangler",
    severity=Severity.WARNING,
    title="A tertial report without økonomi",
    source="koml § 14-5; S2 «Økonomistyring»",
    example=Example("rapportering/2021-T1/veg.yaml", _BAD, _GOOD),
    whole=_whole,
    explanation=__doc__,
)
