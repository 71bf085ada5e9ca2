"""`planctl validate`: check the plans and show what is wrong."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from planctl.cli.session import CLEAN, FAULT, FINDINGS, USAGE, ExitError, Session, write
from planctl.diagnostic import Diagnostic, Severity
from planctl.i18n import Language, T
from planctl.load.tree import nfc
from planctl.output import json, text
from planctl.output.summary import summarise
from planctl.pipeline import Choice, World, check
from planctl.rules.registry import ALWAYS, matching, suggestion

FAIL_ON = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}


def validate(session: Session, paths: Sequence[Path], choice: Choice, fail_on: str, form: str) -> int:
    """Check the repositories of the paths; return the exit code."""
    for name in (*choice.select, *choice.ignore):
        if not any(True for _ in matching(name)):
            raise ExitError(T("No rule is called «{name}». {hint}", name=name, hint=_hint(name)))
    runs = [(root, *_checked(session, root, only, choice)) for root, only in _repositories(session, paths).items()]
    lang = session.language(runs[0][1].config)
    found = [item for _, _, items in runs for item in items]
    summary = summarise(
        found, sum(world.plans.files for _, world, _ in runs), sum(len(world.plans.records) for _, world, _ in runs)
    )
    if form == "json":
        write(json.render(found, summary, lang))
    else:
        for root, world, items in runs:
            _show(session, root, world, items, lang)
        write(_closing(summary.words(lang), found, session, lang))
    codes = {item.code for item in found}
    if "901" in codes:
        return FAULT
    if "902" in codes:
        return USAGE
    limit = FAIL_ON[fail_on].rank
    return FINDINGS if any(item.severity.rank >= limit for item in found) else CLEAN


def _hint(name: str) -> object:
    guess = suggestion(name)
    return T("Did you mean «{guess}»?", guess=guess) if guess else T("«planctl rules» lists them all.")


def _repositories(session: Session, paths: Sequence[Path]) -> dict[Path, set[str] | None]:
    """Give each repository the files to limit findings to; None for all of it."""
    wanted: dict[Path, set[str] | None] = {}
    for path in paths or [Path()]:
        full = Path(os.path.abspath(session.folder / path))
        if not full.exists():
            raise ExitError(T("There is no file or folder «{path}»", path=str(path)))
        root = session.root_of(path)
        if full.is_dir():
            wanted[root] = None
        else:
            files = wanted.setdefault(root, set())
            if files is not None:
                files.add(nfc(full.relative_to(root).as_posix()))
    return wanted


def _checked(session: Session, root: Path, only: set[str] | None, choice: Choice) -> tuple[World, list[Diagnostic]]:
    world = session.open(root)
    found = check(world, choice)
    if not world.plans.files and not found:
        nested = world.loaded.nested
        if nested:
            raise ExitError(T("There are no plan files here, but there are in: {folders}", folders=", ".join(nested)))
        raise ExitError(T("There are no plan files in «{path}»", path=str(root)))
    return world, [item for item in found if only is None or item.location.path in only or item.code in ALWAYS]


def _show(session: Session, root: Path, world: World, items: list[Diagnostic], lang: Language) -> None:
    here = Path.cwd()

    def show_path(path: str) -> str:
        full = root / path
        return full.relative_to(here).as_posix() if full.is_relative_to(here) else str(full)

    lines = text.render(items, lambda path: world.locator.file(path).lines, lang, session.style, show_path)
    write("".join(f"{line}\n" for line in lines))


def _closing(words: str, found: list[Diagnostic], session: Session, lang: Language) -> str:
    worst = max((item.severity for item in found), key=lambda level: level.rank, default=None)
    if worst is None:
        return f"{session.style.paint(lang('All is well.'), 'bold')} {words}\n"
    return f"{session.style.severity(worst, words)}\n"
