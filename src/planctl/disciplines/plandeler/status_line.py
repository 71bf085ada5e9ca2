"""The line on parts of plans in `planctl status`: how many stand at each status."""

from __future__ import annotations

from collections import Counter

from planctl.domain.parts import parts_at
from planctl.i18n import T
from planctl.model.status_line import StatusLine
from planctl.status_labels import counted_status
from planctl.world import World


def status_line(world: World) -> StatusLine | None:
    """Count the parts by the newest report of each; None where nothing is reported."""
    counts = Counter(item.entry.status for item in parts_at(world, world.today))
    if not counts:
        return None
    told = [counted_status(count, str(status)) for status, count in counts.items()]
    return StatusLine(
        T("Parts of plans"),
        T("Last reported: {counts}.", counts=told),
    )
