"""A record as every view shows it: its words, its status and deadline in force, its JSON row."""

from __future__ import annotations

from datetime import date
from typing import Any

from planctl.domain.follow_up import KINDS as VEDTAK
from planctl.domain.open_work import is_promised
from planctl.domain.organisation import owner_of
from planctl.domain.parts import PARTS
from planctl.domain.reporter import FIELDS, is_for_all
from planctl.domain.start import is_behind, planned_start
from planctl.domain.status_reports import CurrentState, StatusReports
from planctl.i18n import Language, Text
from planctl.model.illustrative import is_illustrative
from planctl.model.record import Record
from planctl.model.time_words import time_words, when_words
from planctl.output.clean import clean
from planctl.status_labels import record_status_text
from planctl.world import World


class RecordView:
    """Shows the records of a world in a language."""

    def __init__(self, world: World, lang: Language) -> None:
        self.world = world
        self.lang = lang

    def kind(self, record: Record) -> str:
        """Name a record's kind, with a capital."""
        word = clean(self.lang.term(record.kind))
        return word[:1].upper() + word[1:]

    def title(self, record: Record) -> str:
        """Give a record's title; reports and meetings without one get what tells them apart."""
        if record.withheld:
            return clean(record.withheld)
        if isinstance(record.get("tittel"), str) and record.get("tittel"):
            return clean(record.title)
        names = (_text(record, field) for field in (*FIELDS, "organ"))
        subject = self.world.plans.get(next((name for name in names if name), None))
        title = subject.title if subject is not None else None
        if is_for_all(record):
            title = self.world.plans.config.municipality or self.lang("the whole municipality")
        when = record.get("periode") or record.get("dato")
        if title is not None and when:
            return clean(f"{title} {when}")
        return clean(record.title)

    def name(self, record: Record) -> str:
        """Give a record's id, or for a record without one its path."""
        return clean(record.name)

    def line(self, record: Record) -> int:
        """Give the line where a record begins."""
        return self.world.locator.locate(record.place()).span.line

    def where(self, record: Record) -> str:
        """Give a record's place as `path:line`."""
        return f"{clean(record.path)}:{self.line(record)}"

    def state(self, record: Record) -> CurrentState:
        """Give the status and deadline in force at the world's date."""
        state = self.status_reports.at(record, self.world.today)
        if record.kind in VEDTAK:
            due = self.world.bonds.follow_ups.deadline(record)
            return state._replace(status=self.world.bonds.follow_ups.status(record), deadline=due)
        told = self.is_work(record) or (self.is_part(record) and state.entry is not None and state.entry.status)
        return state if told else state._replace(status=self._status(record))

    def is_followed_up(self, record: Record) -> bool:
        """Tell whether a record asks to be followed up, and is no work: a vedtak, or of a kind with `x-lukket`."""
        return self.world.bonds.follow_ups.has(record)

    @property
    def status_reports(self) -> StatusReports:
        """Everything that has been reported."""
        return self.world.status_reports

    def is_work(self, record: Record) -> bool:
        """Tell whether a record is work: it is reported on and has a deadline."""
        return record.kind in self.world.plans.thread.work

    def is_part(self, record: Record) -> bool:
        """Tell whether a record is a part of a plan that a report may tell of."""
        return self.world.plans.is_a(record, PARTS)

    def is_open(self, record: Record, state: CurrentState) -> bool:
        """Tell whether a record is open: work that is begun or promised, or what somebody waits for, as a vedtak."""
        if self.is_work(record):
            return is_promised(state.status) and not self.world.bonds.is_over(record)
        return self.world.bonds.follow_ups.has(record) and self.world.bonds.follow_ups.is_open(record)

    def is_late(self, record: Record, state: CurrentState) -> bool:
        """Tell whether what is open, binds somebody today and may not wait on hold, has passed its deadline."""
        passed = state.deadline is not None and state.deadline < self.world.today and not state.excused
        return passed and self.is_open(record, state) and (not self.is_work(record) or self.binds(record))

    def binds(self, record: Record) -> bool:
        """Tell whether a tiltak or oppdrag binds somebody today: it stands where it belongs, in a plan that holds."""
        return self.world.bonds.binds(record)

    def _status(self, record: Record) -> str | None:
        thread = self.world.plans.is_a(record, "mål") or record.kind in {"strategi", "satsingsområde"}
        value = record.inherited("status")[0] if thread else record.get("status")
        return value if isinstance(value, str) else None

    def status(self, state: CurrentState) -> str:
        """Say a status; empty when there is none."""
        return self.status_word(state.status)

    def status_word(self, status: str | None) -> str:
        """Say a status as files write it in the user's language."""
        return clean(self.lang(record_status_text(status))) if status else ""

    def deadline(self, record: Record, state: CurrentState, style: str = "medium", by: str = ", ") -> str:
        """Say a deadline, and in words when it has passed."""
        if state.deadline is None:
            return ""
        day = self.lang.date(state.deadline, style)
        return f"{day}{by}{self.lang('overdue')}" if self.is_late(record, state) else day

    def is_behind(self, record: Record, state: CurrentState) -> bool:
        """Tell whether open work that binds somebody was to have begun, and is told as not begun."""
        behind = self.is_work(record) and is_behind(record, state.status, self.world.today)
        return behind and self.is_open(record, state) and self.binds(record)

    def start(self, record: Record) -> date | Text | None:
        """Say when work is to begin: the day, or the month, the season or the year in words; None for nothing."""
        return time_words(planned_start(record)) if self.is_work(record) else None

    def start_in_words(self, record: Record, state: CurrentState) -> str:
        """Say that work is to begin on a day ahead, or was to have begun; empty where it is begun or nothing tells."""
        start = planned_start(record) if self.is_work(record) else None
        if self.is_behind(record, state):
            return self.lang("should have begun {when}", when=when_words(start))
        ahead = start is not None and start.last >= self.world.today and self.is_open(record, state)
        return self.lang("begins {when}", when=when_words(start)) if ahead else ""

    def is_illustrative(self, record: Record) -> bool:
        """Tell whether a record, or what it stands in, is marked as illustrative."""
        return is_illustrative(record)

    def marked(self, record: Record) -> str:
        """Give a record's title, with an asterisk when it is illustrative."""
        return f"{self.title(record)} *" if is_illustrative(record) else self.title(record)

    def owner(self, record: Record) -> str | None:
        """Give the id of the one who answers for a record."""
        return owner_of(record, self.world.plans)

    def shared(self, record: Record) -> list[str]:
        """Give the ids of those who share a record: medansvarlige, and whom an oppdrag is given to."""
        found = record.texts("medansvarlige")
        if record.kind == "oppdrag":
            found += record.texts("til")
        return [name for name in dict.fromkeys(found) if name != self.owner(record)]

    def row(self, record: Record) -> dict[str, Any]:
        """Give a record as JSON, described by `schemas/utdata/liste.schema.json`."""
        state = self.state(record)
        owner = self.owner(record)
        return {
            "id": clean(record.id) if record.id is not None else None,
            "name": self.name(record),
            "kind": clean(record.kind),
            "title": self.title(record),
            "path": clean(record.path),
            "line": self.line(record),
            "status": clean(state.status) if state.status is not None else None,
            "deadline": state.deadline.isoformat() if state.deadline else None,
            "late": self.is_late(record, state),
            "owner": clean(owner) if owner is not None else None,
            "shared": [clean(item) for item in self.shared(record)],
            "plan": self.name(record.plan),
            "illustrative": self.is_illustrative(record),
        }


def _text(record: Record, field: str) -> str | None:
    value = record.get(field)
    return value if isinstance(value, str) and value else None
