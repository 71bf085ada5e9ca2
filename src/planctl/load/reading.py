"""One file of a tree to plain data, with what is wrong with the file itself."""

from __future__ import annotations

from typing import Any

from planctl.findings.diagnostic import Finding
from planctl.i18n import T
from planctl.load.files.byte_checks import bytes_problem, too_large
from planctl.load.files.os_errors import is_too_big, reason
from planctl.load.files.tree import MAX_BYTES, Entry, Tree
from planctl.load.yaml.compose import compose
from planctl.load.yaml.values import Builder
from planctl.source import START, Place


def read_data(tree: Tree, entry: Entry) -> tuple[Any, list[Finding]]:
    """Read one file to plain data; with a finding of the file's own (0xx) the data may be None."""
    data, problem = read_bytes(tree, entry)
    return (None, [problem]) if problem else parse(entry.path, data)


def read_bytes(tree: Tree, entry: Entry) -> tuple[bytes, Finding | None]:
    """Read one file's bytes, or tell why they cannot be had (006, 012)."""
    place = Place(entry.path, START)
    if entry.size > MAX_BYTES:
        return b"", too_large(place, entry.size)
    try:
        return tree.read(entry.path), None
    except OSError as error:
        return b"", too_large(place) if is_too_big(error) else unreadable(place, error)


def parse(path: str, data: bytes) -> tuple[Any, list[Finding]]:
    """Make plain data of a file's bytes; with a finding of the file's own (0xx) the data may be None."""
    made, builder = build(path, data)
    return made, builder.findings


def build(path: str, data: bytes) -> tuple[Any, Builder]:
    """Make plain data as `parse` does, and give the builder too: what it found wrong, and the texts of many lines."""
    problem = bytes_problem(path, data)
    if problem:
        return None, Builder(path, [problem])
    node, findings = compose(path, data)
    builder = Builder(path, findings)
    return (None if node is None else builder.build(node)), builder


def unreadable(place: Place, error: OSError) -> Finding:
    """Make the finding for a file or folder that the system would not give (012)."""
    message = T("This cannot be read: {reason}", reason=reason(error))
    hint = T("Mend it, or list it under utelat in planctl.yaml if it is no plan file.")
    return Finding("012", place, message, hint)
