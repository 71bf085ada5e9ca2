"""What is open: work that is begun or promised, and vedtak and punkter that somebody still waits for.

The statuses of different kinds are other words, so that one set tells for all of them what is closed.
"""

from __future__ import annotations

from planctl.domain.status_reports import DONE

IDEA = "idé"
"""The status of work that nobody has promised yet."""
CLOSED = DONE | {"gjennomført", "besvart", "besluttet ikke fulgt", "overført ny sak"}
"""The statuses of what nobody waits for any more: work that is done or given up, and vedtak that are settled."""


def is_closed(status: str | None) -> bool:
    """Tell whether nobody waits any more for what has this status."""
    return status in CLOSED


def is_promised(status: str | None) -> bool:
    """Tell whether work with this status remains to be done, and is more than an idea."""
    return status != IDEA and not is_closed(status)
