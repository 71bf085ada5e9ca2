"""What has been reported on a record, and what holds for it on a day."""

from __future__ import annotations

from datetime import date

from planctl.domain.status_reports import CurrentState, StatusReports
from planctl.world import World
from support import world

MAY = date(2021, 5, 15)
SEPTEMBER = date(2021, 9, 15)


def _report(period: str, unit: str = "veg", kind: str = "tiltak", id_: str = "vp2021-veg.t1", **fields: object) -> str:
    lines = [f"      {key}: {value}" for key, value in fields.items()]
    return "\n".join([f"type: rapportering\nperiode: {period}\nvirksomhet: {unit}\nlevert: {period[:4]}-12-31",
                      f"{kind}:", f"  {id_}:", *lines, ""])  # fmt: skip


def _world(*reports: str) -> World:
    return world({f"rapportering/{index}.yaml": text for index, text in enumerate(reports)})


def _state(here: World, day: date, id_: str = "vp2021-veg.t1") -> CurrentState:
    return StatusReports(here.plans, here.graph).at(here.plans.by_id[id_], day)


def test_without_reports_the_plan_speaks() -> None:
    state = _state(_world(), SEPTEMBER)
    assert state == CurrentState("i rute", date(2021, 10, 1), None, None, None)
    assert not state.done


def test_entries_stand_in_order_of_period_with_everything_in_them() -> None:
    here = _world(
        _report("2021-T2", status="fullført", framdrift=100),
        _report(
            "2021-T1", status="forsinket", ny_frist="2021-11", årsak="Regn", korrigerende="Telt", kommentar="Snart"
        ),
    )
    first, second = StatusReports(here.plans, here.graph).entries(here.plans.by_id["vp2021-veg.t1"])
    assert (first.period_text, second.period_text) == ("2021-T1", "2021-T2")
    assert first.unit is here.plans.by_id["veg"]
    assert first.delivered == date(2021, 12, 31)
    assert (first.status, first.progress, first.new_deadline) == ("forsinket", None, date(2021, 11, 30))
    assert (first.cause, first.corrective, first.comment) == ("Regn", "Telt", "Snart")
    assert (first.place.path, first.place.at) == ("rapportering/1.yaml", ("tiltak", "vp2021-veg.t1"))
    assert (second.progress, second.new_deadline, second.cause) == (100, None, None)


def test_only_periods_that_have_ended_count_and_what_is_left_out_stands() -> None:
    here = _world(
        _report("2021-T1", status="forsinket", framdrift=40, ny_frist="2021-12-01"),
        _report("2021-T2", status="fullført"),
    )
    assert _state(here, date(2021, 4, 29)).entry is None
    assert _state(here, date(2021, 4, 30)).status == "forsinket"
    late, done = _state(here, MAY), _state(here, SEPTEMBER)
    assert (late.status, late.deadline, late.progress, late.done) == ("forsinket", date(2021, 12, 1), 40, False)
    assert (done.status, done.deadline, done.progress, done.done) == ("fullført", date(2021, 12, 1), 40, True)
    assert done.entry is not None
    assert done.moved_in is not None
    assert (done.entry.period_text, done.moved_in.period_text) == ("2021-T2", "2021-T1")


def test_the_unit_furthest_behind_speaks_for_a_shared_oppdrag() -> None:
    here = _world(
        _report("2021-T1", "park", "oppdrag", "hp2021.o1", status="forsinket"),
        _report("2021-T2", "park", "oppdrag", "hp2021.o1", status="risiko"),
        _report("2021-T2", "veg", "oppdrag", "hp2021.o1", status="fullført"),
    )
    state = _state(here, SEPTEMBER, "hp2021.o1")
    assert state.status == "risiko"
    assert state.entry is not None
    assert state.entry.unit is here.plans.by_id["park"]


def test_what_cannot_be_read_is_none_and_never_a_crash() -> None:
    here = _world(
        _report("2021-T1", status="[a, b]", framdrift="mye", ny_frist="snart", kommentar="3"),
        _report("uke 12", status="risiko"),
    )
    state = _state(here, SEPTEMBER)
    assert (state.status, state.deadline, state.progress) == ("i rute", None, None)


def test_judgements_of_goals_are_entries_too() -> None:
    here = _world(_report("2021-T2", kind="mål", id_="klima.d1", måloppnåelse="på vei"))
    (entry,) = StatusReports(here.plans, here.graph).entries(here.plans.by_id["klima.d1"])
    assert entry.text("måloppnåelse") == "på vei"
