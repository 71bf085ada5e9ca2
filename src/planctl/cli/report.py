"""`planctl report`: the reports and documents of the steering chain, in Markdown and other formats."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from planctl.cli.formats import chosen, deliver, own_docx, tell_failed
from planctl.cli.outputs import output
from planctl.cli.report_choice import opened, pieces, tree_at
from planctl.cli.report_pieces import Piece, Wanted
from planctl.cli.session import CLEAN, USAGE, ExitError, Session, tell
from planctl.i18n import T
from planctl.load.files.tree import nfc
from planctl.reports.chapters.lacking import lacking
from planctl.reports.figures.collection import Figures, own_names
from planctl.reports.figures.figure import FOLDER, Figure
from planctl.reports.formats import FormatError, Source
from planctl.reports.rendering.own_templates import Reports
from planctl.reports.rendering.templates import TemplateError
from planctl.reports.unfinished import marked


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
    plan: str | None = None,
    freeze: Path | None = None,
    verify: Path | None = None,
) -> int:
    """Write a report, by default of the latest period that has ended."""
    if verify is not None and (freeze is not None or out is not None or formats):
        raise ExitError(T("--verify only compares: it writes no report, so leave out --freeze, --out and --format."))
    names = chosen(formats, out)
    if freeze is not None:
        output(session, freeze)
    tree = tree_at(session, at)
    world = opened(session, tree)
    found = pieces(world, Wanted(tertial, month, annual, document, year, unit, at, plan))
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
        tell(f"planctl: {lang(note)}\n")
    if verify is not None:
        from planctl.cli.snapshots import verified

        return verified(session, verify, found, lang, withheld=world.withheld is not None)
    own = own_docx(session, docx_template, tree) if "docx" in names else None
    failed: dict[Path, FormatError] = {}
    with ExitStack() as stack:
        by_language: dict[str, Reports] = {}
        for piece in found:
            written = session.language(world.config, piece.written)
            if written.code not in by_language:
                by_language[written.code] = stack.enter_context(Reports(written, tree))
            figures = Figures() if out is None and names == ["md"] else piece.draw(written)
            text = marked(_rendered(by_language[written.code], piece, figures), piece.view, written)
            lack = lacking(piece.view, text, piece.template, written)
            if lack is not None:
                tell(f"planctl: {lang(lack)}\n")
            placed = tuple(figure for figure in figures.every if f"]({figure.path})" in text)
            source = Source(text, written, piece.day, piece.view, placed, own)
            failed |= deliver(session, source, piece.stem, names, out)
            if out is not None and "md" in names:
                _tidy(session.folder / out, piece.stem, placed)
    if freeze is not None:
        from planctl.cli.snapshots import frozen

        frozen(session, freeze, found, at, lang)
    tell_failed(failed, lang)
    return USAGE if failed else CLEAN


def _tidy(folder: Path, stem: str, placed: Sequence[Figure]) -> None:
    """Remove the figures a report had when it was written before, and no longer has."""
    kept, own = {figure.name for figure in placed}, own_names(stem)
    for path in (folder / FOLDER).glob("*.svg"):
        name = nfc(path.stem)
        if own.fullmatch(name) and name not in kept and path.is_file():
            path.unlink()


def _rendered(reports: Reports, piece: Piece, figures: Figures) -> str:
    """Render a report by the repository's own template, when its tree has one."""
    try:
        return reports.rendered(piece.template, {"report": piece.view, "figures": figures})
    except TemplateError as error:
        message = T("{path}:{line}: {problem}", path=error.path, line=error.line, problem=error.message)
        raise ExitError(message) from error
