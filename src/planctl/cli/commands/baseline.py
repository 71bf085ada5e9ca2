"""`planctl baseline write`: note today's findings as known, so that only new ones fail a check."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.commands.shared import session_of
from planctl.cli.help import Command, Group
from planctl.cli.session import CLEAN, write, write_file
from planctl.i18n import Tn

command = typer.Typer(name="baseline", cls=Group, add_completion=False)


@command.callback()
def baseline() -> None:
    """Keep a list of known findings in old plans."""


@command.command("write", cls=Command)
def write_baseline(
    context: typer.Context,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Another file than planctl-baseline.json.")] = None,
) -> int:
    """Note today's findings as known, so that only new ones fail a check."""
    from planctl.check import baseline
    from planctl.check.pipeline import Choice
    from planctl.cli.outputs import output
    from planctl.diff.findings import marked
    from planctl.output.clean import clean

    session = session_of(context)
    root = session.root_of(Path())
    path = root / baseline.NAME if out is None else output(session, out, own=baseline.NAME)
    world = session.open(root)
    found = [row for row in marked(world, Choice()) if row[0].code not in baseline.NEVER]
    write_file(path, baseline.render(found))
    lang = session.language(world.config)
    count = Tn("{n} finding", "{n} findings", len(found))
    write(lang("{count} noted as known in {path}", count=count, path=clean(str(path))) + "\n")
    return CLEAN
