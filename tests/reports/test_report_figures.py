"""The figures of the reports: where they stand, the files they become, and when they are left out."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from town import files, unillustrated

from planctl.cli.report import report
from planctl.cli.session import Session
from planctl.reports.figures.collection import CHART, KINDS, SPARKLINE, figure_name, own_names
from support import EXAMPLE

TERTIAL_2 = "tertialrapport-2021-t2"
CHAPTERS = {
    "status-tiltak": "## 1. ",
    "status-oppdrag": "## 1. ",
    "dekning": "## 2. ",
    "fn-mål": "## 2. ",
    "indikator": "## 2. ",
    "økonomi": "## 5. ",
    "meldt-tiltak": "## 6. ",
}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A session in a folder that holds the small municipality."""
    for name, text in files().items():
        (tmp_path / name).write_bytes(text.encode())
    return Session(folder=tmp_path, lang_code="en", environ={}, today=date(2022, 2, 28))


@pytest.fixture
def example() -> Session:
    """A session in the example municipality."""
    return Session(folder=EXAMPLE, lang_code="nb", environ={}, today=date(2022, 2, 28))


def _placed(text: str) -> list[str]:
    return re.findall(r"^!\[.+\]\((figurer/.+)\.svg\)$", text, re.MULTILINE)


def _in_cells(text: str) -> list[str]:
    return re.findall(r" !\[[^|]+\]\((figurer/[^|]+)\.svg\) \|", text)


def _written(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_chapters(example: Session, tmp_path: Path) -> None:
    """Each figure stands in its own chapter, at most one indicator in each satsingsområde and eight in all."""
    assert report(example, 2, 2021, tmp_path) == 0
    text = (tmp_path / "tertialrapport-2021-T2.md").read_text(encoding="utf-8")
    seen, chapter, area = [], "", ""
    charted = []
    for line in text.splitlines():
        chapter = line if line.startswith("## ") else chapter
        area = line if line.startswith(("## ", "### ")) else area
        for path in _placed(line):
            kind = path.removeprefix(f"figurer/{TERTIAL_2}-")
            charted += [area] if kind.startswith("indikator-") else []
            kind = kind.partition("-")[0] if kind.startswith("indikator-") else kind
            assert chapter.startswith(CHAPTERS[kind]), path
            seen.append(kind)
    assert set(seen) == set(CHAPTERS)
    assert len(charted) == len(set(charted))
    assert 0 < len(charted) <= 8
    assert text.index("fn-mål.svg") < text.index("### 1 ")


@pytest.mark.parametrize(
    ("choice", "stem", "count"),
    [
        ({"tertial": 1}, "tertialrapport-2021-T1", 6),
        ({"tertial": 2}, "tertialrapport-2021-T2", 6),
        ({"annual": True}, "årsrapport-2021", 5),
        ({"month": 8}, "månedsrapport-2021-08", 1),
        ({"tertial": 2, "unit": "sykehjem"}, "tertialrapport-2021-T2-sykehjem", 3),
    ],
)
def test_files(example: Session, tmp_path: Path, choice: dict[str, object], stem: str, count: int) -> None:
    """Every figure that is placed is a file of its own and the other way round; the bytes are the same every time."""
    for name in ("a", "b", "b"):
        wanted: dict[str, object] = {"tertial": None, "year": 2021, "out": tmp_path / name, **choice}
        assert report(example, **wanted) == 0  # type: ignore[arg-type]
    found = _written(tmp_path / "a")
    assert found == _written(tmp_path / "b")
    text = found[f"{stem}.md"].decode()
    assert len(_placed(text)) >= count
    placed = _placed(text) + _in_cells(text)
    assert len(placed) == len(set(placed))
    assert {f"{path}.svg" for path in placed} | {f"{stem}.md"} == set(found)
    for path in placed:
        root = ET.fromstring(found[f"{path}.svg"])
        assert root.attrib["aria-labelledby"].split()[0] == f"{Path(path).name}-title"


def test_standard_output(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """Markdown on the screen has no figures, since their files would not be there; HTML holds them itself."""
    assert report(session, 2, 2021, None) == 0
    shown = capsys.readouterr().out
    assert "figurer/" not in shown
    assert "![" not in shown
    assert report(session, 2, 2021, Path("ut")) == 0
    written = (session.folder / "ut" / "tertialrapport-2021-T2.md").read_text(encoding="utf-8")
    assert _placed(written)
    assert unillustrated(written) == shown
    capsys.readouterr()
    assert report(session, 2, 2021, None, ["html"]) == 0
    assert _in_cells(written)
    assert capsys.readouterr().out.count("<svg") == len(_placed(written) + _in_cells(written))


def test_formats_hold_their_figures(session: Session) -> None:
    """Without Markdown no figure becomes a file, and two runs give the same bytes."""
    for name in ("a", "b"):
        assert report(session, 2, 2021, Path(name), ["html", "pdf", "docx"]) == 0
    found = _written(session.folder / "a")
    assert found == _written(session.folder / "b")
    assert {Path(name).suffix for name in found} == {".html", ".pdf", ".docx"}


def test_reports_share_a_folder(session: Session) -> None:
    """Two reports in one folder keep a figure each; one that is written again loses those it no longer has."""
    assert report(session, 1, 2021, Path("ut")) == 0
    first = _written(session.folder / "ut")
    assert report(session, 2, 2021, Path("ut")) == 0
    both = _written(session.folder / "ut")
    assert first.items() <= both.items()
    own = session.folder / "ut" / "figurer" / "eget.svg"
    old = [session.folder / "ut" / "figurer" / f"{TERTIAL_2}-{name}.svg" for name in ("indikator-8", "utvikling-400")]
    for path in (own, *old):
        path.write_text("<svg/>", encoding="utf-8")
    assert report(session, 2, 2021, Path("ut")) == 0
    assert _written(session.folder / "ut") == {**both, "figurer/eget.svg": b"<svg/>"}


def test_own_template_chooses(session: Session) -> None:
    """A municipality's own template places the figures it wants, and only these become files."""
    (session.folder / "templates").mkdir()
    (session.folder / "templates" / "tertialrapport.md.j2").write_text(
        "# R\n\n{{ figures.budget|figure }}\n\n{{ figures.coverage|figure }}\n", encoding="utf-8"
    )
    assert report(session, 2, 2021, Path("ut")) == 0
    names = {path.name for path in (session.folder / "ut" / "figurer").iterdir()}
    assert names == {f"{TERTIAL_2}-økonomi.svg", f"{TERTIAL_2}-dekning.svg"}


def test_names() -> None:
    """The names of a report's figures are unique and harmless, however its unit's id looks."""
    stems = ("tertialrapport-2021-T2", "tertialrapport-2021-T2-a.b", "årsrapport-2021-" + "å" * 300)
    for stem in stems:
        names = [figure_name(stem, kind) for kind in KINDS]
        names += [figure_name(stem, kind, number) for kind in (CHART, SPARKLINE) for number in (1, 9999)]
        assert len(set(names)) == len(names)
        assert all(re.fullmatch(r"[a-z0-9æøå._-]{1,100}", name) for name in names)
        assert all(own_names(stem).fullmatch(name) for name in names)
        assert not any(own_names(other).fullmatch(name) for other in stems for name in names if other != stem)
    assert not own_names("a").fullmatch("a-eget")
    assert not own_names("a.b").fullmatch("a-b-dekning")
    assert figure_name("x-a.b", "dekning") != figure_name("x-a-b", "dekning")
    assert figure_name("å" * 300, "dekning") != figure_name("å" * 301, "dekning")
