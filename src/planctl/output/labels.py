"""A record as one line of a tree or a list, in rich text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from planctl.i18n import T
from planctl.model.illustrative import is_illustrative
from planctl.model.record import Record
from planctl.output.console import join, words
from planctl.output.records import RecordView

if TYPE_CHECKING:
    from rich.text import Text

_MEANING = T("Illustrative: made as an example, not the municipality's own.")


def label(view: RecordView, record: Record, *, kind: bool = True, extra: str = "") -> Text:
    """Show kind, title (with an asterisk when it is illustrative), id, and for work its status and deadline."""
    title = view.marked(record)
    named = words(f"{view.kind(record)}: {title}" if kind else title)
    name = words("" if view.title(record) == view.name(record) else view.name(record), "dim")
    return join(named, name, words(progress(view, record)), words(f"({extra})" if extra else "", "dim"), by="  ")


def progress(view: RecordView, record: Record) -> str:
    """Say the status and deadline of work and of vedtak, as `[i rute, frist 1. okt. 2021, over fristen]`.

    Of work that is ahead, or was to have begun, its start too; of a part of a plan its status as it is reported.
    """
    state = view.state(record)
    if not view.is_work(record) and not view.is_followed_up(record):
        return f"[{view.status(state)}]" if view.is_part(record) and state.entry is not None else ""
    deadline = view.deadline(record, state)
    begins = view.start_in_words(record, state)
    parts = [
        view.status(state),
        begins,
        view.lang("due {date}", date=deadline) if deadline else view.lang("no deadline"),
    ]
    return f"[{', '.join(part for part in parts if part)}]"


def legend(view: RecordView, records: Iterable[Record], *, starred: bool = False) -> list[Text]:
    """Explain the asterisk, when any of the records shown has one, or something else that is shown is starred."""
    if not starred and not any(map(is_illustrative, records)):
        return []
    return [words(""), words(f"* {view.lang(_MEANING)}")]
