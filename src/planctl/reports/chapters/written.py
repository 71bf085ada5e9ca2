"""The words of a report: what is proposed and the introduction before all else, and what each tjenesteområde tells."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Chapter, Column, Items, Table, Words
from planctl.reports.chapters.columns import AREA, NAME, UNIT, in_workbook, label, on_page
from planctl.reports.rendering.phrases import area_name
from planctl.reports.rendering.spoken import Emphasis, Joined, Noted, Percent, PeriodName
from planctl.reports.views.written import Comment, Voice, Written

_EXPLAINED = T("Economy")
_FIELDS = {"sammendrag": T("Summary"), "omtale": T("Description"), "forklaring": T("Explanation")}
_KINDS = {"tiltak": T("{Tiltak}"), "oppdrag": T("{Oppdrag}")}


def opening(written: Written | None) -> tuple[Chapter, ...]:
    """Make the chapters that stand before all others and have no number, where they are written."""
    if written is None:
        return ()
    found = []
    if written.proposals:
        found.append(Chapter(T("Proposed decision"), notes=(Items(written.proposals, numbered=True),)))
    if written.introduction:
        signed = (Emphasis(written.leader),) if written.leader else ()
        found.append(Chapter(T("Introduction"), tuple(map(_plain, written.introduction)), notes=signed))
    return tuple(found)


def chapter(written: Written | None) -> Chapter | None:
    """Make the chapter on the tjenesteområder; None where neither they nor their units have written anything.

    A workbook has all words in one table, the opening's too.
    """
    if written is None:
        return None
    rows = tuple(_every(written))
    parts = tuple(_parts(written))
    if not parts:
        return None
    title = T("The {tjenesteområde_pl}") if written.has_areas else T("The {enhet_pl}")
    every = Table(_ALL if written.has_areas else tuple(column for column in _ALL if column.title != AREA.title), rows)
    if not written.has_areas and len(parts) == 1:
        (only,) = parts
        return Chapter(title, only.paragraphs, (*only.tables, every))
    return Chapter(title, tables=(every,), parts=parts)


def _parts(written: Written) -> Iterator[Chapter]:
    """Yield a part for the municipality as a whole, for each tjenesteområde, and for what is outside of them."""
    places = [(True, ""), *((False, area) for area in (*written.areas, ""))]
    for whole, area in places:
        voices = [voice for voice in written.voices if (voice.whole, voice.area) == (whole, area)]
        comments = [item for item in written.comments if (item.whole, item.area) == (whole, area)]
        if voices or comments:
            table = Table(_SAID, tuple(map(_row, comments))).without_empty
            title = T("The whole municipality") if whole else _area(written, area)
            yield Chapter(title, tuple(_told(voices)), (table,) if comments else ())


def _area(written: Written, name: str) -> Text:
    if not name and not written.has_areas:
        return T("{Enhet_pl}")
    return T("{name}", name=area_name(name))


def _told(voices: list[Voice]) -> Iterator[Words]:
    """Yield the paragraphs of a part: its own first, then each unit's, begun with its name."""
    before = None
    for voice in sorted(voices, key=lambda voice: not voice.above):
        for number, part in enumerate(voice.paragraphs):
            begun = before == (voice.unit, voice.period)
            said: Words = _plain(part)
            if voice.field == "forklaring" and not number:
                said = Joined((Emphasis(Joined((_EXPLAINED, ":"))), part), by=" ")
            if not begun and not (voice.above and voice.period is None):
                name = voice.unit if voice.period is None else Noted(voice.unit, PeriodName(voice.period))
                said = Joined((Emphasis(Joined((name, ".")), strong=True), said), by=" ")
            before = voice.unit, voice.period
            yield said


def _plain(part: str) -> Words:
    return Joined((part,))


_SAID = on_page(
    Column(T("What")),
    Column(T("{Enhet}")),
    Column(T("Status"), "status"),
    Column(T("Progress"), "number"),
    Column(T("Comment")),
)


def _row(item: Comment) -> tuple[Cell, ...]:
    name: Cell = Noted(label(item), T("{oppdrag}")) if item.kind == "oppdrag" else label(item)
    progress = None if item.progress is None else Percent(Decimal(item.progress))
    return (name, item.unit, item.status, progress, _said(item))


def _said(item: Comment) -> Words:
    """Tell the comment, and the cause and what is done where no other table has them."""
    told: list[Words] = [_plain(item.comment)] if item.comment else []
    if item.cause:
        told.append(Joined((Emphasis(Joined((T("Cause"), ":"))), item.cause), by=" "))
    if item.corrective:
        told.append(Joined((Emphasis(Joined((T("What is done"), ":"))), item.corrective), by=" "))
    return Joined(tuple(told), by=" ")


_ALL = in_workbook(
    AREA,
    UNIT,
    Column(T("Kind of text"), width=18),
    NAME,
    Column(T("Status"), "status", 16),
    Column(T("Progress"), "percent", 11),
    Column(T("Text"), width=90),
)


def _every(written: Written) -> Iterator[tuple[Cell, ...]]:
    """Yield each text of the report with whose it is."""
    rows = _rows(written)
    yield from rows if written.has_areas else (row[1:] for row in rows)


def _rows(written: Written) -> Iterator[tuple[Cell, ...]]:
    for point in written.proposals:
        yield None, written.municipality, T("Proposed decision"), None, None, None, point
    for part in written.introduction:
        yield None, written.municipality, T("Introduction"), None, None, None, part
    for voice in written.voices:
        for part in voice.paragraphs:
            yield _place(voice), voice.unit, _FIELDS[voice.field], None, None, None, part
    for item in written.comments:
        kind = _KINDS.get(item.kind, T("{Mål}"))
        for what, said in ((kind, item.comment), (T("Cause"), item.cause), (T("What is done"), item.corrective)):
            if said:
                yield _place(item), item.unit, what, label(item), item.status, item.progress, said


def _place(item: Voice | Comment) -> Cell:
    return None if item.whole else area_name(item.area)
