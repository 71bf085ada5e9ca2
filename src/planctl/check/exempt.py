"""Findings that a comment in the plan exempts, and the comments that exempt nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from planctl.check.registry import RuleBook
from planctl.findings.diagnostic import Diagnostic, Finding, Severity
from planctl.i18n import T
from planctl.load.exemptions import Exemption
from planctl.load.schema.nearest import Guesses
from planctl.source import Place

UNUSED, WITHOUT_REASON, UNKNOWN_CODE = "014", "015", "903"


def exempted(
    found: Iterable[Diagnostic],
    exemptions: Iterable[Exemption],
    levels: Mapping[str, Severity],
    line_of: Callable[[Diagnostic], int | None],
    rules: RuleBook,
) -> tuple[list[Diagnostic], list[Finding]]:
    """Take out what the comments exempt; give what is left, and findings 014, 015 and 903 of the comments.

    An exemption speaks of the findings that stand on its line, and of those of the record that
    begins on it (`line_of` gives that line).
    """
    rows = list(exemptions)
    by_place: dict[tuple[str, int], list[_Quiet]] = {}
    for index, item in enumerate(rows):
        by_place.setdefault((item.path, item.line), []).append((index, _names_of(item, rules)))
    used: set[tuple[int, str]] = set()
    left = []
    for diagnostic in found:
        hits = list(_hits(diagnostic, by_place, line_of)) if by_place else []
        used.update(hits)
        if not hits:
            left.append(diagnostic)
    guesses = Guesses()
    return left, [
        finding
        for index, item in enumerate(rows)
        for finding in _comments(item, {name for name in item.codes if (index, name) in used}, levels, guesses, rules)
    ]


_Quiet = tuple[int, Mapping[str, list[str]]]
"""An exemption by its number, and the names it gives each code that it speaks of."""


def _names_of(item: Exemption, rules: RuleBook) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for name in dict.fromkeys(item.codes):
        for rule in rules.matching(name):
            names.setdefault(rule.code, []).append(name)
    return names


def speaks_of(
    item: Exemption, diagnostic: Diagnostic, line_of: Callable[[Diagnostic], int | None], rules: RuleBook
) -> bool:
    """Tell whether an exemption takes a diagnostic out: one on its line, or of the record that begins there."""
    return any(True for _ in _hits(diagnostic, {(item.path, item.line): [(0, _names_of(item, rules))]}, line_of))


def _hits(
    diagnostic: Diagnostic,
    by_place: Mapping[tuple[str, int], list[_Quiet]],
    line_of: Callable[[Diagnostic], int | None],
) -> Iterator[tuple[int, str]]:
    path = diagnostic.location.path
    for line in {diagnostic.location.span.line, line_of(diagnostic)}:
        for index, names in by_place.get((path, line), ()) if line is not None else ():
            for name in names.get(diagnostic.code, ()):
                yield index, name


def _comments(
    item: Exemption, used: set[str], levels: Mapping[str, Severity], guesses: Guesses, rules: RuleBook
) -> Iterator[Finding]:
    place = Place(item.path, item.span)
    for name in item.codes:
        named = list(rules.matching(name))
        if not named:
            guess = rules.suggestion(name, guesses)
            hint = T("Did you mean «{guess}»?", guess=guess) if guess else T("«planctl rules» lists them all.")
            yield Finding(UNKNOWN_CODE, place, T("No rule is called «{name}»", name=name), hint)
        elif name not in used and any(levels[rule.code] is not Severity.OFF for rule in named):
            message = T("The exemption from «{name}» is no longer needed: nothing is found here", name=name)
            yield Finding(UNUSED, place, message, T("Delete the comment."))
    if not item.reason:
        message = T("The exemption gives no reason")
        hint = T("Write why after the code: # planctl: unntak {code} – the reason.", code=", ".join(item.codes))
        yield Finding(WITHOUT_REASON, place, message, hint)
