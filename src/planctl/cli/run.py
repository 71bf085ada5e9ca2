"""Run the command line: language of its own texts, errors as one clear line, exit codes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import typer

from planctl.cli.app import COMMANDS, build
from planctl.cli.help import translate
from planctl.cli.options import split_globals
from planctl.cli.session import (
    CLEAN,
    CONFIG_NAME,
    FAULT,
    INTERRUPTED,
    USAGE,
    ExitError,
    Session,
    flush,
    tell,
    unread,
    write,
)
from planctl.i18n import LANGUAGES, Language, T, Text

_USAGE_ERROR: type[Any] = typer.BadParameter.__mro__[1]
_PARENT_ERROR: type[Any] = typer.BadParameter.__mro__[2]
_EXPECTED = (ExitError, _PARENT_ERROR, KeyboardInterrupt, typer.Abort, OSError)
"""What may end a run without being a fault in planctl."""

_HELP = {"--help", "-h"}
_COMPLETION = "_PLANCTL_COMPLETE"
"""The variable by which a shell asks how a word goes on."""


def run(argv: list[str]) -> int:
    """Run the command that the arguments name; every outcome becomes an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    session, rest = Session(), argv
    try:
        session, rest = split_globals(argv)
        code = _command(session, rest).main(args=rest, prog_name="planctl", standalone_mode=False, obj=session)
        flush()
        return code if isinstance(code, int) else CLEAN
    except BrokenPipeError:  # from what writes past `write`, as the help texts do
        unread(sys.stdout)
        return CLEAN
    except (Exception, KeyboardInterrupt) as error:
        if session.environ.get("PLANCTL_DEBUG") and not isinstance(error, _EXPECTED):
            raise
        return _told(error, session, rest)


def _command(session: Session, rest: list[str]) -> Any:
    """Make the command that is asked for; for the list of all, no more of each than its help text."""
    first = rest[0] if rest else ""
    if first and not first.startswith("-") and first not in COMMANDS:
        from planctl.cli.usage_errors import no_command

        raise ExitError(no_command(first, COMMANDS, T("See «{command} --help».", command="planctl")))
    listing = first in {"", *_HELP} and _COMPLETION not in session.environ
    command = typer.main.get_command(build(first, outlined=listing))
    if listing or len(rest) == 1 or not _HELP.isdisjoint(rest):
        translate(command, _language(session))
    return command


def _told(error: BaseException, session: Session, rest: list[str]) -> int:
    """Tell what ended the run in one line; return the exit code it means."""
    if isinstance(error, ExitError):
        return _say(error.message, session, error.code)
    if type(error).__name__ == "NoArgsIsHelpError":
        write(str(error))
        return USAGE
    if isinstance(error, _USAGE_ERROR):
        from planctl.cli.usage_errors import told

        return _say(told(error, " ".join(["planctl", *rest[:1]])), session, USAGE)
    if isinstance(error, _PARENT_ERROR):
        return _say(T("{error}", error=error.format_message()), session, USAGE)
    if isinstance(error, (KeyboardInterrupt, typer.Abort)):
        return _say(T("Interrupted"), session, INTERRUPTED)
    if type(error).__name__ == "GitError":
        return _say(getattr(error, "message", None), session, USAGE)
    if isinstance(error, OSError):
        reason = f"{error.filename}: {error.strerror}" if error.filename else error.strerror or str(error)
        return _say(T("The file system refused: {reason}", reason=reason), session, USAGE)
    words = f"{type(error).__name__}: {error}"
    return _say(T("planctl itself failed: {error}. Set PLANCTL_DEBUG=1 to see where.", error=words), session, FAULT)


def _language(session: Session) -> Language:
    """Choose the language of the command line's own texts: `språk` is read without loading the repository."""
    if session.asked_language in LANGUAGES:
        return session.language()
    try:
        path = session.root_of(Path()) / CONFIG_NAME
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return session.language()
    said = next((line for line in lines if line.startswith("språk:")), "språk:")
    code = said.partition(":")[2].split("#")[0].strip().strip("\"'")
    return Language(code) if code in LANGUAGES else session.language()


def _say(message: Text | None, session: Session, code: int) -> int:
    if message is not None:
        flush()
        tell(f"planctl: {_language(session)(message)}\n")
    return code
