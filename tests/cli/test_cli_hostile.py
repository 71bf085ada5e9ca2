"""Plan text that tries to be something else stays text, in every format."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from cli_support import Run, columns
from git_support import copy_base
from planctl.cli.run import run
from planctl.output.mermaid import escape
from support import base_files

TITLES = [
    "[/bold] [red]rød[/red] [link=http://x]x[/link]",
    "\u202eesrever \u2066x",
    "a | b || c",
    "<script>alert(1)</script>",
    '=CMD("calc")',
    '"] --> x["y; end %% {{7*7}} #quot;',
    ":smiley: `kode` **fet** _kursiv_",
    "1. Et nummer",
    "- en strek",
    "x" * 300,
    "日本語" * 40,
]


@pytest.fixture(params=TITLES, ids=range(len(TITLES)))
def hostile(request: pytest.FixtureRequest, planctl: Run, tmp_path: Path) -> tuple[str, Run]:
    """Give a title, and planctl in a repository where a tiltak, a mål and a unit have it."""
    title = json.dumps(request.param, ensure_ascii=True)
    folder = copy_base(
        tmp_path,
        {
            "virksomhetsplaner/veg.yaml": {"Bygge sykkelparkering ved stasjonen": title},
            "kommuneplan.yaml": {"Innbyggerne reiser miljøvennlig": title},
            "organisasjon.yaml": {"Veg og trafikk": title},
        },
    )
    return request.param, lambda *argv: planctl("-C", str(folder), "--lang", "en", *argv)


@pytest.mark.parametrize(
    "argv",
    [
        ["trace", "klima.d1"],
        ["trace", "veg"],
        ["trace", "vp2021-veg.t1", "--color"],
        ["show", "klima.d1"],
        ["show", "vp2021-veg.t1"],
        ["list"],
        ["list", "tiltak", "--owner", "veg"],
        ["status"],
    ],
    ids=" ".join,
)
def test_text(hostile: tuple[str, Run], argv: list[str]) -> None:
    title, run = hostile
    code, out, _ = run(*argv)
    assert code == 0
    assert not {"\u202e", "\u2066", "\x07"} & set(out)
    if "--color" not in argv:
        assert "\x1b" not in out
        assert columns(out) <= 80
    if title.startswith("[/bold]") and argv[0] == "trace":
        assert "[/bold] [red]rød[/red]" in " ".join(out.replace("│", " ").split())


def test_json(hostile: tuple[str, Run]) -> None:
    title, run = hostile
    for argv in (["list"], ["trace", "klima.d1"]):
        out = run(*argv, "--format", "json").out
        assert not {"\u202e", "\u2066", "\x1b"} & set(out)
        json.loads(out)
    found = json.loads(run("list", "tiltak", "--format", "json").out)["records"][0]["title"]
    assert found == title.replace("\u202e", "\ufffd").replace("\u2066", "\ufffd")


def test_csv(hostile: tuple[str, Run]) -> None:
    _, run = hostile
    out = run("list", "--format", "csv").out
    for row in csv.reader(io.StringIO(out.removeprefix("\ufeff")), delimiter=";"):
        assert not any(text.lstrip().startswith(("=", "+", "-", "@")) for text in row)


def test_mermaid(hostile: tuple[str, Run]) -> None:
    _, run = hostile
    for line in run("trace", "klima.d1", "--format", "mermaid").out.splitlines():
        if '["' in line:
            name, _, label = line.strip().removesuffix('"]').removesuffix('"])').partition('["')
            assert name.rstrip("(").isalnum()
            assert not set(label.replace("<br/>", "")) & set('"<>[]{}|`')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a "b" <c>', "a #34;b#34; #60;c#62;"),
        ("x; y # z", "x#59; y #35; z"),
        ("1. Mål", "1#46; Mål"),
        ("- Mål", "#45; Mål"),
        ("Gå, sykle og reise (kollektivt)", "Gå, sykle og reise (kollektivt)"),
        ("100 % – 3/4: ja!", "100 % – 3/4: ja!"),
    ],
)
def test_mermaid_escape(text: str, expected: str) -> None:
    assert escape(text) == expected


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_full_disk_is_one_line(form: str, tmp_path: Path) -> None:
    for path, text in base_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    words = [sys.executable, "-m", "planctl", "-C", str(tmp_path), "--lang", "en", "validate", "--format", form]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "planctl: The file system refused: No space left on device\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[" * 100_000, "den er nøstet for dypt"),
        ('{"schema_version": 9}', "schema_version er 9, som denne planctl-versjonen ikke kjenner"),
        ("{}", "den er ikke slik «planctl baseline write» skriver den"),
    ],
)
def test_why_a_baseline_cannot_be_used_is_told_in_the_readers_language(
    text: str, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "planctl.yaml").write_text(base_files()["planctl.yaml"], encoding="utf-8")
    (tmp_path / "planctl-baseline.json").write_text(text, encoding="utf-8")
    assert run(["-C", str(tmp_path), "--lang", "nb", "validate"]) == 2
    assert capsys.readouterr().err.endswith(f"er ingen grunnlinje: {why}\n")
