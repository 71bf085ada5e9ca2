"""`planctl list --postponed`: deadlines that have been moved later, how often, and by what."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from functools import partial
from typing import Any

from planctl.cli.history import unknown
from planctl.cli.session import CLEAN, Session, tell, write
from planctl.history.postponed import Move, Postponed, postponed
from planctl.i18n import Tn
from planctl.model.record import Record
from planctl.output.clean import clean
from planctl.output.console import draw, join, table, words
from planctl.output.records import RecordView
from planctl.output.tables import cell


def list_postponed(session: Session, view: RecordView, records: Sequence[Record], form: str) -> int:
    """List the postponed among some records."""
    past = view.world.history()
    work = [record for record in records if view.is_work(record) or view.is_followed_up(record)]
    found = postponed(past, work, partial(view.status_reports.new_deadlines, day=view.world.today))
    known = past is not None and past.complete
    match form:
        case "json":
            write(json.dumps(_json(view, found, known=known), ensure_ascii=False, indent=2) + "\n")
        case "csv":
            write(_csv(view, found))
        case _:
            write(_text(session, view, found))
    if not known:
        (write if form == "text" else tell)(f"planctl: {view.lang(unknown(view.world))}\n")
    return CLEAN


def _by(view: RecordView, move: Move) -> str:
    if move.report is not None:
        return clean(move.report.report)
    return f"{move.commit} {clean(move.subject or '')}" if move.commit is not None else view.lang("not committed")


def _briefly(view: RecordView, move: Move) -> str:
    """Name a report by its period: its path has no room in a table."""
    if move.report is not None:
        return view.lang("reported for {period}", period=clean(move.report.period))
    return _by(view, move)


def _text(session: Session, view: RecordView, found: list[Postponed]) -> str:
    lang = view.lang
    if not found:
        return f"{lang('No deadline is known to have been postponed.')}\n"
    made = table(lang("Title"), lang("Times"), lang("Deadlines"), lang("By"), right=(1,), whole=(1,))
    for item in found:
        days = dict.fromkeys([item.first, *(move.new for move in item.moves), item.last])
        made.add_row(
            join(words(view.title(item.record)), words(view.name(item.record), "dim"), by="\n"),
            words(str(len(item.moves))),
            words(" → ".join(day.isoformat() for day in days)),
            join(*(words(_briefly(view, move)) for move in item.moves), by="\n"),
        )
    return draw(session.style, made) + f"\n{lang(Tn('{n} record', '{n} records', len(found)))}\n"


def _csv(view: RecordView, found: list[Postponed]) -> str:
    """Write a row for each postponement, as a Norwegian spreadsheet opens it."""
    lang = view.lang
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    heads = (lang("Id"), lang("Title"), lang("From"), lang("To"), lang("Date"), lang("By"))
    writer.writerow(heads)
    for item in found:
        for move in item.moves:
            row = (view.name(item.record), view.title(item.record), move.old, move.new, move.day, _by(view, move))
            writer.writerow(cell(value, lang) for value in row)
    return "\ufeff" + out.getvalue()


def _json(view: RecordView, found: list[Postponed], *, known: bool) -> dict[str, Any]:
    """Give the postponed as JSON, described by `schemas/utdata/utsatt.schema.json`."""
    rows = [
        {
            "name": view.name(item.record),
            "kind": clean(item.record.kind),
            "title": view.title(item.record),
            "owner": clean(view.owner(item.record) or "") or None,
            "times": len(item.moves),
            "from": item.first.isoformat(),
            "to": item.last.isoformat(),
            "moves": [_move(move) for move in item.moves],
        }
        for item in found
    ]
    return {"schema_version": 1, "known": known, "records": rows}


def _move(move: Move) -> dict[str, Any]:
    return {
        "from": move.old.isoformat(),
        "to": move.new.isoformat(),
        "date": move.day.isoformat() if move.day is not None else None,
        "commit": move.commit,
        "subject": clean(move.subject) if move.subject is not None else None,
        "report": clean(move.report.report) if move.report is not None else None,
    }
