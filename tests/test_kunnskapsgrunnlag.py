"""What plans build on: in documents, the annual report, status, the calendar and the thread."""

from __future__ import annotations

import re

from git_support import Call, Repo
from planctl.fn import load_goals
from support import HERE, Files, base_files, found, places

EDITOR = {
    path.stem: path.read_text(encoding="utf-8") for path in HERE.glob("disciplines/kunnskapsgrunnlag/editor/*.yaml")
}
WIDTH = 200
FILES: Files = {f"{name}/plan.yaml": text for name, text in EDITOR.items()}


def test_a_right_file_of_each_type_gives_no_finding() -> None:
    assert places(found(FILES)) == []


def test_a_municipality_without_goals_and_areas_can_have_them() -> None:
    plain: Files = {
        **dict.fromkeys(base_files()),
        "planctl.yaml": base_files()["planctl.yaml"] + "profil: fri\n",
        "organisasjon.yaml": "type: organisasjon\nvirksomheter:\n  - id: samfunn\n    tittel: Samfunn\n",
        "lida.yaml": EDITOR["lida"].replace("plan: kp2020\n", ""),
        "va.yaml": EDITOR["vesentlighetsanalyse"],
    }
    assert places(found(plain, "8")) == []


def test_the_document_has_a_chapter_for_each(planctl: Call) -> None:
    told = planctl("report", "--document", "kunnskapsgrunnlag")
    assert [line for line in told.splitlines() if line.startswith("## ")] == [
        "## 1. Planprogrammer",
        "## 2. Føringer utenfra",
        "## 3. Lokale forutsetninger, muligheter og utfordringer",
        "## 4. Hva som er vesentlig",
        "## 5. Investeringer og drift tjue år fram",
        "## 6. Rammeverket U4SSC",
    ]
    assert "| Folkemøte i hvert lokalsamfunn | alle innbyggere | – | 31.10.2021 |" in told
    assert "Antall: 2. Besvart av mål eller planer: 1. Verken besvart eller begrunnet: 0." in told
    assert "| De fleste kjører bil til jobb | Miljømessig | 11.2 | Innbyggerne reiser miljøvennlig |" in told


def test_the_matrix_of_what_is_material(planctl: Call) -> None:
    told = planctl("report", "--document", "vesentlighetsanalyse")
    assert "Vurdert: 2. Prioritert: 1." in told
    assert "| 13.2 Klimatiltak inn i all planlegging | 4 | 5 | Ja | " in told
    assert "| 9.c Tilgang til internett og digital teknologi | 3 | 5 | Nei | – |" in told
    assert "planctls egne og ikke offisielle" in told
    nynorsk = planctl("report", "--document", "vesentlighetsanalyse", code="nn")
    assert "# Vesentlegheitsanalyse" in nynorsk
    assert "| Mål eller delmål | For interessentane | For kommunen |" in nynorsk


def test_the_long_term_analysis_has_sums_and_twenty_years(planctl: Call) -> None:
    told = planctl("report", "--document", "langsiktig-analyse")
    assert "Investeringer fra 2021 til 2040: 2 750 000. Av dette lån: 1 200 000." in told
    assert "Drift i 2040 sammenlignet med i dag: 40 000." in told
    assert "| 2021 | 135 000 | 60 000 | 2 000 |" in told
    assert len(re.findall(r"^\| 20[0-9]{2} \|", told, re.MULTILINE)) == 20


def test_the_status_of_u4ssc(planctl: Call) -> None:
    told = planctl("report", "--document", "u4ssc-status")
    assert "U4SSC-elementer: 3 av 30. Vurdert: 2. På plass, eller virker og forbedres: 1." in told
    assert "| Diskutere | Involvere innbyggerne | 2 | Begynt | 01.02.2021 |" in told
    assert "| Visualisere | Standardisere | 2 | – | – |" in told
    assert "| Utslipp av klimagasser | Miljømessig |" in told


def test_the_annual_report_has_a_chapter_and_the_tertial_none(planctl: Call) -> None:
    told = planctl("report", "--annual", "--year", "2021")
    assert re.search(r"^## \d+\. Kunnskapsgrunnlaget for planene$", told, re.MULTILINE)
    assert "### Rammeverket U4SSC" in told
    assert "Kunnskapsgrunnlaget" not in planctl("report", "--tertial", "1", "--year", "2021")


def test_status_has_a_line(planctl: Call) -> None:
    assert (
        "Kunnskapsgrunnlag  Føringer og utfordringer besvart: 2 av 3. FN-mål og delmål med prioritet: 1. "
        "U4SSC-elementer vurdert: 2 av 30."
    ) in " ".join(planctl("status").split()).replace("Kunnskapsgrunnlag ", "Kunnskapsgrunnlag  ")


def test_trace_shows_what_a_goal_answers(planctl: Call) -> None:
    told = planctl("trace", "klima.d1")
    assert "Føring: Kommunen skal planlegge for mindre utslipp fra transport" in told
    assert "Lokalt forhold: De fleste kjører bil til jobb" in told
    assert "U4SSC-element: Anerkjenne" in told
    assert "Delmål: Innbyggerne reiser miljøvennlig" in planctl("trace", "kg.f1")


def test_the_calendar_has_their_dates(planctl: Call) -> None:
    assert "Ny vurdering: U4SSC 2021" in planctl(
        "calendar", "--year", "2022", "--layer", "kunnskapsgrunnlag", "--format", "md"
    )
    assert "Behov for boliger" in planctl("calendar", "--year", "2021", "--layer", "frister", "--format", "md")


def test_a_hearing_of_a_planprogram_is_held_against_the_law() -> None:
    text = EDITOR["planprogram"].replace("til: 2021-06-15", "til: 2021-06-10")
    assert places(found({"pp.yaml": text})) == ["pp.yaml:9:8 504"]


def test_a_planprogram_that_stands_as_adopted_has_its_vedtak() -> None:
    text = EDITOR["planprogram"].replace("status: på høring", "status: vedtatt")
    assert places(found({"pp.yaml": text})) == ["pp.yaml:2:1 516"]
    own = "vedtak:\n  organ: kommunestyret\n  dato: 2021-06-15\n"
    assert places(found({"pp.yaml": text + own})) == []


def test_every_target_has_a_short_title() -> None:
    goals = load_goals()
    assert set(goals.short) == goals.targets
    assert all(set(titles) == {"nb", "nn"} for titles in goals.short.values())
    assert goals.name("13.2", "nn") == "Klimatiltak inn i all planlegging"
    assert goals.name("1", "nb") == goals.name("1", "nn") == "Utrydde fattigdom"


def test_an_indicator_is_listed_with_its_code(planctl: Call, repo: Repo) -> None:
    assert "(FN 13.2.2)" not in planctl("report", "--tertial", "1", "--year", "2021")
    plan = "handlingsprogram.yaml"
    repo.edit(plan, "id: klima.i1\n", "id: klima.i1\n    kode: FN 13.2.2\n")
    assert "(FN 13.2.2)" in planctl("report", "--tertial", "1", "--year", "2021")
