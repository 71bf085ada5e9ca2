"""The later of two plan sets as the earlier one's settings and exemptions see it.

Its files are the later ones; its settings, and the choice of which files are read, are the earlier ones. What
a change does to its own control is then of no effect: rules turned off, files left out, comments that exempt.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from planctl.diff.compare import Side
from planctl.diff.state import keys_of, settings_of
from planctl.load.exemptions import Exemption
from planctl.load.files.tree import CONFIG_NAME, Entry, Listing, Tree
from planctl.model.record import Record
from planctl.source import Place
from planctl.values import dataclass
from planctl.world import World

UNUSABLE = "902"
_CLOSING = frozenset({"regler", "utelat"})
_KEY = re.compile(r"\s*(?:- +)*([^\s:#\"']+)\s*:")


@dataclass(frozen=True, slots=True)
class ByBase:
    """A later plan set as the earlier settings see it: the exemptions and the files they do not know.

    `left_out` are the files that the change keeps from being read, though they are there.
    """

    world: World
    new_exemptions: tuple[Exemption, ...] = ()
    left_out: tuple[str, ...] = ()


def by_base(head: Side, base: Side, opened: Callable[[Tree], World]) -> ByBase:
    """Open `head` by the settings of `base`, once more only where they differ.

    Where base has no plans at all, or settings that cannot be used, there is nothing to judge by. Where it has plans
    and no settings, those of head count but for what they leave out and turn off.
    """
    if not base.world.plans.files or unusable(base.world):
        return ByBase(head.world)
    left_out = tuple(_left_out(head, base))
    world, settings = head.world, written(base.tree)
    if settings is None:
        settings = _open_settings(head.tree)
    if left_out or settings != written(head.tree):
        world = opened(_Tree(head.tree, settings, left_out))
    kept, new = _parted(world, base.world)
    if new:
        world = replace(world, loaded=replace(world.loaded, exemptions=kept))
    return ByBase(world, tuple(new), left_out)


def unusable(world: World) -> bool:
    """Tell whether the settings of a plan set cannot be used."""
    return any(item.code == UNUSABLE for item in world.loaded.findings)


class _Tree:
    """Files of a tree with other settings, and with those that are left out."""

    def __init__(self, head: Tree, settings: bytes | None, left_out: Iterable[str]) -> None:
        self._head = head
        self._settings = settings
        self._left_out = tuple(left_out)

    def walk(self) -> Listing:
        """List the files, with those that are left out."""
        found = self._head.walk()
        found.files = [entry for entry in found.files if entry.path != CONFIG_NAME]
        found.files += [Entry(path, path, len(self._head.read(path))) for path in self._left_out]
        if self._settings is not None:
            found.files.append(Entry(CONFIG_NAME, CONFIG_NAME, len(self._settings)))
        found.sort()
        return found

    def read(self, path: str) -> bytes:
        """Return a file's bytes; raise OSError when it cannot be read."""
        if path == CONFIG_NAME and self._settings is not None:
            return self._settings
        return self._head.read(path)


def written(tree: Tree) -> bytes | None:
    """Return planctl.yaml as it is written; None where there is none."""
    try:
        return tree.read(CONFIG_NAME)
    except OSError:
        return None


def _open_settings(tree: Tree) -> bytes | None:
    """Return planctl.yaml without what leaves files out and turns rules off."""
    data = settings_of(tree)[0]
    if data is None or _CLOSING.isdisjoint(data):
        return written(tree)
    return json.dumps({key: value for key, value in data.items() if key not in _CLOSING}).encode()


def _left_out(head: Side, base: Side) -> Iterator[str]:
    """Give the files with plans that are there as before, and no longer read: ignored, or in a repository inside."""
    listed = {entry.path for entry in head.tree.walk().files}
    for path in sorted({record.plan.path for record in base.world.plans.records} - listed):
        try:
            head.tree.read(path)
        except OSError:
            continue
        yield path


def _parted(world: World, base: World) -> tuple[list[Exemption], list[Exemption]]:
    """Part the exemptions into those that base has too, and the new ones, code by code."""
    if not world.loaded.exemptions:
        return [], []
    heirs = world.plans.former_ids
    known = {
        (heirs[key].name if key in heirs else key, word, code)
        for item, key, word in _subjects(base)
        for code in item.codes
    }
    kept, new = [], []
    for item, key, word in _subjects(world):
        old = tuple(code for code in item.codes if (key, word, code) in known)
        if old:
            kept.append(replace(item, codes=old))
        if old != item.codes:
            new.append(replace(item, codes=tuple(code for code in item.codes if code not in old)))
    return kept, new


def _subjects(world: World) -> Iterator[tuple[Exemption, str, str]]:
    """Give each exemption with what it speaks of: the record around its line, and the field on it."""
    paths = {item.path for item in world.loaded.exemptions}
    keys = keys_of(world)
    starts: dict[str, list[tuple[int, Record]]] = {path: [] for path in paths}
    for record in world.plans.records:
        if record.path in paths:
            span = world.locator.locate(Place(record.path, record.pointer)).span
            starts[record.path].append((span.line, record))
    for item in world.loaded.exemptions:
        above = [(line, place, record) for place, (line, record) in enumerate(starts[item.path]) if line <= item.line]
        around = max(above)[2] if above else None
        lines = world.locator.file(item.path).lines
        word = _KEY.match(lines[item.line - 1]) if item.line <= len(lines) else None
        yield item, item.path if around is None else keys[around], word[1] if word else ""
