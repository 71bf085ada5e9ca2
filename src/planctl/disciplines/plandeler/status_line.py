"""The line on parts of plans in `planctl status`: how many stand at each status."""

from __future__ import annotations

from collections import Counter

from planctl.domain.parts import parts_at
from planctl.i18n import T, Text
from planctl.status_labels import status_text
from planctl.world import World


def status_line(world: World) -> Text | None:
    """Count the parts by the newest report of each; None where nothing is reported."""
    counts = Counter(item.entry.status for item in parts_at(world, world.today))
    if not counts:
        return None
    told = [T("{count} {status}", count=count, status=status_text(str(status))) for status, count in counts.items()]
    return T("Parts of plans, as last reported: {counts}.", counts=told)
