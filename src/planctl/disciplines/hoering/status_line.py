"""The line on hearings in `planctl status`: how much of what was said is not answered."""

from __future__ import annotations

from planctl.disciplines.hoering.hearings import COMMENT
from planctl.disciplines.matters import matters_line
from planctl.i18n import T
from planctl.model.status_line import StatusLine
from planctl.world import World


def status_line(world: World) -> StatusLine | None:
    """Count what waits for an answer today; None where nothing does."""
    return matters_line(world, T("{Innspill_pl}"), COMMENT)
