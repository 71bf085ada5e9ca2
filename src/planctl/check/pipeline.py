"""The one road: (tree, today) → plan set → graph → rules → diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain

from planctl.check.exempt import exempted
from planctl.check.lost_ids import with_lost_ids
from planctl.check.registry import RuleBook, rules_for
from planctl.config import Config
from planctl.findings.capped import capped, short
from planctl.findings.diagnostic import Diagnostic, Finding, Related, Severity
from planctl.i18n import T
from planctl.load.files.globs import matcher
from planctl.load.files.tree import CONFIG_NAME
from planctl.load.loader import crashed
from planctl.load.yaml.positions import Locator
from planctl.rules.rule import Rule
from planctl.source import Edit, Fix, Place, Pointer, Span
from planctl.values import dataclass
from planctl.world import World


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules a run uses, beyond the repository's own settings: codes, slugs or prefixes."""

    select: Sequence[str] = ()
    ignore: Sequence[str] = ()


def check(
    world: World, choice: Choice = Choice(), before: World | None = None, told: Iterable[Finding] = ()
) -> list[Diagnostic]:
    """Run the rules over a world and give every diagnostic, by file, place and code.

    Rules that judge a change hold the world against `before`, and are silent without it. `told` are findings
    of those who call, such as that there is no `before`. What is exempt from public access is judged as all else;
    `check.withheld` leaves its words out of what is shown.
    """
    world, before = world.judged, before.judged if before is not None else None
    rules = rules_for(world, bool(choice.select or choice.ignore), before)
    levels = rules.severities(world.config, choice.select, choice.ignore)
    findings = chain(
        told,
        with_lost_ids(world),
        unknown_codes(world.config, rules),
        _of_right_values(world, run_rules(world, levels, rules.rules, before)),
    )
    quiet = _per_path(world.config, rules)

    def diagnosed(findings: Iterable[Finding]) -> list[Diagnostic]:
        wanted = (item for item in findings if levels[item.code] is not Severity.OFF and not quiet(item))
        return [diagnose(item, levels, world.locator, rules) for item in wanted]

    left, comments = exempted(diagnosed(capped(findings)), world.loaded.exemptions, levels, record_line(world), rules)
    return sorted({*left, *diagnosed(capped(comments))}, key=order)


def _of_right_values(world: World, found: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what rules find in a value of the wrong type: the loader has told of it (102), and guessed the rest.

    So it is too with the fields of a record that is only a text in the file.
    """
    told = [item for item in world.loaded.findings if item.code in _LEFT]
    wrong, cut = {item.place for item in told}, {item.place.path for item in told if item.code == "006"}
    if not told:
        return iter(found)

    def right(item: Finding) -> bool:
        places = (item.place, *(place for place, _ in item.related))
        return item.place not in wrong and not any(_guessed(place, wrong, cut, world) for place in places)

    return filter(right, found)


_LEFT = frozenset({"006", "102"})
"""What the loader finds where it may read a text as a record: in a file it has stopped looking at (006), also there."""


def _guessed(place: Place, wrong: AbstractSet[Place], cut: AbstractSet[str], world: World) -> bool:
    """Tell whether a place is a field that the loader made of a text, as the id of «- klima.d1»."""
    at = place.at if isinstance(place.at, tuple) else ()
    above = (at[:size] for size in range(1, len(at)) if any(isinstance(part, str) for part in at[size:]))
    told = (pointer for pointer in above if place.path in cut or Place(place.path, pointer) in wrong)
    return any(world.locator.file(place.path).single(pointer) for pointer in told)


def record_line(world: World) -> Callable[[Diagnostic], int | None]:
    """Return a function that gives the line on which a diagnostic's record begins, in the same file."""

    def line(item: Diagnostic) -> int | None:
        record = world.plans.get(item.record)
        if record is None or record.path != item.location.path:
            return None
        return world.locator.locate(Place(record.path, record.pointer)).span.line

    return line


def run_rules(
    world: World, levels: Mapping[str, Severity], rules: Iterable[Rule], before: World | None = None
) -> Iterator[Finding]:
    """Yield the findings of every rule that is on; a rule that crashes becomes finding 901."""
    if before is not None:
        world = replace(world, before=before)
    for rule in rules:
        if levels[rule.code] is Severity.OFF:
            continue
        try:
            if rule.whole is not None:
                yield from list(rule.whole(world))
            if rule.each is not None:
                for record in world.plans.of_kind(*rule.visits):
                    yield from rule.each(record, world)
        except Exception as error:  # noqa: BLE001  (a crash in one rule never hides the others)
            yield crashed(".", error, rule.code)


def diagnose(finding: Finding, levels: Mapping[str, Severity], locator: Locator, rules: RuleBook) -> Diagnostic:
    """Give a finding its severity, source and exact places."""
    rule = rules.by_code[finding.code]
    return Diagnostic(
        code=finding.code,
        slug=rule.slug,
        severity=levels[finding.code],
        message=short(finding.message),
        location=locator.locate(finding.place),
        help=finding.help and short(finding.help),
        source=rule.source,
        record=finding.record,
        field=finding.field,
        related=tuple(Related(locator.locate(place), short(text)) for place, text in finding.related),
        edit=_edit(finding.fix, finding.place, locator),
        more=finding.more,
        habit=rule.habit,
        private=rule.private,
    )


def _edit(fix: Fix | None, place: Place, locator: Locator) -> Edit | None:
    """Make a fix exact; one that would reach into another file, or over more of a value than a line, is left out."""
    if fix is None or fix.place.path != place.path:
        return None
    at = fix.place.at
    if isinstance(at, Span):
        return Edit(at, fix.text, fix.safe)
    span = locator.locate(fix.place).span if fix.place.key else locator.file(place.path).whole(at)
    return Edit(span, fix.text, fix.safe) if span is not None and span.line == span.end_line else None


def unknown_codes(config: Config, rules: RuleBook) -> Iterator[Finding]:
    """Find codes in planctl.yaml that no rule has (903)."""
    from planctl.load.schema.nearest import Guesses

    guesses = Guesses()
    written: list[tuple[str, Pointer, bool]] = [
        (name, ("regler", "alvorlighet", name), True) for name in config.severities
    ]
    written += [(name, ("regler", "ignorer", index), False) for index, name in enumerate(config.ignored)]
    for glob, names in config.per_path:
        written += [(name, ("regler", "per_sti", glob, "ignorer", index), False) for index, name in enumerate(names)]
    for name, pointer, key in written:
        if name and not any(True for _ in rules.matching(name)):
            guess = rules.suggestion(name, guesses)
            hint = T("Did you mean «{guess}»?", guess=guess) if guess else T("«planctl rules» lists them all.")
            yield Finding("903", Place(CONFIG_NAME, pointer, key=key), T("No rule is called «{name}»", name=name), hint)


def _per_path(config: Config, rules: RuleBook) -> Callable[[Finding], bool]:
    tests = [
        (matcher([glob]), {rule.code for name in names for rule in rules.matching(name)})
        for glob, names in config.per_path
    ]
    return lambda finding: any(finding.code in codes and fits(finding.place.path) for fits, codes in tests)


def order(item: Diagnostic) -> tuple[object, ...]:
    """Put diagnostics in order: by file, place, code and message."""
    return (item.location.path, item.location.span, item.code, item.message.msgid, str(item.message.params))
