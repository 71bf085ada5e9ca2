"""`planctl report`: the reports and documents of the steering chain, in Markdown and other formats."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from planctl.cli.formats import chosen, deliver, own_docx
from planctl.cli.report_choice import TERTIAL, Piece, Wanted, opened, pieces
from planctl.cli.session import CLEAN, ExitError, Session
from planctl.i18n import Language, T
from planctl.reports.formats import Source
from planctl.reports.render import TemplateError, render

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
    for piece in found:
        text = _rendered(session, piece, lang)
        source = Source(text, lang, piece.day, piece.view, own_docx=own)
        deliver(session, source, piece.stem, names, out)
    if freeze is not None:
        from planctl.cli.snapshots import frozen

        frozen(session, freeze, found)
    return CLEAN


def _rendered(session: Session, piece: Piece, lang: Language) -> str:
    """Render a report by the repository's own template, when it has one."""
    try:
        return render(piece.template, lang, {"report": piece.view}, session.root_of(Path()))
    except TemplateError as error:
        message = T("{path}:{line}: {problem}", path=error.path, line=error.line, problem=error.message)
        raise ExitError(message) from error
