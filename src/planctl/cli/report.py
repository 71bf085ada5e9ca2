"""`planctl report`: the reports and documents of the steering chain, in Markdown and other formats."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from planctl.cli.formats import chosen, deliver, own_docx
from planctl.cli.report_choice import ANNUAL, MONTH, TERTIAL, Piece, Wanted, opened, pieces, unit_named
from planctl.cli.session import CLEAN, ExitError, Session
from planctl.i18n import Language, T
from planctl.model.record import Record
from planctl.reports.figures.figure import FOLDER, Figure
from planctl.reports.formats import Source
from planctl.reports.render import TemplateError, render
from planctl.reports.view import Figures, figure_names
from planctl.world import World

TEMPLATE = TERTIAL


def report(  # noqa: PLR0913  (one argument for each option)
    session: Session,
    tertial: int | None,
    year: int | None,
    out: Path | None,
    formats: Sequence[str] = (),
    docx_template: Path | None = None,
    *,
    month: int | None = None,
    annual: bool = False,
    document: str | None = None,
    unit: str | None = None,
    at: str | None = None,
    freeze: Path | None = None,
    verify: Path | None = None,
) -> int:
    """Write a report, by default of the latest period that has ended."""
    names = chosen(formats, out)
    world = opened(session, at)
    found = pieces(world, Wanted(tertial, month, annual, document, year, unit, at))
    if len(found) > 1 and out is None:
        message = T(
            "This gives {count} documents: name a folder with --out, or one unit with --unit.", count=len(found)
        )
        raise ExitError(message)
    lang = session.language(world.config)
    if world.loaded.findings:
        note = T(
            "Some plan files have errors, and the report may lack what stands there. «planctl validate» shows them."
        )
        sys.stderr.write(f"planctl: {lang(note)}\n")
    if verify is not None:
        from planctl.cli.snapshots import verified

        return verified(session, verify, found, lang)
    own = own_docx(session, docx_template) if "docx" in names else None
    record = unit_named(world, unit)
    for piece in found:
        figures = Figures() if out is None and names == ["md"] else _figures(world, piece, lang, record)
        text = _rendered(session, piece, lang, figures)
        placed = tuple(figure for figure in figures.every if f"]({figure.path})" in text)
        deliver(session, Source(text, lang, piece.day, piece.view, placed, own), piece.stem, names, out)
        if out is not None and "md" in names:
            _tidy(session.folder / out, piece.stem, placed)
    if freeze is not None:
        from planctl.cli.snapshots import frozen

        frozen(session, freeze, found)
    return CLEAN


def _figures(world: World, piece: Piece, lang: Language, unit: Record | None) -> Figures:
    """Draw the figures of a report; the documents have none."""
    if piece.template in {TERTIAL, ANNUAL}:
        from planctl.reports.tertial import draw_tertial

        return draw_tertial(world.plans, world.graph, piece.view, lang, piece.stem, unit)
    if piece.template == MONTH:
        from planctl.reports.month import draw_month

        return draw_month(piece.view, lang, piece.stem)
    return Figures()


def _tidy(folder: Path, stem: str, placed: Sequence[Figure]) -> None:
    """Remove the figures a report had when it was written before, and no longer has."""
    kept = {figure.name for figure in placed}
    for name in figure_names(stem).values():
        path = folder / FOLDER / f"{name}.svg"
        if name not in kept and path.is_file():
            path.unlink()


def _rendered(session: Session, piece: Piece, lang: Language, figures: Figures) -> str:
    """Render a report by the repository's own template, when it has one."""
    try:
        return render(piece.template, lang, {"report": piece.view, "figures": figures}, session.root_of(Path()))
    except TemplateError as error:
        message = T("{path}:{line}: {problem}", path=error.path, line=error.line, problem=error.message)
        raise ExitError(message) from error
