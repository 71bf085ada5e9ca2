"""Hearings, meetings, dialogues, authority and tags, as reports, lists and the calendar tell of them."""

from __future__ import annotations

from datetime import date

from planctl.calendar.layers import Layers
from planctl.check.collected import status_lines
from planctl.disciplines.fullmakt import unit_chapter as authority_of_unit
from planctl.disciplines.fullmakt.document import DOCUMENT as AUTHORITY
from planctl.disciplines.fullmakt.examples import REGISTER
from planctl.disciplines.hoering import unit_chapter as comments_of_unit
from planctl.disciplines.hoering.comments import counts, every, heard
from planctl.disciplines.hoering.document import DOCUMENT as SUMMARY
from planctl.disciplines.hoering.examples import HEARD, HEARING
from planctl.disciplines.hoering.hearings import time_of
from planctl.disciplines.medvirkning import unit_chapter as dialogues_of_unit
from planctl.disciplines.medvirkning.examples import DIALOGUES
from planctl.disciplines.merker.chapter import chapter as tags
from planctl.domain.successors import successors
from planctl.i18n import Language
from planctl.model.chapter import Occasion
from planctl.model.period import Period
from planctl.world import World
from support import world

NB = Language("nb")
YEAR = Period(date(2021, 1, 1), date(2021, 6, 15))
OWN = HEARING.replace("gjelder: [kdp-sykkel]\n", "gjelder: [hp2021]\nfra: 2020-11-24\ntil: 2020-12-10\n")


def _occasion(opened: World, unit: str | None = None) -> Occasion:
    return Occasion(YEAR, lambda owner: unit is None or owner == unit, unit is not None, ended=False)


def _said(rows: tuple[tuple[object, ...], ...]) -> list[tuple[str, ...]]:
    return [tuple(NB.show(cell) for cell in row) for row in rows]


def test_the_days_of_a_hearing_are_those_of_its_plan() -> None:
    opened = world({"h.yaml": HEARING, **HEARD})
    time = time_of(opened, opened.plans.by_id["høring-sykkel"])
    assert time.first is not None
    assert time.last is not None
    assert (time.first.first, time.last.last) == (date(2020, 9, 1), date(2020, 11, 15))


def test_only_a_hearing_with_days_of_its_own_is_in_the_calendar_twice_over() -> None:
    """One that its plan dates, stands there by the plan alone."""
    of_plan = world({"h.yaml": HEARING, **HEARD})
    assert [item.record.name for item in Layers(of_plan).entries(["høringer"])] == ["kdp-sykkel"]
    of_itself = world({"h.yaml": OWN})
    assert [item.record.name for item in Layers(of_itself).entries(["høringer"])] == ["høring-sykkel"]


def test_what_was_said_is_counted() -> None:
    rows = "id;tittel;avsender;tema;status;Kommunens svar\n" + "".join(
        f"i{n};Innspill nummer {n};{sender};{theme};{status};{answer}\n"
        for n, (sender, theme, status, answer) in enumerate(
            [
                ("innbygger", "veg", "tatt til følge", "Ja"),
                ("innbygger", "veg", "delvis tatt til følge", "Delvis"),
                ("næringsliv", "bolig", "ikke tatt til følge", "Nei"),
                ("næringsliv", "", "mottatt", ""),
            ],
            2,
        )
    )
    text = f"{OWN[: OWN.index('innspill:')]}fil: innspill.csv\nkolonner: {{Kommunens svar: svar}}\n"
    opened = world({"høringer/h.yaml": text, "høringer/innspill.csv": rows})
    found = heard(opened, _occasion(opened))
    assert counts(every(found)) == (4, 1, 1, 1, 1)
    chapters = SUMMARY.chapters(opened, _occasion(opened))
    assert [NB(chapter.title) for chapter in chapters] == ["Høring av sykkelplanen"]
    theme, sender, told = chapters[0].tables
    assert _said(theme.rows) == [("veg", "2", "1", "1", "0", "0"), ("bolig", "1", "0", "0", "1", "0"),
                                 ("–", "1", "0", "0", "0", "1")]  # fmt: skip
    assert [row[:2] for row in _said(sender.rows)] == [("innbygger", "2"), ("næringsliv", "2")]
    assert [NB.show(row[4]) for row in told.rows if row[4] is not None] == ["Ja", "Delvis", "Nei"]
    lines = [(NB(line.name), NB(line.told)) for line in status_lines(opened)]
    assert lines == [("Innspill", "Åpne: 1. Over fristen: 0. Uten tiltak: 0.")]


def test_what_was_agreed_is_counted_in_status() -> None:
    lines = [(NB(line.name), NB(line.told)) for line in status_lines(world({"m.yaml": DIALOGUES}))]
    assert lines == [("Avtaler", "Åpne: 1. Over fristen: 0. Uten tiltak: 0.")]


def test_tags_are_counted_by_what_they_are_called() -> None:
    plan = "virksomhetsplaner/veg.yaml"
    settings = "format: 1\nkommune: {navn: Vår}\nmerker: {klima: Klima og miljø}\n"
    text = "type: virksomhetsplan\nid: vp\ntittel: Plan\nvirksomhet: veg\nperiode: 2021\ntiltak:\n"
    work = (
        "  - id: vp.t{n}\n    tittel: Strø vegen {n}\n    frist: 2021-12-01\n    ansvarlig: veg\n    status: {status}\n"
    )
    body = work.format(n=1, status="fullført") + "    merker: [drift, klima]\n"
    body += work.format(n=2, status="forsinket") + "    merker: [klima, ukjent]\n"
    opened = world({plan: f"{text}{body}", "planctl.yaml": settings})
    chapter = tags(opened, _occasion(opened))
    assert chapter is not None
    assert _said(chapter.tables[0].rows) == [("Drift", "0", "1", "1", "0"), ("Klima og miljø", "0", "2", "1", "1")]
    assert tags(world({}), _occasion(opened)) is None


def test_who_took_over_is_followed_as_far_as_it_goes() -> None:
    old = (
        "type: organisasjon\nvirksomheter:\n"
        "  - {id: teknisk, tittel: Teknisk, til: 2017-12-31, etterfølger: [vegvesenet, parkvesenet]}\n"
        "  - {id: vegvesenet, tittel: Vegvesenet, til: 2019-12-31, etterfølger: [veg]}\n"
        "  - {id: parkvesenet, tittel: Parkvesenet}\n"
    )
    opened = world({"o.yaml": old})
    first = opened.plans.by_id["teknisk"]

    def names(day: date) -> list[str]:
        return [owner.name for owner in successors(first, opened.graph, day)]

    assert names(date(2017, 12, 31)) == ["teknisk"]
    assert names(date(2018, 1, 1)) == ["vegvesenet", "parkvesenet"]
    assert names(date(2020, 1, 1)) == ["parkvesenet", "veg"]


def test_the_documents_of_a_unit_tell_what_waits_for_it() -> None:
    asked = OWN.replace("status: tatt til følge", "status: vurdert").replace("gjelder:", "ansvarlig: veg\ngjelder:")
    opened = world({"h.yaml": asked, "m.yaml": DIALOGUES, "f.yaml": REGISTER})
    mine, others = _occasion(opened, "veg"), _occasion(opened, "park")
    made = [module.chapter(opened, mine) for module in (comments_of_unit, dialogues_of_unit, authority_of_unit)]
    titles = ["Innspill som skal besvares", "Lederdialog og medbestemmelse"]
    assert [NB(chapter.title) for chapter in made if chapter is not None] == titles
    assert made[0] is not None
    assert made[1] is not None
    assert [NB.show(row[0]) for row in made[0].tables[0].rows] == ["Bygg også i bygdene"]
    assert [NB.show(row[0]) for row in made[1].tables[0].rows] == ["Gå gjennom brøytekontraktene"]
    assert comments_of_unit.chapter(opened, others) is None
    assert dialogues_of_unit.chapter(opened, others) is None
    leader = authority_of_unit.chapter(opened, _occasion(opened, "vegsjef"))
    assert leader is not None
    assert [NB.show(row[0]) for row in leader.tables[0].rows] == ["Disponere budsjettet i egen virksomhet"]


def test_an_authority_that_is_given_to_nobody_by_name_is_of_all_leaders_of_its_level() -> None:
    opened = world({"f.yaml": REGISTER.replace("    delegert_til: [vegsjef]\n", "")})
    first, second = AUTHORITY.chapters(opened, _occasion(opened))
    assert [NB.show(row[3]) for row in first.tables[0].rows] == ["Kommunedirektør"]
    assert [NB.show(row[3]) for row in second.tables[0].rows] == ["Alle ledere på nivået"]
    assert authority_of_unit.chapter(opened, _occasion(opened, "park")) is not None
