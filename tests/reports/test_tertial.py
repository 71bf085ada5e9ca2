"""The tertial report's numbers, counted by hand on a small municipality."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from town import by_title, edited, markdown, town, view

from planctl.reports.tertial import build_tertial, latest_year
from planctl.reports.views.goals import Point, Remark
from planctl.reports.views.money import AreaMoney, Money
from planctl.reports.views.status_counts import MOVING


def _counts(**numbers: int) -> tuple[int, ...]:
    names = {"ikke_startet": "ikke startet", "i_rute": "i rute", "ikke_rapportert": "ikke rapportert"}
    wanted = {names.get(name, name): number for name, number in numbers.items()}
    assert wanted.keys() <= set(MOVING)
    return tuple(wanted.get(status, 0) for status in MOVING)


def test_tiltak_by_area_and_status() -> None:
    """Each tiltak is counted once; ideas are not; what was completed before or by the plan still is."""
    report = view()
    assert [(row.name, row.counts) for row in report.tiltak.rows] == [
        ("Teknisk", _counts(i_rute=2, forsinket=1, fullført=2, ikke_rapportert=1)),
        ("Oppvekst", _counts(fullført=1, ikke_rapportert=1)),
    ]
    assert report.tiltak.total.counts == _counts(i_rute=2, forsinket=1, fullført=3, ikke_rapportert=2)
    assert (report.tiltak.total.total, report.tiltak.total.reported, report.tiltak.total.share) == (8, 6, Decimal(75))


def test_oppdrag_by_area_and_status() -> None:
    """An oppdrag to several is counted once, with its owner; silent ones may have tiltak that speak."""
    report = view()
    assert [(row.name, row.counts) for row in report.oppdrag.rows] == [
        ("Teknisk", _counts(risiko=1, ikke_rapportert=1)),
        ("Oppvekst", _counts(ikke_rapportert=1)),
    ]
    assert report.carried == 1


def test_contradiction() -> None:
    """A tiltak reported on track after its deadline is a deviation, and says so."""
    item = by_title(view())["Merke sykkelfelt"]
    assert (item.status, item.deadline, item.days_late) == ("i rute", date(2021, 6, 1), 91)
    assert item.contradicts
    assert item.cause is None
    assert "Reported «on track», but the deadline ran out on 1 June 2021" in markdown(view())


def test_new_deadline() -> None:
    """A new deadline goes before the plan's own: the tiltak deviates but is not past its deadline."""
    item = by_title(view())["Asfaltere gangvegen"]
    assert (item.planned, item.deadline, item.days_late) == (date(2021, 8, 1), date(2021, 12, 1), None)
    assert (item.cause, item.corrective) == ("Telen satt lenge", "Vi leier inn et lag til")
    assert item.deviates


def test_silent_tiltak_keep_what_was_said_before() -> None:
    """What the period's report leaves out counts as not reported, with its last status and no old cause."""
    item = by_title(view())["Rydde snø"]
    assert (item.status, item.before, item.cause) == ("ikke rapportert", ("risiko", "2021-T1"), None)


def test_overdue() -> None:
    """The oldest deadline stands first; one on the period's last day has run out."""
    late = [(item.title, item.days_late) for item in view().overdue]
    assert late == [("Telle syklister", 92), ("Merke sykkelfelt", 91), ("Bytte vinduer", 16), ("Rydde snø", 0)]


def test_deviations_by_area() -> None:
    """Deviations stand by tjenesteområde, the gravest first."""
    assert [(item.area, item.title) for item in view().deviations] == [
        ("Teknisk", "Asfaltere gangvegen"),
        ("Teknisk", "Bygge ut sykkelvegnettet"),
        ("Teknisk", "Telle syklister"),
        ("Teknisk", "Merke sykkelfelt"),
        ("Teknisk", "Rydde snø"),
        ("Oppvekst", "Bytte vinduer"),
    ]


def test_goals() -> None:
    """Each delmål counts the work below it; judgements are counted and quoted."""
    (area,) = view().focus_areas
    first, second = area.goals
    assert (first.number, first.tiltak.total, first.oppdrag.total) == ("1.1", 6, 2)
    assert (second.number, second.tiltak.total, second.oppdrag.total) == ("1.2", 2, 1)
    assert (area.tiltak.total, area.oppdrag.total) == (8, 3)
    assert first.verdicts == (("på vei", 1),)
    assert first.remarks == (Remark("1.1", "Veg", "på vei", "Flere sykler"),)


def test_indicator() -> None:
    """The latest value that had ended is judged as shown, against the nearest target and the one before."""
    item = view().focus_areas[0].indicators[0]
    assert (item.goal, item.verdict, item.trend, item.better) == ("1.1", "akseptert", "opp", True)
    assert (item.latest, item.previous) == (Point(Decimal(12), "2020"), Point(Decimal(8), "2019"))
    assert item.target == Point(Decimal(15), "2022")
    assert not item.stale


def test_indicator_not_measured() -> None:
    """`ikke målt` is shown with the last value there is, which is judged and told to be old."""
    item = view().focus_areas[0].indicators[1]
    assert (item.latest, item.last_value) == (Point(None, "2020"), Point(Decimal("4.9"), "2018"))
    assert (item.verdict, item.trend, item.stale) == ("ønsket", None, True)
    assert "not measured (2020), last 4.9 (2018), out of date" in markdown(view())


def test_indicator_never_measured() -> None:
    """An indicator without any value is named; it belongs to no delmål and stands by itself."""
    (item,) = view().other_indicators
    assert (item.title, item.never, item.verdict, item.focus) == ("Strøm i skolene", True, None, "økonomi")


def test_indicator_unit_by_unit() -> None:
    """An indicator that is measured in each unit is summed up, and the units outside its bands named."""
    (item,) = view().unit_indicators
    assert [(series.unit, series.verdict) for series in item.series] == [
        ("Veg", "akseptert"),
        ("Skole", "ikke_godkjent"),
    ]
    assert item.rejected == ("Skole",)
    assert len(view().indicators) == 3


def test_economy() -> None:
    """Sums hold the units with complete figures; merforbruk is negative."""
    economy = view().economy
    (area,) = economy.areas
    assert area.money == economy.total == Money(12300, 8200, 8600, 12900)
    assert (area.money.deviation_so_far, area.money.deviation) == (-400, -600)
    assert f"{area.money.share:.2f}" == "-4.88"
    assert [(unit.name, unit.money.complete, unit.explanation) for unit in area.units] == [
        ("Veg", True, "Brøyting i januar"),
        ("Vann", False, None),
    ]
    assert area.units[1].money == Money(5000, 3300, 3200, None)
    assert (economy.covered, economy.expected, economy.without) == (1, 3, (("Oppvekst", ("Skole",)),))


def test_economy_of_a_part() -> None:
    """A department's figures are a part of its unit's and are not summed twice."""
    part = {"vegdrift.yaml": _figures("vegdrift", 1000), "teknisk.yaml": None}
    economy = view(part).economy
    assert [(unit.name, unit.part) for unit in economy.units] == [("Veg", False), ("Vegdrift", True), ("Vann", False)]
    assert economy.total.revised == 12300


def _figures(unit: str, amount: int) -> str:
    return (
        f"type: rapportering\nperiode: 2021-T2\nvirksomhet: {unit}\nlevert: 2021-09-01\nøkonomi:\n"
        f"  årsbudsjett_regulert: {amount}\n  budsjett_hittil: {amount}\n  regnskap_hittil: {amount}\n  prognose: {amount}\n"
    )


def test_economy_sums_over_areas() -> None:
    """Every row of a tjenesteområde is the sum of its units, and the total that of the tjenesteområder."""
    economy = view({"skole-2021-T2.yaml": _figures("skole", 700)}).economy
    assert [(area.name, area.money.revised) for area in economy.areas] == [("Teknisk", 12300), ("Oppvekst", 700)]
    assert economy.total == Money(13000, 8900, 9300, 13600)
    assert all(isinstance(area, AreaMoney) for area in economy.areas)


def test_missing() -> None:
    """Units without a report are named with leader and tjenesteområde, late ones with their date."""
    missing = view().missing
    assert [(unit.name, unit.area, unit.leader, unit.work) for unit in missing.units] == [
        ("Skole", "Oppvekst", "Skolesjef", 1)
    ]
    assert (missing.delivered, missing.expected, missing.due) == (1, 2, date(2021, 9, 30))
    assert [(unit.name, unit.delivered) for unit in missing.late] == [("Veg", date(2021, 10, 2)), ("Vann", None)]
    assert [item.title for item in missing.tiltak] == ["Rydde snø"]
    assert missing.unplanned == ("Vann",)
    assert [item.title for item in missing.never] == ["Strøm i skolene"]
    assert [item.title for item in missing.stale] == ["Fornøyde elever"]


def test_first_tertial_does_not_know_the_second() -> None:
    """The first tertial's report says what was said then."""
    report = view(number=1)
    work = by_title(report)
    assert report.tiltak.rows[0].counts == _counts(ikke_startet=1, i_rute=1, risiko=1, fullført=1, ikke_rapportert=2)
    assert (work["Skifte skilt"].status, work["Skifte skilt"].days_late) == ("ikke rapportert", 60)
    assert work["Asfaltere gangvegen"].deadline == date(2021, 8, 1)
    assert report.economy.total == Money(12000, 4000, 4000, 12000)


def test_plans() -> None:
    """The plans are named with their adoption as known on the day."""
    assert [(plan.title, plan.adopted, plan.body) for plan in view().plans] == [
        ("Kommuneplan 2020–2032", date(2020, 6, 9), "Kommunestyret"),
        ("Handlingsprogram 2021–2024", date(2020, 12, 15), "Kommunestyret"),
    ]


def test_draft_plans_do_not_count() -> None:
    """A virksomhetsplan that is a draft is not reported on; one withdrawn later still is."""
    draft = edited("veg-2021.yaml", ("status: vedtatt", "status: utkast"))
    withdrawn = edited("veg-2021.yaml", ("status: vedtatt", "status: utgått"))
    assert view(draft).tiltak.total.total == 2
    assert view(withdrawn).tiltak.total.total == 8


def test_illustrative_sources() -> None:
    """What is illustrative is counted by kind."""
    marked = edited("veg-2021.yaml", ("periode: 2021", "periode: 2021\nillustrativ: true"))
    assert view().illustrative == ()
    assert view(marked).illustrative == (("tiltak", 6, 8),)
    assert "Illustrative data: 6 of 8 measures were made as an example" in markdown(view(marked))


def test_nothing_to_report() -> None:
    """Without tiltak and oppdrag in the year there is no report."""
    here = town()
    assert build_tertial(here, 2031, 1) is None


@pytest.mark.parametrize(
    ("number", "today", "year"),
    [
        (2, date(2021, 9, 15), 2021),
        (2, date(2021, 9, 1), 2021),
        (2, date(2021, 8, 31), 2020),
        (1, date(2021, 8, 31), 2021),
        (1, date(2021, 1, 1), 2020),
    ],
)
def test_latest_year(number: int, today: date, year: int) -> None:
    """The default is the latest such tertial that has ended."""
    assert latest_year(number, today) == year


def test_wrong_types_never_crash() -> None:
    """Fields of the wrong type, which validation reports, leave the report whole."""
    changes = {
        "veg-2021-T2.yaml": "type: rapportering\nperiode: 2021-T2\nvirksomhet: veg\nlevert: i går\ntiltak:\n  t1: bra\n  t2:\n    status: 3\n    årsak: [a]\n    ny_frist: snart\nøkonomi:\n  prognose: mye\n",
        "vann-2021-T2.yaml": "type: rapportering\nperiode: 2021-T2\nvirksomhet: 7\nøkonomi: 4\n",
        **edited("handlingsprogram.yaml", ('ønsket: "≥ 15"', 'ønsket: "mye"'), ("desimaler: 0", "desimaler: mange")),
    }
    report = view(changes)
    assert report.focus_areas[0].indicators[0].verdict == "uleselig bånd"
    assert markdown(report)
