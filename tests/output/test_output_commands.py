"""GitHub and Azure: each finding is one command, plan text is none, and limits are told."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from output_support import ENGLISH, FINDINGS, HOSTILE_PATH, RUN, azure_commands, finding, github_commands, run_of

from planctl.findings.diagnostic import Diagnostic, Severity
from planctl.output import azure, github
from planctl.output.ci_hosts import harmless
from planctl.output.clean import clean
from planctl.output.formats import FINDING_FORMATS
from planctl.source import Span

TRICKY = st.lists(
    st.sampled_from(["::", ":", "#", "##", "##vso[", "##VSO[", "##[", "]", "error", " ", "%", "%0A", "%0D", "%25", "%3A",
                     "%AZP25", "%5D", "%3B", "\n", "\r", "\r\n", "\u2028", "\x85", ",", ";", "=", "add-mask", "å"]) | st.text(max_size=3)
).map("".join)  # fmt: skip


def many(errors: int, warnings: int, infos: int) -> list[Diagnostic]:
    counts = {"301": errors, "210": warnings, "211": infos}
    return [
        finding(code, "a.yaml", Span(line, 1, line, 3), record=f"vp.t{line}")
        for code, count in reversed(counts.items())
        for line in range(1, count + 1)
    ]


def test_github_gives_every_finding_one_command() -> None:
    commands = github_commands(github.render(RUN, ENGLISH))
    assert [command.name for command in commands] == ["error"] * 5 + ["warning", "notice"]
    warning = commands[5]
    assert warning.properties == {
        "file": f"plan/{HOSTILE_PATH}", "line": "3", "endLine": "5", "title": "210 delmål-uten-tjenesteområde",
    }  # fmt: skip
    assert warning.data.split("\n")[0].startswith("Nobody got «100 % {0} %0A: :add-mask: :x : :error file=a,line=1: :y")
    assert commands[0].properties["endColumn"] == "1"


def test_azure_gives_every_error_and_warning_one_command() -> None:
    text = azure.render(RUN, ENGLISH)
    commands = azure_commands(text)
    assert [command.properties["type"] for command in commands] == ["error"] * 5 + ["warning"]
    assert {command.name for command in commands} == {"task.logissue"}
    assert commands[5].properties == {
        "type": "warning", "sourcepath": f"plan/{HOSTILE_PATH}", "linenumber": "3", "columnnumber": "3", "code": "210",
    }  # fmt: skip
    assert "%AZP25 %5D ;" in commands[5].data
    assert "\nnote 211 delmål-uten-indikator plan/temaplaner/klima.yaml:4:7 «d2» is not measured. " in text


@given(TRICKY, TRICKY)
def test_plan_text_is_no_command(title: str, path: str) -> None:
    found = [finding("301", f"{path}.yaml", Span(1, 1, 1, 2), title=title) for _ in range(12)]
    run = run_of([*found, finding("211", f"{path}.yaml", Span(1, 1, 1, 2), title=title)], prefix="")
    commands = github_commands(github.render(run, ENGLISH))
    assert [command.name for command in commands] == ["error"] * 10 + ["notice", "notice", "group", "endgroup"]
    assert {command.properties["file"] for command in commands[:10]} == {clean(f"{path}.yaml")}
    assert commands[0].data.startswith(harmless(f"Measure «{title}» has no deadline."))
    text = azure.render(run, ENGLISH)
    assert [command.properties.get("code") for command in azure_commands(text)] == ["301"] * 10 + [None]
    assert {command.properties["sourcepath"] for command in azure_commands(text)[:10]} == {clean(f"{path}.yaml")}
    assert [line for line in text.splitlines() if line.startswith("##[")] == [
        "##[group]3 more findings",
        "##[endgroup]",
    ]


@given(TRICKY, TRICKY)
@example("", "###vso[]")
def test_no_format_holds_a_command_of_the_other_host(title: str, path: str) -> None:
    run = run_of([finding("301", f"{path}.yaml", Span(1, 1, 1, 2), title=title, record=title)], prefix="")
    for form in set(FINDING_FORMATS) - {"github", "azure"}:
        text = FINDING_FORMATS[form](run, ENGLISH)
        assert github_commands(text) == []
        assert azure_commands(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a::b", "a: :b"),
        (":::", ": : :"),
        ("##vso[x]", "# #vso[x]"),
        ("###[x]", "## #[x]"),
        ("##VSO[", "# #VSO["),
        ("## Mål og 10:30", "## Mål og 10:30"),
    ],
)
def test_harmless(text: str, expected: str) -> None:
    assert harmless(text) == expected


@pytest.mark.parametrize("counts", [(10, 10, 10), (0, 0, 0), (1, 0, 10)])
def test_github_says_nothing_of_limits_within_them(counts: tuple[int, int, int]) -> None:
    names = [command.name for command in github_commands(github.render(run_of(many(*counts)), ENGLISH))]
    assert names == ["error"] * counts[0] + ["warning"] * counts[1] + ["notice"] * counts[2]


def test_github_tells_what_it_does_not_show() -> None:
    text = github.render(run_of(many(25, 3, 10)), ENGLISH)
    commands = github_commands(text)
    assert [command.name for command in commands] == [
        *["error"] * 10, *["warning"] * 3, *["notice"] * 10, "group", "endgroup",
    ]  # fmt: skip
    told = "GitHub shows at most 10 findings of a kind. 16 more stand in the log of this step."
    assert commands[22] == ("notice", {"title": "planctl"}, told)
    rest = text.partition("::group::16 more findings\n")[2].splitlines()
    assert len(rest) == 17
    assert rest[0] == (
        "error 301 tiltak-uten-frist plan/a.yaml:11:1 Measure «vp.t1» has no deadline. "
        "Add «frist:» with a date, as frist: 2021-10-01."
    )


def test_azure_tells_what_it_does_not_show() -> None:
    text = azure.render(run_of(many(12, 10, 2)), ENGLISH)
    commands = azure_commands(text)
    assert [command.properties["type"] for command in commands] == ["error"] * 10 + ["warning"] * 10
    assert (
        commands[-1].data
        == "Azure Pipelines shows at most 10 findings of a kind. 3 more stand in the log of this step."
    )
    assert "##[group]5 more findings\n" in text
    notes = azure.render(run_of(many(0, 0, 2)), ENGLISH)
    assert azure_commands(notes) == []
    assert notes.startswith("##[group]2 more findings\nnote 211 ")


def test_gravest_first() -> None:
    text = github.render(run_of(reversed(FINDINGS)), ENGLISH)
    assert [command.name for command in github_commands(text)] == ["error"] * 5 + ["warning", "notice"]
    assert Severity.ERROR.rank > Severity.WARNING.rank > Severity.INFO.rank
