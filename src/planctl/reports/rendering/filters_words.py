"""The words of a report in its language: statuses, kinds, names and counts; plan text comes in, Markdown goes out."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from markupsafe import Markup

from planctl.i18n import T, Term, running
from planctl.reports.chapters.work import parts_told
from planctl.reports.rendering.filters_numbers import Numbers
from planctl.reports.rendering.markdown import escape
from planctl.reports.views.status_counts import NOT_REPORTED, Tally, Work
from planctl.status_labels import status_text


class Words(Numbers):
    """The filters of words, beside those of figures."""

    def status(self, word: str) -> Markup:
        """Say a status, a judgement or a band; a dash where there is none."""
        return self.lang.write(status_text(word) if word else None)

    def capital(self, text: Any) -> Markup:
        """Begin a text with a capital letter."""
        shown = self.lang.write(text)
        return Markup(shown[:1].upper() + shown[1:])  # noqa: S704

    def kind(self, name: str) -> Markup:
        """Name a kind of record, with a capital."""
        return self.capital(Markup(self.lang.term(name)))  # noqa: S704

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

    def dotted(self, names: tuple[str, ...]) -> Markup:
        """Join names with semicolons; a dash for none."""
        return Markup("; ").join(escape(name) for name in names) or Markup("–")

    def running(self, text: str) -> str:
        """Write a body's name as in running text: `kommunestyret`, but `NAV`."""
        return running(text)

    def months(self, numbers: tuple[int, ...]) -> Markup:
        """Name months as in running text."""
        return self.listing(tuple(self.lang.month(number) for number in numbers))

    def gaps(self, items: tuple[Any, ...]) -> Markup:
        """Name units and the months each lacks: `Brann (august)`."""
        return self.listing(
            tuple(f"{item.unit} ({self.lang.listing(map(self.lang.month, item.months))})" for item in items)
        )

    def groupby_area(self, items: tuple[Work, ...]) -> list[tuple[str, list[Work]]]:
        """Group work that is ordered by tjenesteområde."""
        return [(name, list(group)) for name, group in groupby(items, key=lambda item: item.area)]

    def parts(self, tally: Tally) -> Markup:
        """List the statuses that occur: `3 i rute, 1 forsinket`."""
        return self.lang.write(parts_told(tally))

    def reported(self, tally: Tally) -> Markup:
        """List the statuses that are reported."""
        return self.lang.write(parts_told(tally, {NOT_REPORTED}))

    def each(self, tally: Tally, other: Tally | None = None) -> list[tuple[str, int]]:
        """List every status of a tally with its number, those that occur or not; also those of another beside it."""
        statuses = max((item.statuses for item in (tally, other) if item is not None), key=len)
        return [(status, tally[status]) for status in statuses]

    def ended(self, items: tuple[Work, ...]) -> Markup:
        """Count work by the status it has now: `24 fullført, 8 i rute`."""
        return self.parts(Tally.of("", (item.status for item in items)))
