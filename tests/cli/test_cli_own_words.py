"""A municipality's own words for kinds stand in everything that planctl says."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from cli_support import Run
from git_support import copy_base

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

_OWN = """\
begreper:
  tiltak: {nb: {entall: grep, flertall: grep}, nn: {entall: grep, flertall: grep}}
  oppdrag: {nb: {entall: bestilling, flertall: bestillinger}, nn: {entall: bestilling, flertall: bestillingar}}
  handlingsprogram: {nb: {entall: økonomiplan, flertall: økonomiplaner}, nn: {entall: økonomiplan, flertall: økonomiplanar}}
  virksomhetsplan: {nb: {entall: årsplan, flertall: årsplaner}, nn: {entall: årsplan, flertall: årsplanar}}
"""
_REPORT = """\
type: rapportering
id: r2021-veg
tittel: Rapport for veg
periode: 2021-T1
virksomhet: veg
tiltak:
  vp2021-veg.t1:
    status: forsinket
    korrigerende: Kjøper stein fra andre
    ny_frist: 2021-12-01
oppdrag:
  hp2021.o1:
    status: risiko
"""
_STANDARD = (
    r"(?:tiltak|oppdrag|handlingsprogram)(?:et|ene|a|met|mene|ma)?|(?:virksomhets|verksemds)plan(?:en|er|ar|ene|ane)?"
)
_WORD = re.compile(rf"(?<![\w/.«-])(?:{_STANDARD})(?!\.yaml|[\w/:»-])", re.IGNORECASE)
"""A standard word as it stands in a sentence: no path, slug, id or field."""
_SOURCE = re.compile(r"^ *(?:kilde|kjelde): .*$", re.MULTILINE)
"""The heading in the source document that a rule is built on; it has the document's own words."""
_FIELD = re.compile(r"\{\w+\}")

_CALLS = (
    ("validate",),
    ("status",),
    ("list", "tiltak"),
    ("list", "oppdrag"),
    ("list", "--postponed"),
    ("trace", "klima.d1"),
    ("trace", "vp2021-veg.t1"),
    ("show", "hp2021"),
    ("report", "--tertial", "1"),
    ("report", "--annual", "--year", "2021"),
    ("report", "--annual", "--year", "1999"),
    ("report", "--document", "handlingsprogram"),
    ("report", "--document", "oppdragsbrev"),
    ("report", "--document", "virksomhetsplan"),
)


@pytest.fixture
def renamed(tmp_path: Path) -> Path:
    """A small municipality with its own words for four kinds, and many faults."""
    folder = copy_base(tmp_path / "renamed")
    for path in folder.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        text = text.replace("tittel: Handlingsprogram", "tittel: Fireårsplan").replace(
            "til handlingsprogram", "til plan"
        )
        text = text.replace("tittel: Virksomhetsplan", "tittel: Plan").replace("Handlingsprogrammet", "Fireårsplanen")
        path.write_text(text, encoding="utf-8")
    settings = folder / "planctl.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + _OWN, encoding="utf-8")
    (folder / "rapport.yaml").write_text(_REPORT, encoding="utf-8")
    unit = folder / "virksomhetsplaner" / "veg.yaml"
    unit.write_text(
        unit.read_text(encoding="utf-8").replace("    løser: [hp2021.o1]\n    frist: 2021-10-01\n", ""),
        encoding="utf-8",
    )
    programme = folder / "handlingsprogram.yaml"
    programme.write_text(
        programme.read_text(encoding="utf-8").replace("    følger_opp: [klima.d1.s1]\n    til: [veg]\n", ""),
        encoding="utf-8",
    )
    return folder


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("call", _CALLS, ids=" ".join)
def test_own_words(planctl: Run, renamed: Path, tmp_path: Path, language: str, call: tuple[str, ...]) -> None:
    out = ("--out", str(tmp_path / "out")) if call[0] == "report" else ()
    done = planctl("-C", str(renamed), "--lang", language, *call, *out)
    written = "".join(path.read_text(encoding="utf-8") for path in sorted((tmp_path / "out").glob("*.md")))
    said = f"{done.out}{done.err}{written}"
    assert said.strip()
    told = re.sub(r"\]\([^)]*\)", "]", _SOURCE.sub("", said))
    assert [line for line in told.splitlines() if _WORD.search(line)] == []


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_no_translation_writes_out_a_word_of_the_glossary(language: str) -> None:
    """What explains the rules and the command line to all municipalities uses the standard words."""
    from messages import from_help, read

    from planctl.cli.app import command_line
    from support import RULES

    common = {rule.explanation for rule in RULES} | set(from_help(command_line()))
    texts = {
        (message.id[0] if isinstance(message.id, tuple) else message.id): message.string
        for message in read(language)
        if message.id
    }
    wrong = [msgid for msgid, text in texts.items() if msgid not in common and _WORD.search(_FIELD.sub("", str(text)))]
    assert wrong == []


_OF_A_GENDER = {
    "nb": "en|ei|et|ett|én|hvert|noe|intet|annet|annen|eget|egen|politisk|foreldet|ny|nytt|illustrativ|åpent|åpen",
    "nn": "ein|ei|eit|eitt|éin|éi|kvart|noko|nokon|noka|anna|annan|eige|eigen|eiga|politisk|forelda|vedteken|ny|nytt"
    "|illustrativ|open|ope|denne|dette",
}
_BOUND_AFTER = {
    "nb": r"(?:er|ble|blir) (?:et|en|det|den)\b",
    "nn": r"(?:er|vart|blir) (?:eit|ein|ei|\w+teken|\w+tekne)\b",
}


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_no_translation_binds_the_gender_of_a_word_of_the_glossary(language: str) -> None:
    """«et {tiltak}» is wrong where they say «satsing»: the plural, or a sentence without an article, fits all words."""
    from messages import read

    from planctl.glossary import terms

    kind = rf"\{{(?:{'|'.join(terms())})\}}"
    bound = re.compile(
        rf"\b(?:{_OF_A_GENDER[language]}) {kind}|{kind}(?: «\{{\w+\}}»)? {_BOUND_AFTER[language]}", re.IGNORECASE
    )
    texts = [text for message in read(language) if message.id for text in _forms(message.string)]
    assert [text for text in texts if bound.search(text)] == []


def _forms(string: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


_OTHER_GENDER = """\
begreper:
  tiltak: {nb: {entall: satsing, flertall: satsinger}, nn: {entall: satsing, flertall: satsingar}}
  mål: {nb: {entall: ambisjon, flertall: ambisjoner}, nn: {entall: ambisjon, flertall: ambisjonar}}
  virksomhetsplan: {nb: {entall: årsprogram, flertall: årsprogrammer}, nn: {entall: årsprogram, flertall: årsprogram}}
"""


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nb", ["Ambisjoner beregnes fra", "Beregnet status for satsinger er", "årsprogram"]),
        ("nn", ["Ambisjonar blir berekna frå", "Berekna status for satsingar er", "årsprogram"]),
    ],
)
def test_words_of_another_gender(planctl: Run, tmp_path: Path, language: str, expected: list[str]) -> None:
    folder = copy_base(tmp_path / "other")
    settings = folder / "planctl.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + _OTHER_GENDER, encoding="utf-8")
    said = " ".join(
        planctl("-C", str(folder), "--lang", language, "report", "--tertial", "1", "--year", "2021").out.split()
    )
    assert [text for text in expected if text not in said] == []
    assert not re.search(r"\b(?:et|eit) satsing|\b(?:et|eit) ambisjon|\b(?:en|ein) årsprogram", said)


_OF_DISCIPLINES = """\
begreper:
  vedtak: {entall: politisk sak, flertall: politiske saker, bestemt: den politiske saken, bestemt_flertall: de politiske sakene}
  vedtakspunkt: {entall: delsak, flertall: delsaker}
  vedtaksregister: {entall: sakliste, flertall: saklister}
  prosess: {entall: løp, flertall: løp, bestemt: løpet, bestemt_flertall: løpene}
  økonomi: {entall: regnskapstall, flertall: regnskapstall}
"""
_REGISTER = """\
type: vedtak
id: vr
tittel: Saker 2021
periode: 2021
organ: kommunestyret
vedtak:
  - id: v1
    tittel: Trygg skoleveg
    dato: 2021-02-09
    slag: verbalvedtak
    gjelder: [klima.d1]
    status: under arbeid
    punkter:
      - {id: v1.p1, tittel: Lys, status: besvart}
      - {id: v1.p2, tittel: Fartshumper, frist: 2021-03-01}
  - {id: v2, tittel: Benker, dato: 2021-02-09, status: overført ny sak}
"""
_PROCESS = """\
type: prosess
id: pr
tittel: Budsjettet
periode: 2021
gjelder: hp2021
aktiviteter:
  - {id: pr.a, tittel: Innstilling, slag: hp-innstilling, ring: politisk, dato: 2021-10-12, organ: kommunestyret}
"""
_DISCIPLINE_WORD = re.compile(
    r"(?<![\w/.«-])(?:vedtak(?:et|ene|spunkt\w*|sregist\w*)?|prosess(?:en|er|ene)?)(?!\.yaml|[\w/:»-])", re.IGNORECASE
)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("validate",), "Skriv «overført_til:» med id-en til den politiske saken"),
        (("status",), "Politiske saker Åpne:"),
        (("list", "vedtak"), "2 poster"),
        (("list", "politisk sak"), "2 poster"),
        (("list", "vedtakspunkt"), "2 poster"),
        (("trace", "klima.d1"), "Politisk sak: Trygg skoleveg"),
        (("show", "v1.p1"), "Delsak: Lys"),
        (("show", "pr"), "Løp: Budsjettet"),
        (("report", "--document", "vedtaksliste"), "Fartshumper"),
        (("report", "--tertial", "1", "--year", "2021"), "Her telles politiske saker som skal følges opp"),
        (("report", "--annual", "--year", "2021"), "Her telles politiske saker som skal følges opp"),
        (("calendar",), "Innstilling"),
        (("calendar", "--layer", "frister"), "Fartshumper"),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else "",
)
def test_own_words_for_what_a_discipline_keeps(planctl: Run, tmp_path: Path, call: tuple[str, ...], said: str) -> None:
    folder = copy_base(tmp_path / "own")
    settings = folder / "planctl.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + _OF_DISCIPLINES, encoding="utf-8")
    (folder / "register.yaml").write_text(_REGISTER, encoding="utf-8")
    (folder / "løp.yaml").write_text(_PROCESS, encoding="utf-8")
    done = planctl("-C", str(folder), "--today", "2021-09-01", *call)
    told = " ".join(_SOURCE.sub("", done.out).split())
    assert said in told
    assert [line for line in _SOURCE.sub("", done.out).splitlines() if _DISCIPLINE_WORD.search(line)] == []


def test_every_kind_may_have_an_own_word() -> None:
    """No list is kept by hand: a kind that has a word can have the municipality's own, in an editor too."""
    from support import book

    listed = book().files["planctl"]["$defs"]["begrepsliste"]["properties"]
    assert set(book().known_kinds.names) - set(listed) == set()
    assert {"plan", "mål", "enhet", "måling", "fn-mål"} <= set(listed)
    assert listed["fn-mål"]["title"] == "FN-mål"
