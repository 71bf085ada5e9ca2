"""The baseline: findings of old plans that are known and do not fail a check."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from planctl.findings.diagnostic import Diagnostic
from planctl.i18n import T, Text
from planctl.load.files.os_errors import reason as refused
from planctl.values import dataclass

NAME = "planctl-baseline.json"
SCHEMA_VERSION = 1
NEVER = frozenset({"222", "528", "901", "902"})
"""Findings that no baseline may hide: what is unknown here, a change of what is adopted, planctl's own faults,
settings that cannot be used."""


class BaselineError(Exception):
    """A baseline file that cannot be used; `reason` says why."""

    def __init__(self, reason: Text) -> None:
        super().__init__()
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Split:
    """Diagnostics not in the baseline, how many were, and how many of its findings are gone."""

    fresh: list[tuple[Diagnostic, str]]
    known: int
    gone: int


def render(found: Sequence[tuple[Diagnostic, str]]) -> str:
    """Write the baseline's text: a line a finding, sorted, so that a change reads well in a diff."""
    rows = sorted((item.location.path, item.code, item.record or "", mark) for item, mark in found)
    findings = [
        {"fingerprint": mark, "code": code, "path": path, **({"record": record} if record else {})}
        for path, code, record, mark in rows
    ]
    lines = ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in findings)
    body = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "schema_version": {SCHEMA_VERSION},\n  "findings": {body}\n}}\n'


def read(path: Path) -> frozenset[str]:
    """Read a baseline's fingerprints; raise BaselineError when it is no baseline."""
    try:
        return parse(path.read_bytes())
    except OSError as error:
        raise BaselineError(refused(error)) from error


def parse(text: bytes) -> frozenset[str]:
    """Read the fingerprints out of a baseline's bytes; raise BaselineError when it is no baseline."""
    try:
        data: Any = json.loads(text.decode("utf-8"))
        if data["schema_version"] != SCHEMA_VERSION:
            version = str(data["schema_version"])
            raise BaselineError(T("its schema_version is {version}, which this planctl does not know", version=version))
        return frozenset(str(row["fingerprint"]) for row in data["findings"])
    except RecursionError as error:
        raise BaselineError(T("it is nested too deeply")) from error
    except (ValueError, KeyError, TypeError) as error:
        raise BaselineError(T("it is not as «planctl baseline write» writes it")) from error


def left(rows: Iterable[tuple[Diagnostic, str]], known: frozenset[str]) -> list[tuple[Diagnostic, str]]:
    """Give the findings that a baseline does not hide."""
    return [(item, mark) for item, mark in rows if mark not in known or item.code in NEVER]


def split(found: Iterable[tuple[Diagnostic, str]], known: frozenset[str]) -> Split:
    """Part the diagnostics into those that are new and those that the baseline knows."""
    rows = list(found)
    fresh = left(rows, known)
    return Split(fresh, len(rows) - len(fresh), len(known - {mark for _, mark in rows}))
