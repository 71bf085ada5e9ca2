"""`planctl report --format`: which formats, where to, and what is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sources import FIGURE, town_source
from town import files

from planctl.cli.formats import chosen, deliver, own_docx
from planctl.cli.report import report
from planctl.cli.session import ExitError, Session
from planctl.load.files.tree import WorkTree
from planctl.reports.formats import REPORT_FORMATS


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
    assert report(session, 2, 2021, Path("ut"), list(REPORT_FORMATS)) == 0
    names = [f"tertialrapport-2021-T2.{name}" for name in REPORT_FORMATS]
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
    assert deliver(session, town_source(), "rapport", ["html"], Path("a")) == {}
    assert [path.name for path in (session.folder / "a").iterdir()] == ["rapport.html"]
    assert deliver(session, town_source(), "rapport", ["md"], Path("b")) == {}
    written = (session.folder / "b" / "rapport.md").read_text(encoding="utf-8")
    assert (session.folder / "b" / FIGURE.path).read_text(encoding="utf-8") == FIGURE.svg
    assert f"]({FIGURE.path})" in written


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
    name: str,
    module: str,
    library: str,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without its library a format is not made, and the command that installs it is told; the others are written."""
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.delitem(sys.modules, f"planctl.reports.formats.{name}", raising=False)
    assert report(session, 2, 2021, Path("ut"), [name, "html", "md"]) == 2
    shown = capsys.readouterr()
    assert shown.err == (
        f"planctl: Not written: tertialrapport-2021-T2.{name}. The format {name} needs the library {library}, which is "
        f"not installed. Install it with: python -m pip install {library}\n"
    )
    written = [path.name for path in (session.folder / "ut").iterdir() if path.is_file()]
    assert sorted(written) == ["tertialrapport-2021-T2.html", "tertialrapport-2021-T2.md"]
    assert [Path(line).suffix for line in shown.out.splitlines()] == [".html", ".md"]


def test_typst_is_missing(
    session: Session, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """PDF, and Word with its figures, need typst; each reason is told once for all files it concerns."""
    monkeypatch.setitem(sys.modules, "typst", None)
    kwargs = {"document": "oppdragsbrev"}
    assert report(session, None, 2021, Path("ut"), ["pdf", "html"], **kwargs) == 2  # type: ignore[arg-type]
    count = len(list((session.folder / "ut").glob("*.html")))
    assert count > 1
    assert not list((session.folder / "ut").glob("*.pdf"))
    (told,) = capsys.readouterr().err.splitlines()
    assert told.count(".pdf") == min(count, 3)
    assert report(session, 2, 2021, Path("b"), ["html", "pdf", "docx"]) == 2
    assert [path.name for path in (session.folder / "b").iterdir()] == ["tertialrapport-2021-T2.html"]
    formats = [line.split("The format ")[1][:4] for line in capsys.readouterr().err.splitlines()]
    assert formats == ["pdf ", "docx"]


def test_own_document(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """`templates/mal.docx` is taken when it is there, another file when it is named."""
    tree = WorkTree(session.folder)
    assert own_docx(session, None, tree) is None
    (session.folder / "templates").mkdir()
    (session.folder / "templates" / "mal.docx").write_bytes(b"mal")
    (session.folder / "annen.docx").write_bytes(b"annen")
    assert own_docx(session, None, tree) == b"mal"
    assert own_docx(session, Path("annen.docx"), tree) == b"annen"
    with pytest.raises(ExitError) as error:
        own_docx(session, Path("borte.docx"), tree)
    assert "There is no file «borte.docx»" in _message(error, session)
    assert report(session, 2, 2021, Path("ut"), ["docx"], Path("annen.docx")) == 2
    assert "not a Word document" in capsys.readouterr().err


def test_own_document_that_leads_away(session: Session, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link out of the repository is not followed."""
    outside = tmp_path_factory.mktemp("ute") / "mal.docx"
    outside.write_bytes(b"hemmelig")
    (session.folder / "templates").mkdir()
    (session.folder / "templates" / "mal.docx").symlink_to(outside)
    with pytest.raises(ExitError) as error:
        own_docx(session, None, WorkTree(session.folder))
    assert "«templates/mal.docx» cannot be read" in _message(error, session)


def test_own_document_of_a_revision(session: Session) -> None:
    """With `--at` the municipality's Word document is the one of that revision."""
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    path = session.folder / "templates" / "mal.docx"
    path.parent.mkdir()
    git = ["git", "-C", str(session.folder), "-c", "user.name=x", "-c", "user.email=x@example.invalid"]
    subprocess.run([*git, "init", "-q"], check=True)
    for words in ("Først", "Sist"):
        word = docx.Document()
        word.add_paragraph(words)
        word.save(str(path))
        subprocess.run([*git, "add", "."], check=True)
        subprocess.run([*git, "commit", "-qm", words], check=True)
    path.unlink()
    made = session.folder / "ut" / "tertialrapport-2021-T2.docx"
    for revision, words in (("HEAD", "Sist"), ("HEAD~1", "Først")):
        assert report(session, 2, 2021, Path("ut"), ["docx"], at=revision) == 0
        assert docx.Document(str(made)).paragraphs[0].text == words
    assert report(session, 2, 2021, Path("ut"), ["docx"]) == 0
    assert docx.Document(str(made)).paragraphs[0].text.startswith("Tertial report")
