"""The line in `planctl status`: how many avvik and decisions of ledelsens gjennomgang are open."""

from __future__ import annotations

from planctl.disciplines.avvik.deviations import KIND
from planctl.disciplines.avvik.reviews import DECISION
from planctl.disciplines.matters import matters_line
from planctl.i18n import T
from planctl.model.status_line import StatusLine
from planctl.world import World


def status_line(world: World) -> StatusLine | None:
    """Count what is open today; None where nothing is."""
    return matters_line(world, T("{Avvik_pl} and {lederbeslutning_pl}"), KIND, DECISION)
