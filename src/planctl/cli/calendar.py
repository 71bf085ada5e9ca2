"""`planctl calendar`: the year wheel on the screen, as a Markdown table or as a picture."""

from __future__ import annotations

from pathlib import Path

from planctl.calendar import YearWheel, render_markdown, render_screen, render_svg
from planctl.calendar.build import build_wheel, wheel_years
from planctl.cli.outputs import output
from planctl.cli.session import CLEAN, ExitError, Session, write, write_file
from planctl.i18n import Language, T
from planctl.output.style import Style

_ENDINGS = {".svg": "svg", ".md": "md"}


def calendar(session: Session, year: int | None, form: str | None, out: Path | None) -> int:
    """Draw the wheel of a year, by default that of today's date; without a format, as the file's name ends."""
    path = None if out is None else output(session, out)
    world = session.open()
    wanted = year if year is not None else world.today.year
    wheel = build_wheel(world.plans, world.graph, wanted, world.today)
    if wheel is None:
        years = wheel_years(world.plans)
        known = T("There is one for: {years}.", years=", ".join(map(str, years))) if years else ""
        raise ExitError(T("There is no {årshjul} for {year}. {known}", year=str(wanted), known=known))
    lang = session.language(world.config)
    if path is None:
        write(_drawn(wheel, lang, form or "text", session.style))
    else:
        write_file(path, _drawn(wheel, lang, form or _ENDINGS.get(path.suffix.lower(), "text"), Style()))
        write(f"{path}\n")
    return CLEAN


def _drawn(wheel: YearWheel, lang: Language, form: str, style: Style) -> str:
    match form:
        case "svg":
            return render_svg(wheel, lang)
        case "md":
            return render_markdown(wheel, lang)
    return render_screen(wheel, lang, style)
