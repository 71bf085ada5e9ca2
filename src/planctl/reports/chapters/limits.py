"""The limits of indicators that were moved after they were measured, a part of the reports and of the documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planctl.domain.judgement.limit_words import Edit
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Chapter, Column, Table, Value, Words
from planctl.reports.chapters.columns import NAME, UNIT, in_workbook, label, on_page
from planctl.reports.moved_limits import MovedLimit, MovedLimits, SeriesVerdict
from planctl.reports.rendering.spoken import Capital, Day, Emphasis, Joined, Measured, Noted, PeriodName


def limits_chapter(moved: MovedLimits) -> Chapter:
    """Make what is told of moved limits: a page has a row for each move, a workbook for each limit and series."""
    cells = tuple(row for item in moved.rows for row in _cells(item))
    return Chapter(
        T("Limits that were moved"),
        tuple(_told(moved)),
        (Table(_ON_PAGE, tuple(map(_row, moved.rows))), Table(_IN_WORKBOOK, cells)) if moved.rows else (),
        notes=tuple(_unknown(moved)),
        name="goalposts",
        template="tertial/grenser.md.j2",
    )


def _told(moved: MovedLimits) -> Iterator[Text]:
    if moved.rows:
        yield T(
            "Changes: {count}. They give another verdict: {decisive}. Without a vedtak: {undecided}.",
            count=len(moved.rows), decisive=moved.decisive, undecided=moved.undecided,
        )  # fmt: skip
    elif moved.known == "part":
        yield T("No moved limit is known.")


def _unknown(moved: MovedLimits) -> Iterator[Words]:
    if moved.known == "part":
        before = T(
            "Whether limits were moved before {date} is unknown: the plans' history in git reaches no further back "
            "here.",
            date=moved.since,
        )
        yield Emphasis(before, strong=True)
    elif moved.known == "none":
        yield T("Whether limits have been moved is unknown: no history of the plans in git was at hand.")


_ON_PAGE = on_page(
    Column(T("{Indikator}")),
    Column(T("What was changed")),
    Column(T("When")),
    Column(T("Vedtak")),
    Column(T("Latest value"), "value"),
    Column(T("By the old limits")),
    Column(T("By the new limits")),
)


def _row(row: MovedLimit) -> tuple[Cell, ...]:
    edits: Words = Joined(tuple(map(_edit, row.edits)), by="; ")
    when = Joined((T("{day} «{subject}» ({commit})", day=Day(row.day), subject=row.subject, commit=row.commit),))
    vedtak = (item.words for item in row.decisions)
    none = T("No vedtak yet: the plan is under revision") if row.revised else Emphasis(T("no vedtak"), strong=True)
    return (
        label(row),
        Noted(edits, T("carried over from {plan}", plan=row.carried)) if row.carried else edits,
        when if row.commit else Joined((T("not committed"),)),
        Joined(tuple(vedtak) or (none,), by="; "),
        _last(row),
        _verdicts(row, [item.old_words for item in row.series]),
        _verdicts(row, [item.new_words for item in row.series]),
    )


def _edit(edit: Edit) -> Text:
    return T("{what}: {old} → {new}", what=edit.label, old=edit.old or None, new=edit.new or None)


def _last(row: MovedLimit) -> Words:
    if len(row.series) != 1:
        return Joined((T("{count} series", count=len(row.series)),))
    (item,) = row.series
    return Noted(Measured(item.value, item), PeriodName(item.period))


def _verdicts(row: MovedLimit, words: list[Text]) -> Words:
    """Tell how the last value is judged; in bold where the move gives another verdict."""
    if len(row.series) == 1:
        return Emphasis(words[0], strong=True) if row.moved else Joined((words[0],))
    moved = [
        T("{unit}: {verdict}", unit=item.unit, verdict=Emphasis(told, strong=True))
        for item, told in zip(row.series, words, strict=True)
        if item.moved
    ]
    return Joined(tuple(moved) or (T("as before for all {count} units", count=len(row.series)),), by="; ")


_IN_WORKBOOK = in_workbook(
    Column(T("No."), width=9),
    NAME,
    UNIT,
    Column(T("What was changed"), width=44),
    Column(T("Before"), width=20),
    Column(T("After"), width=20),
    Column(T("When"), "date", 13),
    Column(T("Change of the plan"), width=36),
    Column(T("Vedtak"), width=36),
    Column(T("Latest value"), "value", 13),
    Column(T("Period"), width=11),
    Column(T("By the old limits"), width=30),
    Column(T("By the new limits"), width=30),
    Column(T("Another verdict"), width=14),
)


def _cells(row: MovedLimit) -> Iterable[tuple[Cell, ...]]:
    """Write a move: one row for each limit it changed and each series of values."""
    for edit in row.edits:
        for item in row.series:
            yield (
                row.number,
                row.title,
                item.unit or None,
                edit.label,
                edit.old or None,
                edit.new or None,
                row.day,
                f"«{row.subject}» ({row.commit})" if row.commit else T("not committed"),
                _decisions(row),
                *_value(item),
                item.old_words,
                item.new_words,
                T("yes") if item.moved else T("no"),
            )


def _value(item: SeriesVerdict) -> tuple[Cell, Cell]:
    return (None if item.value is None else Value(item.value, item.decimals, item.percent)), item.period


def _decisions(row: MovedLimit) -> Words:
    """Name the vedtak that came with a move, or say that there was none."""
    if not row.decisions:
        return T("No vedtak yet: the plan is under revision") if row.revised else T("no vedtak")
    return Capital(Joined(tuple(item.words for item in row.decisions), by="; "))
