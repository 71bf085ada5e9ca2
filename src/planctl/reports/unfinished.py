"""The report of a period that has not ended is provisional, and says so at its top and in its title."""

from __future__ import annotations

import re
from typing import Any

from planctl.i18n import Language, T, Text
from planctl.reports.views.month import MonthReport
from planctl.reports.views.tertial import TertialReport

_TITLE = re.compile(r"^# .*\S", re.MULTILINE)


def provisional(view: Any) -> Text | None:
    """Say in plain words that the period of a report is not over; None where it is, and of other documents."""
    if not isinstance(view, (TertialReport, MonthReport)) or view.unfinished is None:
        return None
    given = {"day": view.unfinished, "end": view.period.end}
    if isinstance(view, MonthReport):
        return T(
            "Provisional: the month is not over. The report is built on what was known on {day}, and judges as if it "
            "were {end}.",
            **given,
        )
    if view.number:
        return T(
            "Provisional: the tertial is not over. The report is built on what was known on {day}, and judges "
            "deadlines as if it were {end}.",
            **given,
        )
    return T(
        "Provisional: the year is not over. The report is built on what was known on {day}, and judges deadlines as "
        "if it were {end}.",
        **given,
    )


def marked(markdown: str, view: Any, lang: Language) -> str:
    """Put the words under the title of a report, whatever template wrote it, and mark the title."""
    words = provisional(view)
    if words is None:
        return markdown
    told = f"**{lang(words)}**"
    found = _TITLE.search(markdown)
    if found is None:
        return f"{told}\n\n{markdown}"
    title = f"{found[0]} ({lang('provisional')})"
    return f"{markdown[: found.start()]}{title}\n\n{told}{markdown[found.end() :]}"
