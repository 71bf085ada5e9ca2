"""The computed judgements of a report: each tiltak, oppdrag, strategi and mål from what lies below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from planctl.domain.judgement import course as algebra
from planctl.domain.judgement.course import Course
from planctl.domain.judgement.verdict import Verdict
from planctl.i18n import T, Term, Text
from planctl.model.record import Record
from planctl.reports.scope import Scope
from planctl.reports.views.goals import Indicator
from planctl.reports.views.status_counts import NOT_REPORTED, Work
from planctl.status_labels import WORDS


class Judged:
    """Judges the records of a scope; `work` and `indicators` are by the identity of their records."""

    def __init__(
        self, scope: Scope, work: Mapping[Record, Work], indicators: Mapping[Record, tuple[Indicator, ...]]
    ) -> None:
        self._scope = scope
        self._work = work
        self._indicators = indicators
        self._known: dict[Record, Verdict | None] = {}

    def works(self) -> dict[Record, Work]:
        """Return the work, each with its computed judgement."""
        records = {record: record for record in [*self._scope.tiltak, *self._scope.oppdrag]}
        return {key: replace(item, computed=self.of(records[key])) for key, item in self._work.items()}

    def of(self, record: Record) -> Verdict | None:
        """Judge a record; None where nothing is to be judged: cancelled work, a strategi that nobody follows up."""
        key = record
        if key not in self._known:
            self._known[key] = None  # a circle in the thread ends here; rule 205 tells of it
            self._known[key] = self._judge(record)
        return self._known[key]

    def goals(self, records: Iterable[Record]) -> Verdict:
        """Judge several mål as one."""
        found = [verdict for record in records if (verdict := self.of(record)) is not None]
        return Verdict(algebra.mål(None, None, algebra.together(item.course for item in found)))

    def _judge(self, record: Record) -> Verdict | None:
        if record.kind == "strategi":
            below = self._courses(record, "oppdrag")
            return Verdict(algebra.strategi(algebra.together(below)), reason=_off(below, "oppdrag")) if below else None
        if self._scope.plans.is_a(record, "mål"):
            return self._goal(record)
        item = self._work.get(record)
        if item is None or item.status == "utgår":
            return None
        return self._tiltak(item) if item.kind == "tiltak" else self._oppdrag(record, item)

    @staticmethod
    def _tiltak(item: Work) -> Verdict:
        found = algebra.tiltak(item.status, overdue=item.overdue)
        said = _said(item)
        late = item.overdue and found is not said
        return Verdict(found, said, _ran_out(item.status, item.deadline) if late else None)

    def _oppdrag(self, record: Record, item: Work) -> Verdict:
        below = self._courses(record, "tiltak")
        found = algebra.oppdrag(item.status, overdue=item.overdue, below=algebra.together(below))
        said = _said(item)
        if said is None:
            return Verdict(found, None, _off(below, "tiltak"))
        if found is said:
            return Verdict(found, said)
        if item.overdue:
            return Verdict(found, said, _ran_out(item.status, item.deadline))
        why = _off(below, "tiltak") or T("not every {tiltak} is completed")
        return Verdict(found, said, T("reported «{status}», but {reason}", status=_word(item.status), reason=why))

    def _goal(self, record: Record) -> Verdict:
        values = self.values(record)
        graph, plans = self._scope.graph, self._scope.plans
        steps = [other for other in graph.children(record) if other.kind in {"strategi", "oppdrag"}]
        work = [verdict.course for other in steps if (verdict := self.of(other)) is not None]
        nested = [
            verdict for other in graph.children(record) if plans.is_a(other, "mål") and (verdict := self.of(other))
        ]
        found = algebra.mål(
            algebra.together(item.course for item in values),
            algebra.together(work),
            algebra.together(item.course for item in nested),
        )
        said = algebra.together(algebra.said_of_goal(word) for word in self._words(record))
        return Verdict(found, said, self._why(record, found, values))

    def values(self, goal: Record) -> list[Indicator]:
        """List the series of the indicators that measure a mål."""
        records = self._scope.graph.measuring(goal)
        return [item for record in records for item in self._indicators.get(record, ())]

    def _why(self, goal: Record, course: Course, values: list[Indicator]) -> Text | None:
        """Say what keeps a mål from being on the way."""
        if course > Course.UKJENT:
            return None
        oppdrag = dict.fromkeys(
            other
            for other in self._scope.graph.descendants(goal)
            if other.kind == "oppdrag" and self.of(other) is not None
        )
        works = [verdict.course for other in oppdrag if (verdict := self.of(other)) is not None]
        said = [_off_values(values), _off(works, "oppdrag")]
        found = [text for text in said if text is not None]
        if not found:
            return T("nothing to judge by") if not values and not works else None
        return found[0] if len(found) == 1 else T("{first}; {second}", first=found[0], second=found[1])

    def _words(self, goal: Record) -> list[str]:
        """List the units' last words on a mål; a unit that has not judged it says nothing."""
        last: dict[Record | None, str] = {}
        for entry in self._scope.status_reports.entries(goal):
            word = entry.text("måloppnåelse")
            fresh = self._scope.fresh <= entry.period.end <= self._scope.day
            if word and fresh and self._scope.covers(entry.unit):
                last[entry.unit] = word
        return [word for word in last.values() if word != "ikke vurdert"]

    def _courses(self, record: Record, kind: str) -> list[Course]:
        below = (other for other in self._scope.graph.children(record) if other.kind == kind)
        return [verdict.course for other in below if (verdict := self.of(other)) is not None]


def _said(item: Work) -> Course | None:
    return None if item.status == NOT_REPORTED else algebra.reported(item.status)


def _word(status: str) -> Text:
    return WORDS[status]


def _ran_out(status: str, day: date | None) -> Text:
    if status == NOT_REPORTED:
        return T("not reported, and the deadline ran out on {date}", date=day)
    return T("reported «{status}», but the deadline ran out on {date}", status=_word(status), date=day)


def _off(below: list[Course], kind: str) -> Text | None:
    """Say how many below are computed as late, at risk or not known, the gravest alone; None when none is."""
    total, what = len(below), Term(kind, plural=len(below) != 1)
    for course in (Course.FORSINKET, Course.RISIKO, Course.UKJENT):
        if course in below:
            count, word = below.count(course), _word(course.word)
            return T("{count} of {total} {what} computed as «{word}»", count=count, total=total, what=what, word=word)
    return None


def _off_values(values: list[Indicator]) -> Text | None:
    """Say how many indicators are not approved, else behind their line, else not known; None when none is."""
    total, what = len(values), Term("indikator", plural=len(values) != 1)
    rejected = sum(item.verdict == "ikke_godkjent" for item in values)
    behind, silent = (sum(item.course is course for item in values) for course in (Course.RISIKO, Course.UKJENT))
    if rejected:
        return T("{count} of {total} {what} not approved", count=rejected, total=total, what=what)
    if behind:
        return T("{count} of {total} {what} behind the course to the target", count=behind, total=total, what=what)
    if silent:
        return T("{count} of {total} {what} without a usable value", count=silent, total=total, what=what)
    return None
