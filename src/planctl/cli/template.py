"""`planctl template`: the templates of reports, a repository's own copies, and what is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from planctl.cli.session import CLEAN, FINDINGS, ExitError, Session, tell, write, write_file
from planctl.cli.settings import settings
from planctl.i18n import T
from planctl.load.files.tree import WorkTree
from planctl.output.clean import clean
from planctl.reports.rendering.own_templates import Reports
from planctl.reports.rendering.templates import ENDING, OWN
from planctl.resources import templates_dir


def list_templates(session: Session) -> int:
    """List the templates by name, and tell which the repository has its own copy of."""
    lang = session.language(settings(session))
    own = set(_names(_own(session)))
    shipped = list(_names(templates_dir()))
    for name in shipped:
        write(f"{name}  ({lang(T('own copy'))})\n" if name in own else f"{name}\n")
    for name in sorted(own - set(shipped)):
        write(f"{clean(name)}  ({lang(T('own'))})\n")
    return CLEAN


def copy(session: Session, name: str | None) -> int:
    """Copy a shipped template into the repository, where it can be changed; never over one that is there."""
    if name is None:
        raise ExitError(T("Name the template to copy. «planctl template list» shows them."))
    known = list(_names(templates_dir()))
    wanted = name if name.endswith(ENDING) else name + ENDING
    if wanted not in known:
        raise ExitError(T("There is no template «{name}». «planctl template list» shows them.", name=clean(name)))
    target = _own(session) / wanted
    if os.path.lexists(target):
        raise ExitError(T("«{path}» is there already, and is not written over.", path=f"{OWN}/{wanted}"))
    write_file(target, (templates_dir() / wanted).read_text(encoding="utf-8"))
    write(f"{target}\n")
    return CLEAN


def check_templates(session: Session) -> int:
    """Check the repository's own templates; exit code 1 where one is broken."""
    lang = session.language(settings(session))
    root = session.root_of(Path())
    names = list(_names(_own(session)))
    with Reports(lang, WorkTree(root)) as reports:
        problems = [found for name in names if (found := reports.problem(name)) is not None]
    for problem in problems:
        tell(f"{clean(problem.path)}:{problem.line}: {clean(lang(problem.message))}\n")
    write(lang(T("{count} templates, {wrong} with errors", count=len(names), wrong=len(problems))) + "\n")
    return FINDINGS if problems else CLEAN


def _own(session: Session) -> Path:
    return session.root_of(Path()) / OWN


def _names(folder: Path) -> Iterator[str]:
    """Yield the names of a folder's templates, as seen from it."""
    if folder.is_dir():
        yield from sorted(path.relative_to(folder).as_posix() for path in folder.rglob(f"*{ENDING}"))
