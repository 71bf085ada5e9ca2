"""`planctl history`: a record's life, from git and from the reports."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planctl.cli.lookup import find, opened
from planctl.cli.remote import commit_pages
from planctl.cli.session import CLEAN, ExitError, Session, write
from planctl.cli.trace import heading
from planctl.domain.masked_plans import cover_of
from planctl.domain.status_reports import StatusEntry
from planctl.history import Step
from planctl.history.states import State
from planctl.i18n import T, Text
from planctl.load.files.repository import DAMAGED, SHALLOW
from planctl.load.schema.field_titles import schema_at, schema_of, title_of
from planctl.load.schema.json_schema import Schema
from planctl.load.schema.schema_book import SchemaBook
from planctl.model.distance import distance
from planctl.model.exempt import says_exempt
from planctl.model.period import deadline, known_time, parse_date
from planctl.model.record import Record
from planctl.output.changes.values import titled
from planctl.output.clean import clean
from planctl.output.console import draw, join, words
from planctl.output.fields import written
from planctl.output.records import RecordView
from planctl.values import dataclass
from planctl.world import World

if TYPE_CHECKING:
    from rich.text import Text as Styled

_LONGEST = 200
_OF_PLAN = ("status", "vedtak")


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a life: a change that git knows (`record` is the plan where the plan changed), or a report."""

    day: str | None
    record: Record
    what: str
    changes: tuple[tuple[str, Any, Any], ...]
    step: Step | None = None
    entry: StatusEntry | None = None


def history(session: Session, name: str | None, since: str | None, form: str) -> int:
    """Show a record's life, oldest first."""
    if since is not None:
        raise ExitError(T("--since belongs to --goalposts."))
    if name is None:
        raise ExitError(T("Name a record, as in «planctl history klima.d1», or add --goalposts."))
    view = opened(session)
    record = find(view.world.plans, name)
    past = view.world.history()
    if past is None:
        raise ExitError(unknown(view.world))
    past.fetch({record.path})
    life = past.record_history(record, key_fields=view.world.book.key_fields)
    steps = life.steps if session.intern else [_shown(view, step) for step in life.steps]
    events = [_changed(record, step, known=life.known) for step in steps]
    if record.plan is not record and record.plan.id is not None:
        events += [_decided(record.plan, step) for step in past.record_history(record.plan).steps if _decides(step)]
    events += [_reported(record, entry) for entry in view.status_reports.entries(record)]
    events.sort(key=_order)
    if form == "json":
        write(json.dumps(_json(view, record, events, known=life.known), ensure_ascii=False, indent=2) + "\n")
    else:
        write(draw(session.style, *_text(view, record, events, session.style.width, known=life.known)))
        shown = any(event.step is not None and event.step.commit is not None for event in events)
        pages = commit_pages(session.root_of(Path())) if shown else None
        if pages is not None:
            write(view.lang("A commit's page is {address} and its number.", address=pages) + "\n")
    return CLEAN


def _shown(view: RecordView, step: Step) -> Step:
    """Leave out of a step the texts of a record that was marked as exempt from public access then."""

    def over(state: State) -> State:
        if not says_exempt(state.fields):
            return state
        return replace(state, fields=cover_of(view.world.plans, view.world.book, None).over(state.fields))

    return replace(step, before=step.before and over(step.before), after=over(step.after))


def unknown(world: World) -> Text:
    """Say that the plans' history, or what is older than the part of it that is here, cannot be told, and why."""
    past = world.history()
    found = world.gap() if past is None else DAMAGED if past.damaged else SHALLOW
    message = T("There is no history to read") if past is None else T("Older history is unknown")
    return message if found is None else T("{message}: {why}", message=message, why=found.words)


def _changed(record: Record, step: Step, *, known: bool) -> Event:
    day = step.commit.date if step.commit is not None else None
    return Event(day, record, _kind(step, known=known), _changes(step, step.fields), step)


def _kind(step: Step, *, known: bool) -> str:
    if step.before is None:
        return "made" if known or step.commit is None else "known"
    return "changed" if step.fields or step.before.id != step.after.id else "moved"


def _decides(step: Step) -> bool:
    return step.before is not None and any(field in step.fields for field in _OF_PLAN)


def _decided(plan: Record, step: Step) -> Event:
    day = step.commit.date if step.commit is not None else None
    return Event(day, plan, "plan", _changes(step, [field for field in _OF_PLAN if field in step.fields]), step)


def _changes(step: Step, fields: list[str]) -> tuple[tuple[str, Any, Any], ...]:
    old = step.before.fields if step.before is not None else {}
    found = [(field, old.get(field), step.after.fields.get(field)) for field in fields]
    return (
        (("id", step.before.id, step.after.id), *(row for row in found if row[0] != "id"))
        if (step.before is not None and step.before.id != step.after.id)
        else tuple(found)
    )


def _reported(record: Record, entry: StatusEntry) -> Event:
    day = (entry.delivered or entry.period.end).isoformat()
    rows = tuple((field, None, value) for field, value in entry.fields.items() if field != "illustrativ")
    return Event(day, record, "reported", rows, entry=entry)


def _order(event: Event) -> tuple[str, int]:
    return event.day or "9999", event.step.index if event.step is not None else -1


def _json(view: RecordView, record: Record, events: list[Event], *, known: bool) -> dict[str, Any]:
    """Give a life as JSON, described by `schemas/utdata/historikk.schema.json`."""
    return {
        "schema_version": 1,
        "name": view.name(record),
        "kind": clean(record.kind),
        "title": view.title(record),
        "known": known,
        "events": [_row(view, event) for event in events],
    }


def _row(view: RecordView, event: Event) -> dict[str, Any]:
    step, commit = event.step, event.step.commit if event.step is not None else None
    return {
        "date": event.day,
        "what": event.what,
        "record": view.name(event.record),
        "commit": commit.sha if commit is not None else None,
        "subject": clean(commit.subject) if commit is not None else None,
        "path": clean(_path(event)),
        "former_path": clean(step.former_path) if step is not None and step.former_path is not None else None,
        "changes": [
            {"field": clean(field), "old": _clean(old), "new": _clean(new)} for field, old, new in event.changes
        ],
    }


def _path(event: Event) -> str:
    if event.step is not None:
        return event.step.path
    return event.entry.report.path if event.entry is not None else event.record.path


def _clean(value: Any) -> Any:
    match value:
        case str():
            return clean(value)
        case list():
            return [_clean(item) for item in value]
        case dict():
            return {clean(str(key)): _clean(item) for key, item in value.items()}
    return value


def _text(view: RecordView, record: Record, events: list[Event], width: int, *, known: bool) -> Iterator[Styled]:
    book = view.world.book
    yield from heading(view, record)
    if not known:
        yield words(view.lang(unknown(view.world)), "bold")
        yield words("")
    for event in events:
        yield from _event(view, book, event, width)
        yield words("")


def _event(view: RecordView, book: SchemaBook, event: Event, width: int) -> Iterator[Styled]:
    lang, step = view.lang, event.step
    commit = step.commit if step is not None else None
    day = event.day or lang("not committed")
    yield join(
        words(day, "bold"), words(lang(_what(view, event))), words(commit.short if commit else "", "dim"), by="  "
    )
    if commit is not None:
        yield words(f"  «{clean(commit.subject)}»", "dim")
    if step is not None and step.former_path is not None:
        yield from _lines(lang("moved from {old} to {new}", old=step.former_path, new=step.path), width)
    schema = _schema(book, event)
    for field, old, new in event.changes:
        parts = [_value(view, book, schema, field, value) for value in (old, new)]
        name = title_of(book, schema, field, lang)
        arrow = " → ".join(part or lang("(nothing)") for part in parts) if event.entry is None else parts[1]
        yield from _lines(f"{name}: {arrow}{_by(view, field, old, new)}", width)


def _lines(text: str, width: int) -> Iterator[Styled]:
    """Wrap a line below an event, what follows the first line further in."""
    for line in textwrap.wrap(
        clean(text), width, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
    ):
        yield words(line)


def _schema(book: SchemaBook, event: Event) -> Schema:
    """Give the schema of the fields that an event tells of: the record's, or those of its part of a report."""
    if event.entry is None:
        return schema_of(book, event.record)
    at = event.entry.place.at
    return schema_at(book, event.entry.report, at if isinstance(at, tuple) else ())


def _what(view: RecordView, event: Event) -> Text:
    match event.what:
        case "made":
            return T("made in {path}", path=clean(event.step.path if event.step is not None else ""))
        case "known":
            return T("the oldest version that is known here")
        case "moved":
            return T("moved")
        case "plan":
            return T("the plan «{id}»", id=view.name(event.record))
        case "reported":
            period = event.entry.period_text if event.entry is not None else ""
            return T("reported for {period}", period=clean(period))
    return T("changed")


def _value(view: RecordView, book: SchemaBook, schema: Schema, field: str, value: Any) -> str:
    """Say a value as a planner does: dates and statuses in words, titles for ids."""
    if value is None:
        return ""
    if isinstance(value, str) or (isinstance(value, list) and value and all(isinstance(item, str) for item in value)):
        rows = [value] if isinstance(value, str) else value
        text = clean(", ".join(_said(view, field, row) for row in rows))
    else:
        inner = book.resolve(schema).get("properties", {}).get(field, {})
        text = clean("; ".join(written(book, inner, value, view.lang)))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _said(view: RecordView, field: str, text: str) -> str:
    day = parse_date(text)
    if day is not None:
        return view.lang.date(day)
    if field == "status":
        return view.status_word(text)
    return text if field in {"id", "tidligere_id"} else titled(view.world.plans.get(text), text)


def _by(view: RecordView, field: str, old: Any, new: Any) -> str:
    """Say how far a deadline or a start was moved."""
    before, after = _day(field, old), _day(field, new)
    if before is None or after is None or before == after:
        return ""
    far = distance(before, after)
    return f" ({view.lang(T('{far} later', far=far) if after > before else T('{far} earlier', far=far))})"


def _day(field: str, value: Any) -> date | None:
    """Give the last day of a frist, or the first of a start; None of another field."""
    if field == "start":
        start = known_time(value)
        return start.first if start is not None else None
    return deadline(value) if field == "frist" else None
