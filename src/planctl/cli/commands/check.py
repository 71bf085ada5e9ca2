"""The commands that judge: their arguments and options; each body imports what it needs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.commands.shared import PlainFormat, session_of, words


class FailOn(StrEnum):
    """The least severity that fails a check."""

    error = "error"
    warning = "warning"
    info = "info"


def validate(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Folders or files; the working directory without any."),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE",
            help="Only these rules, and each finding of them: codes, slugs or first digits, with commas between.",
        ),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CODE", help="Leave out these rules.")] = None,
    fail_on: Annotated[FailOn, typer.Option(help="The least severity that gives exit code 1.")] = FailOn.error,
    forms: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="FORMAT[=FILE]",
            help="How to show the findings: text, json, github, gitlab, sarif, azure, junit or markdown; "
            "several at once when they go to files, as --format sarif=planctl.sarif.",
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Known findings that do not count; planctl-baseline.json is used by itself."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="REV", help="Only what is new since this git revision; lines that have moved are not new."
        ),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="REV|auto",
            help="All findings, and what the change from this git revision does to adopted plans and to the check; "
            "with auto, from the revision that the build server gives.",
        ),
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="First mend what can safely be mended by itself.")] = False,
    unsafe_fixes: Annotated[bool, typer.Option("--unsafe-fixes", help="Mend by guesses too; read the result.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and write nothing.")] = False,
) -> int:
    """Check the plans: files, fields, the rød tråd, deadlines and owners."""
    from planctl.check.pipeline import Choice
    from planctl.cli import validate as command
    from planctl.cli.rows import Options

    options = Options(
        Choice(words(select), words(ignore)),
        fail_on.value,
        forms or [],
        baseline,
        fix or unsafe_fixes,
        unsafe_fixes,
        diff,
        since,
        against,
    )
    return command.validate(session_of(context), paths or [], options)


baseline = typer.Typer(name="baseline", help="Keep a list of known findings in old plans.", no_args_is_help=True)


@baseline.command(name="write")
def baseline_write(
    context: typer.Context,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Another file than planctl-baseline.json.")] = None,
) -> int:
    """Note today's findings as known, so that only new ones fail a check."""
    from planctl.cli import baseline as command

    return command.write_baseline(session_of(context), out)


def rules(
    context: typer.Context,
    form: Annotated[PlainFormat, typer.Option("--format", help="How to show the rules.")] = PlainFormat.text,
) -> int:
    """List the rules, with the severity they have here."""
    from planctl.cli import rules as command

    return command.rules(session_of(context), form.value)


def explain(
    context: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE", help="A rule's code or slug.")],
) -> int:
    """Explain a rule: what it looks for and why, with an example of wrong and right."""
    from planctl.cli import explain as command

    return command.explain(session_of(context), code)
