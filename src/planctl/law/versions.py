"""Which wording of a paragraph holds at a date.

Each list holds the wordings that planctl knows of one demand, newest first. Acts before the oldest
of them are not judged. The dates: kommuneloven of 2018 came into force with each council's first
meeting in October 2019 (the first was held on 3 October), for chapter 14 on 1 January 2020 and
chapter 25 on 1 January 2021. The chapter on economy in the law of 1992 is known as amended by the
act of 7 July 2000 no. 71, in force 1 January 2001. The planning part of plan- og bygningsloven has
held since 1 July 2009. The two regulations are used from the first whole year they held.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planctl.i18n import T, Text
from planctl.values import dataclass

_PLANNING = date(2009, 7, 1)
_COUNCIL_1992 = date(2001, 1, 1)
_COUNCIL_2018 = date(2019, 10, 3)
_ECONOMY_2018 = date(2020, 1, 1)
_CONTROL_2018 = date(2021, 1, 1)


@dataclass(frozen=True, slots=True)
class Version:
    """A wording of a paragraph: what it is called, from when it holds, and the number it sets.

    `limit` is a number of days, years or times, or 0 where the demand holds no number.
    """

    paragraph: Text
    since: date
    limit: int = 0

    @property
    def cited(self) -> Text:
        """The paragraph, and from when this wording holds."""
        return T("{paragraph}, in force from {since}", paragraph=self.paragraph, since=self.since)


Versions = Sequence[Version]


def version_at(versions: Versions, day: date) -> Version | None:
    """Return the wording in force at a date; None before the oldest that is known."""
    return max((item for item in versions if item.since <= day), key=lambda item: item.since, default=None)


def mildest(versions: Versions, first: date, last: date) -> Version | None:
    """Return the wording that asks least of an act on some day from first to last; None where one may be too old.

    It is the one with the lowest limit, of like ones the newest. For an act whose day is known it is the one in force.
    """
    oldest = version_at(versions, first)
    later = [item for item in versions if first < item.since <= last]
    return min([*later, oldest], key=lambda item: (item.limit, -item.since.toordinal())) if oldest else None


STRATEGY_ADOPTED = (Version(T("plan- og bygningsloven § 10-1"), _PLANNING, 1),)
"""Years from the council's first meeting to an adopted planstrategi."""

STRATEGY_PUBLIC = (Version(T("plan- og bygningsloven § 10-1, second paragraph"), _PLANNING, 30),)
"""Days that a proposed planstrategi is public before the council treats it."""

PROGRAMME_HEARD = (Version(T("plan- og bygningsloven § 11-13"), _PLANNING, 42),)
"""Days to comment on a planprogram: six weeks."""

PLAN_HEARD = (Version(T("plan- og bygningsloven § 11-14"), _PLANNING, 42),)
"""Days to comment on a kommuneplan or kommunedelplan: six weeks."""

ACTION_PART_PUBLIC = (
    Version(T("plan- og bygningsloven § 11-4, second paragraph"), date(2019, 11, 1), 14),
    Version(T("plan- og bygningsloven § 11-4, second paragraph"), _PLANNING, 30),
)
"""Days that a proposed handlingsdel is public before the council treats it."""

ACTION_PART_YEARLY = (Version(T("plan- og bygningsloven § 11-1, fourth paragraph"), _PLANNING),)
SUBPLAN_ACTION_PART = (Version(T("plan- og bygningsloven § 11-2, third paragraph"), _PLANNING),)

BUDGET_YEARS = (
    Version(T("kommuneloven § 14-3, first paragraph"), _ECONOMY_2018, 4),
    Version(T("kommuneloven of 1992 § 44 no. 2"), _COUNCIL_1992, 4),
)
"""Budget years that an økonomiplan spans, at the least."""

BUDGET_ADOPTED = (
    Version(T("kommuneloven § 14-3, first paragraph"), _ECONOMY_2018),
    Version(T("kommuneloven of 1992 § 45 no. 1"), _COUNCIL_1992),
)
"""The budget is adopted before its year begins."""

BUDGET_PUBLIC = (
    Version(T("kommuneloven § 14-3, fourth paragraph"), _ECONOMY_2018, 14),
    Version(T("kommuneloven of 1992 §§ 44 and 45"), _COUNCIL_1992, 14),
)
"""Days that the recommendation on økonomiplan and budget is public before the council treats it."""

REPORTS_A_YEAR = (Version(T("kommuneloven § 14-5, third paragraph"), _ECONOMY_2018, 2),)
"""Reports on income and expenditure that the council gets in a year."""

ACCOUNTS_CLOSED = (Version(T("kommuneloven § 14-6"), _ECONOMY_2018),)
ANNUAL_REPORT_GIVEN = (Version(T("kommuneloven § 14-7"), _ECONOMY_2018),)
ACCOUNTS_ADOPTED = (Version(T("kommuneloven § 14-3, second paragraph"), _ECONOMY_2018),)
RECOMMENDED = (Version(T("kommuneloven § 14-3, third paragraph"), _ECONOMY_2018),)
FINANCIAL_TARGETS = (Version(T("kommuneloven § 14-2, letter c"), _ECONOMY_2018),)

INTERNAL_CONTROL = (Version(T("kommuneloven § 25-2"), _CONTROL_2018, 1),)
"""Reports on internal control that the council gets in a year."""

OWNERSHIP = (Version(T("kommuneloven § 26-1"), _COUNCIL_2018, 1),)
"""Eierskapsmeldinger in a valgperiode."""

DELEGATION = (Version(T("kommuneloven § 5-14"), _COUNCIL_2018),)
PERFORMANCE_AUDIT = (Version(T("kommuneloven § 23-3"), _COUNCIL_2018),)
OWNERSHIP_AUDIT = (Version(T("kommuneloven § 23-4"), _COUNCIL_2018),)

PUBLIC_HEALTH = (Version(T("the regulation on an overview of public health § 5"), date(2013, 1, 1), 4),)
"""Years between two overviews of public health, at the most."""

PREPAREDNESS = (Version(T("the regulation on municipal preparedness § 6"), date(2012, 1, 1), 1),)
"""Times a year that the beredskapsplan is revised."""

PREPAREDNESS_EXERCISE = (Version(T("the regulation on municipal preparedness"), date(2012, 1, 1), 2),)
"""Years between two exercises of the beredskapsplan, at the most."""

PREPAREDNESS_ANALYSIS = (
    Version(T("sivilbeskyttelsesloven § 14 and the regulation on municipal preparedness § 6"), date(2012, 1, 1), 4),
)
"""Years that the municipality's whole analysis of risk and vulnerability stands, at the most.

The law names no number: it wants the analysis in step with the plans, which are gone through once in a valgperiode, and
DSB counts one of more than four years as out of date.
"""
