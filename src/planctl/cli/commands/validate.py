"""`planctl validate`: its arguments and options; the body imports what it needs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.commands.shared import session_of, words


class FailOn(StrEnum):
    """The least severity that fails a check."""

    error = "error"
    warning = "warning"
    info = "info"


def command(
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
    from planctl.cli import validate as body
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
    return body.validate(session_of(context), paths or [], options)
