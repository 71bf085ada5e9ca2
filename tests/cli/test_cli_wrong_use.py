"""What is wrong with a command line is told in our own words, with what was probably meant."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cli_support import Run
from planctl.cli.app import COMMANDS, HIDDEN
from planctl.cli.run import run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("listt", "There is no command «listt». Did you mean «list»? See «planctl --help»."),
        ("xyz", "There is no command «xyz». See «planctl --help»."),
        ("li'st\\", "There is no command «li'st\\». Did you mean «list»? See «planctl --help»."),
        ("baseline wirte", "There is no command «wirte». Did you mean «write»? See «planctl baseline --help»."),
        ("list --formt json", "There is no option «--formt». Did you mean «--format»? See «planctl list --help»."),
        ("list --todday 3", "There is no option «--todday». Did you mean «--today»? See «planctl list --help»."),
        ("--langg nn list", "There is no option «--langg». Did you mean «--lang»? See «planctl --help»."),
        (
            "list --format jsn",
            "--format has a wrong value: «jsn» is none of text, json and csv. Did you mean «json»? See «planctl list --help».",
        ),
        (
            "template tull",
            "ACTION has a wrong value: «tull» is none of list, copy and check. See «planctl template --help».",
        ),
        ("calendar --year abc", "--year has a wrong value: «abc» is no whole number. See «planctl calendar --help»."),
        (
            "calendar --year 1",
            "--year has a wrong value: 1 is not from 1900 to 2200. See «planctl calendar --help».",
        ),
        ("report --tertial x", "--tertial has a wrong value: «x» is no whole number. See «planctl report --help»."),
        ("trace", "«ID» is missing. See «planctl trace --help»."),
        ("template", "«ACTION» is missing. See «planctl template --help»."),
        ("trace a b", "«b» is more than the command takes. See «planctl trace --help»."),
        ("list --status", "The option --status needs a value. See «planctl list --help»."),
        ("template list tertial", "«planctl template list» takes no name: it is of all templates."),
        ("template check tertial", "«planctl template check» takes no name: it is of all templates."),
        ("template copy", "Name the template to copy. «planctl template list» shows them."),
        (
            "report --verify a.json --freeze b.json",
            "--verify only compares: it writes no report, so leave out --freeze, --out and --format.",
        ),
        ("validate --fix=3", "The option --fix takes no value. See «planctl validate --help»."),
    ],
)
def test_told_in_our_own_words(planctl: Run, words: str, said: str) -> None:
    assert planctl("--lang", "en", *words.split()) == (2, "", f"planctl: {said}\n")


@pytest.mark.parametrize(("words", "usage"), [([], "planctl"), (["baseline"], "planctl baseline")])
def test_nothing_asked_for_shows_the_help_once(planctl: Run, words: list[str], usage: str) -> None:
    code, out, err = planctl("--lang", "nb", *words)
    assert (code, err) == (2, "")
    assert out.count(f"Bruk: {usage} ") == 1


def test_the_help_lists_every_command_in_order(planctl: Run) -> None:
    lines = planctl("--lang", "en", "--help").out.rpartition("╭─")[2].splitlines()
    named = [line[2:].split()[0] for line in lines if line.startswith("│ ") and line[2] != " "]
    assert named == [name for name in COMMANDS if name not in HIDDEN]


def test_the_file_of_one_command_is_read_alone() -> None:
    code = (
        "import sys\nfrom planctl.cli.run import run\nrun(['list', '--formt'])\n"
        "print(*sorted(name for name in sys.modules if name.startswith('planctl.cli.commands.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["planctl.cli.commands.list", "planctl.cli.commands.shared"]


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "baseline"])
def test_every_command_has_help_of_its_own(planctl: Run, name: str) -> None:
    code, out, err = planctl("--lang", "en", name, "--help")
    assert (code, err) == (0, "")
    assert f"Usage: planctl {name} [OPTIONS]" in out


def test_values_are_named_in_the_users_language(planctl: Run) -> None:
    from planctl.i18n import Language

    out = planctl("--lang", "nb", "validate", "--help").out
    assert Language("nb")("[OPTIONS]") in out
    assert Language("nb")("FORMAT[=FILE]") in out


@pytest.mark.parametrize(
    ("words", "number", "offered"),
    [("planctl tr", 1, ["trace"]), ("planctl list --f", 2, ["--format"]), ("planctl baseline ", 2, ["write"])],
)
def test_completion_knows_every_command_and_option(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: str, number: int, offered: list[str]
) -> None:
    monkeypatch.setenv("_PLANCTL_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(number))
    with pytest.raises(SystemExit) as ended:
        run([])
    assert ended.value.code == 0
    assert capsys.readouterr().out.split() == offered
