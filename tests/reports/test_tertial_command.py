"""`planctl report`: which period, where to, and what it refuses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from town import files, looking_back, markdown, unillustrated, view

from planctl.cli.report import report
from planctl.cli.session import ExitError, Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A session in a folder that holds the small municipality."""
    for name, text in files().items():
        (tmp_path / name).write_bytes(text.encode())
    return Session(folder=tmp_path, lang_code="en", environ={})


def test_writes_to_standard_output(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a folder the report goes to standard output; the year is that of the latest tertial that ended."""
    assert report(session, 2, None, None) == 0
    assert capsys.readouterr() == (markdown(looking_back(view())), "")


def test_writes_a_file(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """With a folder it becomes a file named after the period, whose path is printed."""
    assert report(session, 1, 2021, Path("ut/mappe")) == 0
    path = session.folder / "ut" / "mappe" / "tertialrapport-2021-T1.md"
    assert capsys.readouterr().out == f"{path}\n"
    assert unillustrated(path.read_bytes().decode()) == markdown(looking_back(view(number=1)))
    assert sorted(item.name for item in path.parent.iterdir()) == ["figurer", path.name]


def test_default_year(session: Session) -> None:
    """Before the second tertial has ended, last year's is the latest, and it has nothing to report."""
    session.today = date(2021, 8, 31)
    with pytest.raises(ExitError) as error:
        report(session, 2, None, None)
    assert "tertial 2, 2020" in session.language()(error.value.message or "")


@pytest.mark.parametrize(
    ("tertial", "year", "said"),
    [
        (3, None, "annual report (årsrapport)"),
        (0, None, "--tertial must be 1 or 2, not 0"),
        (4, 2021, "--tertial must be 1 or 2, not 4"),
        (1, 2019, "nothing to report for tertial 1, 2019"),
        (1, 2022, "tertial 1, 2022 begins after 15 September 2021"),
    ],
)
def test_refuses(session: Session, tertial: int, year: int | None, said: str) -> None:
    """A tertial that has no report, and one with nothing in it, are refused with clear words and exit code 2."""
    with pytest.raises(ExitError) as error:
        report(session, tertial, year, None)
    assert error.value.code == 2
    assert error.value.message is not None
    assert said in session.language()(error.value.message)


def test_broken_files_are_told(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be read may take figures with it: that is said beside the report."""
    (session.folder / "vann-2021-T2.yaml").write_text("type: [", encoding="utf-8")
    assert report(session, 2, 2021, None) == 0
    assert "Some plan files have errors" in capsys.readouterr().err
