"""`planctl show`: a record's fields, its place, and what refers to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from planctl.cli.goals import goal_named, show_goal
from planctl.cli.lookup import find, opened
from planctl.cli.session import CLEAN, Session, write
from planctl.cli.trace import heading, references
from planctl.load.schema.field_titles import schema_of, title_of
from planctl.model.measured import ended
from planctl.model.record import Record
from planctl.output.console import draw, join, pairs, table, words
from planctl.output.fields import written
from planctl.output.labels import legend
from planctl.output.records import RecordView
from planctl.output.thread import referring

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_SAID = ("type", "id", "tittel", "illustrativ")


def show(session: Session, name: str) -> int:
    """Show a record, or an FN goal."""
    view = opened(session)
    goal = goal_named(view, name)
    if goal is not None:
        return show_goal(session, view, goal)
    record = find(view.world.plans, name)
    parts: list[RenderableType] = [*heading(view, record), pairs(list(_fields(view, record))), words("")]
    parts += [*_reports(view, record), *_measurements(view, record), *references(view, record)]
    values = any(item.illustrative for item in view.world.plans.measurements if item.indicator == record.id)
    parts += legend(view, _named_with(view, record), starred=values)
    write(draw(session.style, *parts))
    return CLEAN


def _fields(view: RecordView, record: Record) -> Iterator[tuple[str, Text]]:
    book = view.world.book
    schema = schema_of(book, record)
    under: dict[str, list[Record]] = {}
    for other in view.world.plans.records:
        if other.parent is record:
            under.setdefault(other.field, []).append(other)
    for field, value in record.fields.items():
        if field in _SAID or value is None:
            continue
        if field in under:
            lines = [words(_count(view, under[field]))]
        else:
            texts = written(book, schema.get("properties", {}).get(field, {}), value, view.lang)
            lines = list(_value(view, record, texts, field))
        yield title_of(book, schema, field, view.lang), join(*lines, by="\n")
    if record.parent is not None:
        yield view.lang("Stands in"), words(_named(view, record.parent))
    if record.plan not in (record, record.parent):
        yield view.lang("Plan"), words(_named(view, record.plan))


def _named(view: RecordView, record: Record) -> str:
    title, name = view.title(record), view.name(record)
    return view.marked(record) if title == name else f"{view.marked(record)} ({name})"


def _named_with(view: RecordView, record: Record) -> list[Record]:
    """List the records that are named when a record is shown: what it stands in and names, and what names it."""
    graph = view.world.graph
    named = [target for _, target in graph.refs_from(record)]
    sources = [source for rows in referring(graph, record).values() for source, _ in rows]
    others = (record.parent, record.plan, *named, *sources)
    return [other for other in others if other is not None and other is not record]


def _count(view: RecordView, records: list[Record]) -> str:
    if len(records) == 1:
        return _named(view, records[0])
    kinds = Counter(record.kind for record in records)
    return ", ".join(f"{count} {view.lang.term(kind, plural=count != 1)}" for kind, count in kinds.items())


def _value(view: RecordView, record: Record, lines: Iterator[str], field: str) -> Iterator[Text]:
    """Show a field's lines; ids and FN goals with their titles."""
    targets = {ref.target: target for ref, target in view.world.graph.refs_from(record, field)}
    goals = view.world.graph.goals
    for line in lines:
        if line in targets:
            yield words(_named(view, targets[line]))
        elif field == "bærekraftsmål" and line in goals:
            yield words(f"{line} {goals.title(line, view.lang.code)}")
        else:
            yield words(line)


def _reports(view: RecordView, record: Record) -> list[RenderableType]:
    entries = [item for item in view.status_reports.entries(record) if item.period.end <= view.world.today]
    if not entries:
        return [words(view.lang("Not reported on yet.")), words("")] if view.is_work(record) else []
    lang = view.lang
    made = table(lang("Period"), lang("Status"), lang("Progress"), lang("Comment"), right=(2,), whole=(0,))
    for entry in entries:
        said = [entry.cause, entry.corrective, entry.comment, entry.text("måloppnåelse")]
        if entry.new_deadline is not None:
            said.insert(0, lang("new deadline {date}", date=lang.date(entry.new_deadline, "medium")))
        progress = "" if entry.progress is None else f"{entry.progress} %"
        status = view.status_word(entry.status)
        made.add_row(*(words(cell) for cell in (entry.period_text, status, progress, " ".join(filter(None, said)))))
    return [words(lang("Reported"), "bold"), made, words("")]


def _measurements(view: RecordView, record: Record) -> list[RenderableType]:
    if record.kind != "indikator":
        return []
    lang = view.lang
    known = [item for item in view.world.plans.measurements if item.indicator == record.id]
    found = [item for item in known if ended(item.period, view.world.today)]
    if not found:
        return [words(lang("Not measured yet.")), words("")]
    decimals = record.get("desimaler")
    places = decimals if isinstance(decimals, int) and not isinstance(decimals, bool) else None
    units = any(item.unit for item in found)
    made = table(lang("Period"), lang("Value"), *([lang("Concerns")] if units else []), right=(1,), whole=(0,))
    for item in sorted(found, key=lambda item: (item.period, item.unit or "")):
        value = lang("not measured") if item.value is None else lang.number(item.value, places)
        value = f"{value} *" if item.illustrative else value
        made.add_row(words(item.period), words(value), *([words(item.unit or "")] if units else []))
    return [words(lang("Measured"), "bold"), made, words("")]
