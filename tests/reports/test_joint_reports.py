"""A report for the whole municipality or a tjenesteområde: it counts, in every view, like those of units."""

from __future__ import annotations

import pytest

from planctl.domain.reporter import is_for_all, unit_of_report
from planctl.i18n import Language
from planctl.model.period import parse_date, tertial
from planctl.output.records import RecordView
from planctl.reports.scope import Scope
from planctl.reports.tertial import build_tertial
from support import Files, found, places, world

DAY = parse_date("2021-06-15")
SUMS = (
    "økonomi: {årsbudsjett_regulert: 900, budsjett_hittil: 300, regnskap_hittil: 310, prognose: 915, forklaring: Snø}"
)
THEME = """\
type: temaplan
id: tp-sykkel
tittel: Temaplan for sykkel
periode: 2021-2033
status: vedtatt
vedtak: {organ: kommunestyret, sak: 1/21, dato: 2021-01-05}
arver: [klima.d1]
strategier:
  - {id: tp-sykkel.s1, tittel: Kommunen skal bygge sykkelveger, bidrar_til: [klima.d1]}
tiltak:
  - {id: tp-sykkel.t1, tittel: Telle syklister, løser: [tp-sykkel.s1], frist: 2021-12, ansvarlig: veg}
  - {id: tp-sykkel.t2, tittel: Bygge sykkelveg, løser: [tp-sykkel.s1], frist: 2021-12, ansvarlig: park}
"""


def town(*reports: str) -> Files:
    """Give a town of the profile `fri` with tiltak in a temaplan alone, and its reports."""
    files: Files = {
        "virksomhetsplaner/veg.yaml": None,
        "handlingsprogram.yaml": None,
        "temaplaner/sykkel.yaml": THEME,
        "planctl.yaml": "format: 1\nkommune: {navn: Lillevik}\nprofil: fri\ndato: 2021-06-15\n",
    }
    return files | {f"rapportering/{index}.yaml": text for index, text in enumerate(reports)}


def report(whose: str, *more: str, period: str = "2021-T1", delivered: str = "2021-05-20") -> str:
    """Write a report."""
    return "\n".join(["type: rapportering", f"periode: {period}", whose, f"levert: {delivered}", *more]) + "\n"


def test_the_statuses_of_the_whole_municipality_hold() -> None:
    here = world(town(report("gjelder: kommunen", "tiltak: {tp-sykkel.t1: {status: risiko, årsak: Regn}}")), DAY)
    assert places(found(town(report("gjelder: kommunen")), "2", "1")) == []
    tiltak = here.plans.get("tp-sykkel.t1")
    assert tiltak is not None
    assert here.status_reports.at(tiltak, here.today).status == "risiko"
    (entry,) = here.status_reports.entries(tiltak)
    assert entry.unit is None
    assert is_for_all(entry.report)
    view = build_tertial(here, 2021, 1)
    assert view is not None
    assert view.tiltak.total["risiko"] == 1
    assert view.missing.reports == 1
    assert [item.title for item in view.missing.tiltak] == ["Bygge sykkelveg"]
    assert not view.missing.late


def test_the_economy_of_the_whole_municipality() -> None:
    view = build_tertial(world(town(report("gjelder: kommunen", SUMS)), DAY), 2021, 1)
    assert view is not None
    assert view.economy.total.deviation == -15
    assert [(row.name, row.explanation) for row in view.economy.units] == [("Lillevik", "Snø")]
    assert view.economy.covered == view.economy.expected


@pytest.mark.parametrize(("forecast", "shown"), [(915, ["Veg og trafikk"]), (905, ["Lillevik"])])
def test_the_accounts_beside_the_whole_municipality(forecast: int, shown: list[str]) -> None:
    """They are shown, unit by unit, when they have the sums it reported; else these are, and theirs is told beside them."""
    head = "enhet;måned;årsbudsjett_regulert;budsjett;regnskap;prognose\n"
    accounts: Files = {
        "økonomi.yaml": "type: økonomi\ntittel: Tall\nperiode: 2021\nfil: tall.csv\n",
        "tall.csv": head + "".join(f"veg;{month};;0;0;\n" for month in (1, 2, 3)) + f"veg;4;900;300;310;{forecast}\n",
    }
    view = build_tertial(world({**town(report("gjelder: kommunen", SUMS)), **accounts}, DAY), 2021, 1)
    assert view is not None
    assert [row.name for row in view.economy.units] == shown
    assert (view.ledger.total.forecast if view.ledger else None) == (None if view.economy.of_accounts else forecast)
    told = [part for voice in (view.written.voices if view.written else ()) for part in voice.paragraphs]
    assert told == (["Snø"] if view.economy.of_accounts else [])


def test_the_units_own_figures_go_before_those_of_the_whole() -> None:
    unit = report("virksomhet: veg", SUMS.replace("915", "900"))
    view = build_tertial(world(town(report("gjelder: kommunen", SUMS), unit), DAY), 2021, 1)
    assert view is not None
    assert [row.name for row in view.economy.units] == ["Veg og trafikk"]
    assert view.economy.total.deviation == 0
    assert view.missing.reports == 2


def test_a_late_report_of_the_whole_municipality() -> None:
    view = build_tertial(world(town(report("gjelder: kommunen", delivered="2021-06-10")), DAY), 2021, 1)
    assert view is not None
    assert [line.name for line in view.missing.late] == ["Lillevik"]


def test_the_report_of_one_unit_leaves_the_reports_of_all_out() -> None:
    here = world(town(report("gjelder: kommunen", SUMS), report("gjelder: samfunn")), DAY)
    veg = here.plans.get("veg")
    assert veg is not None
    assert Scope(here, tertial(2021, 1)).is_spoken_for(veg)
    cut = Scope(here, tertial(2021, 1), unit=veg)
    assert cut.is_spoken_for(veg)
    assert cut.every_report == []
    view = build_tertial(here, 2021, 1, veg)
    assert view is not None
    assert not view.economy.units


def test_a_report_for_a_tjenesteområde_is_of_that_unit() -> None:
    here = world(town(report("gjelder: samfunn", "tiltak: {tp-sykkel.t1: {status: i rute}}")), DAY)
    (record,) = here.plans.of_kind("rapportering")
    unit = unit_of_report(record, here.graph)
    assert unit is not None
    assert unit.id == "samfunn"
    assert RecordView(here, Language("nb")).title(record) == "Samfunn 2021-T1"


def test_what_a_report_for_all_is_called() -> None:
    here = world(town(report("gjelder: kommunen")), DAY)
    (record,) = here.plans.of_kind("rapportering")
    assert RecordView(here, Language("nb")).title(record) == "Lillevik 2021-T1"


def test_a_unit_that_is_none_is_told_of() -> None:
    assert places(found(town(report("gjelder: kommunenn")), "201")) == ["rapportering/0.yaml:3:10 201"]
