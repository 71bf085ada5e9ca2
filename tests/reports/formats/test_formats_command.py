"""`planctl report --format`: which formats, where to, and what is refused."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from sources import FIGURE, town_source
from town import files

from planctl.cli.formats import chosen, deliver, own_docx
from planctl.cli.report import report
from planctl.cli.session import ExitError, Session
from planctl.reports.formats import FORMATS


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A session in a folder that holds the small municipality."""
    for name, text in files().items():
        (tmp_path / name).write_bytes(text.encode())
    return Session(folder=tmp_path, lang_code="en", environ={})


def _message(error: pytest.ExceptionInfo[ExitError], session: Session) -> str:
    assert error.value.code == 2
    assert error.value.message is not None
    return session.language()(error.value.message)


def test_every_format_at_once(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """With a folder each format becomes a file named after the period."""
    assert report(session, 2, 2021, Path("ut"), list(FORMATS)) == 0
    names = [f"tertialrapport-2021-T2.{name}" for name in FORMATS]
    assert [Path(line).name for line in capsys.readouterr().out.splitlines()] == names
    starts = {"md": b"# ", "html": b"<!doctype html>", "pdf": b"%PDF-1.7", "docx": b"PK", "xlsx": b"PK"}
    for name, start in starts.items():
        assert (session.folder / "ut" / f"tertialrapport-2021-T2.{name}").read_bytes().startswith(start)


def test_html_to_standard_output(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """One text format may go to standard output."""
    assert report(session, 2, 2021, None, ["html"]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")


def test_figures_stand_beside_markdown(session: Session) -> None:
    """Markdown has its figures as files; a report without Markdown has none."""
    deliver(session, town_source(), "rapport", ["html"], Path("a"))
    assert [path.name for path in (session.folder / "a").iterdir()] == ["rapport.html"]
    paths = deliver(session, town_source(), "rapport", ["md"], Path("b"))
    assert paths == [session.folder / "b" / "rapport.md"]
    assert (session.folder / "b" / FIGURE.path).read_text(encoding="utf-8") == FIGURE.svg
    assert f"]({FIGURE.path})" in paths[0].read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["odt"], "There is no format «odt». Choose from: md, html, pdf, docx, xlsx."),
        (["pdf"], "Name a folder with --out"),
        (["md", "html"], "Name a folder with --out"),
    ],
)
def test_refused(names: list[str], said: str, session: Session) -> None:
    """A format that does not exist, and files without a folder, are refused before anything is done."""
    with pytest.raises(ExitError) as error:
        chosen(names, None)
    assert said in _message(error, session)
    assert chosen([], None) == ["md"]
    assert chosen(["md", "pdf", "md"], Path("ut")) == ["md", "pdf"]


@pytest.mark.parametrize(
    ("name", "module", "library"),
    [("pdf", "typst", "typst"), ("docx", "docx", "python-docx"), ("xlsx", "xlsxwriter", "XlsxWriter")],
)
def test_a_library_is_missing(
    name: str, module: str, library: str, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without its library a format is refused with the command that installs it, and nothing is written."""
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.delitem(sys.modules, f"planctl.reports.formats.{name}", raising=False)
    with pytest.raises(ExitError) as error:
        report(session, 2, 2021, Path("ut"), ["md", name])
    said = _message(error, session)
    assert f"needs the library {library}" in said
    assert "pip install 'planctl[all]'" in said
    assert not (session.folder / "ut").exists()


def test_own_document(session: Session) -> None:
    """`templates/mal.docx` is taken when it is there, another file when it is named."""
    assert own_docx(session, None) is None
    (session.folder / "templates").mkdir()
    (session.folder / "templates" / "mal.docx").write_bytes(b"mal")
    (session.folder / "annen.docx").write_bytes(b"annen")
    assert own_docx(session, None) == b"mal"
    assert own_docx(session, Path("annen.docx")) == b"annen"
    with pytest.raises(ExitError) as error:
        own_docx(session, Path("borte.docx"))
    assert "There is no file «borte.docx»" in _message(error, session)
    with pytest.raises(ExitError) as error:
        report(session, 2, 2021, Path("ut"), ["docx"], Path("annen.docx"))
    assert "not a Word document" in _message(error, session)
