"""What a change does to the check itself though nothing is hidden by it yet: the next change could use it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from planctl.check.registry import RuleBook, rule_book
from planctl.config import Config
from planctl.diff.by_base import ByBase
from planctl.domain.adopted_changes import former_of, protected_changes
from planctl.domain.adopted_limits import limit_changes
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.load.files.tree import CONFIG_NAME
from planctl.source import Place
from planctl.world import World

_GUARD = "528"


def weakened(head: World, by: ByBase) -> Iterator[Finding]:
    """Tell of rules that gave errors by the settings of base and no longer do.

    The finding has the code of the first of the rules, and 528 where that is one of them.
    """
    book = rule_book(head.disciplines)
    codes = _softened(head.config, by.world.config, book) if by.world is not head else []
    if codes:
        rules = [f"{code} {book.by_code[code].slug}" for code in codes]
        message = T("The change turns off or softens rules that give errors: {rules}", rules=rules)
        hint = T("From the next change on they find less. Take it back, or have the change approved.")
        yield Finding(codes[0], Place(CONFIG_NAME, ("regler",), key=True), message, hint)


def _softened(now: Config, before: Config, rules: RuleBook) -> list[str]:
    levels, old = rules.severities(now), rules.severities(before)
    errors = [code for code, level in old.items() if level is Severity.ERROR]
    paths = [names for glob, names in now.per_path if (glob, names) not in before.per_path]
    off = {rule.code for names in paths for name in names for rule in rules.matching(name)}
    found = [code for code in errors if levels[code].rank < old[code].rank or code in off]
    return sorted(found, key=lambda code: (code != _GUARD, code))


def reopened(before: World, now: World) -> Iterator[Finding]:
    """Tell of adopted plans that are set under revision by the change that also rewrites what was adopted."""
    for plan in now.plans.of_kind("vedtatte planer"):
        old = former_of(plan, before.plans)
        if old is None or old.get("status") != "vedtatt" or plan.get("status") != "under revisjon":
            continue
        limits = limit_changes(old, plan, before.plans, now.plans, now.today)
        if any(True for _ in chain(protected_changes(old, plan, before.plans, now.plans), limits)):
            message = T("«{plan}» is set under revision by the change that rewrites what was adopted", plan=plan.name)
            hint = T("It needs a new vedtak before it can be vedtatt again with this text.")
            yield finding(_GUARD, plan, message, "status", help=hint)
