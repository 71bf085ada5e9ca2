"""A fixed run of ordinary and hostile findings, and readers that take output as the hosts do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from planctl.check.fingerprint import fingerprints
from planctl.check.registry import rule_book
from planctl.findings.diagnostic import Diagnostic, Related, Severity
from planctl.i18n import Language, T
from planctl.output.ci_hosts import CheckRun, Found
from planctl.output.summary import summarise
from planctl.source import START, Location, Span

ENGLISH = Language("en")
HOSTILE = (
    "100 % {0} %0A::add-mask::x\r\n::error file=a,line=1::y ##vso[task.setvariable variable=a]b ##[group]c :::d "
    "]]> & < > \" ' @team ola@asker.no | \x1b[31m \u202e 🎉 [x](https://evil.example) <script>alert(1)</script> "
    "`kode` **fet** #12 GH-7 %AZP25 %5D ; , \ufffe"
)
HOSTILE_PATH = "temaplaner/mål, 50 %;]`b::c##vso[d] @team.yaml"
LEVELS = {
    "001": Severity.ERROR,
    "203": Severity.ERROR,
    "210": Severity.WARNING,
    "211": Severity.INFO,
    "301": Severity.ERROR,
    "302": Severity.ERROR,
    "303": Severity.OFF,
}


def finding(
    code: str,
    path: str,
    span: Span,
    message: str = "{Tiltak} «{id}» has no deadline",
    *,
    record: str | None = None,
    title: str = "vp.t1",
    severity: Severity | None = None,
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """Make a diagnostic of a rule."""
    rule = rule_book().by_code[code]
    return Diagnostic(
        code=code,
        slug=rule.slug,
        severity=severity or LEVELS[code],
        message=T(message, id=title),
        location=Location(path, span),
        help=T("Add «frist:» with a date, as frist: 2021-10-01."),
        source=rule.source,
        record=record,
        field="frist" if record else None,
        related=related,
    )


FINDINGS = [
    finding("001", "kommuneplan.yaml", START, "The file is not valid YAML"),
    finding(
        "203",
        "virksomhetsplaner/park.yaml",
        Span(8, 5, 8, 7),
        "The id «{id}» is used already",
        record="vp.t1",
        related=(Related(Location("virksomhetsplaner/veg.yaml", Span(9, 5, 9, 7)), T("it stands here first")),),
    ),
    finding("210", HOSTILE_PATH, Span(3, 3, 5, 1), "Nobody got «{id}»", record="klima.d1", title=HOSTILE),
    finding("211", "temaplaner/klima.yaml", Span(4, 7, 4, 9), "«{id}» is not measured", record="klima.d2", title="d2"),
    finding("301", "virksomhetsplaner/veg.yaml", Span(9, 5, 9, 7), record="vp.t1"),
    finding("301", "virksomhetsplaner/veg.yaml", Span(19, 5, 19, 7), record="vp.t1"),
    finding("301", "virksomhetsplaner/veg.yaml", Span(29, 5, 29, 7), record=HOSTILE, title=HOSTILE),
]


def run_of(items: Iterable[Diagnostic], fail_on: Severity = Severity.ERROR, prefix: str = "plan/") -> CheckRun:
    """Make a run of diagnostics in a repository that lies in the folder `plan`."""
    listed = list(items)
    found = tuple(Found(item, mark, prefix) for item, mark in fingerprints(listed, lambda item: item.location.path))
    return CheckRun(found, summarise(listed, 6, 41), lambda: LEVELS, rule_book(), fail_on)


RUN = run_of(FINDINGS)


class Command(NamedTuple):
    """A command as a host reads it."""

    name: str
    properties: dict[str, str]
    data: str


def github_commands(text: str) -> list[Command]:
    """Read the lines that GitHub's runner takes as commands: `::name …::data`, and `##[name]` anywhere."""
    found = []
    for line in re.split(r"\r\n|\r|\n", text):
        line = line.lstrip()
        if line.startswith("::") and "::" in line[2:]:
            head, _, data = line[2:].partition("::")
            name, _, listed = head.partition(" ")
            pairs = (pair.partition("=") for pair in listed.split(",") if pair)
            properties = {key: _unescaped(value, {"%3A": ":", "%2C": ","}) for key, _, value in pairs}
            found.append(Command(name, properties, _unescaped(data, {})))
        elif match := re.search(r"##\[([^]]*)\]", line):
            found.append(Command(f"##{match[1]}", {}, ""))
    return found


def _unescaped(text: str, more: dict[str, str]) -> str:
    for code, sign in {"%0D": "\r", "%0A": "\n", **more, "%25": "%"}.items():
        text = text.replace(code, sign)
    return text


def azure_commands(text: str) -> list[Command]:
    """Read the lines in which Azure's agent finds a command: the first `##vso[` anywhere in a line."""
    found = []
    for line in re.split(r"\r\n|\r|\n", text):
        start = line.find("##vso[")
        end = line.find("]", start)
        if start < 0 or end < 0:
            continue
        name, _, listed = line[start + 6 : end].partition(" ")
        pairs = (pair.partition("=") for pair in listed.split(";") if pair)
        found.append(Command(name, {key: _decoded(value) for key, _, value in pairs}, _decoded(line[end + 1 :])))
    return found


def _decoded(text: str) -> str:
    for code, sign in {"%3B": ";", "%0D": "\r", "%0A": "\n", "%5D": "]", "%AZP25": "%"}.items():
        text = text.replace(code, sign)
    return text
