"""The rule book: every rule by code and slug, and which of them a run uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, partial

from planctl.check.collected import collected, unused
from planctl.config import Config
from planctl.findings.diagnostic import Severity
from planctl.load.schema.nearest import Guesses
from planctl.resources import SHIPPED, Disciplines
from planctl.rules.rule import Rule
from planctl.world import World

ALWAYS = frozenset({"901", "902"})
"""The rules that tell that planctl could not do its work: they run also when others are chosen."""


class RuleBook:
    """Rules in order of code, found by code and slug; they are read when the first is asked for."""

    def __init__(self, made: Callable[[], tuple[Rule, ...]]) -> None:
        self._made = made

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """All of them."""
        return self._made()

    @cached_property
    def by_code(self) -> dict[str, Rule]:
        """All of them by code."""
        return {rule.code: rule for rule in self.rules}

    @cached_property
    def _by_slug(self) -> dict[str, Rule]:
        return {rule.slug: rule for rule in self.rules}

    def find(self, name: str) -> Rule | None:
        """Return the rule with a code or slug."""
        return self.by_code.get(name) or self._by_slug.get(name)

    def suggestion(self, name: str, guesses: Guesses | None = None) -> str | None:
        """Return the code or slug most like a wrong one; `guesses` bounds how many are looked for."""
        return (guesses or Guesses()).nearest(name, (*self._by_slug, *self.by_code), cutoff=0.6)

    def matching(self, name: str) -> Iterator[Rule]:
        """Yield the rules that a code, slug or code prefix (such as `3` or `30`) stands for."""
        rule = self.find(name)
        if rule is not None:
            yield rule
        elif name.isdigit() and len(name) < 3:
            yield from (rule for rule in self.rules if rule.code.startswith(name))

    def severities(self, config: Config, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> dict[str, Severity]:
        """Give every rule's severity in a run, by code; `OFF` for the rules that do not run.

        The profile gives the default, `alvorlighet` overrides it, `ignorer` and `--ignore` turn
        rules off, and `--select` keeps only the rules it names (also such as are off by default),
        and those that tell that planctl could not do its work. One rule's own severity goes before
        that of a prefix.
        """
        asked = {rule.code for name in select for rule in self.matching(name)}
        left_out = {rule.code for name in (*config.ignored, *ignore) for rule in self.matching(name)}
        widest_first = sorted(config.severities.items(), key=lambda row: self.find(row[0]) is not None)
        own = {rule.code: level for name, level in widest_first for rule in self.matching(name)}
        found: dict[str, Severity] = {}
        for rule in self.rules:
            default = rule.severity_fri if config.profile == "fri" and rule.severity_fri is not None else rule.severity
            level = own.get(rule.code, default)
            if rule.code in asked and level is Severity.OFF:
                level = Severity.WARNING
            wanted = not asked or rule.code in asked or rule.code in ALWAYS
            found[rule.code] = level if wanted and rule.code not in left_out else Severity.OFF
        return found


@cache
def rule_book(disciplines: Disciplines = SHIPPED) -> RuleBook:
    """Return every rule, those of the disciplines among them."""
    return RuleBook(partial(collected, disciplines))


@cache
def _part(disciplines: Disciplines, left_out: frozenset[str]) -> RuleBook:
    return RuleBook(partial(collected, disciplines, left_out))


def rules_for(world: World, named: bool, before: World | None = None) -> RuleBook:
    """Return the rules that have something to judge in a world, or in the one it is held against.

    Reading all rules of all disciplines costs a tenth of a run. Where some are `named`, as in the settings, all are
    read, for a name may be that of any.
    """
    config = world.config
    written = config.severities or config.ignored or config.per_path or world.loaded.exemptions
    if named or written:
        return rule_book(world.disciplines)
    worlds = [world] if before is None else [world, before]

    def holds(kind: str) -> bool:
        return any(next(one.plans.of_kind(kind), None) is not None for one in worlds)

    return _part(world.disciplines, unused(world.disciplines, holds, config.groups))
