"""By what a change hides a finding: its baseline, a comment, or a setting of planctl.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.check.exempt import speaks_of
from planctl.check.pipeline import record_line
from planctl.check.registry import RuleBook, rule_book
from planctl.config import Config
from planctl.diff.by_base import ByBase
from planctl.diff.compare import Side
from planctl.diff.fields import leaves
from planctl.diff.findings import Marked
from planctl.diff.state import settings_of
from planctl.findings.diagnostic import Diagnostic
from planctl.i18n import T, Text
from planctl.load.files.globs import matcher
from planctl.load.files.tree import CONFIG_NAME
from planctl.source import Location, Place, Pointer
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Cause:
    """What hides a finding, in words, and where it stands; None for what stands in no plan file."""

    words: Text
    location: Location | None = None


class Hiding:
    """Tells by what a change hides or softens findings: `rows` are those that its settings and comments leave."""

    def __init__(self, head: Side, base: Side, judged: ByBase, rows: Sequence[Marked]) -> None:
        self._head = head
        self._base = base
        self._judged = judged
        self._left = {(item.code, item.location, item.message) for item, _ in rows}

    def of(self, item: Diagnostic) -> Cause:
        """Give what hides a finding that base would have shown."""
        if (item.code, item.location, item.message) in self._left:
            return Cause(T("the baseline"))
        if item.location.path in self._judged.left_out:
            return _left_out(item.location.path)
        return self._comment(item) or self.setting(item)

    def _comment(self, item: Diagnostic) -> Cause | None:
        line_of, rules = record_line(self._judged.world), rule_book(self._judged.world.disciplines)
        for comment in self._judged.new_exemptions:
            if speaks_of(comment, item, line_of, rules):
                place = Location(comment.path, comment.span)
                return Cause(T("the comment in {path}, line {line}", path=place.path, line=place.span.line), place)
        return None

    def setting(self, item: Diagnostic) -> Cause:
        """Give the setting that hides or softens a finding; all that differ, where none of them names its rule."""
        rules = rule_book(self._head.world.disciplines)
        pointer = next(silencing(self._head.world.config, self._base.world.config, item, rules), None)
        if pointer is not None:
            return self._named(" → ".join(part for part in pointer if isinstance(part, str)), pointer)
        changed = self._changed
        if not changed and self._judged.left_out:
            return _left_out(self._judged.left_out[0])
        return self._named(", ".join(changed), tuple(changed[:1]))

    def _named(self, words: str, pointer: Pointer) -> Cause:
        key = bool(pointer) and isinstance(pointer[-1], str)
        place = self._head.world.locator.locate(Place(CONFIG_NAME, pointer, key=key))
        return Cause(T("«{setting}» in planctl.yaml", setting=words), place)

    @property
    def _changed(self) -> list[str]:
        """The settings that differ."""
        old, new = settings_of(self._base.tree)[0] or {}, settings_of(self._head.tree)[0] or {}
        return list(dict.fromkeys(way[0] for way, _, _ in leaves(old, new)))


def _left_out(path: str) -> Cause:
    return Cause(T("a .gitignore or a planctl.yaml above «{path}»", path=path))


def silencing(config: Config, before: Config, item: Diagnostic, rules: RuleBook) -> Iterator[Pointer]:
    """Give the settings that turn a finding's rule off or soften it, and were not there before."""
    path, code = item.location.path, item.code

    def fits(name: str) -> bool:
        return any(rule.code == code for rule in rules.matching(name))

    if matcher(config.excluded)(path) and not matcher(before.excluded)(path):
        yield next(("utelat", index) for index, glob in enumerate(config.excluded) if matcher([glob])(path))
    for index, name in enumerate(config.ignored):
        if fits(name) and name not in before.ignored:
            yield "regler", "ignorer", index
    for glob, names in config.per_path:
        if (glob, names) not in before.per_path and matcher([glob])(path) and any(map(fits, names)):
            yield "regler", "per_sti", glob
    if rules.severities(config)[code].rank < rules.severities(before)[code].rank:
        own = sorted((name for name in config.severities if fits(name)), key=lambda name: rules.find(name) is None)
        yield from (("regler", "alvorlighet", name) for name in own)
        if config.profile != before.profile:
            yield ("profil",)
        if any(map(fits, before.severities)):
            yield ("regler",)
