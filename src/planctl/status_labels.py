"""The words of statuses and judgements, as files write them and as every view says them."""

from __future__ import annotations

from planctl.i18n import T, Term, Text

WORK_WORDS: dict[str, Text] = {
    "idé": T("idea"),
    "ikke startet": T("not started"),
    "i rute": T("on track"),
    "risiko": T("at risk"),
    "forsinket": T("delayed"),
    "satt på vent": T("put on hold"),
    "fullført": T("completed"),
    "utgår": T("cancelled"),
}
"""The statuses of oppdrag and tiltak."""

PLAN_WORDS: dict[str, Text] = {
    "utkast": T("draft"),
    "på høring": T("in consultation"),
    "vedtatt": T("adopted"),
    "under revisjon": T("under revision"),
    "utgått": T("no longer in force"),
}
"""The statuses of plans, beside idé."""

VEDTAK_WORDS: dict[str, Text] = {
    "under arbeid": T("in progress"),
    "gjennomført": T("carried out"),
    "besvart": T("answered"),
    "besluttet ikke fulgt": T("decided not to follow"),
    "overført ny sak": T("moved to a new case"),
}
"""The statuses of vedtak and their punkter, beside ikke startet."""

STATUS_WORDS: dict[str, Text] = {**WORK_WORDS, **PLAN_WORDS, **VEDTAK_WORDS}
"""Every status that a plan file can hold, but for those that a discipline's schema gives words of its own."""

GOAL_WORDS: dict[str, Text] = {
    "nådd": T("reached"),
    "på vei": T("on the way"),
    "ikke på vei": T("not on the way"),
    "ikke vurdert": T("not judged"),
}
"""The judgements of a mål."""

WORDS: dict[str, Text] = {
    **STATUS_WORDS,
    **GOAL_WORDS,
    "ikke rapportert": T("not reported"),
    "ukjent": T("not known"),
    "på vei, med risiko": T("on the way, at risk"),
    "ønsket": T("● desired"),
    "akseptert": T("▲ accepted"),
    "ikke_godkjent": T("■ not approved"),
    "uten bånd": T("no bands"),
    "uleselig bånd": T("bands cannot be read"),
    "utenfor båndene": T("outside the bands"),
}
"""Statuses, judgements and bands as the reader of a report meets them."""


def status_text(status: str) -> Text:
    """Say a status, a judgement or a band: by the words above, else by those of its schema, else as it is written."""
    return WORDS.get(status) or T("{word}", word=Term(status))


def counted_status(count: int, status: str) -> Text:
    """Say how many have a status, as in a sentence: some are «at risk», while a column is headed by the word alone."""
    if status == "risiko":
        return T("{count} at risk", count=count)
    return T("{count} {status}", count=count, status=status_text(status))


def record_status_text(status: str) -> Text:
    """Say the status of a record, which may be called as a band is: a risiko is «akseptert» without the band's mark."""
    return STATUS_WORDS.get(status) or GOAL_WORDS.get(status) or T("{word}", word=Term(status))
