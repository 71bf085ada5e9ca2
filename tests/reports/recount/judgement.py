"""The algebra of docs/vurdering.md, written again from that text."""

from __future__ import annotations

from collections.abc import Iterable

LATE, RISK, UNKNOWN, WELL, DONE = range(5)
WORK = ("forsinket", "risiko", "ikke kjent", "i rute", "fullført")
GOAL = ("ikke på vei", "på vei, med risiko", "ikke vurdert", "på vei", "nådd")
REPORTED = {
    "forsinket": LATE,
    "risiko": RISK,
    "satt på vent": RISK,
    "ikke startet": WELL,
    "i rute": WELL,
    "fullført": DONE,
}
SAID = {"ikke på vei": LATE, "på vei": WELL, "nådd": DONE}
MILDER = (RISK, WELL, WELL, DONE, DONE)
COLUMNS = ("bak", "ingen", "på", "nådd")
TABLE = {
    "ikke_godkjent": (LATE, LATE, RISK, RISK),
    "": (RISK, UNKNOWN, WELL, DONE),
    "akseptert": (RISK, WELL, WELL, DONE),
    "ønsket": (WELL, WELL, WELL, DONE),
}


def together(grades: Iterable[int | None]) -> int | None:
    """Judge many as one: the lower median, never good when one is late, done only when all are; None of nothing."""
    known = [grade for grade in grades if grade is not None]
    if not known:
        return None
    found = next(grade for grade in range(5) if 2 * sum(other <= grade for other in known) >= len(known))
    if LATE in known:
        found = min(found, RISK)
    return found if set(known) == {DONE} else min(found, WELL)


def tiltak(status: str, *, overdue: bool) -> int:
    """Judge work by its report and its deadline."""
    said = REPORTED.get(status, UNKNOWN)
    return LATE if overdue and said != DONE else said


def oppdrag(own: int, below: int | None) -> int:
    """Judge an oppdrag by its own grade and its tiltak together."""
    if below is None:
        return own
    return min(WELL if own == UNKNOWN else own, below)


def measured(band: str, line: str, *, stale: bool) -> int:
    """Judge an indicator's last value by band and line."""
    found = TABLE.get(band, TABLE[""])[COLUMNS.index(line)]
    return min(UNKNOWN, found) if stale else found


def goal(values: int | None, work: int | None, nested: int | None) -> int:
    """Judge a mål by its indicators together, the work together, and the mål nested in it."""
    if values is not None:
        own: int | None = values if work is None else min(values, MILDER[work])
    else:
        own = None if work is None else min(WELL, work)
    found = together([own, nested])
    return UNKNOWN if found is None else found
