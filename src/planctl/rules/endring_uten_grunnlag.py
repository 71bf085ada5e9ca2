"""A target is written as a change, and there is nothing to work it out from.

«-30 %» by 2030 and «+2 % per år» are changes from the indicator's zero point: its value is where the change begins,
and its period is when. Without a zero point nobody can tell which number is to be reached, and no report can say
whether the municipality is on course. The target must come after the zero point, per cent of 0 is always 0, and
«prosentpoeng» are for numbers that are in per cent themselves. Write the zero point, or the number itself under
«verdi» where it is known.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.indicators import first_value
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Text
from planctl.model.bands import rounded, shown
from planctl.model.limits import is_percent
from planctl.model.period import Period
from planctl.model.record import Record
from planctl.model.targets import DECIMALS, Change, origin_of, written_changes
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World

_ZERO = "    nullpunkt:\n      periode: 2019\n      verdi: 9\n"
_GOOD = PROGRAM.replace(_ZERO, _ZERO + "    måltall:\n      - periode: 2024\n        endring: +50 %\n")


def _each(record: Record, world: World) -> Iterator[Finding]:
    for index, period, change in written_changes(record.fields):
        row = record.fields["måltall"][index]
        told = _told(record, world, str(row["endring"]), period, change)
        if told is not None:
            message, hint = told
            yield finding("625", record, message, "måltall", index, "endring", help=hint)


def _told(record: Record, world: World, written: str, period: Period, change: Change) -> tuple[Text, Text] | None:
    origin, unit = origin_of(record.fields), record.get("enhet")
    if origin is None:
        if record.get("nullpunkt"):
            return None  # it cannot be read: the schema tells
        message = T("The target «{change}» of «{id}» has no zero point to count from", change=written, id=record.name)
        return message, _from_measured(record, world)
    if period.end <= origin.end:
        message = T(
            "The target «{change}» of «{id}» is not after the zero point, which is of {period}",
            change=written, id=record.name, period=origin.period,
        )  # fmt: skip
        return message, T("Correct the period of the target or of the zero point.")
    if change.relative and origin.value == 0:
        message = T("The target «{change}» of «{id}» is per cent of 0, and always 0", change=written, id=record.name)
        return message, T("Write the change as a number without «%», or the number to be reached under «verdi».")
    if change.points and unit and not is_percent(unit):
        message = T("«{id}» is measured in «{unit}», and cannot change by prosentpoeng", id=record.name, unit=str(unit))
        return message, T("Write «%» for a share of the zero point, or the number alone for {unit}.", unit=str(unit))
    return None


def _from_measured(record: Record, world: World) -> Text:
    """Tell what to write, with the oldest value that is measured where there is one."""
    row = first_value(record, world)
    value = rounded(row.value, DECIMALS) if row is not None else None
    if row is None or value is None:
        return T("Add «nullpunkt:» with the periode and verdi that the change begins at.")
    return T(
        "Add «nullpunkt:» with the periode and verdi that the change begins at. The oldest value measured is {value}, "
        "for {period}.",
        value=shown(value.normalize()), period=row.period,
    )  # fmt: skip


RULE = Rule(
    code="625",
    slug="endring-uten-grunnlag",
    severity=Severity.ERROR,
    title="Target as a change that cannot be worked out",
    source="S0 «FNs bærekraftsmål»: nullpunktsmåling",
    example=Example("handlingsprogram.yaml", _GOOD.replace(_ZERO, ""), _GOOD),
    visits=("indikator",),
    each=_each,
    explanation=__doc__,
)
