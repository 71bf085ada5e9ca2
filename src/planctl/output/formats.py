"""The formats of diagnostics, and where each is to be written: `FORMAT` or `FORMAT=FILE`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

from planctl.i18n import Language, T, TextError
from planctl.output import json
from planctl.output.ci_hosts import CheckRun, escape_commands
from planctl.values import dataclass

Render = Callable[[CheckRun, Language], str]
TEXT = "text"
"""The format for people stands apart: it shows the files' lines and follows the terminal."""


def _json(run: CheckRun, lang: Language) -> str:
    return escape_commands(json.render([item.diagnostic for item in run.found], run.summary, lang))


def _of(name: str) -> Render:
    """Give a module's `render`, imported when it is used."""

    def render(run: CheckRun, lang: Language) -> str:
        text: str = import_module(f"planctl.output.{name}").render(run, lang)
        return text

    return render


FINDING_FORMATS: dict[str, Render] = {
    "json": _json,
    "github": _of("github"),
    "gitlab": _of("gitlab"),
    "sarif": _of("sarif"),
    "azure": _of("azure"),
    "junit": _of("junit"),
    "markdown": _of("markdown"),
}
"""Every format but text, by its name on the command line."""


class FormatError(TextError):
    """A value of `--format` that cannot be used; `message` says why."""


@dataclass(frozen=True, slots=True)
class Target:
    """A format and the file it goes to; standard output when there is none."""

    form: str
    file: Path | None = None


def targets(values: Iterable[str]) -> list[Target]:
    """Read the values of `--format`; text to standard output when there are none."""
    found: list[Target] = []
    for value in values:
        form, equals, name = value.partition("=")
        if form != TEXT and form not in FINDING_FORMATS:
            known = ", ".join((TEXT, *FINDING_FORMATS))
            raise FormatError(T("--format takes one of {known}, not «{form}»", known=known, form=form))
        if equals and (not name or name.endswith(("/", "\\"))):
            raise FormatError(T("--format {form}= needs the name of a file, as {form}=FILE", form=form))
        found.append(Target(form, Path(name) if name else None))
    shown = [item.form for item in found if item.file is None]
    if len(shown) > 1:
        names = ", ".join(shown)
        raise FormatError(
            T(
                "Only one format goes to standard output, not {names}: write the others to files, as sarif=FILE",
                names=names,
            )
        )
    files = [item.file for item in found if item.file is not None]
    for file in files:
        if files.count(file) > 1:
            raise FormatError(T("Two formats are to be written to the same file, «{file}»", file=str(file)))
    return found or [Target(TEXT)]
