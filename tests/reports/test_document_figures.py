"""Figures in the documents of the steering chain, the example of docs/maler.md, and hostile text in all of them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from town import edited, files, tables, unillustrated

from planctl.cli.report import report
from planctl.cli.report_documents import OF_UNITS, OWN, names
from planctl.cli.session import Session
from support import EXAMPLE

ROOT = Path(__file__).parents[2]
PLACED = {
    "oppdragsbrev": {"utvikling"},
    "virksomhetsplan": {"status-tiltak", "økonomi", "utvikling"},
    "lederavtale": {"utvikling"},
    "lederdialog": {"status-tiltak", "status-oppdrag", "økonomi", "utvikling"},
    "handlingsprogram": {"dekning", "utvikling"},
    "kommuneplan": {"dekning", "fn-mål"},
    "temaplan": set(),
    "høringsdokument": set(),
    "målekart": {"indikator", "utvikling"},
    "planregister": set(),
}
WITH_PICTURES = (
    "ros-rapport", "avviksstatistikk", "internkontrollrapport", "porteføljerapport", "kontraktoversikt",
    "eierskapsmelding", "kunnskapsgrunnlag", "vesentlighetsanalyse", "langsiktig-analyse", "u4ssc-status",
    "utviklingsoversikt",
)  # fmt: skip
OF_DISCIPLINES = {name: {"bilde"} for name in WITH_PICTURES}
HOSTILE = '"| x | <script>alert(1)</script> =CMD() [/bold] \\e[31m **fet** ![y](figurer/x.svg) ' + "å" * 4000 + '"'


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A session in a folder that holds the small municipality."""
    for name, text in files().items():
        (tmp_path / name).write_bytes(text.encode())
    return Session(folder=tmp_path, lang_code="en", environ={}, today=date(2021, 9, 15))


def _kinds(text: str, stem: str) -> list[str]:
    """Give the kinds of the figures of a Markdown text, in their order."""
    names = re.findall(r"!\[(?:\\.|[^\]\\\n|])+\]\(figurer/([^)\n]+)\.svg\)", text)
    assert all(name.startswith(f"{stem}-") for name in names)
    return [re.sub(r"-\d+$", "", name.removeprefix(f"{stem}-")) for name in names]


def test_names_are_complete() -> None:
    """Every document is looked at here."""
    assert tuple(PLACED) == OWN


@pytest.mark.parametrize("name", names())
def test_documents_of_the_example(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each document has its own figures, as files beside it; on the screen it says the same without them."""
    here = Session(folder=EXAMPLE, lang_code="en", environ={}, today=date(2021, 9, 15))
    unit = "barnevern" if name in OF_UNITS else None
    plan = {"temaplan": "tp-fysisk", "høringsdokument": "tp-vann"}.get(name)
    assert report(here, None, 2021, tmp_path, document=name, unit=unit, plan=plan) == 0
    (path,) = tmp_path.glob("*.md")
    text = path.read_text(encoding="utf-8")
    kinds = _kinds(text, path.stem.lower())
    assert set(kinds) == {**PLACED, **OF_DISCIPLINES}.get(name, set())
    folder = tmp_path / "figurer"
    assert len(kinds) == (len(list(folder.iterdir())) if folder.is_dir() else 0)
    capsys.readouterr()
    assert report(here, None, 2021, None, document=name, unit=unit, plan=plan) == 0
    shown = capsys.readouterr().out
    assert "![" not in shown
    assert "Over time" not in shown
    assert set(shown.splitlines()) <= set(unillustrated(text).splitlines())


def test_a_status_that_nobody_gave_is_not_drawn(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """A virksomhetsplan has no bars of statuses before anyone has reported."""
    for name in ("veg-2021-T1.yaml", "veg-2021-T2.yaml", "vann-2021-T2.yaml"):
        (session.folder / name).unlink()
    assert report(session, None, 2021, Path("ut"), document="virksomhetsplan", unit="veg") == 0
    (path,) = (session.folder / "ut").glob("*.md")
    assert "status-tiltak" not in _kinds(path.read_text(encoding="utf-8"), path.stem)


def test_an_indicator_without_values(session: Session) -> None:
    """Where nothing at all was measured there is no column; where something was, the rest has a dash."""
    assert report(session, None, 2021, Path("ut"), document="handlingsprogram") == 0
    (path,) = (session.folder / "ut").glob("*.md")
    table = next(table for table in tables(path.read_text(encoding="utf-8")) if "Over time" in table[0])
    column = table[0].index("Over time")
    found = {row[1]: row[column] for row in table[1:]}
    assert {title.split(",")[0]: cell == "–" for title, cell in found.items()} == {
        "Reiser på sykkel": False, "Fornøyde elever": False, "Strøm i skolene": True,
    }  # fmt: skip
    (session.folder / "målinger.yaml").unlink()
    assert report(session, None, 2021, Path("ut"), document="handlingsprogram") == 0
    text = path.read_text(encoding="utf-8")
    assert "Over time" not in text
    assert not list((session.folder / "ut" / "figurer").glob("*-utvikling-*"))


def test_the_example_of_the_guide(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """The template with figures in docs/maler.md does what the text there says."""
    _, template = re.findall(r"```jinja\n(.*?)```", (ROOT / "docs" / "maler.md").read_text(encoding="utf-8"), re.DOTALL)
    own = session.folder / "templates" / "tertialrapport.md.j2"
    own.parent.mkdir()
    own.write_text(template, encoding="utf-8")
    assert report(session, 2, 2021, Path("ut"), ["md", "html", "pdf", "docx"]) == 0
    text = (session.folder / "ut" / "tertialrapport-2021-T2.md").read_text(encoding="utf-8")
    assert text.startswith("# Prøve i 2021\n\n![Budget and forecast")
    assert _kinds(text, "tertialrapport-2021-t2") == ["økonomi", "utvikling", "utvikling"]
    (table,) = tables(text)
    assert table[0] == ["Indikator", "Siste verdi", "Over tid", "Måltall"]
    assert table[-1][2] == "–"
    capsys.readouterr()
    assert report(session, 2, 2021, None) == 0
    shown = capsys.readouterr().out
    assert tables(shown)[0][0] == ["Indikator", "Siste verdi", "Måltall"]
    assert "![" not in shown


@pytest.mark.parametrize("name", ["handlingsprogram", "kommuneplan", "lederdialog", "virksomhetsplan", "målekart"])
def test_hostile_text(name: str, session: Session) -> None:
    """Plan text full of markup stays text in every figure and cell of a document, in every format."""
    changed = edited(
        "handlingsprogram.yaml",
        ("tittel: Reiser på sykkel", f"fokusområde: brukere\n    tittel: {HOSTILE}"),
    )
    changed |= edited("organisasjon.yaml", ("tittel: Teknisk\n", f"tittel: {HOSTILE}\n"))
    for file, text in changed.items():
        (session.folder / file).write_text(text, encoding="utf-8")
    unit = "veg" if name in OF_UNITS else None
    assert report(session, None, 2021, Path("ut"), ["md", "html", "pdf", "docx", "xlsx"], document=name, unit=unit) == 0
    folder = session.folder / "ut"
    (path,) = folder.glob("*.md")
    text = path.read_text(encoding="utf-8")
    assert "<script" not in text
    assert all(len({len(row) for row in table}) == 1 for table in tables(text))
    assert len(_kinds(text, path.stem)) == len(list((folder / "figurer").iterdir())) > 0
    for found in (path, path.with_suffix(".html"), *(folder / "figurer").iterdir()):
        shown = found.read_text(encoding="utf-8")
        assert "\x1b" not in shown
        assert "<script" not in shown
        assert "<img" not in shown
