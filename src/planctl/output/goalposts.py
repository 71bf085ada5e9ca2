"""Moved limits as JSON, described by `schemas/utdata/flyttet.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from planctl.domain.judgement.goalposts import Goalposts, Verdicts, verdicts
from planctl.domain.judgement.indicator import Standing
from planctl.domain.judgement.limit_words import edits
from planctl.history.goalposts import Move
from planctl.model.record import Record
from planctl.output.clean import clean
from planctl.output.records import RecordView

Found = Sequence[tuple[Record, Sequence[Move]]]
"""Indicators, each with the moves of its limits."""

_VEDTAK = ("organ", "sak", "dato", "gjelder")


def render(view: RecordView, posts: Goalposts, found: Found) -> str:
    """Return the whole document, ending with a line break."""
    return json.dumps(_document(view, posts, found), ensure_ascii=False, indent=2) + "\n"


def _document(view: RecordView, posts: Goalposts, found: Found) -> dict[str, Any]:
    return {
        "schema_version": 1,
        "known": posts.known(view.world.today) == "all",
        "known_since": _day(posts.since),
        "records": [
            {
                "name": view.name(record),
                "title": view.title(record),
                "plan": view.name(record.plan),
                "moves": [_row(view, posts, record, move) for move in moves],
            }
            for record, moves in found
        ],
    }


def _row(view: RecordView, posts: Goalposts, record: Record, move: Move) -> dict[str, Any]:
    series, commit = posts.series(record), move.commit
    then, now = (verdicts(move.old, move.new, series, day) for day in (move.day, view.world.today))
    return {
        "date": _day(move.day) if commit is not None else None,
        "commit": commit.sha if commit is not None else None,
        "subject": clean(commit.subject) if commit is not None else None,
        "plan": clean(move.plan),
        "former_plan": clean(move.former_plan) if move.former_plan is not None else None,
        "status": clean(move.status) or None,
        "vedtak": [
            {name: clean(str(row[name])) if row.get(name) is not None else None for name in _VEDTAK}
            for row in move.vedtak
        ],
        "changes": [
            {"field": edit.name, "old": clean(edit.old) or None, "new": clean(edit.new) or None}
            for edit in edits(move.old, move.new, move.fields)
        ],
        "moves_a_verdict": any(row.moved for row in (*then, *now)),
        "then": [judged(row) for row in then],
        "now": [judged(row) for row in now],
    }


def judged(row: Verdicts) -> dict[str, Any]:
    """Give the verdicts of one series as JSON."""
    return {
        "unit": clean(row.unit) if row.unit is not None else None,
        "period": clean(row.last.period),
        "value": row.last.value,
        "old": _standing(row.old),
        "new": _standing(row.new),
        "moved": row.moved,
    }


def _standing(standing: Standing) -> dict[str, Any]:
    return {"band": standing.verdict, "line": standing.line.name.lower(), "status": standing.course.word}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
