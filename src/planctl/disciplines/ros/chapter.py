"""The chapter on risk: in a tertial report the high risks; in the annual report also the analyses and the matrix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.disciplines.records import marked, titled
from planctl.disciplines.ros import matrix
from planctl.disciplines.ros.counts import Counts, by_place, counted
from planctl.disciplines.ros.labels import PLACES, table
from planctl.disciplines.ros.risks import Risk, analyses, risks, unit_of
from planctl.disciplines.ros.scale import scale_of
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Chapter, Column, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.period import deadline, parse_date
from planctl.model.picture import Matrix
from planctl.model.record import Record
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where no analysis holds, or none of its risks is the unit's."""
    found = told(world, occasion)
    if not found:
        return None
    annual = occasion.is_annual
    still = [risk for risk in found if risk.open_at(occasion.day)]
    high = [risk for risk in still if risk.demands_tiltak]
    tables = [table(world, high, occasion.day, T("High {risiko_pl}"))] if high else []
    places = by_place(world, found, occasion)
    if annual:
        tables += [places] if places is not None else []
        tables += [_analyses(world, occasion, found)]
    return Chapter(
        T("{Risiko_pl}"),
        tuple(paragraphs(counted(world, found, occasion), _settled(found, occasion), occasion)),
        tuple(tables),
        shares(risk.record for risk in found),
        pictures=(whole_picture(world, found),) if annual else (),
    )


def whole_picture(world: World, found: Sequence[Risk]) -> Matrix:
    """Draw all risks of a report before and after their tiltak."""
    return matrix.picture("ros", T("{Risiko_pl} before and after {tiltak_pl}"), scale_of(world.config), found)


def told(world: World, occasion: Occasion) -> list[Risk]:
    """Give the risks that a report is about, the largest first: those of analyses that held on its day."""
    mine = [risk for risk in risks(world, occasion.day) if occasion.covers(unit_of(world, risk))]
    return sorted(mine, key=Risk.weight)


def paragraphs(found: Counts, settled: int, occasion: Occasion) -> Iterator[Text]:
    """Tell how many risks there are, how large, and how they are dealt with."""
    high, middle, low = found.levels
    yield T(
        "Open on {day}: {open}. High: {high}. Medium: {middle}. Low: {low}. Breaches of law: {law}. "
        "Overdue: {late}. Settled in the period: {settled}.",
        day=occasion.day, open=found.open, high=high, middle=middle, low=low,
        law=found.breaches, late=found.late, settled=settled,
    )  # fmt: skip
    yield T(
        "A {risiko} is probability times consequence. One that is high, or breaks a law, demands {tiltak_pl}. "
        "What is left when the {tiltak_pl} are done, stands as «after»."
    )
    if found.without:
        yield T("High or against the law, and without {tiltak_pl}: {count}.", count=found.without)


def _settled(found: Sequence[Risk], occasion: Occasion) -> int:
    return sum(risk.settled is not None and risk.settled in occasion.period for risk in found)


def _analyses(world: World, occasion: Occasion, found: Sequence[Risk]) -> Table:
    mine = {risk.analysis for risk in found}
    rows = [record for record in analyses(world, occasion.day) if record in mine]
    columns = (
        Column(T("{Ros-analyse}"), width=46),
        Column(T("Who it is about"), width=30),
        Column(T("Done"), "date"),
        Column(T("Next"), "date"),
        Column(T("{Risiko_pl}"), "number", 10),
        Column(T("High"), "number", 10),
    )
    return Table(columns, tuple(_analysis(world, record, found) for record in rows), T("{Ros-analyse_pl}"))


def _analysis(world: World, record: Record, found: Sequence[Risk]) -> tuple[Cell, ...]:
    inside = [risk for risk in found if risk.analysis is record]
    return (
        marked(record),
        titled(world, record.get("enhet")) or PLACES.get(str(record.get("nivå"))),
        parse_date(record.get("dato")),
        deadline(record.get("neste")),
        len(inside),
        sum(risk.level == "høy" for risk in inside),
    )
