"""The ROS report: the whole picture, the ten largest risks, and each analysis with its matrix before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.disciplines.details import facts
from planctl.disciplines.document import ChapterDocument
from planctl.disciplines.records import marked, titled
from planctl.disciplines.ros import matrix, since_last
from planctl.disciplines.ros.chapter import told, whole_picture
from planctl.disciplines.ros.counts import by_place, counted
from planctl.disciplines.ros.labels import PLACES, RESULTS, owner, table
from planctl.disciplines.ros.risks import Risk, analyses
from planctl.disciplines.ros.scale import scale_of
from planctl.domain.solving import solving
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Chapter, Column, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.period import deadline, parse_date
from planctl.model.record import Record
from planctl.status_labels import record_status_text
from planctl.world import World

_TOP = 10


def _chapters(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    found = told(world, occasion)
    if not found:
        return ()
    held = sorted(analyses(world, occasion.day), key=_width)
    inside = {record: [risk for risk in found if risk.analysis is record] for record in held}
    each = (_analysis(world, occasion, record, mine, n) for n, (record, mine) in enumerate(inside.items(), 1) if mine)
    return (_whole(world, occasion, found), *_largest(world, occasion, found), *each)


def _width(record: Record) -> int:
    """Order analyses by what they are about: the municipality first, projects last."""
    order = list(PLACES)
    return order.index(record.get("nivå")) if record.get("nivå") in order else len(order)


def _whole(world: World, occasion: Occasion, found: Sequence[Risk]) -> Chapter:
    scale, places = scale_of(world.config), by_place(world, found, occasion)
    return Chapter(
        T("The picture of {risiko_pl}"),
        tuple(_summary(world, occasion, found)),
        (*([places] if places is not None else []), *matrix.tables(scale, found)),
        shares([*dict.fromkeys(risk.analysis for risk in found), *(risk.record for risk in found)]),
        pictures=(whole_picture(world, found),),
    )


def _summary(world: World, occasion: Occasion, found: Sequence[Risk]) -> Iterator[Text]:
    counts = counted(world, found, occasion)
    yield T(
        "{Risiko_pl}: {count}. {Ros-analyse_pl}: {analyses}. Open: {open}. High: {high}. High after {tiltak_pl}: "
        "{after}. Breaches of law: {law}. Overdue: {late}.",
        count=len(found), analyses=len({risk.analysis for risk in found}), open=counts.open, high=counts.levels[0],
        after=counts.still_high, law=counts.breaches, late=counts.late,
    )  # fmt: skip
    yield T(
        "The cells count {risiko_pl}, also those that are settled. ■ demands {tiltak_pl}, ▲ is followed up, ● is low. "
        "{Risiko_pl} are counted and not added: five small ones do not make a large one."
    )


def _largest(world: World, occasion: Occasion, found: Sequence[Risk]) -> Iterator[Chapter]:
    still = [risk for risk in found if risk.open_at(occasion.day)][:_TOP]
    if still:
        title = T("The ten largest {risiko_pl}") if len(still) == _TOP else T("The largest {risiko_pl}")
        yield Chapter(title, (T("Only those that are open stand here."),), (table(world, still, occasion.day),))


def _analysis(world: World, occasion: Occasion, record: Record, mine: Sequence[Risk], number: int) -> Chapter:
    scale, title = scale_of(world.config), T("{title}", title=marked(record))
    changed = since_last.table(world, record, mine)
    work = (*([changed] if changed is not None else []), *_work(world, occasion, mine))
    return Chapter(
        title,
        tuple(_facts(world, record)),
        (table(world, mine, occasion.day), *work),
        pictures=(matrix.picture(f"ros-{number}", title, scale, mine, matrix.numbered),),
    )


def _facts(world: World, record: Record) -> Iterator[Text]:
    of = titled(world, record.get("enhet"))
    place = T("{unit}", unit=of) if of else PLACES.get(str(record.get("nivå")), T("The municipality"))
    done, following = parse_date(record.get("dato")), deadline(record.get("neste"))
    yield T("Of: {place}.", place=place)
    if done is not None:
        yield T("Done {day}.", day=done)
    if following is not None:
        yield T("Next {ros-analyse}: {day}.", day=following)
    yield from facts(world, record, "område")


def _work(world: World, occasion: Occasion, mine: Sequence[Risk]) -> Iterator[Table]:
    """Tell what is done about the risks: the tiltak, and how those that are evaluated worked."""
    rows: list[tuple[Cell, ...]] = []
    for number, risk in enumerate(mine, 1):
        told = risk.record.get("evaluering")
        result = RESULTS.get(str(told.get("resultat"))) if isinstance(told, dict) else None
        works = list(solving(world, risk.record, occasion.day))
        for tiltak, status in works:
            state = world.status_reports.at(tiltak, occasion.day)
            who = titled(world, tiltak.get("ansvarlig"))
            words = record_status_text(status) if status else None
            rows.append((number, marked(tiltak), words, state.deadline, who, result))
        if not works and result is not None:
            rows.append((number, marked(risk.record), None, None, owner(world, risk), result))
    if rows:
        columns = (
            Column(T("No."), "number", 8),
            Column(T("{Tiltak}"), width=50),
            Column(T("Status"), width=16),
            Column(T("Deadline"), "date"),
            Column(T("Responsible"), width=30),
            Column(T("Did it work"), width=16),
        )
        yield Table(columns, tuple(rows), T("What is done about them"))


DOCUMENT = ChapterDocument("ros-rapport", T("Report on {risiko_pl}"), _chapters)
