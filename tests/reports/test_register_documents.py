"""The documents of four registers: every field that planners write stands in them, and nothing of what is not used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from git_support import Repo
from planctl.cli.app import command_line
from planctl.cli.report import report
from planctl.cli.session import ExitError, Session
from planctl.disciplines.rutiner.examples import PATH as ROUTINES_PATH
from planctl.disciplines.rutiner.examples import ROUTINES
from support import EXAMPLE, base_files, book, places
from support import found as findings

DAY = date(2021, 9, 15)
DOCUMENTS = {
    "beredskap": "beredskapsoversikt",
    "medvirkning": "medvirkningsoversikt",
    "samskaping": "samskapingsoversikt",
    "utvikling": "utviklingsoversikt",
}
NOT_SHOWN = {"merknad", "tidligere_id", "illustrativ", "unntatt", "id", "type", "periode"}
"""Fields of no reader of a report: notes for those who write the plan, names, marks, and the years a file is of."""
PLANS = """\
planregister:
  - id: ber2020
    tittel: Beredskapsplan 2020
    slag: beredskapsplan
    periode: 2020
    vedtak: {organ: kommunestyret, dato: 2020-03-10}
  - id: ber2021
    tittel: Beredskapsplan 2021
    slag: beredskapsplan
    periode: 2021
    status: vedtatt
    avløser: ber2020
    vedtak: {organ: kommunestyret, dato: 2021-03-09}
  - id: ber2022
    tittel: Beredskapsplan 2022
    slag: beredskapsplan
    status: utkast
    avløser: ber2021
"""
Told = Callable[..., str]


def register(name: str) -> str:
    """Give a register in which every field of its schema is filled."""
    return (Path(__file__).parent / "registers" / f"{name}.yaml").read_text(encoding="utf-8")


def files(**registers: str) -> dict[str, str]:
    """Give the small municipality with some registers, a set of routines and plans for emergencies."""
    base = base_files()
    return {
        **base,
        "planstrategi.yaml": base["planstrategi.yaml"] + PLANS,
        ROUTINES_PATH: ROUTINES,
        **{f"{name}/2021.yaml": text for name, text in registers.items()},
    }


@pytest.fixture
def told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    """Give a function that writes a document of some files, and gives its text."""

    def call(name: str, made: dict[str, str], *argv: str, code: str = "nb") -> str:
        repo = Repo(tmp_path / f"plan{len(list(tmp_path.iterdir()))}", made)
        session = Session(repo.folder, lang_code=code, environ={"COLUMNS": "110"}, today=DAY)
        capsys.readouterr()
        arguments = ["report", "--document", DOCUMENTS[name], *argv]
        command_line().main(args=arguments, prog_name="planctl", standalone_mode=False, obj=session)
        return capsys.readouterr().out

    return call


def _texts(value: Any, schema: dict[str, Any], field: str = "") -> Iterator[tuple[str, str]]:
    """Yield the texts that a planner wrote in a file, each with the name of its field."""
    inside = book().resolve(schema)
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, book().fields_of(inside)[name], name)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, inside.get("items", {}), field)
    elif (
        isinstance(value, str)
        and field != "id"
        and "enum" not in inside
        and "format" not in inside
        and "x-viser-til" not in inside
    ):
        yield field, value


def _filled(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(_filled, value.values()))
    return set().union(*map(_filled, value)) if isinstance(value, list) else set()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_files_fill_every_field(name: str) -> None:
    """They hold every field of their schema, and what is right in them gives no finding of a wrong field."""
    schema = book().files[name]
    kinds = [schema, *schema["$defs"].values()]
    wanted = {field for kind in kinds for field in kind["properties"]}
    wanted |= (
        {field for kind in ("funnpost",) for field in book().defs[kind]["properties"]} if name == "beredskap" else set()
    )
    assert wanted - _filled(yaml.safe_load(register(name))) <= {"tidligere_id", "illustrativ", "unntatt"}
    assert [item for item in places(findings(files(**{name: register(name)}))) if item.split()[-1] < "200"] == []


@pytest.mark.parametrize("code", ["nb", "nn"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_of_a_small_register(name: str, code: str, told: Told, golden: Callable[[str, str], None]) -> None:
    text = told(name, files(**{name: register(name)}), code=code)
    golden(f"reports/{DOCUMENTS[name]}.small.{code}.md", text)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_text_is_told(name: str, told: Told, tmp_path: Path) -> None:
    """On the page and in the workbook; the notes of those who write the plan in neither."""
    data = yaml.safe_load(register(name))
    texts = list(_texts(data, book().files[name]))
    assert {field for field, _ in texts} > {"tittel", "omtale", "merknad"}
    made = files(**{name: register(name)})
    page = told(name, made)
    told(name, made, "--format", "xlsx", "--out", str(tmp_path / "ut"))
    (path,) = (tmp_path / "ut").glob("*.xlsx")
    cells = "\n".join(str(value) for sheet in openpyxl.load_workbook(path) for row in sheet.values for value in row)
    said = {field: [] for field in ("page", "workbook")}
    for field, text in texts:
        shown = field not in NOT_SHOWN
        if (text in page) != shown:
            said["page"].append(text)
        of_file = text in (data["tittel"], data["omtale"])
        if (text in cells) != (shown and not of_file):
            said["workbook"].append(text)
    assert said == {"page": [], "workbook": []}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_of_the_example(name: str, capsys: pytest.CaptureFixture[str], golden: Callable[[str, str], None]) -> None:
    session = Session(folder=EXAMPLE, lang_code="nb", environ={}, today=DAY)
    assert report(session, None, 2021, None, document=DOCUMENTS[name]) == 0
    golden(f"reports/{DOCUMENTS[name]}.asker.nb.md", capsys.readouterr().out)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_of_a_unit(name: str, told: Told) -> None:
    """A unit that has nothing in a register has no document; one that has, has only its own."""
    made = files(**{name: register(name)})
    text = told(name, made, "--unit", "veg")
    assert text.startswith("# ")
    assert text.splitlines()[0].endswith("– Veg og trafikk")
    others = {"beredskap": "Strømmen går", "medvirkning": "\0", "samskaping": "Språkkafé", "utvikling": "En tanke"}
    assert others[name] not in text
    with pytest.raises(ExitError, match=r"\A\Z|.*") as refused:
        told(name, made, "--unit", "park")
    assert DOCUMENTS[name] in str(refused.value.message.params)


def test_of_an_earlier_year(told: Told) -> None:
    """The plan that held then is told of, and not the one that took its place later."""
    text = told("beredskap", files(beredskap=register("beredskap")), "--year", "2020")
    assert (
        "| Beredskapsplan 2020 | 10.03.2020 | 31.12.2021 | Skred stenger hovedvegen | 10.11.2020 | 10.11.2021 |" in text
    )
    assert "| Beredskapsplan 2021 |" not in text
    assert "Holdt per 31. desember 2020: 1, av dem i år: 1. Planlagt: 1." in text


def test_a_meeting_of_the_whole_municipality_is_of_no_unit(told: Told) -> None:
    """Also not of the unit that keeps the register."""
    text = told("medvirkning", files(medvirkning=register("medvirkning")), "--unit", "veg")
    assert "Nye vaktlister" in text
    assert "Om garderobene" not in text


def _without(name: str, *lists: str, **more: Any) -> dict[str, str]:
    data = {key: value for key, value in yaml.safe_load(register(name)).items() if key not in lists}
    return files(**{name: yaml.safe_dump({**data, **more}, allow_unicode=True)})


def test_innovations_without_simplifications_and_simplifications_without_innovations(told: Told) -> None:
    one = {"id": "utv.nøkkel", "tittel": "Nytt nøkkelskap", "endring": "Ett skap er nok."}
    simpler = told("utvikling", _without("utvikling", "innovasjoner", tittel="Utvikling", forenklinger=[one]))
    assert "Ett skap er nok." in simpler
    assert "nnovasjon" not in simpler
    new = told("utvikling", _without("utvikling", "forenklinger", tittel="Utvikling"))
    assert "Sensorene må stå der vegen ligger i skygge." in new
    assert "orenkling" not in new


def test_meetings_without_dialogues_and_dialogues_without_meetings(told: Told) -> None:
    meetings = told("medvirkning", _without("medvirkning", "lederdialoger"))
    assert "ialog" not in meetings
    assert "vtale" not in meetings
    dialogues = told("medvirkning", _without("medvirkning", "møter"))
    assert "virkningsmøte" not in dialogues


def test_plans_and_exercises_each_without_the_other(told: Told) -> None:
    plans = told("beredskap", _without("beredskap", "øvelser"))
    assert [line for line in plans.splitlines() if line.startswith("## ")] == ["## 1. Planene"]
    assert "| Beredskapsplan 2021 | 09.03.2021 | 31.12.2022 |" in plans
    one = {"id": "ber.ø1", "tittel": "Skred", "dato": "2020-11-10"}
    made = {path: text for path, text in _without("beredskap", øvelser=[one]).items() if path != "planstrategi.yaml"}
    exercises = told("beredskap", {**made, "planstrategi.yaml": base_files()["planstrategi.yaml"]})
    assert "beredskapsplan" not in exercises.lower().replace("beredskapsoversikt", "")
    assert "unn" not in exercises.split("\n", 2)[2]
