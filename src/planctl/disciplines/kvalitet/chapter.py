"""The chapter on quality in the annual report: audits, surveys, the citizens' observatory, and their funn."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.details import about, part_table, whole_table
from planctl.disciplines.kvalitet.followed import funn, with_counts
from planctl.disciplines.kvalitet.observatory_tables import grades_pictures, places_table, sentences
from planctl.disciplines.kvalitet.survey_tables import survey_tables
from planctl.disciplines.records import records_for
from planctl.disciplines.register import Field
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.period import Period, parse_date
from planctl.model.record import Record
from planctl.world import World

_FIELDS = (
    "tittel",
    Field("slag", 12),
    Field("standarder", 20),
    Field("område", 24, "workbook"),
    Field("enhet", 26),
    "dato",
    Field("konklusjon", 60, "workbook"),
)


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None in the reports on a tertial, and where there is nothing to tell."""
    if not occasion.is_annual:
        return None
    audits, surveys = audits_in(world, occasion), surveys_in(world, occasion)
    places = list(records_for(world, occasion, "observatorieplass"))
    matters = funn(world, occasion)
    if not (audits or surveys or places or matters.open):
        return None
    holding = [one for one in world.plans.of_kind("innbyggerobservatorium") if any(p.plan is one for p in places)]
    return Chapter(
        T("Audits, surveys and the citizens' observatory"),
        (
            *about(world, occasion, "innbyggerobservatorium", "standard", "temaer"),
            *about(world, occasion, "undersøkelsesregister"),
            matters.told_of_funn,
            *sentences(holding, places, occasion.day),
        ),
        (
            *audit_table(world, audits),
            *matters.table(matters.open, T("Open {funn_pl}"), ("slag",)),
            *survey_tables(world, surveys),
            *places_table(world, places, occasion.day),
            *part_table(world, places, "vurderinger", T("Each assessment")),
        ),
        shares([*audits, *surveys, *places, *(one.record for one in matters.open)]),
        pictures=tuple(grades_pictures(holding, places, occasion.day)),
    )


def audits_in(world: World, occasion: Occasion) -> list[Record]:
    """Give the audits that were done in the period of the report."""
    return audits_of(world, occasion, occasion.period)


def audits_of(world: World, occasion: Occasion, period: Period) -> list[Record]:
    """Give the audits of a period, done and to come, in their order; in a report of one unit those of it."""
    return _in_period(world, occasion, "revisjon", period)


def surveys_in(world: World, occasion: Occasion) -> list[Record]:
    """Give the surveys of the period, and of those before it the last of each sort where the period has none."""
    found = _in_period(world, occasion, "undersøkelse", occasion.period)
    known = [one for one in _covered(world, occasion, "undersøkelse") if _day(one) < occasion.period.start.isoformat()]
    sorts = {(one.get("slag"), one.get("enhet")) for one in found}
    latest = {(one.get("slag"), one.get("enhet")): one for one in sorted(known, key=_day)}
    return sorted([*found, *(one for sort, one in latest.items() if sort not in sorts)], key=_day)


def audit_table(world: World, audits: list[Record]) -> Iterator[Table]:
    """Tell the audits, with how many funn of each sort they gave."""
    for table in whole_table(world, audits, _FIELDS, T("{Revisjon_pl}")):
        yield with_counts(table, audits)


def _in_period(world: World, occasion: Occasion, kind: str, period: Period) -> list[Record]:
    found = [
        one
        for one in _covered(world, occasion, kind)
        if (day := parse_date(one.get("dato"))) is not None and day in period
    ]
    return sorted(found, key=_day)


def _covered(world: World, occasion: Occasion, kind: str) -> Iterator[Record]:
    """Yield what is of the unit that was audited or surveyed, before it is of who did it."""
    for one in world.plans.of_kind(kind):
        unit = one.get("enhet")
        first = one.id is None or world.plans.get(one.id) is one
        if first and occasion.covers(unit if isinstance(unit, str) else None):
            yield one


def _day(record: Record) -> str:
    return str(record.get("dato"))
