"""What is open of work: it is begun or promised.

What settles a vedtak and other matters, `x-lukket` in the schema says; see `FollowUps` in `domain/follow_up.py`.
"""

from __future__ import annotations

from planctl.domain.status_reports import DONE

IDEA = "idé"
"""The status of work that nobody has promised yet."""


def is_promised(status: str | None) -> bool:
    """Tell whether work with this status remains to be done, and is more than an idea."""
    return status != IDEA and status not in DONE
