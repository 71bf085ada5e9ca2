"""Nothing that planctl writes tells a word of what is exempt from public access, unless --intern is given."""

from __future__ import annotations

from pathlib import Path

import pytest
from planted import WORD, files
from planted_funn import PLACES, ROWS
from told import COMMON, SUBJECT, Call, around, repo_of, telling, tells, written

from planctl.cli.app import COMMANDS, HIDDEN
from planctl.cli.report_documents import names
from planctl.output.formats import FINDING_FORMATS
from planctl.reports.formats import REPORT_FORMATS
from support import base_files, is_thorough

IDS = (
    "vr2021.v1",
    "vr2021.v1.t1",
    "vr2021.v1.p1",
    "vr2021.v1.p1.t1",
    "vr2021.v2.p1",
    "vr2021.v3",
    "vp2021-veg.t2",
    "vp2021-veg.t3",
    "vc2021.v1",
)
"""The records of the register and the plans that are exempt."""
FOUND = tuple(
    f"{name}{end}"
    for name in (
        "ros2021.r1", "kr2021.k1.m1", "av2021.a1", "lg2021.b1", "t2021.f1", "høring2021.i1", "ld2021.2.a1", "pr2021.g1",
        *(f"{within}.f1" for within in PLACES),
    )
    for end in ("", ".t1")
)  # fmt: skip
"""Those of other kinds, with their tiltak."""
GOVERNED = (*FOUND, *ROWS, "ld2021.1", "ld2021.1.a1", "ld2021.m1")
_FORMS = tuple(name for name in REPORT_FORMATS if name != "pdf")
"""PDF is made from the same tree of values as HTML and Word, and packs its text."""
_LOOKS = tuple(
    f"{command} {name}"
    for name in IDS
    for command in (
        "show",
        "trace",
        "trace --format json",
        "trace --format mermaid",
        "history",
        "history --format json",
    )
)
_GOVERNED = tuple(
    f"{command} {name}"
    for name in GOVERNED
    for command in ("show", "trace", "trace --format json", "history --format json")
)
_LISTS = tuple(
    f"list {kind} --format csv"
    for kind in (
        "funn", "risiko", "avvik", "mislighold", "lederbeslutning", "innspill", "avtale", "lederdialog", "medvirkningsmøte",
        "gevinst", "vedtakspunkt",
    )
)  # fmt: skip
_REPORTS = (
    "report --tertial 1 --year 2021", "report --annual --year 2021", "report --month 3 --year 2021", "report --tertial 1 --year 2021 --unit veg",
    *(f"report --document {name} --year 2021" for name in names()),
)  # fmt: skip
_SINCE = (
    "validate --since HEAD~1", "validate --since HEAD~2", "validate --against HEAD~1", "validate --against HEAD~2 --format sarif",
    *(f"diff HEAD~{back} --format {form}" for back in (1, 2) for form in ("text", "json", "markdown", "html")),
    "diff HEAD~2..HEAD~1", "diff HEAD~1...HEAD", "diff HEAD~2 --owner veg", "diff HEAD~2 --plan vr2021",
    "report --tertial 1 --year 2021 --at HEAD~1", "report --document vedtaksliste --year 2021 --at HEAD~2",
)  # fmt: skip

_WRITERS = {"merge-driver", "init", "git-setup"}
"""The commands that read no plans, or tell nothing of what they write."""


def test_the_word_stands_in_every_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    """With --intern it is told, so that the other tests have something to find."""
    monkeypatch.chdir(repo_of(tmp_path, files()).folder)
    for command in (
        "show vr2021.v1",
        "list vedtak",
        "trace vr2021.v1",
        "history vp2021-veg.t2",
        "calendar --layer frister",
        "textconv vedtak/2021.yaml",
        "report --document vedtaksliste --year 2021",
        "validate",
    ):
        assert tells(call(f"{command} --intern")), command
        assert tells(call(f"--intern {command}")), command


@pytest.mark.sampled
def test_no_command_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    """Of the commands that look at one record of a discipline, the ordinary run shows all, and tries a fourth of the rest."""
    looks = _GOVERNED if is_thorough() else (*_GOVERNED[::4], *_GOVERNED[1::13], *_GOVERNED[2::13], *_GOVERNED[3::13])
    looks = tuple(dict.fromkeys((*_LOOKS, *looks)))
    monkeypatch.chdir(repo_of(tmp_path, files()).folder)
    told = {command: call(command) for command in (*COMMON, *_LISTS, *looks, *_REPORTS)}
    assert telling(told) == {}
    assert {command.split()[0] for command in told if command != "--help"} >= {*COMMANDS, *HIDDEN} - _WRITERS
    assert [command for command in looks if SUBJECT in told[command]] == []
    assert [command for command in _LISTS if "unntatt, offl. § " not in told[command]] == []
    for name in (*IDS, *GOVERNED):
        assert f"{name}" in told[f"show {name}"]
        assert "unntatt, offl. § " in told[f"show {name}"]


def test_no_file_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    """Reports in every format, the figures frozen with them, workbooks, pictures and the files of the formats for CI."""
    monkeypatch.chdir(repo_of(tmp_path, files()).folder)
    out = tmp_path / "out"
    for number, command in enumerate(_REPORTS):
        call(f"{command} --format {','.join(_FORMS)} --out {out / str(number)} --freeze {out / f'{number}.json'}")
    call(f"calendar --format svg --layer frister,årshjul --out {out / 'hjul.svg'}")
    call(f"codeowners --out {out / 'CODEOWNERS'}")
    for name in FINDING_FORMATS:
        call(f"validate --format {name}={out / name}")
    found = list(written(out))
    assert len(found) > 100
    assert [(name, around(text)) for name, text in found if tells(text)] == []
    assert any("unntatt, offl. § 14" in text for name, text in found if name.endswith(".md"))
    assert any("unntatt, offl. § 14" in text for name, text in found if ".xlsx/" in name)


def test_no_template_of_their_own_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    """One that writes all that it is given; it is run in a process of its own."""
    own = ("tertialrapport", "årsrapport", "dokumenter/virksomhetsplan", "dokumenter/oppdragsbrev")
    templates = {f"templates/{name}.md.j2": "{{ report }}\n{{ report.work }}\n{{ report.chapters }}\n" for name in own}
    monkeypatch.chdir(repo_of(tmp_path, {**files(), **templates}).folder)
    told = {command: call(command) for command in _REPORTS}
    assert telling(told) == {}
    assert "(vp2021-veg.t2)" in told[_REPORTS[0]]


def test_no_frozen_figure_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    """Figures that were frozen with all texts, or before anything was marked, are held against those without them."""
    repo = repo_of(tmp_path, files(None))
    monkeypatch.chdir(repo.folder)
    for number, command in enumerate(_REPORTS):
        call(f"{command} --freeze ../{number}.json --out ../out")
    repo.write(dict(files()))
    told = {command: call(f"{command} --verify ../{number}.json") for number, command in enumerate(_REPORTS)}
    assert telling(told) == {}
    assert "unntatt, offl. § 14" in told["report --document vedtaksliste --year 2021"]
    assert tells(call(f"{_REPORTS[0]} --verify ../0.json --intern") + (tmp_path / "0.json").read_text(encoding="utf-8"))


def test_no_change_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    """Not from an older version in which nothing was marked, nor from one that is changed since."""
    last = {
        path: text.replace(f"{WORD} om", f"{WORD} og {WORD} om").replace("2021-05-01", "2021-06-01")
        for path, text in files().items()
    }
    monkeypatch.chdir(repo_of(tmp_path, files(None), files(), last).folder)
    told = {command: call(command) for command in (*_SINCE, *_LOOKS, *(f"history {name}" for name in GOVERNED))}
    assert telling(told) == {}
    assert "unntatt, offl. § 14" in told["diff HEAD~1 --format text"]


def test_no_removal_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    """A record that is taken away is told of without its texts."""
    gone = files().keys() - base_files().keys()
    last: dict[str, str | None] = {**base_files(), **dict.fromkeys(gone)}
    monkeypatch.chdir(repo_of(tmp_path, files(None), files(), last).folder)
    told = {command: call(command) for command in _SINCE if "HEAD~1" in command}
    assert telling(told) == {}
