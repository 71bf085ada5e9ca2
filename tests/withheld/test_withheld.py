"""Nothing that planctl writes tells a word of what is exempt from public access, unless --intern is given."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from planted import BROKEN, WORD, broken, files
from planted_funn import PLACES, ROWS

from git_support import Repo
from planctl.cli.app import COMMANDS, HIDDEN
from planctl.cli.report_documents import names
from planctl.cli.run import run
from planctl.output.formats import FINDING_FORMATS
from planctl.reports.formats import REPORT_FORMATS
from support import base_files

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
SUBJECT = "kvelstad"
"""Stands in what the commits are called: it is left out where the history of what is exempt is told."""
_FORMS = tuple(name for name in REPORT_FORMATS if name != "pdf")
"""PDF is made from the same tree of values as HTML and Word, and packs its text."""
_CHECKS = tuple(f"validate --format {name}" for name in ("text", *FINDING_FORMATS))
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
COMMON = (
    *_CHECKS, "validate --diff", "validate --diff --unsafe-fixes", "validate --lang nn", "validate --lang en --color",
    "validate --select 1,2,3,4,5,6,7,8,9", "list", "list --format json", "list --format csv", "list --open", "list tiltak --due 2022-01-01",
    "list vedtak --format csv", "list --postponed", "list --postponed --format json", "list --postponed --format csv", "status",
    "diff", "show vr2021", "show vp2021-veg", "show vr2021.v2", "show veg", "show rapporter/veg.yaml", "show r2021-veg", "trace klima.d1",
    "trace hp2021.o1", "trace fn:13", "history vr2021", "history vp2021-veg", "history r2021-veg", "history --goalposts", "codeowners",
    "calendar", "calendar --layer frister,årshjul", "calendar --format md --layer frister", "calendar --format svg --layer frister",
    "baseline write --out ../known.json", "rules", "explain 804", "schema", "template list", "template check", "--help",
    "textconv vedtak/2021.yaml", "textconv virksomhetsplaner/veg.yaml", "textconv rapporter/veg.yaml", "textconv vedtak/csv.csv",
)  # fmt: skip
_SINCE = (
    "validate --since HEAD~1", "validate --since HEAD~2", "validate --against HEAD~1", "validate --against HEAD~2 --format sarif",
    *(f"diff HEAD~{back} --format {form}" for back in (1, 2) for form in ("text", "json", "markdown", "html")),
    "diff HEAD~2..HEAD~1", "diff HEAD~1...HEAD", "diff HEAD~2 --owner veg", "diff HEAD~2 --plan vr2021",
    "report --tertial 1 --year 2021 --at HEAD~1", "report --document vedtaksliste --year 2021 --at HEAD~2",
)  # fmt: skip

_WRITERS = {"merge-driver", "init", "git-setup"}
"""The commands that read no plans, or tell nothing of what they write."""

_FAULTY = (
    "validate", "validate --format json", "validate --format sarif", "validate --select 1,2,3,4,5,6,7,8,9",
    "validate --diff --unsafe-fixes", "list --format json", "list --open", "status", "show vr2021", "show vp2021-veg",
    "trace vr2021.v1", "history r2021-veg", "history vr2021.v1", "calendar --layer frister", "report --tertial 1 --year 2021",
    "report --document vedtaksliste --year 2021", "textconv vedtak/2021.yaml", "textconv virksomhetsplaner/veg.yaml",
)  # fmt: skip

Call = Callable[[str], str]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Give a function that runs a command where the work is done, and gives all that it said."""
    monkeypatch.setenv("PLANCTL_LANG", "nb")

    def called(command: str) -> str:
        capsys.readouterr()
        run(command.split())
        said = capsys.readouterr()
        return said.out + said.err

    return called


def repo_of(folder: Path, *steps: Mapping[str, str | None]) -> Repo:
    """Make a repository of some commits."""
    repo = Repo(folder / "plan", {})
    for number, step in enumerate(steps):
        repo.write(dict(step))
        repo.commit(f"Endring {number} {SUBJECT}")
    return repo


def written(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the text of every file under a folder, and of what is packed in it."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            if zipfile.is_zipfile(io.BytesIO(data)):
                with zipfile.ZipFile(io.BytesIO(data)) as packed:
                    yield from (
                        (f"{path.name}/{name}", packed.read(name).decode("utf-8", "replace"))
                        for name in packed.namelist()
                    )
            else:
                yield path.name, data.decode("utf-8", "replace")


def tells(text: str) -> bool:
    return WORD in text.casefold()


def telling(told: Mapping[str, str]) -> dict[str, str]:
    """Give the commands that tell the word, each with what stands around it."""
    return {command: around(text) for command, text in told.items() if tells(text)}


def around(text: str) -> str:
    """Show where the word stands in a text."""
    at = text.casefold().index(WORD)
    return text[max(0, at - 200) : at + 60]


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


def test_no_command_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    monkeypatch.chdir(repo_of(tmp_path, files()).folder)
    told = {command: call(command) for command in (*COMMON, *_LISTS, *_LOOKS, *_GOVERNED, *_REPORTS)}
    assert telling(told) == {}
    assert {command.split()[0] for command in told if command != "--help"} >= {*COMMANDS, *HIDDEN} - _WRITERS
    assert [command for command in (*_LOOKS, *_GOVERNED) if SUBJECT in told[command]] == []
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


@pytest.mark.parametrize("kind", BROKEN)
def test_no_fault_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call, kind: str) -> None:
    """What is wrong in a record that is exempt, or in its file, is told without what is written there."""
    monkeypatch.chdir(repo_of(tmp_path, broken(kind)).folder)
    told = {
        command: call(command) for command in (*COMMON, *_REPORTS[:2], "report --document vedtaksliste --year 2021")
    }
    assert telling(told) == {}


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
