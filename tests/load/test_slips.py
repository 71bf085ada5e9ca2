"""Slips of one line, each made at every line of the small municipality: one mistake, one finding."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from support import base_files, found, places


def indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def hyphen(sign: str) -> Callable[[str], str]:
    return lambda line: " " * indent(line) + sign + line.lstrip(" ")[2:] if line.lstrip().startswith("- ") else line


SLIPS: dict[str, Callable[[str], str]] = {
    "written twice": lambda line: f"{line}\n{line}",
    "no colon": lambda line: line.replace(": ", " ", 1),
    "no space after the colon": lambda line: line.replace(": ", ":", 1),
    "a semicolon for the colon": lambda line: line.replace(": ", "; ", 1),
    "a quote that is never closed": lambda line: line.replace(": ", ': "', 1),
    "a brace that is never closed": lambda line: line.replace(": ", ": {", 1),
    "a colon in the text": lambda line: f"{line}: x" if ": " in line else line,
    "a tab": lambda line: "\t" * (indent(line) // 2) + line.lstrip(" "),
    "a space too many": lambda line: f" {line}",
    "two spaces too many": lambda line: f"  {line}",
    "a space too few": lambda line: line.removeprefix(" "),
    "two spaces too few": lambda line: line.removeprefix("  "),
    "no hyphen": hyphen("  "),
    "no hyphen, and further out": hyphen(""),
    "no space after the hyphen": hyphen("-"),
    "a dash for the hyphen": hyphen("– "),
    "two hyphens": hyphen("- - "),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_of_one_line_gives_at_most_one_finding(slip: str) -> None:
    many = []
    for path, text in base_files().items():
        lines = text.split("\n")
        for row, line in enumerate(lines):
            slipped = SLIPS[slip](line) if line.strip() and not line.startswith("#") else line
            changed = [*lines[:row], slipped, *lines[row + 1 :]]
            findings = found({path: "\n".join(changed)}) if slipped != line else []
            if len(findings) > 1 or any(item.code == "901" for item in findings):
                many.append((row + 1, places(findings)))
    assert many == []


def test_a_block_indented_too_far_gives_at_most_one_finding() -> None:
    many = []
    for path, text in base_files().items():
        lines = text.rstrip("\n").split("\n")
        for row, line in enumerate(lines):
            end = row + 1
            while end < len(lines) and indent(lines[end]) > indent(line):
                end += 1
            shifted = [f"  {inner}" for inner in lines[row:end]]
            findings = found({path: "\n".join([*lines[:row], *shifted, *lines[end:]])})
            if len(findings) > 1:
                many.append((row + 1, places(findings)))
    assert many == []
