"""A plan file as lines that are easy to compare: each record by its id, each field on a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from planctl.load.files.tree import nfc
from planctl.load.reading import parse

_STEP = "  "
_EXEMPTION = re.compile(r"#\s*planctl:.*")
_REASON = re.compile(r"(#\s*planctl:(?:\s*unntak\s+[\w-]+(?:\s*,\s*[\w-]+)*)?).*", re.IGNORECASE)


def textconv(data: bytes, shown: Callable[[str], str], over: Callable[[Any], Any] | None = None) -> str:
    """Write a plan file for `git diff`, each line made fit for a terminal; one that cannot be read stays as it is.

    `over` hides what is exempt from public access; the reasons in comments that exempt from rules are then left out.
    """
    found, findings = parse("", data)
    if findings or not isinstance(found, dict):
        return data.decode("utf-8", errors="replace")
    comments = _exemptions(data)
    whole = found
    if over is not None and (found := over(found)) != whole:
        comments = (_REASON.sub(r"\1", line) for line in comments)
    lines = [*_group(found, ""), *comments]
    return "".join(f"{shown(line)}\n" for line in lines)


def _group(fields: dict[str, Any], indent: str) -> Iterator[str]:
    for name, value in fields.items():
        if isinstance(value, dict):
            yield f"{indent}{name}:"
            yield from _group(value, indent + _STEP)
        elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
            yield f"{indent}{name}:"
            yield from _items(value, indent + _STEP)
        else:
            yield from _plain(name, value, indent)


def _items(values: list[Any], indent: str) -> Iterator[str]:
    for item in values:
        if isinstance(item, dict):
            yield f"{indent}[{item.get('id', '')}]"
            yield from _group({name: value for name, value in item.items() if name != "id"}, indent + _STEP)
        else:
            yield f"{indent}- {_text(item)}"


def _plain(name: str, value: Any, indent: str) -> Iterator[str]:
    """Write a field; of a text over several lines or sentences each stands on its own line."""
    text = ", ".join(_text(item) for item in value) if isinstance(value, list) else _text(value)
    rows = [row for line in text.split("\n") for row in re.split(r"(?<=[.!?]) +(?=[A-ZÆØÅ«])", line)]
    yield f"{indent}{name}: {rows[0]}".rstrip()
    yield from (f"{indent}{_STEP}{row}".rstrip() for row in rows[1:])


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case _:
            return str(value).strip("\n")


def _exemptions(data: bytes) -> Iterator[str]:
    """Give the comments that exempt findings: who reads the diff must see them."""
    for line in nfc(data.decode("utf-8", errors="replace")).splitlines():
        found = _EXEMPTION.search(line)
        if found:
            yield found.group().rstrip()
