"""The filters of a report's templates: its figures, its words, and the values of its chapters.

What `said` says is safe in Markdown when a Markdown language says it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from planctl.domain.judgement.verdict import Verdict
from planctl.i18n import Spoken, Text
from planctl.model.chapter import Cell, Chapter, Column, Drawn, Items, Value
from planctl.model.chapter import Words as ChapterWords
from planctl.model.period import When
from planctl.reports.chapters.attainment import judged_told
from planctl.reports.chapters.changed import changed_chapters
from planctl.reports.chapters.columns import UNTITLED, named
from planctl.reports.chapters.decided import adopted_text, decided_text
from planctl.reports.chapters.economy import of_which
from planctl.reports.chapters.limits import limits_chapter
from planctl.reports.chapters.measured import course_told, indicators_table, latest_told
from planctl.reports.chapters.postponed import postponed_chapter
from planctl.reports.chapters.summary import tallies_table
from planctl.reports.chapters.work import deadlines_told, status_told
from planctl.reports.chapters.written import chapter as written_chapter
from planctl.reports.chapters.written import opening
from planctl.reports.moved_limits import MovedLimits
from planctl.reports.postponed import PostponedWork, Postponements
from planctl.reports.rendering import phrases as said
from planctl.reports.rendering.filters_words import Words
from planctl.reports.rendering.markdown import escape
from planctl.reports.views.goals import Indicator
from planctl.reports.views.money import UnitMoney
from planctl.reports.views.month import MonthReport
from planctl.reports.views.status_counts import Tallies, Work
from planctl.reports.views.tertial import Decision, TertialReport

_FILTERS = """
    number_of status capital short moved kroner percent point value trend parts reported kind counted label listing line
    groupby_area period month months gaps each signed ended dotted running adopted decided cell note said deadlines
    named area of_which tallied changed measured latest course judged postponed limits opening words
"""


class Filters(Words):
    """All the filters, those of chapters and their cells too."""

    @property
    def filters(self) -> dict[str, Callable[..., Any]]:
        """The filters by the names the templates use."""
        return {name: getattr(self, name) for name in _FILTERS.split()}

    def adopted(self, body: str, day: date | When | None) -> Markup:
        """Say who adopted a plan and when, as far as either is known."""
        return self.lang.write(adopted_text(body, day))

    def decided(self, item: Decision) -> Markup:
        """Say what a vedtak on a plan decided."""
        return self.lang.write(decided_text(item))

    def cell(self, value: Cell, column: Column) -> Markup:
        """Write a cell of a chapter's table as its column's kind; a dash where it is empty."""
        match value:
            case None | "" | Drawn():
                return Markup("–")
            case Text():
                return self.capital(value)
            case Spoken():
                return self.lang.write(value)
            case date():
                return self.short(value)
            case str():
                return self.capital(self.status(value)) if column.kind == "status" else escape(value)
            case Value():
                return Markup(said.value_text(self.lang, value.amount, value))  # noqa: S704
            case _:
                return self.percent(Decimal(value), 1) if column.kind == "percent" else self._number(value, 0)

    def said(self, item: Work) -> Markup:
        """Tell the status of a tiltak or oppdrag; see `status_told`."""
        return self.lang.write(status_told(item))

    def deadlines(self, item: Work) -> Markup:
        """Tell the deadline of a tiltak or oppdrag, and which one it was moved to."""
        return self.lang.write(deadlines_told(item))

    def named(self, item: Indicator) -> Markup:
        """Name an indicator with its unit of measure, and whom it is for."""
        return self.lang.write(named(item))

    def area(self, name: str) -> Markup:
        """Name a tjenesteområde, or say that there is none."""
        return self.lang.write(said.area_name(name))

    def of_which(self, unit: UnitMoney) -> Markup:
        """Name a unit, and tell that a unit above it holds its sums."""
        return self.lang.write(of_which(unit))

    def latest(self, item: Indicator) -> Markup:
        """Tell the latest value of an indicator, or that there is none."""
        return self.lang.write(latest_told(item))

    def course(self, item: Indicator) -> Markup:
        """Tell how an indicator stands to the line to its target."""
        return self.lang.write(course_told(item))

    def judged(self, verdict: Verdict | None) -> Markup:
        """Tell a computed judgement of a mål, with its reason."""
        return self.lang.write(judged_told(verdict))

    def measured(self, items: Iterable[Indicator], *, with_goal: bool = False) -> Chapter:
        """Give a table of indicators, each with its mål or its fokusområde."""
        return Chapter(UNTITLED, tables=(indicators_table(items, with_goal=with_goal),))

    def changed(self, report: TertialReport, deviations: int | None = None) -> tuple[Chapter, ...]:
        """Give what is told of the changes since the previous period's report."""
        return changed_chapters(report, deviations)

    def tallied(self, table: Tallies) -> Chapter:
        """Give a table of how many have each status."""
        return Chapter(UNTITLED, tables=(tallies_table(table),))

    def postponed(self, moved: Postponements, rows: Sequence[PostponedWork]) -> Chapter:
        """Give what is told of postponed deadlines, with a table of some of them."""
        return postponed_chapter(moved, rows)

    def opening(self, report: TertialReport | MonthReport) -> tuple[Chapter, ...]:
        """Give the chapters before all others: what is proposed, and the introduction."""
        return opening(report.written)

    def words(self, report: object) -> tuple[Chapter, ...]:
        """Give the chapter of what the tjenesteområder and units have written, where a report has one."""
        found = written_chapter(getattr(report, "written", None))
        return () if found is None else (found,)

    def limits(self, moved: MovedLimits) -> Chapter:
        """Give what is told of moved limits."""
        return limits_chapter(moved)

    def note(self, value: ChapterWords | Items) -> Markup:
        """Write a paragraph, or a list of points."""
        if isinstance(value, Items):
            between = Markup("\n\n") if value.apart else Markup("\n")
            marks = (f"{number}. " if value.numbered else "- " for number in range(1, len(value.points) + 1))
            pairs = zip(marks, value.points, strict=True)
            return between.join(Markup(mark) + self.lang.write(point) for mark, point in pairs)  # noqa: S704
        return self.lang.write(value)
