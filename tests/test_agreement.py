"""`validate`, `status`, `list`, `trace` and the tertial report count the same plans, goals and work.

The sets are random: plans with any status, period and succession, with a vedtak or without, drafts without a period; tiltak in virksomhetsplaner,
in a temaplan, in an innsatsområde and in a vedtak; reports or none; profile `asker` and `fri`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planctl.check.pipeline import check
from planctl.cli.status import whole_row
from planctl.cli.trace import as_json
from planctl.domain.on_hold import ON_HOLD
from planctl.i18n import Language
from planctl.model.period import deadline, tertial
from planctl.model.record import Record
from planctl.output.records import RecordView
from planctl.output.thread import thread_of
from planctl.reports.scope import Scope
from planctl.reports.tertial import build_tertial
from planctl.world import World
from support import sample, world

LAST_DAY, DAY_AFTER = date(2021, 8, 31), date(2021, 9, 1)
STATUSES = ("idé", "utkast", "på høring", "vedtatt", "under revisjon", "utgått")
WORK = ("idé", "ikke startet", "i rute", "risiko", "forsinket", "satt på vent", "fullført", "utgår")
DEADLINES = ("2021-03-01", "2021-06", "2021-08-31", "2021-T2", "2021-09-01", "2021-12-31", "2021")
Data = dict[str, Any]

few = settings(
    max_examples=sample(50, 300),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
some = st.booleans()


def _adoption(draw: st.DrawFn) -> Data:
    found: Data = {}
    if draw(some):
        found["status"] = draw(st.sampled_from(STATUSES))
    if draw(some):
        found["vedtak"] = {"organ": "kommunestyret", "dato": "2020-12-15"}
    return found


def _work(draw: st.DrawFn, id_: str, **more: object) -> Data:
    found: Data = {"id": id_, "tittel": f"Arbeid {id_}", "ansvarlig": draw(st.sampled_from(("veg", "park"))), **more}
    if draw(st.integers(0, 4)):
        found["frist"] = draw(st.sampled_from(DEADLINES))
    if draw(some):
        found["status"] = draw(st.sampled_from(WORK))
    return found


@st.composite
def towns(draw: st.DrawFn) -> dict[str, str]:
    """Draw the files of a town; JSON is YAML too."""
    kp = [{"type": "kommuneplan", "id": "kp1", "periode": draw(st.sampled_from(("2020-2032", "2009-2020")))}]
    hp = [{"type": "handlingsprogram", "id": "hp1", "periode": draw(st.sampled_from(("2021-2024", "2020-2023")))}]
    for plans, kind, period in ((kp, "kp", ("2021-2033", "2022-2034")), (hp, "hp", ("2021-2024", "2022-2025"))):
        if draw(some):
            other = {**plans[0], "id": f"{kind}2", "periode": draw(st.sampled_from(period))}
            plans.append(other | ({"avløser": f"{kind}1"} if draw(some) else {}))
    for plan in kp:
        goals = [{"id": f"{plan['id']}.m{number}", "tittel": "Byen er grønn"} for number in (1, 2)]
        plan |= _adoption(draw) | {"mål": goals}
    for plan in hp:
        oppdrag = [_work(draw, f"{plan['id']}.o{n}", følger_opp=["kp1.m1"], til=["veg"]) for n in (1, 2)]
        plan |= _adoption(draw) | {"oppdrag": oppdrag}
    files: dict[str, Data] = {f"{plan['id']}.yaml": plan for plan in (*kp, *hp)}
    for unit in ("veg", "park"):
        name = f"vp-{unit}"
        tiltak = [_work(draw, f"{name}.t{number}", løser=["hp1.o1"]) for number in (1, 2)]
        head = {
            "type": "virksomhetsplan",
            "id": name,
            "virksomhet": unit,
            "periode": draw(st.sampled_from((2021, 2020))),
        }
        files[f"{name}.yaml"] = head | _adoption(draw) | {"tiltak": tiltak}
        files[f"{name}.yaml"].pop("vedtak", None)
    area = {"id": "tp.omr", "tittel": "Trygg vei", "tiltak": [_work(draw, "tp.t1"), _work(draw, "tp.t2")]}
    theme = {"type": "temaplan", "id": "tp", "periode": draw(st.sampled_from(("2020-2032", "2022-2034")))}
    own = [_work(draw, "tp.t3", løser=["hp1.o1"])]
    files["tp.yaml"] = theme | _adoption(draw) | {"arver": ["kp1.m1"], "innsatsområder": [area], "tiltak": own}
    answer = draw(st.sampled_from(("ikke startet", "under arbeid", "gjennomført", "besvart")))
    vedtak = {"id": "v1", "tittel": "Sikre skoleveien", "dato": "2021-02-01", "organ": "kommunestyret"}
    vedtak |= {"status": answer, "ansvarlig": "veg", "tiltak": [_work(draw, "v1.t1")]}
    files["vedtak.yaml"] = {"type": "vedtak", "id": "v2021", "periode": 2021, "vedtak": [vedtak]}
    for unit in draw(st.sampled_from(((), ("veg",), ("veg", "park")))):
        statuses = st.sampled_from(WORK[1:])
        known = [f"vp-{unit}.t1", *(["tp.t1"] if unit == "veg" else [])]
        told = {name: {"status": draw(statuses)} for name in known if draw(some)}
        files[f"rapport-{unit}.yaml"] = {
            "type": "rapportering",
            "periode": "2021-T2",
            "virksomhet": unit,
            "tiltak": told,
        }
    for path in [path for path, data in files.items() if data.get("status") in STATUSES[:3] and draw(some)]:
        del files[path]["periode"]  # a draft may do without
    texts = {path: json.dumps({"tittel": "Plan", **data}, ensure_ascii=False) for path, data in files.items()}
    for path in [path for path in texts if path.startswith("rapport")]:
        texts[path] = json.dumps(files[path], ensure_ascii=False)
    texts["planctl.yaml"] = (
        f"format: 1\nkommune: {{navn: Lillevik}}\nprofil: {draw(st.sampled_from(('asker', 'fri')))}\n"
    )
    texts["organisasjon.yaml"] = ORGANISATION
    return texts


ORGANISATION = """\
type: organisasjon
organer:
  - {id: kommunestyret, tittel: Kommunestyret}
tjenesteområder:
  - {id: teknisk, tittel: Teknisk}
virksomheter:
  - {id: veg, tittel: Veg, overordnet: teknisk}
  - {id: park, tittel: Park}
"""


def _late_by_validate(here: World) -> set[str]:
    """The work that 306 tells of."""
    return {str(item.record) for item in check(here) if item.code == "306"}


def _outside_the_period(here: World) -> set[str]:
    """The work whose deadline is told by 305 or 621: it has another finding than 306."""
    told = {str(item.record) for item in check(here) if item.code in {"305", "621"}}
    whole = {item.location.path for item in check(here) if item.code == "305" and item.field == "periode"}
    return told | {record.name for record in here.plans.of_kind("tiltak", "oppdrag") if record.path in whole}


def _work_of(here: World) -> Iterator[Record]:
    yield from here.plans.of_kind("oppdrag", "tiltak")


@few
@given(towns())
def test_late(texts: dict[str, str]) -> None:
    """The same work is late in `validate`, `list`, `trace`, `status` and the tertial report."""
    here = world(dict(texts), DAY_AFTER, base=False)
    view = RecordView(here, Language("nb"))
    told = _outside_the_period(here)
    listed = {record.name for record in _work_of(here) if view.row(record)["late"]}
    assert listed - told == _late_by_validate(here)
    for record in _work_of(here):
        row = as_json(view, thread_of(here.plans, here.graph, record))["record"]
        assert row["late"] is (record.name in listed)
    measures = {record.name for record in here.plans.of_kind("tiltak")}
    assert whole_row(view).late == len(listed & measures)
    report = build_tertial(here, 2021, 2)
    overdue = {item.id for item in report.overdue} if report else set()
    withdrawn = {record.name for record in _work_of(here) if record.plan.get("status") == "utgått"}
    assert overdue - withdrawn == listed


@few
@given(towns())
def test_in_force(texts: dict[str, str]) -> None:
    """The tertial report counts the plans, goals and work that the rules find in force."""
    here = world(dict(texts), DAY_AFTER, base=False)
    assume(not any(plan.get("status") == "utgått" for plan in here.plans.of_kind("plan")))
    view, thread = RecordView(here, Language("nb")), here.thread
    scope = Scope(here, tertial(2021, 2))
    assert {plan.name for plan in scope.unit_plans} == {
        plan.name for plan in here.plans.of_kind("virksomhetsplan") if thread.in_force(plan)
    }
    assert {plan.name for plan in scope.programmes} == {plan.name for plan in thread.programmes}
    bound = {record.name for record in _work_of(here) if view.binds(record) and view.state(record).status != "idé"}
    bound |= set(_settled(here))
    assert {record.name for record in [*scope.tiltak, *scope.oppdrag]} == bound
    if not scope.programmes:
        assert {plan.name for plan in scope.goal_plans} == {
            plan.name for plan in here.plans.of_kind("kommuneplan") if thread.in_force(plan)
        }
    report = build_tertial(here, 2021, 2)
    if report is not None:
        assert report.tiltak.total.total + report.oppdrag.total.total == len(bound)
        states = {name: here.status_reports.at(_of(here, name), LAST_DAY) for name in bound}
        done = [name for name, state in states.items() if state.done or state.status == ON_HOLD]
        spoken = [name for name, state in states.items() if state.entry is not None]
        assert report.tiltak.total.reported + report.oppdrag.total.reported == len({*done, *spoken})


@few
@given(towns())
def test_open(texts: dict[str, str]) -> None:
    """What `status` counts as open is what `list` shows as open and binds somebody."""
    here = world(dict(texts), DAY_AFTER, base=False)
    view = RecordView(here, Language("nb"))
    rows = [record for record in here.plans.of_kind("tiltak") if view.is_open(record, view.state(record))]
    assert whole_row(view).open == sum(map(view.binds, rows))


def _settled(here: World) -> Iterator[str]:
    """Yield what was done under a vedtak that is settled on no told day, and was due in the period."""
    last = tertial(2021, 2)
    for record in here.plans.of_kind("tiltak"):
        settled = record.parent is not None and record.parent.get("status") in {"gjennomført", "besvart"}
        due = deadline(record.get("frist"))
        if settled and due is not None and due in last and record.get("status") in {"fullført", "utgår"}:
            yield record.name


def _of(here: World, name: str) -> Record:
    found = here.plans.get(name)
    assert found is not None
    return found
