"""Names and values as a change tells them: records by title, fields by the schemas' titles, dates in words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from planctl.diff.change import Change, join
from planctl.diff.run import Diff
from planctl.diff.state import SETTINGS, Item
from planctl.domain.reporter import FIELDS
from planctl.i18n import Language
from planctl.load.files.tree import CONFIG_NAME
from planctl.load.schema.field_titles import schema_of, title_of
from planctl.load.schema.json_schema import Schema
from planctl.load.schema.schema_book import CONFIG_TYPE, SchemaBook
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.output.clean import shortened
from planctl.output.fields import written
from planctl.status_labels import record_status_text

SHAPES = {"same": "{}", "old": "<del>{}</del>", "new": "<ins>{}</ins>"}
"""How a segment of an edited text is shown in HTML, and in Markdown."""
_LONGEST = 160
_AROUND = 5
_FREE = frozenset({"tittel", "omtale", "merknad", "nummer", "kommentar", "visjon"})
_JOINTS = re.compile(r"[^\w]+")
_PIECES = re.compile(r"\s+|\w+|[^\w\s]")

Segment = tuple[str, str]
"""A stretch of a text and what became of it: `same`, `old` or `new`."""


class Names:
    """Tells what records, fields and values are called, in both plan sets of a diff."""

    def __init__(self, diff: Diff, lang: Language, book: SchemaBook) -> None:
        self.diff = diff
        self.lang = lang
        self.book = book
        self._old, self._new = diff.base.world.plans, diff.head.world.plans

    def record(self, change: Change) -> str:
        """Name a change's record: kind, title and id."""
        return self.named(change.record, change.record_kind, gone=change.new is None and change.field is None)

    def named(self, key: str, kind: str = "", *, gone: bool = False) -> str:
        """Name a record by its key."""
        pairs = self.diff.pairs
        items = pairs.base.items if gone else pairs.head.items
        item = items.get(key)
        record = item.record if item is not None and item.fields.get("id") == key else self.found(key)
        if record is None and item is not None and item.record is not None:
            named = item.path or item.record.key or item.fields.get("id") is not None
            record = item.record if named else None
        if kind == SETTINGS or key == CONFIG_NAME:
            return CONFIG_NAME
        if record is None:
            return self._row(item) if item is not None else key[:1].upper() + key[1:]
        word = self._word(record.kind)
        if record.id is None:
            return f"{word} {self._untitled(record)}"
        shown = f"«{short(record.title)}» ({record.id})" if record.title != record.id else f"«{record.id}»"
        return shown if record.title.casefold().startswith(word.casefold()) else f"{word} {shown}"

    def _word(self, kind: str) -> str:
        word = self.lang.term(kind)
        return word[:1].upper() + word[1:]

    def _row(self, item: Item) -> str:
        """Name a measurement or a month's figures by what they are about."""
        known = (item.fields.get(field) for field in ("indikator", "enhet", "periode", "måned", "gjelder"))
        return " ".join([self._word(item.kind), *(self.title(str(name)) for name in known if name is not None)])

    def _untitled(self, record: Record) -> str:
        unit, period = next((record.get(field) for field in FIELDS if record.get(field)), None), record.get("periode")
        if unit and period:
            return f"{self.title(str(unit))} {period}"
        return f"«{short(record.title)}»"

    def found(self, name: str) -> Record | None:
        """Return the record with an id, of head or else of base."""
        return self._new.get(name) or self._old.get(name)

    def title(self, name: str) -> str:
        """Name what an id stands for; the id stands beside the title unless it only repeats it."""
        return titled(self.found(name), name)

    def schema(self, change: Change) -> Schema:
        """Return the schema of a change's record."""
        items = self.diff.pairs.head.items
        item = items.get(change.record) or self.diff.pairs.base.items.get(change.record)
        if change.record_kind == SETTINGS:
            return self.book.root(CONFIG_TYPE)
        if item is None or item.record is None:
            return {}
        schema = schema_of(self.book, item.record)
        if item.parent is not None and item.record.parent is None:
            rows = self.book.resolve(self._inner(schema, "målinger" if item.kind == "måling" else "måneder"))
            return self.book.resolve(rows.get("items", {}))
        return schema

    def field(self, change: Change) -> str:
        """Name a field by the schemas' titles; keys that are ids by what they stand for."""
        schema, names = self.schema(change), []
        for part in change.way:
            known = part in self._properties(schema)
            names.append(title_of(self.book, schema, part, self.lang) if known else self.title(part))
            schema = self.book.resolve(self._inner(schema, part))
        return ", ".join(names)

    def of_field(self, change: Change) -> Schema:
        """Return the schema of a change's field."""
        schema = self.schema(change)
        for part in change.way:
            schema = self.book.resolve(self._inner(schema, part))
        return schema

    def _properties(self, schema: Schema) -> dict[str, Any]:
        found: dict[str, Any] = dict(schema.get("properties", {}))
        for branch in schema.get("anyOf", ()):
            found.update(self._properties(self.book.resolve(branch)))
        return found

    def _inner(self, schema: Schema, part: str) -> Schema:
        found = self._properties(schema).get(part, schema.get("additionalProperties"))
        return found if isinstance(found, dict) else {}

    def value(self, change: Change, value: Any) -> str:
        """Say a field's value."""
        last = change.way[-1] if change.way else ""
        if value is None:
            return self.lang("nothing")
        if isinstance(value, str):
            return self._text(value, last)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return ", ".join(self._text(item, last) for item in value)
        if isinstance(value, int) and not isinstance(value, bool) and not self._is_time(change):
            return self.lang.number(value)
        if isinstance(value, dict):
            return short("; ".join(self._inside(change, value)))
        lines = list(written(self.book, self.of_field(change), value, self.lang))
        return short("; ".join(lines)) or self.lang("nothing")

    def _is_time(self, change: Change) -> bool:
        """Tell whether a field holds a time: a number there is a year."""
        return self.of_field(change).get("x-feil") in {"ugyldig-dato", "ugyldig-periode"}

    def _inside(self, change: Change, value: dict[str, Any]) -> Iterator[str]:
        """Say what a group holds, field by field."""
        schema = self.of_field(change)
        for key, item in value.items():
            inner = replace(change, field=join((*change.way, key)))
            known = key in self._properties(schema)
            title = title_of(self.book, schema, key, self.lang) if known else self.title(key)
            yield f"{title}: {self.value(inner, item)}"

    def _text(self, value: str, last: str) -> str:
        day = parse_date(value)
        if day is not None:
            return self.lang.date(day)
        if last == "status":
            return short(self.lang(record_status_text(value)))
        if last in _FREE:
            return f"«{short(value)}»"
        return self.title(value) if self.found(value) is not None else short(value)

    def names(self, values: list[str]) -> str:
        """Name several ids."""
        return ", ".join(self.title(value) for value in values)


def titled(record: Record | None, name: str) -> str:
    """Give a record's title, with the id after it unless that only repeats the title; the id alone without a record."""
    if record is None or record.title == name:
        return name
    same = _JOINTS.sub("-", record.title.casefold()) == name.casefold()
    return short(record.title) if same else f"{short(record.title)} ({name})"


def short(text: str) -> str:
    """Cut a text that is too long for one line."""
    return shortened(" ".join(text.split()), _LONGEST)


def segments(old: str, new: str) -> Iterator[Segment]:
    """Hold two texts against each other word by word; long stretches that are the same are cut."""
    one, other = _PIECES.findall(" ".join(old.split())), _PIECES.findall(" ".join(new.split()))
    moves = difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    merged = list(_whole_words(moves, one, other))
    for index, (what, before, after) in enumerate(merged):
        if what == "same":
            yield "same", _cut(before, first=index == 0, last=index == len(merged) - 1)
            continue
        if before:
            yield "old", shortened("".join(before), _LONGEST)
        if after:
            yield "new", shortened("".join(after), _LONGEST)


def _whole_words(moves: list[Any], one: list[str], other: list[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Join edits that only a space keeps apart."""
    held: tuple[list[str], list[str]] | None = None
    for tag, start, end, begin, finish in moves:
        before, after = one[start:end], other[begin:finish]
        if tag == "equal" and not (held and "".join(before).isspace()):
            if held:
                yield "edit", *held
                held = None
            yield "same", before, after
        else:
            held = (held[0] + before, held[1] + after) if held else (before, after)
    if held:
        yield "edit", *held


def _cut(pieces: list[str], *, first: bool, last: bool) -> str:
    room = 2 * _AROUND
    if len(pieces) <= 2 * room:
        return "".join(pieces)
    head = "" if first else "".join(pieces[:room])
    tail = "" if last else "".join(pieces[-room:])
    return f"{head}…{tail}"
