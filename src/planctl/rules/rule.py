"""What a rule is: its code, its words, its source, and how it judges."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field

from planctl.findings.diagnostic import Finding, Severity
from planctl.model.record import Record
from planctl.values import dataclass
from planctl.world import World


@dataclass(frozen=True, slots=True)
class Example:
    """A file that a rule finds fault with, and the same file mended.

    Both are laid over the small municipality in the tests; `with_files` holds other files needed,
    `renamed` is the mended file's path where the fault is in the name. `with_rules` are the codes of
    other rules that must run for this one to judge. `before` is the file as it was, for a rule that
    judges a change.
    """

    path: str
    bad: str | bytes
    good: str | bytes
    with_files: dict[str, str] = field(default_factory=dict)
    renamed: str = ""
    with_rules: tuple[str, ...] = ()
    before: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; `each` judges one record of the kinds in `visits`, `whole` the plan set.

    Rules with neither are raised where files are loaded. `severity_fri` is the severity in the profile
    `fri` where it differs. `source` names the seed's section or the paragraph of law. `private` tells that what it
    finds is personal, so that no output shows it again. `habit` tells that
    one choice, made once for a whole plan, gives a finding in every record: the text for people then
    tells them together.
    """

    code: str
    slug: str
    severity: Severity
    title: str
    source: str
    example: Example
    visits: tuple[str, ...] = ()
    each: Callable[[Record, World], Iterable[Finding]] | None = None
    whole: Callable[[World], Iterable[Finding]] | None = None
    severity_fri: Severity | None = None
    habit: bool = False
    private: bool = False
    explanation: str = ""
