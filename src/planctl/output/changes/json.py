"""A diff as JSON, described by `schemas/utdata/diff.schema.json`; the changes carry the old plan set to the new."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planctl.diff.change import Change, Earlier
from planctl.diff.findings import Marked
from planctl.diff.run import Diff
from planctl.i18n import Language
from planctl.output.ci_hosts import dumps
from planctl.output.goalposts import judged
from planctl.output.json import row_of
from planctl.source import Place
from planctl.world import World

SCHEMA_VERSION = 1


def render(diff: Diff, base: str, head: str | None, lang: Language) -> str:
    """Return the whole document, ending with a line break. `head` is None for the work tree."""
    return dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "base": base,
            "head": head,
            "changes": rows(diff.changes, diff.base.world, diff.head.world, lang),
            "findings": {"new": _found(diff.new, lang), "solved": _found(diff.solved, lang)},
            "exemptions": [
                {
                    "path": item.comment.path,
                    "line": item.comment.line,
                    "rules": list(item.rules),
                    "reason": item.comment.reason,
                    "new": item.new,
                }
                for item in diff.exempting
            ],
        }
    )


def rows(changes: Iterable[Change], base: World, head: World, lang: Language) -> list[dict[str, Any]]:
    """Give every change as plain data."""
    return [
        {
            "kind": change.kind.value,
            "record": change.record,
            "record_kind": change.record_kind,
            "field": change.field,
            "old": change.old,
            "new": change.new,
            "weight": change.weight.value,
            "consequences": [
                {"message": lang(item.message), "records": list(item.records)} for item in change.consequences
            ],
            "earlier": _earlier(change.earlier),
            "goalpost": [judged(row) for row in change.goalpost],
            "locations": {"base": _place(base, change.before), "head": _place(head, change.after)},
        }
        for change in changes
    ]


def _earlier(earlier: Earlier | None) -> dict[str, Any] | None:
    return {"times": earlier.times, "known": earlier.known} if earlier is not None else None


def _place(world: World, place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    found = world.locator.locate(place)
    span = found.span
    return {
        "path": found.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _found(rows: Iterable[Marked], lang: Language) -> list[dict[str, Any]]:
    return [{**row_of(item, lang), "fingerprint": mark} for item, mark in rows]
