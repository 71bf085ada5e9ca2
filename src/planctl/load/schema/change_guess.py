"""What a planner meant by a change in other words: «minus 30 prosent», «ned 30 %», «2 % økning i året»."""

from __future__ import annotations

import re

_YEARLY = re.compile(
    r",?\s*(?:per|pr\.?|i|hvert|kvart)\s*år(?:et)?\b|,?\s*/\s*år\b|,?\s*(?:årlig|årleg|p\.?\s?a\.?)(?=\s|\Z)",
    re.IGNORECASE,
)
_UP = r"pluss|opp|auke|auka|auke med|økning|økning på|økning med|øke|øke med|vekst|vekst på|mer|meir|høyere|høgare|\+"
_DOWN = (
    r"minus|ned|reduksjon|reduksjon på|redusere|redusere med|reduserast med|kutt|kutt på|nedgang|nedgang på"
    r"|mindre|lavere|lågare|færre|[-−–‐‑]"
)
_AMOUNT = r"(\d{1,12}(?:[.,]\d{1,6})?)"
_UNIT = r"(%-?poeng|prosent-?poeng|prosenteininga?r?|pp\.?|%|prosent|pst\.?)?"
_BEFORE = re.compile(rf"(?:({_UP})|({_DOWN}))\s*{_AMOUNT}\s*{_UNIT}", re.IGNORECASE)
_AFTER = re.compile(rf"{_AMOUNT}\s*{_UNIT}\s*(?:({_UP})|({_DOWN}))", re.IGNORECASE)
_POINTS = re.compile(r"poeng|eining|pp", re.IGNORECASE)


def guess_change(text: str) -> str | None:
    """Read a change in other words; None where its sign or size cannot be told."""
    rest, count = _YEARLY.subn(" ", " ".join(text.split()))
    words = " ".join(rest.split())
    if count > 1:
        return None
    found = _BEFORE.fullmatch(words)
    if found:
        up, amount, unit = found[1], found[3], found[4]
    else:
        found = _AFTER.fullmatch(words)
        if not found:
            return None
        amount, unit, up = found[1], found[2], found[3]
    shown = f"{'+' if up else '-'}{amount}"
    if unit:
        shown += " prosentpoeng" if _POINTS.search(unit) else " %"
    return shown + (" per år" if count else "")
