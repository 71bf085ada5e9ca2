"""A municipality in the profile `fri`, with its tiltak in a temaplan and no virksomhetsplaner."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli_support import Run

FILES = {
    "planctl.yaml": "format: 1\nkommune:\n  navn: Lillevik\nprofil: fri\ndato: 2024-09-15\nvalgperioder:\n  - fra: 2023\n    til: 2027\n    konstituering: 2023-10-17\n",
    "organisasjon.yaml": """\
type: organisasjon
organer:
  - id: kommunestyret
    tittel: Kommunestyret
virksomheter:
  - id: teknisk
    tittel: Teknisk drift
  - id: oppvekst
    tittel: Oppvekst
""",
    "kommuneplan.yaml": """\
type: kommuneplan
id: kp
tittel: Kommuneplanens samfunnsdel
periode: 2020-2032
status: vedtatt
vedtak:
  dato: 2020-06-18
  organ: kommunestyret
mål:
  - id: kp.m1
    tittel: Lillevik er en kommune der det er trygt å gå og sykle
""",
    "trafikk.yaml": """\
type: temaplan
id: tp
tittel: Temaplan for trafikksikkerhet
periode: 2022-2034
status: vedtatt
vedtak:
  dato: 2022-06-16
  organ: kommunestyret
arver: [kp.m1]
innsatsområder:
  - id: tp.skole
    tittel: Trygg skolevei
    tiltak:
      - id: tp.t1
        tittel: Bygge fortau i Skoleveien
        frist: 2024-06-30
        ansvarlig: teknisk
tiltak:
  - id: tp.t2
    tittel: Lage en plan for sykkelparkering
    løser: [kp.m1]
    frist: 2024-08-15
    ansvarlig: oppvekst
  - id: tp.t3
    tittel: Male gangfelt på nytt
    frist: 2025-06-01
    ansvarlig: teknisk
""",
}


GOAL = "Lillevik er en kommune der det er trygt å gå og sykle"


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the municipality, and stand in it."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("town")
def test_validate_judges_them(planctl: Run) -> None:
    found = json.loads(planctl("validate", "--format", "json").out)["diagnostics"]
    rows = [(item["code"], item["record"], item["line"], item["column"]) for item in found]
    assert rows == [("306", "tp.t1", 16, 16), ("306", "tp.t2", 22, 12), ("206", "tp.t3", 24, 5)]
    said = {item["record"]: (item["message"], item["help"]) for item in found}
    assert said["tp.t3"] == (
        "Tiltak «tp.t3» sier ikke hva arbeidet skal føre til",
        "Legg til «løser:» med id-ene til målene, strategiene eller oppdragene det gjelder, for eksempel løser: [kp.m1].",
    )


@pytest.mark.usefixtures("town")
def test_status_counts_them(planctl: Run) -> None:
    lines = planctl("status").out.splitlines()
    assert next(line for line in lines if line.startswith("I alt")).split() == ["I", "alt", "3", "2", "0", "3"]


@pytest.mark.usefixtures("town")
def test_trace_leads_through_the_area_to_what_the_plan_inherits(planctl: Run) -> None:
    assert planctl("trace", "tp.t1").out.splitlines()[4:] == [
        "Opp",
        "└── Innsatsområde: Trygg skolevei  tp.skole",
        f"    └── Mål: {GOAL}  kp.m1",
    ]
    assert "tp.t2" in planctl("trace", "kp.m1").out


@pytest.mark.usefixtures("town")
def test_the_tertial_report_tells_of_them(planctl: Run, town: Path) -> None:
    planctl("report", "--tertial", "2", "--out", "ut")
    lines = (town / "ut" / "tertialrapport-2024-T2.md").read_text(encoding="utf-8").splitlines()
    assert "- Temaplan for trafikksikkerhet, vedtatt av kommunestyret 16. juni 2022" in lines
    assert "| 30.06.2024 | 62 | Bygge fortau i Skoleveien | Teknisk drift | Ikke rapportert |" in lines
    assert "| 15.08.2024 | 16 | Lage en plan for sykkelparkering | Oppvekst | Ikke rapportert |" in lines


@pytest.mark.usefixtures("town")
def test_a_temaplan_is_a_document(planctl: Run) -> None:
    assert planctl("report", "--document", "temaplan").out.splitlines()[6:] == [
        "## Mål planen bygger på",
        "",
        f"- {GOAL}",
        "",
        "## Trygg skolevei",
        "",
        "| Tiltak | Løser | Ansvarlig | Frist | Status |",
        "|:---|:---|:---|:---|:---|",
        "| Bygge fortau i Skoleveien | Trygg skolevei | Teknisk drift | 30.06.2024 | – |",
        "",
        "## Utenfor innsatsområdene",
        "",
        "| Tiltak | Løser | Ansvarlig | Frist | Status |",
        "|:---|:---|:---|:---|:---|",
        "| Lage en plan for sykkelparkering | " + GOAL + " | Oppvekst | 15.08.2024 | – |",
        "| Male gangfelt på nytt | – | Teknisk drift | 01.06.2025 | – |",
    ]


def test_the_hearing_document_is_of_what_is_out_for_comment(planctl: Run, town: Path) -> None:
    assert planctl("report", "--document", "høringsdokument").code == 2
    path = town / "trafikk.yaml"
    heard = "status: på høring\nhøring:\n  fra: 2024-09-01\n  til: 2024-10-15\n"
    text = path.read_text(encoding="utf-8").replace("status: vedtatt\n", heard)
    path.write_text(text.replace("vedtak:\n  dato: 2022-06-16\n  organ: kommunestyret\n", ""), encoding="utf-8")
    assert planctl("report", "--document", "temaplan").code == 2
    assert planctl("report", "--document", "høringsdokument").out.splitlines()[:5] == [
        "# Temaplan for trafikksikkerhet",
        "",
        "**Dette er et forslag som er på høring fra 1. september 2024 til 15. oktober 2024. Det er ikke vedtatt.**",
        "",
        "Periode: 2022–2034. Status: på høring.",
    ]
