"""`planctl validate`: check the plans and show what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from planctl.check.baseline import Split
from planctl.check.pipeline import Choice
from planctl.check.registry import ALWAYS, RuleBook, rule_book
from planctl.check.withheld import Veil
from planctl.cli.named import Named, repositories
from planctl.cli.outputs import output, write_output
from planctl.cli.rows import Options, rows_of
from planctl.cli.session import CLEAN, FAULT, FINDINGS, USAGE, ExitError, Session, write
from planctl.config import Config
from planctl.findings.diagnostic import Diagnostic, Severity
from planctl.i18n import Language, T, Tn
from planctl.load.files.left_out import nested_findings, unread, unread_findings
from planctl.load.files.repository import path_below, top_of
from planctl.output import text
from planctl.output.ci_hosts import CheckRun, Found, nothing_found_text
from planctl.output.clean import clean
from planctl.output.formats import FINDING_FORMATS, FormatError, Target, targets
from planctl.output.repeated import parted
from planctl.output.style import Style
from planctl.output.summary import summarise
from planctl.values import dataclass
from planctl.world import World

OF_ALL = ALWAYS | {"019", "222"}
"""What is told whichever files are named: what planctl could not do, could not know, or did not read."""
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
    scope: str = ""

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What was found, without its fingerprints."""
        return [item.diagnostic for item in self.found]


def validate(session: Session, paths: Sequence[Path], options: Options) -> int:
    """Check the repositories of the paths; return the exit code."""
    wanted, choice = _targets(session, options.forms), options.choice
    rules = rule_book(session.disciplines)
    for name in (*choice.select, *choice.ignore):
        if not any(True for _ in rules.matching(name)):
            raise ExitError(T("No rule is called «{name}». {hint}", name=name, hint=_hint(name, rules)))
    if options.since is not None and options.against is not None:
        raise ExitError(T("--against shows all findings and --since only new ones: use one of them"))
    wanted_in = repositories(session, paths)
    if options.fix or options.diff:
        from planctl.cli.fix import fix

        for root, only in wanted_in.items():
            fix(session, root, only, choice, unsafe=options.unsafe, show=options.diff)
        if options.diff:
            return CLEAN
    checked = [_checked(session, root, only, options) for root, only in wanted_in.items()]
    lang = session.language(checked[0].world.config)
    found = [item for one in checked for item in one.diagnostics]
    limit = FAIL_ON[options.fail_on]
    run = _run(checked, choice, limit, rules, limited=any(only is not None for only in wanted_in.values()))
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
    for file in (target.file for target in wanted if target.file is not None):
        if output(session, file).is_dir():
            raise ExitError(T("«{path}» is a folder, and --format needs a file", path=str(file)))
    return wanted


def _run(checked: Sequence[Checked], choice: Choice, limit: Severity, rules: RuleBook, *, limited: bool) -> CheckRun:
    found = tuple(item for one in checked for item in one.found)
    files, records = (sum(sizes) for sizes in zip(*(_sizes(one.world) for one in checked), strict=True))
    summary = summarise([item.diagnostic for item in found], files, records)
    known = sum(one.known.known for one in checked if one.known is not None)
    older = [one.older for one in checked if one.older is not None]
    scope = ",".join(sorted({one.scope for one in checked}))
    return CheckRun(
        found=found,
        summary=summary,
        levels=partial(_levels, checked, choice, rules),
        fail_on=limit,
        rules=rules,
        narrowed=bool(choice.select or choice.ignore),
        known=known,
        older=sum(older) if older else None,
        scope=scope,
        limited=limited,
        selected=bool(choice.select),
    )


def _levels(checked: Sequence[Checked], choice: Choice, rules: RuleBook) -> dict[str, Severity]:
    """Give each rule the highest severity that it ran at."""
    levels: dict[str, Severity] = {}
    for config in (config for one in checked for config in one.configs):
        for code, level in rules.severities(config, choice.select, choice.ignore).items():
            levels[code] = max(level, levels.get(code, level), key=lambda item: item.rank)
    return levels


def _sizes(world: World) -> tuple[int, int]:
    return world.plans.files, len(world.plans.records)


def _deliver(target: Target, session: Session, checked: Sequence[Checked], run: CheckRun, lang: Language) -> None:
    """Write one format to its file or to standard output."""
    if target.form in FINDING_FORMATS:
        written = FINDING_FORMATS[target.form](run, lang)
    else:
        written = _text(checked, run, lang, session.style if target.file is None else Style())
    if target.file is None:
        write(written)
    else:
        write_output(session, target.file, written.encode("utf-8", "replace"))


def _hint(name: str, rules: RuleBook) -> object:
    guess = rules.suggestion(name)
    return T("Did you mean «{guess}»?", guess=guess) if guess else T("«planctl rules» lists them all.")


def _checked(session: Session, root: Path, only: Named | None, options: Options) -> Checked:
    world = _with_unread(session.open(root), root, only)
    rows = rows_of(session, root, world, options)
    if not world.plans.files and not rows.shown and not (rows.known and rows.known.known):
        from planctl.cli.lookup import nothing

        raise ExitError(nothing(root, root, world))
    prefix = path_below(root, top_of(root) or Path.cwd())
    inside = only and only.with_tables(world.plans)
    found = [
        Found(item, mark, prefix)
        for item, mark in rows.shown
        if inside is None or item.location.path in inside or item.code in OF_ALL
    ]
    return Checked(root, world, found, rows.configs, rows.known, rows.older, _scope(prefix, only))


def _with_unread(world: World, root: Path, only: Named | None) -> World:
    """Add what is named and not read to the findings; end the command where nothing that is named is read."""
    if not world.plans.files:
        return world
    if only is not None:
        reasons = [unread(world.loaded, root, path) for path in only.paths]
        if None not in reasons and reasons[0] is not None:
            reason, hint = reasons[0]
            message = T("«{path}» is not read: {reason}", path=clean(only.paths[0]), reason=reason)
            raise ExitError(T("{message}. {help}", message=message, help=hint))
    found = [*unread_findings(world.loaded, root, only.paths if only is not None else ())]
    found += (item for item in nested_findings(world.loaded) if only is None or item.place.path in only)
    return replace(world, loaded=replace(world.loaded, findings=[*world.loaded.findings, *found]))


def _scope(prefix: str, only: Named | None) -> str:
    """Name what is checked by its folders, from the top of the git repository."""
    return prefix if only is None else ",".join(f"{prefix}{path}/" for path in sorted(only.paths))


def _text(checked: Sequence[Checked], run: CheckRun, lang: Language, style: Style) -> str:
    lines = [line for one in checked for line in _shown(one, run, lang, style)]
    return "".join(f"{line}\n" for line in (*lines, _closing(run, lang, style), *_remarks(checked, run, lang)))


def _remarks(checked: Sequence[Checked], run: CheckRun, lang: Language) -> Iterator[str]:
    """Tell what --fix could mend, and what the baseline holds back or no longer needs."""
    whole = not run.narrowed and not run.limited
    mendable = sum(item.diagnostic.edit is not None and item.diagnostic.edit.safe for item in run.found)
    if mendable:
        yield lang(Tn("{n} finding can be mended with --fix.", "{n} findings can be mended with --fix.", mendable))
    together = [] if run.selected else [group for one in checked for group in parted(one.diagnostics)[1]]
    if together:
        codes = ",".join(sorted({group.first.code for group in together}))
        yield lang("One choice made many times is one line; --select {codes} shows each.", codes=codes)
    if run.found:
        yield lang("«planctl explain CODE» explains a rule.")
    gone = sum(one.known.gone for one in checked if one.known is not None)
    yield from map(lang, run.held_back)
    if gone and whole and not any(one.world.plans.incomplete for one in checked):
        words = lang(Tn("{n} finding of the baseline is gone.", "{n} findings of the baseline are gone.", gone))
        yield f"{words} {lang('Write it anew: planctl baseline write')}"


def _shown(one: Checked, run: CheckRun, lang: Language, style: Style) -> Iterator[str]:
    here = Path.cwd()

    def show_path(path: str) -> str:
        full = one.root / path
        return full.relative_to(here).as_posix() if full.is_relative_to(here) else str(full)

    return text.render(one.diagnostics, Veil(one.world).lines, lang, style, show_path, each=run.selected)


def _closing(run: CheckRun, lang: Language, style: Style) -> str:
    words = run.summary.words(lang)
    worst = max((item.diagnostic.severity for item in run.found), key=lambda level: level.rank, default=None)
    if worst is None:
        return f"{style.paint(nothing_found_text(run, lang), 'bold')} {words}"
    return style.severity(worst, words)
