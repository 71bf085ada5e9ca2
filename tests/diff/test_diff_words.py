"""Every kind of edit in a scripted repository is named in one exact line."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from test_diff_apply import REPORT, VALUES

from cli_support import Run
from git_support import copy_base
from planctl.i18n import Language

FRAMES = "rammer:\n  samfunn: [1000, 1000, 1000, 1000]\n"
BANDS = "    måltall:\n      - periode: 2024\n        verdi: 15\n"
TILTAK = """\
  - id: vp2021-veg.t2
    tittel: Male sykkelfelt
    løser: [hp2021.o1]
    frist: 2021-11-01
    ansvarlig: veg
  - id: vp2021-veg.t3
    tittel: Telle syklister
    løser: [hp2021.o1]
    frist: 2021-12-01
    ansvarlig: veg
"""
OPPDRAG = """\
  - id: hp2021.o2
    tittel: Bygge gangveier
    følger_opp: [klima.d1]
    til: [veg]
    styringsmodell: linje
    frist: 2024
"""
PARK = """\
type: virksomhetsplan
id: vp2021-park
tittel: Virksomhetsplan 2021 for park
virksomhet: park
periode: 2021
status: utkast
arver: [klima.d1]
"""
MEETINGS = """\
type: møteplan
id: mp
tittel: Møteplan
periode: 2021
møter:
  - organ: kommunestyret
    dato: 2021-09-21
  - organ: kommunestyret
    dato: 2021-10-19
    sted: Salen
"""
PROCESS = """\
type: prosess
id: bp
tittel: Budsjettet
periode: 2021
gjelder: hp2021
aktiviteter:
  - id: bp.a
    tittel: Seminar
    ring: politisk
    dato: 2021-09-14
    ansvarlig: veg
"""
VEG, HP, KP, ORG = "virksomhetsplaner/veg.yaml", "handlingsprogram.yaml", "kommuneplan.yaml", "organisasjon.yaml"
T1 = "Tiltak «Bygge sykkelparkering ved stasjonen» (vp2021-veg.t1)"
D1 = "Delmål «Innbyggerne reiser miljøvennlig» (klima.d1)"
O1 = "Oppdrag «Bygge ut sykkelvegnettet» (hp2021.o1)"
I1 = "Indikator «Andel reiser på sykkel» (klima.i1)"
REP = "Rapportering Veg og trafikk (veg) 2021-T1"

Edit = tuple[str, str, str, str | None, str]
"""A name, a file, the text replaced (empty: the end of the file), the new text (None: the file is gone), the line."""

EDITS: list[Edit] = [
    ("deadline postponed", VEG, "2021-10-01", "2021-12-01", f"{T1}: Frist postponed 2 months, from 1 October 2021 to 1 December 2021"),
    ("deadline advanced", VEG, "2021-10-01", "2021-09-30", f"{T1}: Frist advanced 1 day, from 1 October 2021 to 30 September 2021"),
    ("deadline of a period", HP, "frist: 2024\nind", "frist: 2023\nind", f"{O1}: Frist advanced 12 months, from 2024 to 2023"),
    ("deadline removed", VEG, "    frist: 2021-10-01\n", "", f"{T1}: Frist removed, it was 1 October 2021"),
    ("owner changed", VEG, "    ansvarlig: veg\n    status: i rute", "    ansvarlig: vegsjef\n    status: i rute", f"{T1}: Ansvarlig changed from Veg og trafikk (veg) to Vegsjef"),
    ("status changed", VEG, "status: i rute", "status: forsinket", f"{T1}: Status changed from on track to delayed"),
    ("status cleared", VEG, "    status: i rute\n", "", f"{T1}: Status removed, it was on track"),
    ("title changed", KP, "reiser miljøvennlig", "reiser grønt", "Delmål «Innbyggerne reiser grønt» (klima.d1): Tittel changed: «Innbyggerne reiser [-miljøvennlig-]{+grønt+}»"),
    ("text added", VEG, "    status: i rute\n", "    status: i rute\n    omtale: Tak over\n", f"{T1}: Omtale set to «Tak over»"),
    ("thread cut", VEG, "    løser: [hp2021.o1]\n    frist: 2021-10-01", "    løser: [hp2021.o2]\n    frist: 2021-10-01", f"{T1}: Løser no longer Bygge ut sykkelvegnettet (hp2021.o1), now Bygge gangveier (hp2021.o2)"),
    ("thread joined", VEG, "    løser: [hp2021.o1]\n    frist: 2021-10-01", "    løser: [hp2021.o1, hp2021.o2]\n    frist: 2021-10-01", f"{T1}: Løser now also Bygge gangveier (hp2021.o2)"),
    ("thread lost", HP, "[klima.d1.s1]", "[]", f"{O1}: Følger opp no longer Kommunen skal gjøre det enklere å gå og sykle (klima.d1.s1)"),
    ("FN goal", KP, '["13"]', '["13", "11"]', "Satsingsområde «Handling mot klimaendringene» (klima): Bærekraftsmål now also 11"),
    ("measure added", VEG, "", "  - id: ny\n    tittel: Nytt tiltak\n    løser: [hp2021.o1]\n    frist: 2021-11-01\n    ansvarlig: veg\n", "Tiltak «Nytt tiltak» (ny): added"),
    ("measure removed", VEG, TILTAK[TILTAK.index("  - id: vp2021-veg.t3") :], "", "Tiltak «Telle syklister» (vp2021-veg.t3): removed"),
    ("measures in another order", VEG, TILTAK, TILTAK[TILTAK.index("  - id: vp2021-veg.t3") :] + TILTAK[: TILTAK.index("  - id: vp2021-veg.t3")], "Virksomhetsplan «Virksomhetsplan 2021 for veg» (vp2021-veg): the order of Tiltak is changed"),
    ("id renamed", VEG, "id: vp2021-veg.t2\n", "id: sykkelfelt\n    tidligere_id: [vp2021-veg.t2]\n", "Tiltak «Male sykkelfelt» (sykkelfelt): has a new id, «sykkelfelt»; it was «vp2021-veg.t2»"),
    ("strategy moved", KP, "", "strategier:\n  - id: ny.s\n    tittel: Kommunen skal mer\n    bidrar_til: [klima.d1]\n", "Strategi «Kommunen skal mer» (ny.s): added"),
    ("plan removed", "virksomhetsplaner/park.yaml", "", None, "Virksomhetsplan «Virksomhetsplan 2021 for park» (vp2021-park): removed"),
    ("plan added", "virksomhetsplaner/stab.yaml", "", PARK.replace("park", "stab"), "Virksomhetsplan «Virksomhetsplan 2021 for stab» (vp2021-stab): added"),
    ("plan adopted", "virksomhetsplaner/park.yaml", "status: utkast", "status: vedtatt", "Virksomhetsplan «Virksomhetsplan 2021 for park» (vp2021-park): Status changed from draft to adopted"),
    ("branch inherited", "virksomhetsplaner/park.yaml", "[klima.d1]", "[klima]", "Virksomhetsplan «Virksomhetsplan 2021 for park» (vp2021-park): Arver no longer Innbyggerne reiser miljøvennlig (klima.d1), now Handling mot klimaendringene (klima)"),
    ("vedtak changed", HP, "dato: 2020-12-15", "dato: 2020-12-16", "Handlingsprogram «Handlingsprogram 2021–2024» (hp2021): Vedtak, Vedtaksdato changed from 15 December 2020 to 16 December 2020"),
    ("band moved", HP, '"≥ 15"', '"≥ 20"', f"{I1}: Bånd, Ønsket changed from ≥ 15 to ≥ 20"),
    ("target moved", HP, "        verdi: 15", "        verdi: 20", f"{I1}: Måltall changed from Periode: 2024; Verdi: 15 to Periode: 2024; Verdi: 20"),
    ("baseline value", HP, "verdi: 9", "verdi: 8", f"{I1}: Nullpunkt, Verdi changed from 9 to 8"),
    ("frames changed", HP, "[1000, 1000, 1000, 1000]", "[1000, 1100, 1100, 900]", "Handlingsprogram «Handlingsprogram 2021–2024» (hp2021): Rammer, Samfunn changed from 1,000 + 1,000 + 1,000 + 1,000 to 1,000 + 1,100 + 1,100 + 900, +100 in all"),
    ("frames added", HP, FRAMES, FRAMES + "  veg: [10]\n", "Handlingsprogram «Handlingsprogram 2021–2024» (hp2021): Rammer, Veg og trafikk (veg) set to 10"),
    ("recipient changed", HP, "    til: [veg]\n    styringsmodell: linje\n    frist: 2024\nind", "    til: [park]\n    styringsmodell: linje\n    frist: 2024\nind", f"{O1}: Til changed from Veg og trafikk (veg) to Park"),
    ("goal given to others", HP, "klima.d1: [samfunn]", "klima.d1: [veg]", "Handlingsprogram «Handlingsprogram 2021–2024» (hp2021): Målfordeling, Innbyggerne reiser miljøvennlig (klima.d1) no longer Samfunn, now Veg og trafikk (veg)"),
    ("another field", HP, "kilde: Reisevaneundersøkelsen", "kilde: SSB", f"{I1}: Kilde changed from Reisevaneundersøkelsen to SSB"),
    ("measured", "tall.yaml", "", "  - {indikator: klima.i1, periode: 2021, verdi: 12}\n", "Måling Andel reiser på sykkel (klima.i1) 2021: measured to 12"),
    ("measurement corrected", "tall.yaml", "verdi: 10", "verdi: 11", "Måling Andel reiser på sykkel (klima.i1) 2020: Verdi changed from 10 to 11"),
    ("reported status", "rapport.yaml", "status: i rute", "status: risiko", f"{REP}: Tiltak, Bygge sykkelparkering ved stasjonen (vp2021-veg.t1), Status changed from on track to at risk"),
    ("reported on another", "rapport.yaml", "økonomi", "  vp2021-veg.t2: {status: fullført}\nøkonomi", f"{REP}: reports on Male sykkelfelt (vp2021-veg.t2): Status: completed"),
    ("forecast changed", "rapport.yaml", "prognose: 12500", "prognose: 12700", f"{REP}: Økonomi, Prognose changed from 12,500 to 12,700"),
    ("report added", "t2.yaml", "", REPORT.replace("T1", "T2"), "Rapportering Veg og trafikk (veg) 2021-T2: added"),
    ("unit renamed", ORG, "tittel: Veg og trafikk", "tittel: Veg", "Virksomhet «Veg» (veg): Tittel changed: «Veg[- og trafikk-]»"),
    ("unit closed", ORG, "tittel: Park\n", "tittel: Park\n    til: 2030-01-01\n", "Virksomhet «Park» (park): Til set to 1 January 2030"),
    ("settings", "planctl.yaml", "dato: 2021-06-15", "dato: 2021-06-16", "planctl.yaml: Dato changed from 15 June 2021 to 16 June 2021"),
    ("meeting without an id elsewhere", "møter.yaml", "Salen", "Scenen", "Møte «kommunestyret 2021-10-19»: Sted changed from Salen to Scenen"),
    ("one before it removed", "møter.yaml", "  - organ: kommunestyret\n    dato: 2021-09-21\n", "", "Møte «kommunestyret 2021-09-21»: removed"),
    ("one before it added", "møter.yaml", "møter:\n", "møter:\n  - organ: kommunestyret\n    dato: 2021-06-15\n", "Møte «kommunestyret 2021-06-15»: added"),
    ("step of a prosess moved", "prosess.yaml", "2021-09-14", "2021-09-21", "Aktivitet «Seminar» (bp.a): Dato changed from 14 September 2021 to 21 September 2021"),
    ("prosess makes another plan", "prosess.yaml", "gjelder: hp2021", "gjelder: kp2020", "Prosess «Budsjettet» (bp): Gjelder changed from Handlingsprogram 2021–2024 (hp2021) to Kommuneplan 2020–2032 (kp2020)"),
    ("file unreadable", VEG, "type: virksomhetsplan", "type: [", "virksomhetsplaner/veg.yaml cannot be read: what is changed in it is not shown"),
]  # fmt: skip


def git(folder: Path, *args: str) -> str:
    name = ("-c", "user.name=Prøve", "-c", "user.email=p@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", str(folder), *name, *args], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture(scope="module")
def scripted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan repository in a sub-folder of a git repository."""
    top = tmp_path_factory.mktemp("repo")
    root = copy_base(
        top / "planer", {HP: {"    frist: 2024\nindikatorer": "    frist: 2024\n" + OPPDRAG + "indikatorer"}}
    )
    extra = {"rapport.yaml": REPORT, "tall.yaml": VALUES, "virksomhetsplaner/park.yaml": PARK}
    for name, text in {**extra, "møter.yaml": MEETINGS, "prosess.yaml": PROCESS}.items():
        (root / name).write_text(text, "utf-8")
    programme = (root / HP).read_text("utf-8")
    programme = programme.replace(OPPDRAG + "ind", "ind").replace("oppdrag:\n", "oppdrag:\n" + OPPDRAG)
    (root / HP).write_text(programme.replace("    kilde:", BANDS + "    kilde:") + FRAMES, "utf-8")
    with (root / VEG).open("a", encoding="utf-8") as file:
        file.write(TILTAK)
    git(top, "init", "-q", "-b", "main")
    git(top, "add", "-A")
    git(top, "commit", "-q", "-m", "start")
    return root


@pytest.mark.parametrize(("name", "path", "old", "new", "line"), EDITS, ids=[edit[0] for edit in EDITS])
def test_one_exact_line(
    planctl: Run, scripted: Path, name: str, path: str, old: str, new: str | None, line: str
) -> None:
    full = scripted / path
    before = full.read_text("utf-8") if full.exists() else ""
    assert not old or before.count(old) == 1, f"«{old}» stands {before.count(old)} times"
    try:
        if new is None:
            full.unlink()
        else:
            full.write_text(before.replace(old, new) if old else before + new, "utf-8")
        done = planctl("-C", str(scripted), "--lang", "en", "diff")
        shown = [row.strip() for row in _changes(done.out)]
    finally:
        git(scripted, "checkout", "-q", "--", ".")
        git(scripted, "clean", "-fdq", ".")
    assert done.code == 0
    assert [row for row in shown if not row.startswith("→")] == [_english(line)]


def _changes(out: str) -> list[str]:
    rows = out.partition("New findings")[0].partition("Solved findings")[0].splitlines()
    return [row for row in rows if row.startswith("  ")]


def _english(line: str) -> str:
    """Put the glossary's English word for a kind in the place of the Norwegian one."""
    kind, _, rest = line.partition(" ")
    word = Language("en").term(kind[:1].lower() + kind[1:]) if kind[:1].isupper() else kind
    return f"{word[:1].upper() + word[1:] if kind[:1].isupper() else kind} {rest}"
