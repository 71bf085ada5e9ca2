"""What a planner meant by the limit of a band in words: «minst 30», «20–29 %», «under 5»."""

from __future__ import annotations

import re

from planctl.model.bands import SPACES

_NUMBER = r"([-−]?\d+(?:[.,]\d+)?)"
_UNIT = re.compile(r"\s*(?:%|prosent(?:poeng)?|pst\.?)(?=\W|\Z)", re.IGNORECASE)
_WORDS = (
    (rf"(?:minst|minimum|min\.?|fra(?: og med)?|f\.o\.m\.?|over eller lik|=>|⩾) ?{_NUMBER}", "≥ {0}"),
    (rf"{_NUMBER} ?(?:\+|eller (?:mer|meir|flere|fleire|over|høyere|høgare)|og (?:mer|over|oppover))", "≥ {0}"),
    (rf"(?:maks(?:imum|imalt|\.)?|høyst|høgst|inntil|opp til|til og med|under eller lik|=<|⩽) ?{_NUMBER}", "≤ {0}"),
    (rf"{_NUMBER} ?eller (?:mindre|færre|under|lavere|lågare)", "≤ {0}"),
    (rf"(?:over|mer enn|meir enn|større enn|flere enn|fleire enn) ?{_NUMBER}", "> {0}"),
    (rf"(?:under|mindre enn|færre enn|lavere enn|lågare enn) ?{_NUMBER}", "< {0}"),
    (rf"(?:mellom )?{_NUMBER} ?(?:og|til|–|-|—|‑|\.\.\.?|…) ?{_NUMBER}", "{0}–{1}"),
    (rf"(≥|>=|≤|<=|>|<|) ?{_NUMBER}", "{0} {1}"),
)  # fmt: skip


def guess_limit(text: str) -> str | None:
    """Read a limit in words or with a unit; None when it cannot be told what it means."""
    words = " ".join(SPACES.sub("", _UNIT.sub("", text)).casefold().split())
    for pattern, right in _WORDS:
        found = re.fullmatch(pattern, words)
        if found:
            return right.format(*found.groups()).strip()
    return None
