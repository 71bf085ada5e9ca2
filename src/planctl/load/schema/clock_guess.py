"""What a planner meant by a time of day in another notation: «09.00», «0900», «9:00», «kl. 18»."""

from __future__ import annotations

import re

from planctl.load.schema.date_guess import CURLY

_CLOCK = re.compile(r"(?i)(?:kl(?:okka|okken)?\.? ?)?(\d{1,2})(?:[ .:,-]?([0-5]\d))?")


def guess_clock(text: str) -> str | None:
    """Give the time of day as 09:00; None when it cannot be told, and for an hour that is none."""
    found = _CLOCK.fullmatch(text.strip().strip(CURLY))
    if found is None or int(found[1]) > 23:
        return None
    return f"{int(found[1]):02}:{found[2] or '00'}"
