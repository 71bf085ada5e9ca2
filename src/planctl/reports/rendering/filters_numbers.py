"""The figures of a report in its language, as Markdown: dates, periods, sums, shares and values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from markupsafe import Markup

from planctl.model.period import When
from planctl.reports.chapters.columns import point
from planctl.reports.chapters.measured import trend_told
from planctl.reports.rendering import phrases as said
from planctl.reports.rendering.markdown import MarkdownLanguage, escape
from planctl.reports.rendering.spoken import Signed
from planctl.reports.views.goals import Indicator, Point


class Numbers:
    """The filters of figures."""

    def __init__(self, lang: MarkdownLanguage) -> None:
        self.lang = lang

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
        """Compare the last value with the one it is held against, in words and with an arrow."""
        return self.lang.write(trend_told(item))

    def signed(self, number: int) -> Markup:
        """Write a change with its sign: `+3`, `−2`, `0`."""
        return self.lang.write(Signed(number))

    def period(self, text: str) -> Markup:
        """Write a period as people say it: `2. tertial 2021`, `1. kvartal 2021`, `august 2021`, `2021–2024`.

        A draft may have none yet.
        """
        return Markup(said.period(self.lang, str(text)) if text else self.lang("not decided yet"))  # noqa: S704

    def month(self, number: int) -> Markup:
        """Name a month."""
        return escape(self.lang.month(number))

    def number_of(self, count: int, kind: str) -> Markup:
        """Count records of a kind: `3 tiltak`."""
        return Markup(said.count(self.lang, count, kind))  # noqa: S704

    def _number(self, value: float | Decimal | None, decimals: int) -> Markup:
        """Write a number; a dash for none."""
        if value is None:
            return Markup("–")
        return Markup(said.number(self.lang, value, decimals))  # noqa: S704
