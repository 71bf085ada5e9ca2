"""Run the command line: language of its own texts, errors as one clear line, exit codes."""

from __future__ import annotations

import sys

import typer

from planctl.cli.app import command_line
from planctl.cli.help import language_of
from planctl.cli.options import split_globals
from planctl.cli.session import (
    CLEAN,
    FAULT,
    INTERRUPTED,
    USAGE,
    ExitError,
    Session,
    flush,
    tell,
    unread,
)
from planctl.i18n import T, Text

_EXPECTED = (ExitError, typer.TyperException, KeyboardInterrupt, typer.Abort, OSError)
"""What may end a run without being a fault in planctl."""


def run(argv: list[str], *, once: bool = False) -> int:
    """Run the command that the arguments name; every outcome becomes an exit code.

    `once` says that the process is made for this call alone.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    session, rest = Session(), argv
    try:
        session, rest = split_globals(argv)
        session.once = once
        code = command_line().main(args=rest, prog_name="planctl", standalone_mode=False, obj=session)
        flush()
        return code if isinstance(code, int) else CLEAN
    except BrokenPipeError:  # from what writes past `write`, as the help texts do
        unread(sys.stdout)
        return CLEAN
    except (Exception, KeyboardInterrupt) as error:
        if session.environ.get("PLANCTL_DEBUG") and not isinstance(error, _EXPECTED):
            raise
        return _told(error, session, rest)


def _told(error: BaseException, session: Session, rest: list[str]) -> int:
    """Tell what ended the run in one line; return the exit code it means."""
    if isinstance(error, ExitError):
        return _say(error.message, session, error.code)
    if isinstance(error, typer.TyperException):
        from planctl.cli.usage_errors import usage_error_text

        return _say(usage_error_text(error, " ".join(["planctl", *rest[:1]])), session, USAGE)
    if isinstance(error, (KeyboardInterrupt, typer.Abort)):
        return _say(T("Interrupted"), session, INTERRUPTED)
    if isinstance(error, OSError):
        reason = f"{error.filename}: {error.strerror}" if error.filename else error.strerror or str(error)
        return _say(T("The file system refused: {reason}", reason=reason), session, USAGE)
    from planctl.load.files.git import GitError

    if isinstance(error, GitError):
        return _say(error.message, session, USAGE)
    words = f"{type(error).__name__}: {error}"
    return _say(T("planctl itself failed: {error}. Set PLANCTL_DEBUG=1 to see where.", error=words), session, FAULT)


def _say(message: Text | None, session: Session, code: int) -> int:
    if message is not None:
        flush()
        tell(f"planctl: {language_of(session)(message)}\n")
    return code
