"""The loop of an innovation (S0 «Forbedring og innovasjon»): which step it has reached, and when."""

from __future__ import annotations

from datetime import date

from planctl.i18n import T, Text
from planctl.model.period import parse_date
from planctl.model.record import Record

STEPS: dict[str, Text] = {
    "idé": T("Idea"),
    "nytt": T("New"),
    "nyttig": T("Useful"),
    "nyttiggjort": T("Put to use"),
    "erfaringslæring": T("Learned from"),
}
"""The steps in their order, by the field that has the day each was reached."""
STOPPED = "avsluttet"
CHECKS: dict[str, Text] = {
    "tidsbruk": T("Better use of time"),
    "dobbeltarbeid": T("Less double work"),
    "feil": T("Fewer errors"),
    "deling": T("More sharing"),
    "kostnad": T("Lower cost"),
}
"""The five checks of simplification (S2 1.3), by the field that answers each."""


def reached(record: Record) -> list[tuple[str, date]]:
    """Give the steps an innovation has reached, in the order of the loop, each with its day."""
    days = ((step, parse_date(record.get(step))) for step in STEPS)
    return [(step, day) for step, day in days if day is not None]


def step_at(record: Record, day: date) -> str | None:
    """Give the last step that was reached by a day; None where none was, or none is dated."""
    return next((step for step, when in reversed(reached(record)) if when <= day), None)


def stopped(record: Record, day: date) -> bool:
    """Tell whether the work was stopped by a day, without being put to use."""
    when = parse_date(record.get(STOPPED))
    return when is not None and when <= day


def answers(record: Record) -> dict[str, str]:
    """Give the answers to the five checks, by the field of each."""
    told = record.get("sjekk")
    rows = told if isinstance(told, dict) else {}
    return {check: rows[check] for check in CHECKS if isinstance(rows.get(check), str)}
