"""The summary of a tertial or annual report: its key figures in sentences, and how many have each status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Chapter, Column, Items, Table, Words
from planctl.reports.chapters.columns import UNTITLED, on_page
from planctl.reports.chapters.work import parts_told
from planctl.reports.rendering.phrases import area_name
from planctl.reports.rendering.spoken import Count, Joined, Kroner, Percent
from planctl.reports.views.goals import Indicator
from planctl.reports.views.status_counts import NOT_REPORTED, Tallies, Tally
from planctl.reports.views.tertial import TertialReport
from planctl.status_labels import status_text

_BANDS = ("ønsket", "akseptert", "ikke_godkjent")


def chapter(report: TertialReport, numbers: Mapping[str, int]) -> Chapter:
    """Make the chapter; `numbers` has those of the chapters it points to, by their names."""
    return Chapter(
        T("Summary"),
        notes=(Items(tuple(_points(report, numbers))),),
        parts=tuple(_by_status(report)),
        name="sammendrag",
        template="tertial/sammendrag.md.j2",
    )


def _points(report: TertialReport, numbers: Mapping[str, int]) -> Iterator[Words]:
    if report.follows_work:
        yield economy_told(report)
        yield from _ledger(report, numbers)
    yield from goals_told(report)
    yield from _indicators(report, numbers)
    yield from work_told(report)
    yield from _late(report)
    if report.missing.expected:
        units = Count(report.missing.expected, "enhet")
        yield T(
            "Reports delivered: {count} of {units} with a {virksomhetsplan}.",
            count=report.missing.delivered,
            units=units,
        )


def work_told(report: TertialReport) -> Iterator[Words]:
    """Tell how much of the work has a status, and which."""
    tiltak, oppdrag = report.tiltak.total, report.oppdrag.total
    if tiltak.total and tiltak.reported:
        yield T("A status is reported for {reported} of {total} {tiltak_pl} ({share}): {parts}.", **_shares(tiltak))
    elif tiltak.total:
        yield T("No status is reported for any {tiltak}.")
    if not oppdrag.total:
        return
    if oppdrag.reported:
        told = T("A status is reported for {reported} of {total} {oppdrag_pl} ({share}): {parts}.", **_shares(oppdrag))
    else:
        told = T("No status is reported for any {oppdrag}.")
    carried = T(
        "Among those without a status of their own, {count} of {total} are followed up by {tiltak_pl} that have one.",
        count=report.carried, total=oppdrag[NOT_REPORTED],
    )  # fmt: skip
    yield Joined((told, carried), by=" ") if report.carried else told


def _shares(tally: Tally) -> dict[str, object]:
    return {
        "reported": tally.reported,
        "total": tally.total,
        "share": Percent(tally.share),
        "parts": parts_told(tally, {NOT_REPORTED}),
    }


def _late(report: TertialReport) -> Iterator[Words]:
    if report.overdue:
        kinds = [item.kind for item in report.overdue]
        work = [Count(kinds.count(kind), kind) for kind in ("tiltak", "oppdrag") if kind in kinds]
        yield T("Past the deadline and not reported as completed: {work}.", work=work)
    elif report.work:
        yield T("No deadline had run out on {day}.", day=report.period.end)


def goals_told(report: TertialReport) -> Iterator[Words]:
    """Tell how many delmål have each computed judgement, and of how many the units say otherwise."""
    if not report.goals_judged:
        return
    reached, on, risk, off, rest = report.courses
    told = T(
        "Computed from {indikator_pl}, {oppdrag_pl} and {tiltak_pl}, of {total} {delmål_pl} {reached} are reached, "
        "{on} on the way, {risk} on the way at risk, {off} not on the way and {rest} not judged.",
        total=sum(report.courses), reached=reached, on=on, risk=risk, off=off, rest=rest,
    )  # fmt: skip
    differ = T(
        "For {differ} the units report that all is well while the figures say otherwise.",
        differ=Count(len(report.contradicted), "delmål"),
    )
    better = T(
        "For {differ} the units report that it is not on the way while the figures say that it is, or is reached.",
        differ=Count(len(report.understated), "delmål"),
    )
    both = ((differ, report.contradicted), (better, report.understated))
    yield Joined((told, *(words for words, goals in both if goals)), by=" ")


def judged_counts(items: tuple[Indicator, ...]) -> dict[str, int]:
    """Count indicators by how they are judged."""
    wanted, accepted, rejected = (sum(item.verdict == band for item in items) for band in _BANDS)
    never = sum(item.never for item in items)
    rest = sum(not item.never and item.verdict not in _BANDS for item in items)
    return {"wanted": wanted, "accepted": accepted, "rejected": rejected, "rest": rest, "never": never}


def _indicators(report: TertialReport, numbers: Mapping[str, int]) -> Iterator[Words]:
    if report.indicators:
        yield T(
            "The results of {indicators}: {wanted} desired, {accepted} accepted, {rejected} not approved, {rest} not "
            "judged and {never} never measured.",
            indicators=Count(len(report.indicators), "indikator"), **judged_counts(report.indicators),
        )  # fmt: skip
    if report.unit_indicators:
        yield T(
            "Measured unit by unit: {indicators}; see the end of chapter {chapter}.",
            indicators=Count(len(report.unit_indicators), "indikator"), chapter=numbers["måloppnåelse"],
        )  # fmt: skip
    if report.oppdrag.total.total and not report.indicators and not report.unit_indicators:
        yield T("The {handlingsprogram} has no {indikator_pl}.")


def economy_told(report: TertialReport) -> Words:
    """Tell the year's accounts or forecast against its budget, and how many units the figures cover."""
    economy, money = report.economy, report.economy.total
    if money.deviation is None:
        return T("No unit has given complete figures on its economy.")
    given = {
        "budget": Kroner(money.revised or 0),
        "deviation": Kroner(abs(money.deviation)),
        "share": Percent(None if money.share is None else abs(money.share), 1),
    }
    cover = T(
        "The figures cover {covered} of {units}.", covered=economy.covered, units=Count(economy.expected, "enhet")
    )
    texts = _OF_A_YEAR if report.annual else _SO_FAR
    sign = (money.deviation > 0) - (money.deviation < 0)
    told = texts[sign] if money.revised or not sign else _UNBUDGETED[sign]
    return Joined((Text(told.msgid, given), cover) if economy.expected else (Text(told.msgid, given),), by=" ")


_OF_A_YEAR = {
    -1: T("The year's accounts show an overspend of {deviation}, or {share} of the revised budget of {budget}."),
    0: T("The year's accounts equal the revised budget of {budget}."),
    1: T("The year's accounts show an underspend of {deviation}, or {share} of the revised budget of {budget}."),
}
_SO_FAR = {
    -1: T("The forecast for the year shows an overspend of {deviation}, or {share} of the revised budget of {budget}."),
    0: T("The forecast for the year equals the revised budget of {budget}."),
    1: T("The forecast for the year shows an underspend of {deviation}, or {share} of the revised budget of {budget}."),
}
_UNBUDGETED = {
    -1: T("The revised budget is 0 kroner, and {deviation} more is spent or expected."),
    1: T("The revised budget is 0 kroner, and {deviation} more has come in or is expected."),
}
"""What is said of a deviation by its sign; one of no budget has no share."""


def _ledger(report: TertialReport, numbers: Mapping[str, int]) -> Iterator[Words]:
    if report.ledger is None:
        return
    left = report.ledger.total.deviation or 0
    given = {
        "covered": report.ledger.covered,
        "units": Count(report.economy.expected, "enhet"),
        "deviation": Kroner(abs(left)),
        "chapter": numbers["økonomi"],
    }
    if left < 0:
        yield T(
            "By the monthly accounts, which cover {covered} of {units}, the overspend in the year is {deviation}: see "
            "chapter {chapter}.",
            **given,
        )
    else:
        yield T(
            "By the monthly accounts, which cover {covered} of {units}, the underspend in the year is {deviation}: see "
            "chapter {chapter}.",
            **given,
        )


def _by_status(report: TertialReport) -> Iterator[Chapter]:
    for title, table, figure in (
        (T("{Tiltak_pl} by status"), report.tiltak, "status_tiltak"),
        (T("{Oppdrag_pl} by status"), report.oppdrag, "status_oppdrag"),
    ):
        if table.total.total:
            yield Chapter(title, tables=(tallies_table(table),), figures=(figure,))


def tallies_table(table: Tallies) -> Table:
    """Count by status and tjenesteområde on a page; where there is none of these, the sum is all there is."""
    columns = (
        Column(T("{Tjenesteområde}") if table.has_areas else UNTITLED),
        *(Column(status_text(status), "number") for status in table.total.statuses),
        Column(T("Sum"), "number"),
        Column(T("Share with a status"), "number"),
    )
    rows = tuple(_counts(Joined((area_name(row.name),)), row) for row in table.rows if table.has_areas)
    return Table(on_page(*columns), rows, total=_counts(T("Sum"), table.total))


def _counts(name: Cell, row: Tally) -> tuple[Cell, ...]:
    share: Decimal | None = row.share
    return (name, *row.cells, row.total, Percent(share))
