"""A line in `planctl status`: what a discipline is called there, and what it counts."""

from __future__ import annotations

from planctl.i18n import Text
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class StatusLine:
    """The name, in the plural, and the counts: what is open first, then what is overdue, as «Open: 3. Overdue: 1.»."""

    name: Text
    told: Text
