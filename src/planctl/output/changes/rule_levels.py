"""What a change of planctl.yaml does to the rules: which rule went from what to what, and where."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.check.registry import RuleBook
from planctl.config import Config
from planctl.diff.change import Change, Kind
from planctl.diff.run import Diff
from planctl.diff.state import SETTINGS
from planctl.findings.diagnostic import Severity
from planctl.i18n import Language, T, Text
from planctl.load.files.tree import CONFIG_NAME
from planctl.output.text import severity_word

_NAMED = 8
"""More rules than this are told by their codes alone."""


def rule_levels(diff: Diff, lang: Language, rules: RuleBook) -> list[tuple[Change, Text]]:
    """Give a line for each step that rules have taken, the rules of one step together."""
    before, after = diff.base.world.config, diff.head.world.config
    return [*_levels(before, after, lang, rules), *_places(before, after, rules)]


def _levels(before: Config, after: Config, lang: Language, rules: RuleBook) -> Iterator[tuple[Change, Text]]:
    old, new = rules.severities(before), rules.severities(after)
    steps: dict[tuple[Severity, Severity], list[str]] = {}
    for code in rules.by_code:
        if old[code] is not new[code]:
            steps.setdefault((old[code], new[code]), []).append(code)
    for (was, now), codes in steps.items():
        words = T(
            "{path}: {rules} from {old} to {new}",
            path=CONFIG_NAME, rules=_named(codes, rules), old=severity_word(was, lang), new=severity_word(now, lang),
        )  # fmt: skip
        yield _change(hides=now.rank < was.rank), words


def _places(before: Config, after: Config, rules: RuleBook) -> Iterator[tuple[Change, Text]]:
    old, new = _ignored(before, rules), _ignored(after, rules)
    for glob in dict.fromkeys([*new, *old]):
        hidden = [code for code in rules.by_code if code in new.get(glob, ()) and code not in old.get(glob, ())]
        shown = [code for code in rules.by_code if code in old.get(glob, ()) and code not in new.get(glob, ())]
        if hidden:
            words = T(
                "{path}: turned off in «{glob}»: {rules}", path=CONFIG_NAME, rules=_named(hidden, rules), glob=glob
            )
            yield _change(hides=True), words
        if shown:
            words = T(
                "{path}: turned on again in «{glob}»: {rules}", path=CONFIG_NAME, rules=_named(shown, rules), glob=glob
            )
            yield _change(hides=False), words


def _ignored(config: Config, rules: RuleBook) -> dict[str, set[str]]:
    """Give the codes of the rules that are off in files, by glob."""
    return {glob: {rule.code for name in names for rule in rules.matching(name)} for glob, names in config.per_path}


def _named(codes: list[str], rules: RuleBook) -> list[str]:
    return codes if len(codes) > _NAMED else [f"{code} {rules.by_code[code].slug}" for code in codes]


def _change(*, hides: bool) -> Change:
    return Change(Kind.CHANGED, CONFIG_NAME, SETTINGS, weight=Severity.WARNING if hides else Severity.INFO)
