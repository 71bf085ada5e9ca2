"""Run the command line: language of its own texts, errors as one clear line, exit codes."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

import typer

from planctl.cli.help import translate
from planctl.cli.options import split_globals
from planctl.cli.session import CLEAN, CONFIG_NAME, FAULT, INTERRUPTED, USAGE, ExitError, Session
from planctl.i18n import LANGUAGES, T, Text

_USAGE_ERROR: type[Any] = typer.BadParameter.__mro__[1]
_PARENT_ERROR: type[Any] = typer.BadParameter.__mro__[2]
_NO_COMMAND = re.compile(r"No such command '(.*?)'")
_EXPECTED = (ExitError, _PARENT_ERROR, KeyboardInterrupt, typer.Abort, OSError)
"""What may end a run without being a fault in planctl."""


def run_app(app: typer.Typer, argv: list[str]) -> int:
    """Run an app over arguments; every outcome becomes an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    session = Session()
    try:
        session, rest = split_globals(argv)
        command = typer.main.get_command(app)
        if not rest or {"--help", "-h"} & {*rest}:
            translate(command, session.language(_settings(session)))
        code = command.main(args=rest, prog_name="planctl", standalone_mode=False, obj=session)
        sys.stdout.flush()
        return code if isinstance(code, int) else CLEAN
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except (Exception, KeyboardInterrupt) as error:
        if session.environ.get("PLANCTL_DEBUG") and not isinstance(error, _EXPECTED):
            raise
        return _told(error, session)


def _told(error: BaseException, session: Session) -> int:
    """Tell what ended the run in one line; return the exit code it means."""
    if isinstance(error, ExitError):
        return _say(error.message, session, error.code)
    if type(error).__name__ == "NoArgsIsHelpError":
        context = getattr(error, "ctx", None)
        sys.stdout.write(f"{context.get_help() if context else error}\n")
        return USAGE
    if isinstance(error, _USAGE_ERROR):
        return _say(_usage_words(error), session, USAGE)
    if isinstance(error, _PARENT_ERROR):
        return _say(T("{error}", error=error.format_message()), session, USAGE)
    if isinstance(error, (KeyboardInterrupt, typer.Abort)):
        return _say(T("Interrupted"), session, INTERRUPTED)
    if isinstance(error, OSError):
        reason = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        return _say(T("The file system refused: {reason}", reason=reason), session, USAGE)
    words = f"{type(error).__name__}: {error}"
    return _say(T("planctl itself failed: {error}. Set PLANCTL_DEBUG=1 to see where.", error=words), session, FAULT)


def _settings(session: Session) -> Any:
    """Read the repository's language for the command line's own texts, without loading it."""
    if session.lang_code or session.environ.get("PLANCTL_LANG") in LANGUAGES:
        return None
    from planctl.config import Config

    try:
        path = session.root_of(Path()) / CONFIG_NAME
        for line in path.read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition(":")
            if key == "språk":
                return Config(language=value.split("#")[0].strip().strip("\"'"))
    except (OSError, UnicodeDecodeError):
        return None
    return None


def _say(message: Text | None, session: Session, code: int) -> int:
    if message is not None:
        lang = session.language(_settings(session))
        sys.stdout.flush()
        sys.stderr.write(f"planctl: {lang(message)}\n")
    return code


def _usage_words(error: Any) -> Text:
    """Say a usage error in our own words where its kind is known."""
    command = error.ctx.command_path if getattr(error, "ctx", None) else "planctl"
    see = T("See «{command} --help».", command=command)
    unknown = _NO_COMMAND.match(str(error.message))
    if unknown:
        return T("There is no command «{name}». {see}", name=unknown[1], see=see)
    match type(error).__name__:
        case "NoSuchOption":
            return T("There is no option «{option}». {see}", option=error.option_name, see=see)
        case "MissingParameter" if error.param is not None:
            return T(
                "«{name}» is missing. {see}",
                name=error.param.make_metavar(error.ctx)
                if error.param.param_type_name == "argument"
                else error.param.opts[0],
                see=see,
            )
        case "BadParameter" if error.param is not None:
            return T(
                "{name} has a wrong value: {reason} {see}", name=error.param.opts[0], reason=error.message, see=see
            )
    return T("{reason} {see}", reason=error.format_message(), see=see)
