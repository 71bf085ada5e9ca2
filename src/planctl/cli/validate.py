"""`planctl validate`: check the plans and show what is wrong."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from planctl.baseline import Split
from planctl.cli.rows import Options, rows_of
from planctl.cli.session import CLEAN, FAULT, FINDINGS, USAGE, ExitError, Session, write, write_file
from planctl.config import Config
from planctl.diagnostic import Severity
from planctl.i18n import Language, T, Tn
from planctl.load.tree import nfc
from planctl.output import text
from planctl.output.formats import FORMATS, FormatError, Target, targets
from planctl.output.hosts import CheckRun, Found, calm
from planctl.output.style import Style
from planctl.output.summary import summarise
from planctl.pipeline import Choice, World
from planctl.rules.registry import ALWAYS, matching, severities, suggestion

FAIL_ON = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}


@dataclass(frozen=True, slots=True)
class Checked:
    """One repository, what was found in it, by which settings, and the baseline's part of that."""

    root: Path
    world: World
    found: list[Found]
    configs: tuple[Config, ...]
    known: Split | None = None
    older: int | None = None


def validate(session: Session, paths: Sequence[Path], options: Options) -> int:
    """Check the repositories of the paths; return the exit code."""
    wanted, choice = _targets(session, options.forms), options.choice
    for name in (*choice.select, *choice.ignore):
        if not any(True for _ in matching(name)):
            raise ExitError(T("No rule is called «{name}». {hint}", name=name, hint=_hint(name)))
    if options.since is not None and options.against is not None:
        raise ExitError(T("--against shows all findings and --since only new ones: use one of them"))
    repositories = _repositories(session, paths)
    if options.fix or options.diff:
        from planctl.cli.fix import fix

        for root, only in repositories.items():
            fix(session, root, only, choice, unsafe=options.unsafe, show=options.diff)
        if options.diff:
            return CLEAN
    checked = [_checked(session, root, only, options) for root, only in repositories.items()]
    lang = session.language(checked[0].world.config)
    found = [item.diagnostic for one in checked for item in one.found]
    limit = FAIL_ON[options.fail_on]
    run = _run(checked, choice, limit)
    for target in wanted:
        _deliver(target, session, checked, run, lang)
    codes = {item.code for item in found}
    if "901" in codes:
        return FAULT
    if "902" in codes:
        return USAGE
    return FINDINGS if any(item.severity.rank >= limit.rank for item in found) else CLEAN


def _targets(session: Session, forms: Sequence[str]) -> list[Target]:
    """Read `--format`; files are relative to where the command runs."""
    try:
        wanted = targets(forms)
    except FormatError as error:
        raise ExitError(error.message) from None
    for target in wanted:
        if target.file is not None and (session.folder / target.file).is_dir():
            raise ExitError(T("«{path}» is a folder, and --format needs a file", path=str(target.file)))
    return wanted


def _run(checked: Sequence[Checked], choice: Choice, limit: Severity) -> CheckRun:
    found = tuple(item for one in checked for item in one.found)
    files, records = (sum(sizes) for sizes in zip(*(_sizes(one.world) for one in checked), strict=True))
    levels: dict[str, Severity] = {}
    for one in checked:
        for config in one.configs:
            for code, level in severities(config, choice.select, choice.ignore).items():
                levels[code] = max(level, levels.get(code, level), key=lambda item: item.rank)
    summary = summarise([item.diagnostic for item in found], files, records)
    known = sum(one.known.known for one in checked if one.known is not None)
    older = [one.older for one in checked if one.older is not None]
    narrowed = bool(choice.select or choice.ignore)
    return CheckRun(found, summary, levels, limit, narrowed, known, sum(older) if older else None)


def _sizes(world: World) -> tuple[int, int]:
    return world.plans.files, len(world.plans.records)


def _deliver(target: Target, session: Session, checked: Sequence[Checked], run: CheckRun, lang: Language) -> None:
    """Write one format to its file or to standard output."""
    if target.form in FORMATS:
        written = FORMATS[target.form](run, lang)
    else:
        written = _text(checked, run, lang, session.style if target.file is None else Style())
    if target.file is None:
        write(written)
    else:
        write_file(session.folder / target.file, written.encode("utf-8", "replace").decode("utf-8"))


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


def _checked(session: Session, root: Path, only: set[str] | None, options: Options) -> Checked:
    world = session.open(root)
    rows = rows_of(session, root, world, options)
    if not world.plans.files and not rows.shown and not (rows.known and rows.known.known):
        nested = world.loaded.nested
        if nested:
            raise ExitError(T("There are no plan files here, but there are in: {folders}", folders=", ".join(nested)))
        raise ExitError(T("There are no plan files in «{path}»", path=str(root)))
    prefix = _prefix(root)
    found = [
        Found(item, mark, prefix)
        for item, mark in rows.shown
        if only is None or item.location.path in only or item.code in ALWAYS
    ]
    return Checked(root, world, found, rows.configs, rows.known, rows.older)


def _prefix(root: Path) -> str:
    """Return a repository's folder as a CI host sees it: from the top of the git repository, else from here."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), Path.cwd())
    folder = root.relative_to(top).as_posix() if root.is_relative_to(top) else "."
    return "" if folder == "." else f"{nfc(folder)}/"


def _text(checked: Sequence[Checked], run: CheckRun, lang: Language, style: Style) -> str:
    lines = [line for one in checked for line in _shown(one, lang, style)]
    return "".join(f"{line}\n" for line in (*lines, _closing(run, lang, style), *_remarks(checked, run, lang)))


def _remarks(checked: Sequence[Checked], run: CheckRun, lang: Language) -> Iterator[str]:
    """Tell what --fix could mend, and what the baseline holds back or no longer needs."""
    whole = not run.narrowed
    mendable = sum(item.diagnostic.edit is not None and item.diagnostic.edit.safe for item in run.found)
    if mendable:
        yield lang(Tn("{n} finding can be mended with --fix.", "{n} findings can be mended with --fix.", mendable))
    if run.found:
        yield lang("«planctl explain CODE» explains a rule.")
    gone = sum(one.known.gone for one in checked if one.known is not None)
    yield from map(lang, run.held_back)
    if gone and whole and not any(one.world.plans.incomplete for one in checked):
        words = lang(Tn("{n} finding of the baseline is gone.", "{n} findings of the baseline are gone.", gone))
        yield f"{words} {lang('Write it anew: planctl baseline write')}"


def _shown(one: Checked, lang: Language, style: Style) -> Iterator[str]:
    here = Path.cwd()

    def show_path(path: str) -> str:
        full = one.root / path
        return full.relative_to(here).as_posix() if full.is_relative_to(here) else str(full)

    items = [item.diagnostic for item in one.found]
    return text.render(items, lambda path: one.world.locator.file(path).lines, lang, style, show_path)


def _closing(run: CheckRun, lang: Language, style: Style) -> str:
    words = run.summary.words(lang)
    worst = max((item.diagnostic.severity for item in run.found), key=lambda level: level.rank, default=None)
    if worst is None:
        return f"{style.paint(calm(run, lang), 'bold')} {words}"
    return style.severity(worst, words)
