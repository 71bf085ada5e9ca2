"""Findings with their fingerprints, and those among them that are new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from planctl.check.fingerprint import fingerprints
from planctl.check.pipeline import Choice, check
from planctl.check.registry import ALWAYS
from planctl.check.withheld import Veil
from planctl.findings.diagnostic import Diagnostic, Finding
from planctl.source import START, Location
from planctl.world import World

Marked = tuple[Diagnostic, str]
"""A diagnostic and its fingerprint."""


def marked(world: World, choice: Choice, before: World | None = None, told: Iterable[Finding] = ()) -> list[Marked]:
    """Check a plan set, also against what it was, and give each diagnostic its fingerprint.

    What is told of the whole repository stands in a file that is there, for hosts show findings in files only. What is
    exempt from public access is left out of the words.
    """
    found = check(world, choice, before, told)
    home, veil = Location(world.loaded.home, START), Veil(world)
    return [
        (veil.told(replace(item, location=home) if item.location.path == "." else item), mark)
        for item, mark in fingerprints(found, lambda item: text_at(world, item))
    ]


def text_at(world: World, item: Diagnostic) -> str:
    """Return the text that a diagnostic points at; of more lines, the first."""
    lines, span = world.locator.file(item.location.path).lines, item.location.span
    if span.line > len(lines):
        return ""
    end = span.end_column - 1 if span.end_line == span.line else None
    return lines[span.line - 1][span.column - 1 : end]


def fresh(rows: Sequence[Marked], known: Iterable[Marked]) -> list[Marked]:
    """Give the diagnostics whose fingerprint is not among others'; faults in planctl or its settings always."""
    marks = {mark for _, mark in known}
    return [(item, mark) for item, mark in rows if mark not in marks or item.code in ALWAYS]
