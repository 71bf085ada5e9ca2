"""`--format` and `--out` of reports: which formats, where to, and the files that are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.cli.outputs import write_output
from planctl.cli.session import ExitError, Session, tell, write
from planctl.i18n import Language, T, Text
from planctl.load.files.os_errors import is_too_big, reason
from planctl.load.files.tree import MAX_BYTES
from planctl.reports.formats import REPORT_FORMATS, FormatError, Source, make

if TYPE_CHECKING:
    from planctl.load.files.tree import Tree

OWN_DOCX = "templates/mal.docx"
"""The municipality's own Word document, in its plan repository."""
_NAMED = 3
"""How many files that were not written are named."""


def chosen(words: Iterable[str], out: Path | None) -> list[str]:
    """Read the names of formats, Markdown without any; one format of text alone may go to standard output."""
    names = list(dict.fromkeys(words)) or ["md"]
    for name in names:
        if name not in REPORT_FORMATS:
            known = ", ".join(REPORT_FORMATS)
            raise ExitError(T("There is no format «{name}». Choose from: {known}.", name=name, known=known))
    if out is None and (len(names) > 1 or not REPORT_FORMATS[names[0]].text):
        raise ExitError(T("Name a folder with --out: only md or html, one at a time, is written to the screen."))
    return names


def own_docx(session: Session, option: Path | None, tree: Tree) -> bytes | None:
    """Read the municipality's own Word document: the option's, else `templates/mal.docx` of the plans' own files."""
    if option is not None:
        path = session.folder / option
        if not path.is_file():
            raise ExitError(T("There is no file «{path}»", path=str(option)))
        if path.stat().st_size > MAX_BYTES:
            raise ExitError(T("The file «{path}» is too large.", path=str(option)))
        return path.read_bytes()
    try:
        return tree.read(OWN_DOCX)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        message = T("The file «{path}» cannot be read: {reason}", path=OWN_DOCX, reason=reason(error))
        if is_too_big(error):
            message = T("The file «{path}» is too large.", path=OWN_DOCX)
        raise ExitError(message) from error


def deliver(
    session: Session, source: Source, stem: str, names: Sequence[str], out: Path | None
) -> Mapping[Path, FormatError]:
    """Write a report in some formats into a folder, or in one to standard output.

    A format that cannot be made does not stop the others: returns the files that were not written, and why.
    """
    failed: dict[Path, FormatError] = {}
    for name in names:
        file = (out or Path()) / f"{stem}.{name}"
        try:
            data = make(name, source)
        except FormatError as error:
            failed[session.folder / file] = error
            continue
        if out is None:
            write(data.decode())
            continue
        path = write_output(session, file, data)
        for figure in source.figures if name == "md" else ():
            write_output(session, out / figure.path, figure.svg.encode())
        write(f"{path}\n")
    return failed


def tell_failed(failed: Mapping[Path, FormatError], lang: Language) -> None:
    """Tell on standard error which files were not written, each reason once."""
    reasons: dict[str, tuple[Text, list[str]]] = {}
    for path, error in failed.items():
        reasons.setdefault(lang(error.message), (error.message, []))[1].append(path.name)
    for message, files in reasons.values():
        shown = ", ".join(files[:_NAMED])
        if len(files) > _NAMED:
            shown += f" {lang('… and {count} more', count=len(files) - _NAMED)}"
        tell(f"planctl: {lang('Not written: {files}. {reason}', files=shown, reason=message)}\n")
