"""A municipality with few plans is not shown tables of nothing, nor what it does not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import Run

FILES = {
    "planctl.yaml": """\
format: 1
kommune: {navn: Liten}
profil: fri
dato: 2025-06-15
""",
    "organisasjon.yaml": """\
type: organisasjon
id: org
organer:
  - {id: kommunestyret, tittel: Kommunestyret}
virksomheter:
  - {id: teknisk, tittel: Teknisk}
""",
    "kommuneplan.yaml": """\
type: kommuneplan
id: kp
tittel: Samfunnsdelen
periode: 2023-2035
status: vedtatt
vedtak: {organ: kommunestyret, sak: "1/23", dato: 2023-03-01}
mål:
  - {id: m1, tittel: Bygdene vokser}
""",
    "temaplan.yaml": """\
type: temaplan
id: tp
tittel: Temaplan for klima
periode: 2024-2030
status: vedtatt
vedtak: {organ: kommunestyret, sak: "2/24", dato: 2024-03-01}
strategier:
  - {id: s1, tittel: Legge ut tomter, bidrar_til: [m1]}
""",
}
WORK = """\
type: virksomhetsplan
id: vp
tittel: Plan for teknisk
virksomhet: teknisk
periode: 2025
status: vedtatt
tiltak:
  - {id: t1, tittel: Rydde Nesveien, frist: 2025-03-01, ansvarlig: teknisk}
"""
REPORT = """\
type: rapportering
id: r1
periode: 2025-T1
virksomhet: teknisk
levert: 2025-05-10
tiltak:
  t1: {status: forsinket, årsak: Tele}
økonomi: {årsbudsjett_regulert: 1000, budsjett_hittil: 300, regnskap_hittil: 400, prognose: 1100}
"""


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """The files of a municipality with a kommuneplan and a temaplan only."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_status_without_tiltak(planctl: Run, few: Path) -> None:
    done = planctl("-C", str(few), "status")
    assert (
        done.out.replace("\xa0", " ")
        == "Liten · 15. juni 2025\n2 planer · 1 mål · 1 strategi\n\nIngen brudd i den røde tråden.\n"
    )


def test_status_without_tjenesteområder(planctl: Run, few: Path) -> None:
    (few / "vp.yaml").write_text(WORK, encoding="utf-8")
    done = planctl("-C", str(few), "status")
    assert "Tjenesteområde" not in done.out
    assert "Andre" not in done.out
    assert [line.split() for line in done.out.splitlines() if line.startswith("I alt")] == [
        ["I", "alt", "1", "1", "0", "1"]
    ]


def test_annual_report_of_goals_and_decisions_alone(planctl: Run, few: Path) -> None:
    out = few / "out"
    done = planctl("-C", str(few), "report", "--annual", "--year", "2024", "--out", str(out))
    assert (done.code, done.err) == (0, "")
    text = (out / "årsrapport-2024.md").read_text(encoding="utf-8")
    heads = [line for line in text.splitlines() if line.startswith("#")]
    assert heads == [
        "# Årsrapport 2024 – Liten",
        "## 1. Sammendrag",
        "## 2. Måloppnåelse",
        "### Mål utenfor satsingsområdene",
        "## 3. Vedtak om planer",
        "## Slik er tallene laget",
    ]
    assert "| Bygdene vokser | Ikke vurdert: ingenting å vurdere ut fra |" in text
    assert "| 01.03.2024 | Temaplan for klima | Kommunestyret | 2/24 | – |" in text
    for absent in ("irksomhetsplan", "frist var", "Enhetene vurderer", "Tiltak, meldt", "økonomien"):
        assert absent not in text


def test_no_annual_report_of_nothing(planctl: Run, few: Path) -> None:
    done = planctl("-C", str(few), "report", "--annual", "--year", "2020", "--out", str(few / "out"))
    assert done.code == 2
    assert "Det er ingenting å rapportere for året 2020" in done.err


def test_tertial_report_without_tjenesteområder(planctl: Run, few: Path) -> None:
    (few / "vp.yaml").write_text(WORK, encoding="utf-8")
    (few / "rapport.yaml").write_text(REPORT, encoding="utf-8")
    out = few / "out"
    assert planctl("-C", str(few), "report", "--tertial", "1", "--out", str(out)).code == 0
    written = "".join(
        path.read_text(encoding="utf-8") for path in sorted(out.rglob("*")) if path.suffix in {".md", ".svg"}
    )
    told = written.partition("Slik er tallene laget")[0]
    assert "| **Sum** | **0** | **0** | **0** | **1** |" in told
    assert "| Rydde Nesveien | Teknisk | Forsinket" in told
    assert "jenesteområde" not in told
