"""Contracts, ownership and samskaping: the registers stand at what they serve, and their documents tell what is due."""

from __future__ import annotations

import json

import pytest

from git_support import Call
from planctl.disciplines.samskaping.forms import FORMS
from support import HERE, Files, found, places, said
from test_example import whole

FILES: dict[str, str] = {
    f"{name}/2021.yaml": (HERE / "disciplines" / folder / "editor" / f"{name}.yaml").read_text(encoding="utf-8")
    for folder, name in (("kontrakt", "kontrakter"), ("eierskap", "eierskap"), ("samskaping", "samskaping"))
}
CONTRACTS = "kontrakter/2021.yaml"


def test_right_registers_give_no_finding() -> None:
    files: Files = dict(FILES)
    assert places(found(files)) == []


@pytest.mark.parametrize("name", ["kr.drift", "sk.gang", "kr.drift.m1"])
def test_trace_shows_them_at_the_oppdrag_and_from_themselves(planctl: Call, name: str) -> None:
    from_above = json.dumps(json.loads(planctl("trace", "hp2021.o1", "--format", "json")))
    assert f'"{name}"' in from_above
    assert '"hp2021.o1"' in json.dumps(json.loads(planctl("trace", name, "--format", "json")))


def test_a_goal_is_not_followed_up_because_a_company_serves_it() -> None:
    files: Files = {"handlingsprogram.yaml": None, "virksomhetsplaner/veg.yaml": None}
    bare = places(found(files))
    own = "er.brann\n    tittel: Brann AS\n    formål: Slukke\n    tjener: [klima.d1]\n"
    register = f"type: eierskap\nid: er\ntittel: E\nprinsipper: [Vi er åpne.]\nselskaper:\n  - id: {own}"
    assert places(found({**files, "eierskap/e.yaml": register})) == bare


def test_the_common_rules_know_a_breach() -> None:
    text = FILES[CONTRACTS]
    late = text.replace("frist: 2021-10-15", "frist: 2021-06-14")
    assert said(found({CONTRACTS: late}, "805")) == [
        "«Vegene til skolen blir brøytet for sent» skulle være håndtert innen 14. juni 2021"
    ]
    undated = text.replace("        frist: 2021-10-15\n", "")
    assert [item.code for item in found({CONTRACTS: undated})] == ["807"]
    unlawful = text.replace("slag: forsinkelse", "slag: lovbrudd").split("        tiltak:\n")[0]
    assert [item.code for item in found({CONTRACTS: unlawful})] == ["800"]
    closed = text.replace("under arbeid", "lukket").replace("i rute", "fullført")
    assert [item.code for item in found({CONTRACTS: closed})] == ["801"]
    unfollowed = text.replace("neste: 2021-10", "neste: 2021-05")
    assert [item.code for item in found({CONTRACTS: unfollowed})] == ["802"]


def test_the_survey_of_contracts(planctl: Call) -> None:
    told = planctl("report", "--document", "kontraktoversikt")
    assert "Kontrakter som løper 15. juni 2021: 1. Fulgt opp i perioden: 1. Skal avgjøres innen ett år: 1." in told
    assert "| 31.05.2022 | Drift av veger \\* | Om opsjonen skal utløses | Veg og trafikk |" in told
    assert (
        "| Drift av veger \\* | Vegfolk AS | Brøyting, strøing og feiing | Veg og trafikk | 9 000 | 31.10.2021 | 31.08.2022 | 31.05.2022 |"
        in told
    )
    assert "| 09.02.2021 | Drift av veger \\* | Levering | Mangler |" in told


def test_the_eierskapsmelding_holds_what_the_law_asks(planctl: Call) -> None:
    told = planctl("report", "--document", "eierskapsmelding")
    assert "## 1. Prinsipper for eierstyring" in told
    assert "- Kommunen er en tydelig og åpen eier." in told
    assert "| Fjordbygda brann og redning IKS \\* | IKS | 60,0 % | Samfunn |" in told
    purpose = "Ha et brannvern som er stort nok til å være godt hele døgnet."
    assert f"| Fjordbygda brann og redning IKS \\* | {purpose} |" in told
    assert "| Fjordbygda brann og redning IKS \\* | 2020 | 1 200 | 0 | 9 000 |" in told
    assert "«styrt»" not in told


def test_the_words_are_nynorsk_in_nynorsk(planctl: Call) -> None:
    told = planctl("report", "--document", "kontraktoversikt", code="nn")
    assert "Kontraktseigar" in told
    assert "Om opsjonen skal utløysast" in told
    assert "Eigarskapsmelding" in planctl("report", "--document", "eierskapsmelding", code="nn")


def test_status_and_calendar(planctl: Call) -> None:
    told = " ".join(planctl("status").split())
    assert "Kontrakter Løper: 1. Skal avgjøres innen 90 dager: 0. Åpne mislighold: 1. Over fristen: 0." in told
    assert "Selskaper I alt: 1. Uten formål: 0." in told
    assert "Samskapinger Pågår: 1. Avsluttet uten resultat: 0." in told
    dates = " ".join(planctl("calendar", "--year", "2022", "--layer", "kontrakter").split())
    assert "Opsjonsfrist: Drift av veger" in dates
    assert "Utløp: Drift av veger" in dates
    meetings = planctl("calendar", "--year", "2021", "--layer", "eiermøter")
    assert "Representantskapsmøte: Fjordbygda brann og redning IKS" in meetings
    assert "Eierdag: Kommunens eierinteresser" in meetings


def test_the_example_has_each_sort() -> None:
    plans = whole().plans
    assert len(list(plans.of_kind("kontrakt"))) == 25
    assert len(list(plans.of_kind("selskap"))) == 64
    forms = [record.get("form") for record in plans.of_kind("samskaping")]
    assert len(forms) >= 12
    assert all(forms.count(form) >= 3 for form in FORMS)
    owned = {record.get("form") for record in plans.of_kind("selskap")}
    assert owned == {"AS", "KF", "IKS", "oppgavefellesskap", "stiftelse", "annen interesse"}
    numbers = [str(record.get("orgnr")) for record in plans.of_kind("selskap", "kontrakt") if record.get("orgnr")]
    assert len(numbers) >= 5
    assert all(number[0] in "23" for number in numbers)
