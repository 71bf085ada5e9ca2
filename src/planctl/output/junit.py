"""Diagnostics as JUnit XML, for the test pages of GitLab, Azure and Jenkins.

A family of rules is a test suite. A rule without findings is a test that passed; each finding is
a test of its own, which failed when it is grave enough to fail the check.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from planctl.check.registry import ALWAYS
from planctl.findings.diagnostic import Severity
from planctl.i18n import Language, Text
from planctl.output.ci_hosts import CheckRun, Found, rows, sentences
from planctl.output.clean import clean
from planctl.output.text import severity_word

_ESCAPES = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\ufffe": "\ufffd", "\uffff": "\ufffd",
}  # fmt: skip
_COMMAND = re.compile(r"[#:](?=([#:]))")


def render(run: CheckRun, lang: Language) -> str:
    """Return the whole document."""
    codes = {code for code, level in run.levels().items() if level is not Severity.OFF}
    codes |= {item.diagnostic.code for item in run.found}
    suites = [_Suite(run, family, lang) for family in sorted({code[0] for code in codes})]
    for code in sorted(codes):
        next(suite for suite in suites if suite.family == code[0]).add(code)
    counts = {name: sum(suite.counts[name] for suite in suites) for name in ("tests", "failures", "errors")}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites{_attributes(name='planctl', **counts)}>",
        *(line for suite in suites for line in suite.lines()),
        "</testsuites>",
    ]
    return "".join(f"{line}\n" for line in lines)


class _Suite:
    """A family of rules as a test suite."""

    def __init__(self, run: CheckRun, family: str, lang: Language) -> None:
        self.family = family
        self.counts: Counter[str] = Counter()
        self._run, self._lang = run, lang
        self._cases: list[str] = []
        self._names: Counter[str] = Counter()

    def add(self, code: str) -> None:
        """Add a rule: one test for each finding, or one that passed."""
        found = [item for item in self._run.found if item.diagnostic.code == code]
        rule = self._run.rules.by_code[code]
        if not found:
            self._cases.append(f"    <testcase{self._case(f'{code} {rule.slug}: {self._lang(Text(rule.title))}')}/>")
        for item in found:
            self._cases += self._finding(item)
        self.counts["tests"] += max(1, len(found))

    def lines(self) -> Iterator[str]:
        """Yield the suite's lines."""
        counts = {name: self.counts[name] for name in ("tests", "failures", "errors")}
        yield f"  <testsuite{_attributes(name=f'planctl {self.family}xx', **counts)}>"
        yield from self._cases
        yield "  </testsuite>"

    def _finding(self, item: Found) -> Iterator[str]:
        found = item.diagnostic
        about = ", ".join(part for part in (found.record or item.path(found.location), found.field) if part)
        body = _body(item, self._lang)
        yield f"    <testcase{self._case(f'{found.code} {found.slug}: {about}')}>"
        if found.severity.rank >= self._run.fail_on.rank:
            element = "error" if found.code in ALWAYS else "failure"
            self.counts[f"{element}s"] += 1
            about = _attributes(type=found.severity.value, message=sentences(found, self._lang)[0])
            yield f"      <{element}{about}>{body}</{element}>"
        else:
            yield f"      <system-out>{body}</system-out>"
        yield "    </testcase>"

    def _case(self, name: str) -> str:
        self._names[name] += 1
        ordinal = f" ({self._names[name]})" if self._names[name] > 1 else ""
        return _attributes(classname=f"planctl.{self.family}xx", name=name + ordinal)


def _body(item: Found, lang: Language) -> str:
    found = item.diagnostic
    related = [
        f"{item.path(other.location)}:{other.location.span.line}: {lang(other.message)}" for other in found.related
    ]
    first = f"{item.where}: {severity_word(found.severity, lang)} {found.code} {found.slug}"
    source = f"{lang('source')}: {found.source}"
    return "\n".join(_escape(line) for line in (first, *rows(found, lang), *related, source))


def _attributes(**values: str | int) -> str:
    return "".join(f' {name}="{_escape(str(value))}"' for name, value in values.items())


def _escape(text: str) -> str:
    escaped = "".join(_ESCAPES.get(sign, sign) for sign in clean(text))
    return _COMMAND.sub(lambda found: f"&#{ord(found[0])};" if found[0] == found[1] else found[0], escaped)
