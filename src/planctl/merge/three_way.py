"""The three-way merge of a plan file by record and field.

Two sides that change different fields merge cleanly; where both change the same field, that field
alone stands between conflict markers. Text is taken from the files as it stands: nothing is written anew.
"""

from __future__ import annotations

from dataclasses import dataclass

from yaml.nodes import Node

from planctl.load.reading import parse
from planctl.load.yaml.compose import compose
from planctl.merge.blocks import Block, Part, split


@dataclass(frozen=True, slots=True)
class Markers:
    """How a conflict is marked: the length of the marks, the sides' names, the base shown or not."""

    size: int = 7
    ours: str = "ours"
    theirs: str = "theirs"
    base: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged text and how many conflicts stand in it."""

    data: bytes
    conflicts: int


class CannotError(Exception):
    """The files cannot be merged by record and field."""


@dataclass(slots=True)
class _Side:
    lines: list[str]
    node: Node | None
    line: int


def merge(path: str, base: bytes, ours: bytes, theirs: bytes, markers: Markers = Markers()) -> Merged | None:
    """Merge two changed versions of a file; None when it takes git's own line merge."""
    if ours in (base, theirs):
        return Merged(theirs, 0)
    if theirs == base:
        return Merged(ours, 0)
    try:
        sides = [_read(path, data) for data in (base, ours, theirs)]
        run = _Merge(markers, _ending(ours))
        lines = run.value(*sides)
    except (CannotError, UnicodeDecodeError):
        return None
    text = "".join(lines)
    if not run.conflicts:
        text = _last_line(text, base, ours, theirs)
    data = text.encode()
    if not run.conflicts and not _sound(path, data, (base, ours, theirs)):
        return None
    return Merged(data, run.conflicts)


def _read(path: str, data: bytes) -> _Side:
    _, findings = parse(path, data)
    if findings or data.startswith(b"\xef\xbb\xbf") or b"\r" in data.replace(b"\r\n", b""):
        raise CannotError
    node, _ = compose(path, data)
    if node is None or node.start_mark.line != _first(data):
        raise CannotError
    text = data.decode()
    if not text.endswith("\n"):
        text += _ending(data)
    return _Side([f"{line}\n" for line in text.split("\n")[:-1]], node, 0)


def _first(data: bytes) -> int:
    """Give the first line that is no comment; a file that begins with `---` is left to git."""
    for number, line in enumerate(data.split(b"\n")):
        if line.strip() and not line.lstrip().startswith(b"#"):
            return number
    return 0


def _ending(data: bytes) -> str:
    return "\r\n" if b"\r\n" in data else "\n"


def _last_line(text: str, *versions: bytes) -> str:
    """End the file as the side does that changed it, with or without a line break."""
    base, ours, theirs = (data.endswith(b"\n") for data in versions)
    wanted = theirs if ours == base else ours
    return text if wanted else text.rstrip("\r\n")


def _sound(path: str, data: bytes, versions: tuple[bytes, ...]) -> bool:
    """Tell whether a merged file can be read, and holds no id twice that the sides hold once."""
    found, findings = parse(path, data)
    if findings:
        return False
    ids = list(_ids(found))
    return len(ids) == len(set(ids)) or any(_doubled(path, version) for version in versions)


def _doubled(path: str, data: bytes) -> bool:
    ids = list(_ids(parse(path, data)[0]))
    return len(ids) != len(set(ids))


def _ids(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [value["id"]] if isinstance(value.get("id"), str) else []
        return own + [found for item in value.values() for found in _ids(item)]
    return [found for item in value for found in _ids(item)] if isinstance(value, list) else []


class _Merge:
    """One merge: counts its conflicts."""

    def __init__(self, markers: Markers, ending: str) -> None:
        self.markers = markers
        self.ending = ending
        self.conflicts = 0

    def value(self, base: _Side, ours: _Side, theirs: _Side) -> list[str]:
        """Merge what stands at one place of the three versions."""
        known = _decided(base.lines, ours.lines, theirs.lines)
        if known is not None:
            return known
        blocks = [split(side.node, side.lines, side.line) for side in (base, ours, theirs)]
        first, mine, other = blocks
        if first is None or mine is None or other is None:
            return self._conflict(base.lines, ours.lines, theirs.lines)
        alike = first.form == mine.form == other.form
        order = _order(first.keys, mine.keys, other.keys) if alike else None
        if order is None or (first.dash and _both_renamed(first.keys, mine.keys, other.keys)):
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
        sides = [_Side(_without_dash(part.body, column), part.node, part.line) for part in (base, ours, theirs)]
        try:
            return _with_dash(self.value(*sides), column)
        except CannotError:
            self.conflicts = before
            return self._conflict(base.body, ours.body, theirs.body)

    def _field(self, base: Part, ours: Part, theirs: Part) -> list[str]:
        """Merge a field both sides changed: what is below its own line when that is a block, else not at all."""
        parts = (base, ours, theirs)
        nested = [_below(part) for part in parts]
        if any(side is None for side in nested) or len({part.body[0] for part in parts}) > 1:
            return self._conflict(base.body, ours.body, theirs.body)
        first, mine, other = (side for side in nested if side is not None)
        return [base.body[0], *self.value(first, mine, other)]

    def _conflict(self, base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
        """Put both sides between markers, without the lines at the edges that they share."""
        self.conflicts += 1
        start = 0
        while start < min(len(ours), len(theirs)) and ours[start] == theirs[start]:
            start += 1
        end = 0
        while end < min(len(ours), len(theirs)) - start and ours[-1 - end] == theirs[-1 - end]:
            end += 1
        if self.markers.base:
            start = end = 0
        marks, size, newline = self.markers, self.markers.size, self.ending
        return [
            *ours[:start],
            f"{'<' * size} {marks.ours}{newline}",
            *ours[start : len(ours) - end],
            *([f"{'|' * size} base{newline}", *base] if marks.base else []),
            f"{'=' * size}{newline}",
            *theirs[start : len(theirs) - end],
            f"{'>' * size} {marks.theirs}{newline}",
            *ours[len(ours) - end :],
        ]


def _lines(part: Part | None) -> list[str]:
    return [] if part is None else [*part.head, *part.body]


def _decided(base: list[str], ours: list[str], theirs: list[str]) -> list[str] | None:
    """Give the lines where at most one side changed them, or both alike."""
    if ours in (base, theirs):
        return theirs
    return ours if theirs == base else None


def _below(part: Part) -> _Side | None:
    """Give what stands below a field's own line, when its value begins there."""
    node = part.node
    if node is None or len(part.body) < 2 or node.start_mark.line <= part.line:
        return None
    return _Side(part.body[1:], node, part.line + 1)


def _without_dash(lines: list[str], column: int) -> list[str]:
    return [lines[0][:column] + " " + lines[0][column + 1 :], *lines[1:]]


def _with_dash(lines: list[str], column: int) -> list[str]:
    """Put the dash of a list item back on the first line that is no comment or marker."""
    for index, line in enumerate(lines):
        if line[: column + 2].strip() == "" and line.strip() and not line.lstrip().startswith("#"):
            return [*lines[:index], line[:column] + "-" + line[column + 1 :], *lines[index + 1 :]]
        if line.strip():
            raise CannotError
    raise CannotError


def _both_renamed(base: list[str], ours: list[str], theirs: list[str]) -> bool:
    """Tell whether both sides may have given one record a new name each: it is gone, and each has a new one."""
    gone = set(base) - {*ours} - {*theirs}
    mine, other = (set(side) - set(base) for side in (ours, theirs))
    return bool(gone and mine - other and other - mine)


def _order(base: list[str], ours: list[str], theirs: list[str]) -> list[str] | None:
    """Merge the order of names; None when both sides have put them in new orders."""
    known = set(base)
    left, right = set(ours), set(theirs)
    moved_ours = [name for name in ours if name in known] != [name for name in base if name in left]
    moved_theirs = [name for name in theirs if name in known] != [name for name in base if name in right]
    if moved_ours and moved_theirs:
        return None
    skeleton, other = (list(ours), theirs) if not moved_theirs else (list(theirs), ours)
    fallback = [name for name in base if name not in skeleton]
    for name in fallback:
        _insert(skeleton, name, base, known)
    for name in other:
        if name not in skeleton:
            _insert(skeleton, name, other, known)
    return skeleton


def _insert(into: list[str], name: str, source: list[str], known: set[str]) -> None:
    """Put a name after the nearest one before it in `source`; after the other side's own additions there."""
    before = next((other for other in reversed(source[: source.index(name)]) if other in into), None)
    place = 0 if before is None else into.index(before) + 1
    if name not in known:
        while place < len(into) and into[place] not in known and into[place] not in source:
            place += 1
    into.insert(place, name)
