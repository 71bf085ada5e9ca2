"""A record as one line of a tree or a list, in rich text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.model.record import Record
from planctl.output.console import join, words
from planctl.output.records import WORK, RecordView

if TYPE_CHECKING:
    from rich.text import Text


def label(view: RecordView, record: Record, *, kind: bool = True, extra: str = "") -> Text:
    """Show kind, title, id, and for work its status and deadline."""
    title = view.title(record)
    named = words(f"{view.kind(record)}: {title}" if kind else title)
    name = words("" if title == view.name(record) else view.name(record), "dim")
    return join(named, name, words(progress(view, record)), words(f"({extra})" if extra else "", "dim"), by="  ")


def progress(view: RecordView, record: Record) -> str:
    """Say the status and deadline of work, as `[i rute, frist 1. okt. 2021, over fristen]`."""
    if record.kind not in WORK:
        return ""
    state = view.state(record)
    deadline = view.deadline(record, state)
    parts = [view.status(state), view.lang("due {date}", date=deadline) if deadline else view.lang("no deadline")]
    return f"[{', '.join(part for part in parts if part)}]"
