"""One version of a plan file in a merge: its lines as they stand, and what is read from them."""

from __future__ import annotations

from yaml.nodes import Node

from planctl.load.reading import parse
from planctl.load.yaml.compose import compose
from planctl.merge.blocks import Part
from planctl.values import dataclass


@dataclass(slots=True)
class Side:
    """Some lines of a version, the node they are read as, and the number of the first of them, from 0."""

    lines: list[str]
    node: Node | None
    line: int


class CannotError(Exception):
    """The files cannot be merged by record and field."""


def read(path: str, data: bytes) -> Side:
    """Read a version of a file; CannotError where it has faults or is not laid out as blocks."""
    _, findings = parse(path, data)
    if findings or data.startswith(b"\xef\xbb\xbf") or b"\r" in data.replace(b"\r\n", b""):
        raise CannotError
    node, _ = compose(path, data)
    if node is None or node.start_mark.line != _first(data):
        raise CannotError
    text = data.decode()
    if not text.endswith("\n"):
        text += line_ending(data)
    return Side([f"{line}\n" for line in text.split("\n")[:-1]], node, 0)


def _first(data: bytes) -> int:
    """Give the first line that is no comment; a file that begins with `---` is left to git."""
    for number, line in enumerate(data.split(b"\n")):
        if line.strip() and not line.lstrip().startswith(b"#"):
            return number
    return 0


def line_ending(data: bytes) -> str:
    """Give how the lines of a file end."""
    return "\r\n" if b"\r\n" in data else "\n"


def end_as_changed(text: str, *versions: bytes) -> str:
    """End the file as the side does that changed it, with or without a line break."""
    base, ours, theirs = (data.endswith(b"\n") for data in versions)
    wanted = theirs if ours == base else ours
    return text if wanted else text.rstrip("\r\n")


def is_sound(path: str, data: bytes, versions: tuple[bytes, ...]) -> bool:
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


def without_dash(lines: list[str], column: int) -> list[str]:
    """Put a space for the dash of a list item, so that it reads as a record."""
    return [lines[0][:column] + " " + lines[0][column + 1 :], *lines[1:]]


def with_dash(lines: list[str], column: int) -> list[str]:
    """Put the dash of a list item back on the first line that is no comment or marker."""
    for index, line in enumerate(lines):
        if line[: column + 2].strip() == "" and line.strip() and not line.lstrip().startswith("#"):
            return [*lines[:index], line[:column] + "-" + line[column + 1 :], *lines[index + 1 :]]
        if line.strip():
            raise CannotError
    raise CannotError


def below(part: Part) -> Side | None:
    """Give what stands below a field's own line, when its value begins there."""
    node = part.node
    if node is None or len(part.body) < 2 or node.start_mark.line <= part.line:
        return None
    return Side(part.body[1:], node, part.line + 1)
