"""The three-way merge of a plan file by record and field.

Two sides that change different fields merge cleanly; where both change the same field, that field
alone stands between conflict markers. Text is taken from the files as it stands: nothing is written anew.
"""

from __future__ import annotations

from planctl.merge.blocks import Block, Part, split
from planctl.merge.conflict import Markers, marked
from planctl.merge.order import both_renamed, merged_order
from planctl.merge.sides import (
    CannotError,
    Side,
    below,
    end_as_changed,
    is_sound,
    line_ending,
    read,
    with_dash,
    without_dash,
)  # fmt: skip
from planctl.values import dataclass

_PLAIN = Markers()


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged text and how many conflicts stand in it."""

    data: bytes
    conflicts: int


def merge(path: str, base: bytes, ours: bytes, theirs: bytes, markers: Markers = _PLAIN) -> Merged | None:
    """Merge two changed versions of a file; None when it takes git's own line merge."""
    if ours in (base, theirs):
        return Merged(theirs, 0)
    if theirs == base:
        return Merged(ours, 0)
    try:
        sides = [read(path, data) for data in (base, ours, theirs)]
        run = _Merge(markers, line_ending(ours))
        lines = run.value(*sides)
    except (CannotError, UnicodeDecodeError):
        return None
    text = "".join(lines)
    if not run.conflicts:
        text = end_as_changed(text, base, ours, theirs)
    data = text.encode()
    if not run.conflicts and not is_sound(path, data, (base, ours, theirs)):
        return None
    return Merged(data, run.conflicts)


class _Merge:
    """One merge: counts its conflicts."""

    def __init__(self, markers: Markers, ending: str) -> None:
        self.markers = markers
        self.ending = ending
        self.conflicts = 0

    def value(self, base: Side, ours: Side, theirs: Side) -> list[str]:
        """Merge what stands at one place of the three versions."""
        known = _decided(base.lines, ours.lines, theirs.lines)
        if known is not None:
            return known
        blocks = [split(side.node, side.lines, side.line) for side in (base, ours, theirs)]
        first, mine, other = blocks
        if first is None or mine is None or other is None:
            return self._conflict(base.lines, ours.lines, theirs.lines)
        alike = first.form == mine.form == other.form
        order = merged_order(first.keys, mine.keys, other.keys) if alike else None
        if order is None or (first.dash and both_renamed(first.keys, mine.keys, other.keys)):
            return self._conflict(base.lines, ours.lines, theirs.lines)
        return [line for name in order for line in self._part(name, first, mine, other)]

    def _part(self, name: str, first: Block, mine: Block, other: Block) -> list[str]:
        base, ours, theirs = first.parts.get(name), mine.parts.get(name), other.parts.get(name)
        if base is None or ours is None or theirs is None:
            rows = [_lines(part) for part in (base, ours, theirs)]
            known = _decided(*rows)
            return known if known is not None else self._conflict(*rows)
        head = _decided(base.head, ours.head, theirs.head)
        if head is None:
            head = self._conflict(base.head, ours.head, theirs.head)
        return head + self._body(base, ours, theirs, first)

    def _body(self, base: Part, ours: Part, theirs: Part, block: Block) -> list[str]:
        known = _decided(base.body, ours.body, theirs.body)
        if known is not None:
            return known
        if block.dash:
            return self._item(base, ours, theirs, block.column)
        return self._field(base, ours, theirs)

    def _item(self, base: Part, ours: Part, theirs: Part, column: int) -> list[str]:
        """Merge a list item's fields; where its first line is in conflict, the whole item is."""
        before = self.conflicts
        sides = [Side(without_dash(part.body, column), part.node, part.line) for part in (base, ours, theirs)]
        try:
            return with_dash(self.value(*sides), column)
        except CannotError:
            self.conflicts = before
            return self._conflict(base.body, ours.body, theirs.body)

    def _field(self, base: Part, ours: Part, theirs: Part) -> list[str]:
        """Merge a field both sides changed: what is below its own line when that is a block, else not at all."""
        parts = (base, ours, theirs)
        nested = [below(part) for part in parts]
        if any(side is None for side in nested) or len({part.body[0] for part in parts}) > 1:
            return self._conflict(base.body, ours.body, theirs.body)
        first, mine, other = (side for side in nested if side is not None)
        return [base.body[0], *self.value(first, mine, other)]

    def _conflict(self, base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
        self.conflicts += 1
        return marked(base, ours, theirs, self.markers, self.ending)


def _lines(part: Part | None) -> list[str]:
    return [] if part is None else [*part.head, *part.body]


def _decided(base: list[str], ours: list[str], theirs: list[str]) -> list[str] | None:
    """Give the lines where at most one side changed them, or both alike."""
    if ours in (base, theirs):
        return theirs
    return ours if theirs == base else None
