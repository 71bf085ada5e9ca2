"""`planctl report`: the tertial report, in Markdown and other formats."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from planctl.cli.formats import chosen, deliver, own_docx
from planctl.cli.session import CLEAN, ExitError, Session
from planctl.i18n import T
from planctl.model.period import tertial as tertial_period
from planctl.reports.formats import Source
from planctl.reports.render import render
from planctl.reports.tertial import build_tertial, latest_year

TEMPLATE = "tertialrapport.md.j2"


def report(
    session: Session,
    tertial: int,
    year: int | None,
    out: Path | None,
    formats: Sequence[str] = (),
    docx_template: Path | None = None,
) -> int:
    """Write the report of a tertial, by default the latest that has ended."""
    names = chosen(formats, out)
    if tertial == 3:
        raise ExitError(
            T(
                "There is no third tertial report: the year's end is reported in the annual report (årsrapport). "
                "Use --tertial 1 or 2."
            )
        )
    if tertial not in (1, 2):
        raise ExitError(T("--tertial must be 1 or 2, not {number}.", number=str(tertial)))
    world = session.open()
    wanted = latest_year(tertial, world.today) if year is None else year
    name = T("tertial {number}, {year}", number=str(tertial), year=str(wanted))
    if tertial_period(wanted, tertial).start > world.today:
        message = T("There is nothing to report yet: {period} begins after {today}.", period=name, today=world.today)
        raise ExitError(message)
    view = build_tertial(world.plans, world.graph, wanted, tertial)
    if view is None:
        message = T(
            "There is nothing to report for {period}: no {handlingsprogram} with {oppdrag_pl} "
            "and no {virksomhetsplan_pl} with {tiltak_pl} were in force.",
            period=name,
        )
        raise ExitError(message)
    lang = session.language(world.config)
    text = render(TEMPLATE, lang, {"report": view})
    if world.loaded.findings:
        note = T(
            "Some plan files have errors, and the report may lack what stands there. «planctl validate» shows them."
        )
        sys.stderr.write(f"planctl: {lang(note)}\n")
    own = own_docx(session, docx_template) if "docx" in names else None
    source = Source(text, lang, view.period.end, view, own_docx=own)
    deliver(session, source, f"tertialrapport-{wanted}-T{tertial}", names, out)
    return CLEAN
