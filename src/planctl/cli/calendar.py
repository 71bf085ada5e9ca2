"""`planctl calendar`: the year wheel as a table or a picture."""

from __future__ import annotations

from pathlib import Path

from planctl.calendar import render_markdown, render_svg
from planctl.calendar.build import build_wheel, wheel_years
from planctl.cli.session import CLEAN, ExitError, Session, write, write_file
from planctl.i18n import T


def calendar(session: Session, year: int | None, form: str, out: Path | None) -> int:
    """Draw the wheel of a year, by default that of today's date."""
    world = session.open()
    wanted = year if year is not None else world.today.year
    wheel = build_wheel(world.plans, world.graph, wanted, world.today)
    if wheel is None:
        years = wheel_years(world.plans)
        known = T("There is one for: {years}.", years=", ".join(map(str, years))) if years else ""
        raise ExitError(T("There is no {årshjul} for {year}. {known}", year=str(wanted), known=known))
    render = render_svg if form == "svg" else render_markdown
    text = render(wheel, session.language(world.config))
    if out is None:
        write(text)
    else:
        path = session.folder / out
        write_file(path, text)
        write(f"{path}\n")
    return CLEAN
