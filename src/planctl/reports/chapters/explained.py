"""How the units explain their deviations, and whose figures the chapter on økonomi has."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.i18n import T
from planctl.model.chapter import Items, Words
from planctl.reports.rendering.phrases import area_name
from planctl.reports.rendering.spoken import Amount, Count, Emphasis, Joined, MonthName, Noted
from planctl.reports.views.money import Economy, UnitMoney
from planctl.reports.views.tertial import TertialReport


def basis(report: TertialReport) -> Iterator[Words | Items]:
    """Tell whose figures are missing, and where the figures come from."""
    yield from _without(report)
    yield from _ledger(report)
    yield from _accounts(report)


def explanations(economy: Economy, *, closed: bool) -> Iterator[Words | Items]:
    """Tell each unit's deviation with its words, and which units have none for theirs."""
    deviating = [unit for unit in economy.units if unit.deviates]
    points: list[Words] = [
        Joined((Noted(Emphasis(unit.name, strong=True), deviation_told(unit)), unit.explanation), by=": ")
        for unit in deviating
        if unit.explanation
    ]
    silent = tuple(Noted(unit.name, deviation_told(unit)) for unit in deviating if not unit.explanation)
    if silent:
        none = Emphasis(T("No explanation is given for"))
        points.append(Joined((none, Joined((Joined(silent, by=", "), "."))), by=" "))
    if points:
        yield Items(tuple(points))
    elif economy.without or any(unit.money.deviation is None for unit in economy.units):
        yield (
            T("No unit that has given complete figures has a deviation.")
            if closed
            else T("No unit that has given complete figures expects a deviation in the year.")
        )
    else:
        yield T("No unit has a deviation.") if closed else T("No unit expects a deviation in the year.")


def deviation_told(unit: UnitMoney) -> Words:
    """Tell a unit's deviation, and the one it has reported where the accounts have another."""
    now = Amount(unit.money.deviation)
    return now if unit.reported is None else Joined((now, T("reported {sum}", sum=Amount(unit.reported))), by=", ")


def _accounts(report: TertialReport) -> Iterator[Words]:
    economy = report.economy
    if not economy.of_accounts:
        return
    told: list[Words] = [
        T("The tables hold the monthly accounts for {month}.", month=MonthName(report.period.end.month))
    ]
    if economy.illustrative:
        told.append(T("Those are made as an example."))
    gaps = [
        Noted(unit.name, Joined(tuple(map(MonthName, unit.missing)), by=", ")) for unit in economy.units if unit.missing
    ]
    if gaps:
        told.append(T("Accounts are missing for {gaps}.", gaps=gaps))
    if any(unit.deviates and unit.explanation for unit in economy.units):
        told.append(T("The explanations are from the units' own reports."))
    if any(unit.reported is not None for unit in economy.units):
        told.append(T("Where a unit has reported another deviation than the one in the accounts, both are shown."))
    yield Joined(tuple(told), by=" ")


def _without(report: TertialReport) -> Iterator[Words | Items]:
    economy = report.economy
    if economy.without:
        yield (
            T("Units without figures in the monthly accounts: {count}", count=economy.silent)
            if economy.of_accounts
            else T("Units that have not reported figures: {count}", count=economy.silent)
        )
        yield Items(
            tuple(
                Joined((area_name(name), units), by=": ") if report.has_areas else Joined((units,))
                for name, units in economy.without
            )
        )


def _ledger(report: TertialReport) -> Iterator[Words]:
    ledger = report.ledger
    if ledger is None:
        return
    given = {
        "covered": ledger.covered,
        "units": Count(report.economy.expected, "enhet"),
        "budget": Amount(ledger.total.revised),
        "deviation": Amount(ledger.total.deviation),
        "month": MonthName(report.period.end.month),
    }
    if report.annual:
        yield T(
            "The tables hold what the units themselves have reported. The monthly accounts have figures for {covered} "
            "of {units}: a revised budget of {budget}, accounts of {actual} and a deviation of {deviation}. Those are "
            "the sums of the monthly report for {month}.",
            actual=Amount(ledger.total.actual), **given,
        )  # fmt: skip
    else:
        yield T(
            "The tables hold what the units themselves have reported. The monthly accounts have figures for {covered} "
            "of {units}: a revised budget of {budget}, a forecast of {forecast} and a deviation of {deviation}. Those "
            "are the sums of the monthly report for {month}.",
            forecast=Amount(ledger.total.forecast), **given,
        )  # fmt: skip
