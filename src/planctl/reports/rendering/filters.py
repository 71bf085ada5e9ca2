"""The words and figures of a report in its language; plan text and numbers come in, Markdown goes out.

What `said` says is safe in Markdown when a Markdown language says it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from markupsafe import Markup

from planctl.i18n import Spoken, T, Term, Text, running
from planctl.model.chapter import Cell, Chapter, Column, Items, Value
from planctl.model.chapter import Words as ChapterWords
from planctl.model.period import When
from planctl.reports.attainment import Indicator, Point
from planctl.reports.chapters.columns import UNTITLED, named, point
from planctl.reports.chapters.economy import of_which
from planctl.reports.chapters.limits import limits_chapter
from planctl.reports.chapters.postponed import postponed_chapter
from planctl.reports.chapters.summary import tallies_table
from planctl.reports.chapters.work import deadlines_told, status_told
from planctl.reports.money import UnitMoney
from planctl.reports.moved_limits import MovedLimits
from planctl.reports.postponed import PostponedWork, Postponements
from planctl.reports.rendering import phrases as said
from planctl.reports.rendering.markdown import MarkdownLanguage, escape
from planctl.reports.tally import Tallies, Tally, Work
from planctl.status_labels import status_text

_FILTERS = """
    number_of status capital short moved kroner percent point value trend parts reported kind counted label listing line
    groupby_area period month months gaps each signed ended dotted running adopted cell note said deadlines
    named area of_which tallied postponed limits
"""


class Words:
    """The filters of a report's templates."""

    def __init__(self, lang: MarkdownLanguage) -> None:
        self.lang = lang

    @property
    def filters(self) -> dict[str, Callable[..., Any]]:
        """The filters by the names the templates use."""
        return {name: getattr(self, name) for name in _FILTERS.split()}

    def status(self, word: str) -> Markup:
        """Say a status, a judgement or a band; a dash where there is none."""
        return self.lang.write(status_text(word) if word else None)

    def capital(self, text: Any) -> Markup:
        """Begin a text with a capital letter."""
        shown = self.lang.write(text)
        return Markup(shown[:1].upper() + shown[1:])  # noqa: S704

    def short(self, value: date | When | None) -> Markup:
        """Write a date for a column: `31.08.2021`; one that is known less exactly in its words."""
        if not isinstance(value, date):
            return self.lang.write(value)
        return escape(said.short_date(self.lang, value))

    def moved(self, value: date | None, now: date | None) -> Markup:
        """Write a date for a column, and the one it was moved to on one line: `31.08.2021 → 15.10.2021`."""
        return self.short(now) if value == now else self.short(value) + Markup(" →\u00a0") + self.short(now)

    def kroner(self, value: int | None) -> Markup:
        """Write a sum in 1000 kr: `12 300`."""
        return self._number(value, 0)

    def percent(self, value: Decimal | None, decimals: int = 0) -> Markup:
        """Write a share: `4,9 %`."""
        if value is None:
            return Markup("–")
        return Markup(said.percent(self.lang, value, decimals))  # noqa: S704

    def value(self, value: Decimal | None, indicator: Indicator) -> Markup:
        """Write an indicator's value with its decimals; per cent with its sign."""
        return Markup(said.value_text(self.lang, value, indicator))  # noqa: S704

    def point(self, value: Point | None, indicator: Indicator) -> Markup:
        """Write a value with its period: `4,9 (2020)`."""
        return self.lang.write(None if value is None else point(value, indicator))

    def trend(self, item: Indicator) -> Markup:
        """Compare the last value with the one before it, in words and with an arrow."""
        before = self.point(item.previous, item)
        match item.trend, item.better:
            case "uendret", _:
                told = T("→ unchanged from {before}", before=before)
            case "opp", True:
                told = T("↑ better than {before}", before=before)
            case "opp", False:
                told = T("↑ worse than {before}", before=before)
            case "ned", True:
                told = T("↓ better than {before}", before=before)
            case "ned", False:
                told = T("↓ worse than {before}", before=before)
            case "opp", _:
                told = T("↑ up from {before}", before=before)
            case "ned", _:
                told = T("↓ down from {before}", before=before)
            case _:
                return Markup("–")
        return self.lang.write(told)

    def parts(self, tally: Tally) -> Markup:
        """List the statuses that occur: `3 i rute, 1 forsinket`."""
        found = [Markup("{} {}").format(count, self.status(status)) for status, count in tally.parts]
        return Markup(", ").join(found) if found else Markup("–")

    def reported(self, tally: Tally) -> Markup:
        """List the statuses that are reported."""
        return self.parts(replace(tally, counts=(*tally.counts[:-1], 0)))

    def kind(self, name: str) -> Markup:
        """Name a kind of record, with a capital."""
        return self.capital(Markup(self.lang.term(name)))  # noqa: S704

    def number_of(self, count: int, kind: str) -> Markup:
        """Count records of a kind: `3 tiltak`."""
        return Markup(said.count(self.lang, count, kind))  # noqa: S704

    def counted(self, rows: tuple[tuple[str, int, int], ...]) -> Markup:
        """Say how many of each kind: `154 tiltak, 12 av 14 rapporteringer`."""
        told = []
        for kind, count, total in rows:
            what = Term(kind, plural=total != 1)
            if count == total:
                told.append(T("{count} {what}", count=count, what=what))
            else:
                told.append(T("{count} of {total} {what}", count=count, total=total, what=what))
        return Markup(self.lang.listing(self.lang(text) for text in told))  # noqa: S704

    def label(self, item: Any) -> Markup:
        """Name something by its number and title."""
        return escape(f"{item.number} {item.title}".strip())

    def listing(self, names: tuple[str, ...]) -> Markup:
        """Join names as in running text."""
        return Markup(self.lang.listing(self.lang.show(name) for name in names))  # noqa: S704

    def line(self, text: Markup) -> Markup:
        """Fold what a macro wrote over several lines to one."""
        return Markup(" ".join(text.replace(" ;", ";").split("\n"))).strip()  # noqa: S704

    def groupby_area(self, items: tuple[Work, ...]) -> list[tuple[str, list[Work]]]:
        """Group work that is ordered by tjenesteområde."""
        return [(name, list(group)) for name, group in groupby(items, key=lambda item: item.area)]

    def period(self, text: str) -> Markup:
        """Write a period as people say it: `2. tertial 2021`, `1. kvartal 2021`, `august 2021`, `2021–2024`.

        A draft may have none yet.
        """
        return Markup(said.period(self.lang, str(text)) if text else self.lang("not decided yet"))  # noqa: S704

    def each(self, tally: Tally, other: Tally | None = None) -> list[tuple[str, int]]:
        """List every status of a tally with its number, those that occur or not; also those of another beside it."""
        statuses = max((item.statuses for item in (tally, other) if item is not None), key=len)
        return [(status, tally[status]) for status in statuses]

    def signed(self, number: int) -> Markup:
        """Write a change with its sign: `+3`, `−2`, `0`."""
        return Markup("+") + self._number(number, 0) if number > 0 else self._number(number, 0)

    def ended(self, items: tuple[Work, ...]) -> Markup:
        """Count work by the status it has now: `24 fullført, 8 i rute`."""
        return self.parts(Tally.of("", (item.status for item in items)))

    def adopted(self, body: str, day: date | When | None) -> Markup:
        """Say who adopted a plan and when, as far as either is known."""
        if isinstance(day, When):
            by = T("adopted by {body} in {time}", body=self.running(body), time=day)
            return self.lang.write(by if body else T("adopted in {time}", time=day))
        if body and day is not None:
            return self.lang.write(T("adopted by {body} on {date}", body=self.running(body), date=day))
        if body:
            return self.lang.write(T("adopted by {body}", body=self.running(body)))
        return self.lang.write(T("adopted on {date}", date=day) if day is not None else T("adopted"))

    def running(self, text: str) -> str:
        """Write a body's name as in running text: `kommunestyret`, but `NAV`."""
        return running(text)

    def dotted(self, names: tuple[str, ...]) -> Markup:
        """Join names with semicolons; a dash for none."""
        return Markup("; ").join(escape(name) for name in names) or Markup("–")

    def month(self, number: int) -> Markup:
        """Name a month."""
        return escape(self.lang.month(number))

    def months(self, numbers: tuple[int, ...]) -> Markup:
        """Name months as in running text."""
        return self.listing(tuple(self.lang.month(number) for number in numbers))

    def gaps(self, items: tuple[Any, ...]) -> Markup:
        """Name units and the months each lacks: `Brann (august)`."""
        return self.listing(
            tuple(f"{item.unit} ({self.lang.listing(map(self.lang.month, item.months))})" for item in items)
        )

    def cell(self, value: Cell, column: Column) -> Markup:
        """Write a cell of a chapter's table as its column's kind; a dash where it is empty."""
        match value:
            case None | "":
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
        return self.lang.write(said.area_title(name))

    def of_which(self, unit: UnitMoney) -> Markup:
        """Name a unit, and tell that a unit above it holds its sums."""
        return self.lang.write(of_which(unit))

    def tallied(self, table: Tallies) -> Chapter:
        """Give a table of how many have each status."""
        return Chapter(UNTITLED, tables=(tallies_table(table),))

    def postponed(self, moved: Postponements, rows: Sequence[PostponedWork]) -> Chapter:
        """Give what is told of postponed deadlines, with a table of some of them."""
        return postponed_chapter(moved, rows)

    def limits(self, moved: MovedLimits) -> Chapter:
        """Give what is told of moved limits."""
        return limits_chapter(moved)

    def note(self, value: ChapterWords | Items) -> Markup:
        """Write a paragraph, or a list of points."""
        if isinstance(value, Items):
            between = Markup("\n\n") if value.apart else Markup("\n")
            return between.join(Markup("- ") + self.lang.write(point) for point in value.points)
        return self.lang.write(value)

    def _number(self, value: float | Decimal | None, decimals: int) -> Markup:
        """Write a number; a dash for none."""
        if value is None:
            return Markup("–")
        return Markup(said.number(self.lang, value, decimals))  # noqa: S704
