"""`planctl git-setup`: let git merge and compare plan files by record and field."""

from __future__ import annotations

from pathlib import Path

import typer

from planctl.cli.commands.shared import session_of
from planctl.cli.session import CLEAN, ExitError, write
from planctl.i18n import T


def command(context: typer.Context) -> int:
    """Let git merge and compare plan files by record and field, in this clone."""
    from planctl.cli.settings import settings
    from planctl.load.files.git import GitError
    from planctl.merge.setup import ATTRIBUTES
    from planctl.merge.setup import git_setup as set_up

    session = session_of(context)
    lang = session.language(settings(session))
    try:
        done = set_up(session.root_of(Path()))
    except GitError as error:
        raise ExitError(error.message) from None
    lines = [lang(T("{file}: added «{line}»", file=ATTRIBUTES, line=line)) for line in done.lines]
    lines += [lang(T("git's settings: {name} = {value}", name=name, value=value)) for name, value in done.settings]
    if not lines:
        lines.append(lang("Everything is set up already."))
    if done.lines:
        lines.append(lang("Commit {file}, so that it holds for everyone.", file=ATTRIBUTES))
    if done.settings:
        lines.append(
            lang("The settings hold for this clone only: everyone runs «planctl git-setup» once in their own.")
        )
    write("".join(f"{line}\n" for line in lines))
    return CLEAN
