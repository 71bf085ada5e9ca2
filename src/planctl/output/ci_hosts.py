"""What the formats for CI hosts share: one run's findings, their order, and text that commands nobody."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from planctl.check.registry import RuleBook
from planctl.findings.diagnostic import Diagnostic, Severity
from planctl.i18n import Language, Text, Tn
from planctl.output.clean import COMMAND_MARK, clean, shortened
from planctl.output.clean import harmless as harmless
from planctl.output.summary import Summary
from planctl.source import Location
from planctl.values import dataclass

GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Found:
    """A diagnostic with its fingerprint; `prefix` is its repository's folder as the host sees it."""

    diagnostic: Diagnostic
    fingerprint: str
    prefix: str = ""

    def path(self, location: Location) -> str:
        """Give a path from the top of the git repository; a repository's own folder is `.` in itself."""
        return clean(self.prefix.rstrip("/") or "." if location.path == "." else self.prefix + location.path)

    @property
    def where(self) -> str:
        """The finding's place, as `path:line:column`."""
        span = self.diagnostic.location.span
        return f"{self.path(self.diagnostic.location)}:{span.line}:{span.column}"


@dataclass(frozen=True, slots=True)
class CheckRun:
    """What every format is written from: findings by place, counts, all rules and the levels they ran at.

    `narrowed` tells that not all rules were asked for, `known` how many findings a baseline holds back,
    `older` how many stood there at the revision that was named already; None where none was.
    `scope` names the folders that were checked, from the top of the git repository, each with a slash after it;
    `limited` tells that findings elsewhere in the plan repository are not shown, `selected` that rules were
    asked for by name.
    """

    found: tuple[Found, ...]
    summary: Summary
    levels: Callable[[], Mapping[str, Severity]]
    rules: RuleBook
    fail_on: Severity = Severity.ERROR
    narrowed: bool = False
    known: int = 0
    older: int | None = None
    scope: str = ""
    limited: bool = False
    selected: bool = False

    @property
    def held_back(self) -> list[Text]:
        """Tell what is found and not shown."""
        found = []
        if self.known:
            found.append(Tn("{n} known finding in the baseline.", "{n} known findings in the baseline.", self.known))
        if self.older:
            found.append(Tn("{n} older finding is not shown.", "{n} older findings are not shown.", self.older))
        return found


@dataclass(frozen=True, slots=True)
class Capped:
    """Findings parted by a host's limits: those it shows, and those that stand in the log only."""

    shown: list[Found]
    rest: list[Found]
    cut: int


def nothing_found_text(run: CheckRun, lang: Language) -> str:
    """Say that nothing was found, and no more than is true."""
    if run.narrowed:
        return lang("Nothing found by the rules chosen.")
    if run.limited:
        return lang("Nothing found in what you named.")
    return lang("Nothing new.") if run.known or run.older is not None else lang("All is well.")


def by_gravity(found: Iterable[Found]) -> list[Found]:
    """Order findings with the gravest first, otherwise as they were."""
    return sorted(found, key=lambda item: -item.diagnostic.severity.rank)


def cap_annotations(found: Sequence[Found], limit: int, levels: Iterable[Severity], closing: Severity) -> Capped:
    """Part findings for a host that shows `limit` of each of some levels.

    When some are cut, one place at the level `closing` is kept for the line that tells it.
    """
    groups = {level: [item for item in found if item.diagnostic.severity is level] for level in GRAVEST_FIRST}
    room = dict.fromkeys(levels, limit)
    if any(len(groups[level]) > limit for level in room):
        room[closing] = limit - 1
    shown = [item for level, places in room.items() for item in groups[level][:places]]
    rest = [item for level, group in groups.items() for item in group[room.get(level, 0) :]]
    return Capped(shown, rest, sum(max(0, len(groups[level]) - places) for level, places in room.items()))


def short(text: str) -> str:
    """Cut a text that is longer than any message should be."""
    return shortened(text, _LONGEST)


def sentences(item: Diagnostic, lang: Language) -> list[str]:
    """Say what is wrong, and what to do where it is known; the lines of a block to write stand in one."""
    said, block = told(item, lang)
    return [*said, " ⏎ ".join(block)] if block else said


def rows(item: Diagnostic, lang: Language) -> list[str]:
    """Say the same for a host that shows several lines: those of a block to write as they stand."""
    said, block = told(item, lang)
    return said + block


def told(item: Diagnostic, lang: Language) -> tuple[list[str], list[str]]:
    """Say what is wrong and what to do; the lines of a block to write come apart."""
    said, block = [lang(item.message) + "."], []
    if item.help is not None:
        words, *block = lang(item.help).split("\n")
        said.append(words)
    return [short(clean(text)) for text in said], [clean(line) for line in block]


def dumps(document: Any) -> str:
    """Write JSON in which no log reader finds a command."""
    return escape_commands(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def escape_commands(text: str) -> str:
    """Write the same JSON without `##[` and `##vso[`, which a host would obey anywhere in a line."""
    return re.sub(COMMAND_MARK, r"\\u0023", text, flags=re.IGNORECASE)
