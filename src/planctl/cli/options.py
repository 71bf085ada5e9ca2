"""The global options, read before or after the command, and the command line's own texts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from planctl.cli.session import ExitError, Session
from planctl.i18n import LANGUAGES, T

_WITH_VALUE = ("--today", "--lang", "-C")
_SWITCHES = {"--color": True, "--no-color": False}
_INTERN = "--intern"
GLOBAL_OPTIONS = (*_WITH_VALUE, *_SWITCHES, _INTERN)
"""The options that stand before or after any command."""


def split_globals(argv: Sequence[str]) -> tuple[Session, list[str]]:
    """Take the global options out of the arguments, wherever they stand before `--`."""
    session, rest = Session(), []
    words = iter(argv)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *words]
        elif word in _SWITCHES:
            session.colour = _SWITCHES[word]
        elif word == _INTERN:
            session.intern = True
        elif name in _WITH_VALUE and (equals or word == name):
            _set(session, name, value if equals else next(words, None))
        elif word.startswith("-C") and not word.startswith("--"):
            _set(session, "-C", word[2:])
        else:
            rest.append(word)
    return session, rest


def _set(session: Session, name: str, value: str | None) -> None:
    if value is None:
        raise ExitError(T("The option {option} needs a value", option=name))
    if name == "-C":
        session.folder = session.folder / Path(value)
        if not session.folder.is_dir():
            raise ExitError(T("There is no folder «{path}»", path=value))
    elif name == "--lang":
        if value not in LANGUAGES:
            raise ExitError(T("--lang takes nb, nn or en, not «{value}»", value=value))
        session.lang_code = value
    else:
        session.today = read_date(name, value)


def read_date(option: str, value: str) -> date:
    """Read an option's date, or end with a usage message."""
    from planctl.model.period import parse_date

    found = parse_date(value)
    if found is None:
        raise ExitError(T("{option} takes a date as 2021-09-15, not «{value}»", option=option, value=value))
    return found
