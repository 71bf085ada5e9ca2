"""`--format` and `--out` of reports: which formats, where to, and the files that are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from planctl.cli.session import ExitError, Session, write, write_file
from planctl.i18n import T
from planctl.reports.formats import FORMATS, FormatError, Source, make

OWN_DOCX = "templates/mal.docx"
"""The municipality's own Word document, in its plan repository."""
_MOST_BYTES = 16 * 1024 * 1024


def chosen(words: Iterable[str], out: Path | None) -> list[str]:
    """Read the names of formats, Markdown without any; one format of text alone may go to standard output."""
    names = list(dict.fromkeys(words)) or ["md"]
    for name in names:
        if name not in FORMATS:
            known = ", ".join(FORMATS)
            raise ExitError(T("There is no format «{name}». Choose from: {known}.", name=name, known=known))
    if out is None and (len(names) > 1 or not FORMATS[names[0]].text):
        raise ExitError(T("Name a folder with --out: only md or html, one at a time, is written to the screen."))
    return names


def own_docx(session: Session, option: Path | None) -> bytes | None:
    """Read the municipality's own Word document: the option's, else `templates/mal.docx` when there is one."""
    path = session.folder / option if option is not None else session.root_of(Path()) / OWN_DOCX
    if option is None and not path.is_file():
        return None
    if not path.is_file():
        raise ExitError(T("There is no file «{path}»", path=str(option)))
    if path.stat().st_size > _MOST_BYTES:
        raise ExitError(T("The file «{path}» is too large.", path=str(option or OWN_DOCX)))
    return path.read_bytes()


def deliver(session: Session, source: Source, stem: str, names: Sequence[str], out: Path | None) -> list[Path]:
    """Write a report in some formats into a folder, or in one to standard output; return the files."""
    try:
        made = {name: make(name, source) for name in names}
    except FormatError as error:
        raise ExitError(error.message) from error
    if out is None:
        write("".join(data.decode() for data in made.values()))
        return []
    files = {session.folder / out / f"{stem}.{FORMATS[name].ending}": data for name, data in made.items()}
    if "md" in made:
        files |= {session.folder / out / figure.path: figure.svg.encode() for figure in source.figures}
    for path, data in files.items():
        write_file(path, data)
    paths = [path for path in files if path.suffix != ".svg"]
    for path in paths:
        write(f"{path}\n")
    return paths
