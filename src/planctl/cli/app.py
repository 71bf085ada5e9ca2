"""The command line's shape: commands, arguments and options; each body imports what it needs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.session import Session

app = typer.Typer(
    name="planctl",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Keep a municipality's plans as plain text, and prove that the rød tråd is unbroken.",
    epilog=(
        "Global options, before or after the command: -C DIR (work in another folder), "
        "--today YYYY-MM-DD (judge at this date), --lang nb|nn|en, --color, --no-color."
    ),
)


class RuleFormat(StrEnum):
    """Formats of the rules."""

    text = "text"
    json = "json"


class ListFormat(StrEnum):
    """Formats of lists."""

    text = "text"
    json = "json"
    csv = "csv"


class TraceFormat(StrEnum):
    """Formats of the thread."""

    text = "text"
    json = "json"
    mermaid = "mermaid"


class WheelFormat(StrEnum):
    """Formats of the year wheel."""

    md = "md"
    svg = "svg"


class DiffFormat(StrEnum):
    """Formats of a diff."""

    text = "text"
    markdown = "markdown"
    json = "json"
    html = "html"


class FailOn(StrEnum):
    """The least severity that fails a check."""

    error = "error"
    warning = "warning"
    info = "info"


Codes = Annotated[
    list[str] | None, typer.Option(metavar="CODE", help="Only these rules: codes, slugs or first digits.")
]
Ignored = Annotated[list[str] | None, typer.Option(metavar="CODE", help="Leave out these rules.")]
Kind = Annotated[
    str | None,
    typer.Argument(
        metavar="[KIND]", help="A kind of record ({tiltak}, {delmål}), or a family of them ({plan}, {mål}, {enhet})."
    ),
]
Owner = Annotated[
    str | None,
    typer.Option(
        metavar="ID",
        help="Only what this unit or role answers for or shares. A unit counts with its leader and the units below it.",
    ),
]
Due = Annotated[
    str | None,
    typer.Option(
        metavar="30d|DATE",
        help="Only open {oppdrag_pl} and {tiltak_pl} due by then, late ones too: 30d, 2w, 3m or a date.",
    ),
]
Year = Annotated[int | None, typer.Option(metavar="YYYY", min=1900, max=2200, help="The year.")]


def _session(context: typer.Context) -> Session:
    session: Session = context.obj
    return session


def _words(values: list[str] | None) -> list[str]:
    return [word for value in values or () for word in value.replace(",", " ").split()]


@app.command()
def validate(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Folders or files; the working directory without any."),
    ] = None,
    select: Codes = None,
    ignore: Ignored = None,
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
    fix: Annotated[bool, typer.Option("--fix", help="First mend what can safely be mended by itself.")] = False,
    unsafe_fixes: Annotated[bool, typer.Option("--unsafe-fixes", help="Mend by guesses too; read the result.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and write nothing.")] = False,
) -> int:
    """Check the plans: files, fields, the rød tråd, deadlines and owners."""
    from planctl.cli import validate as command
    from planctl.pipeline import Choice

    options = command.Options(
        Choice(_words(select), _words(ignore)),
        fail_on.value,
        forms or [],
        baseline,
        fix or unsafe_fixes,
        unsafe_fixes,
        diff,
        since,
    )
    return command.validate(_session(context), paths or [], options)


baseline_app = typer.Typer(name="baseline", help="Keep a list of known findings in old plans.", no_args_is_help=True)
app.add_typer(baseline_app)


@baseline_app.command(name="write")
def baseline_write(
    context: typer.Context,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Another file than planctl-baseline.json.")] = None,
) -> int:
    """Note today's findings as known, so that only new ones fail a check."""
    from planctl.cli import baseline as command

    return command.write_baseline(_session(context), out)


@app.command()
def report(
    context: typer.Context,
    tertial: Annotated[int | None, typer.Option(metavar="1|2", help="The tertial report.")] = None,
    month: Annotated[int | None, typer.Option(metavar="1-12", help="The monthly report on the economy.")] = None,
    annual: Annotated[bool, typer.Option("--annual", help="The annual report (årsrapport).")] = False,
    document: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="A document: oppdragsbrev, virksomhetsplan, lederavtale, handlingsprogram, kommuneplan, "
            "målekart, lederdialog or planregister.",
        ),
    ] = None,
    year: Year = None,
    unit: Annotated[str | None, typer.Option(metavar="ID", help="Only this unit and those below it.")] = None,
    at: Annotated[str | None, typer.Option(metavar="REV", help="The plans as they stood at a git revision.")] = None,
    form: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="md|html|pdf|docx|xlsx", help="Formats, several with commas; md without any."),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Write the report into this folder.")] = None,
    docx_template: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Your own Word document for docx; templates/mal.docx when there is one."),
    ] = None,
    freeze: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the figures used to this file as well, as JSON.")
    ] = None,
    verify: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write no report: tell where the figures differ from a frozen file."),
    ] = None,
) -> int:
    """Write a report or a document of the steering chain, judged at the period's last day."""
    from planctl.cli import report as command
    from planctl.cli.patience import patience

    session = _session(context)
    with patience(session):
        return command.report(
            session, tertial, year, out, _words(form), docx_template,
            month=month, annual=annual, document=document, unit=unit, at=at, freeze=freeze, verify=verify,
        )  # fmt: skip


@app.command()
def calendar(
    context: typer.Context,
    year: Year = None,
    form: Annotated[
        WheelFormat, typer.Option("--format", help="A Markdown table or the wheel as SVG.")
    ] = WheelFormat.md,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write to this file.")] = None,
) -> int:
    """Draw the year wheel."""
    from planctl.cli import calendar as command

    return command.calendar(_session(context), year, form.value, out)


@app.command()
def trace(
    context: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a record, as klima.d1.")],
    form: Annotated[TraceFormat, typer.Option("--format", help="How to show the thread.")] = TraceFormat.text,
) -> int:
    """Follow the rød tråd of a record, up to the UN goals and down to the {tiltak_pl}."""
    from planctl.cli import trace as command

    return command.trace(_session(context), id_, form.value)


@app.command()
def show(
    context: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a record, as klima.d1.")],
) -> int:
    """Show a record: its fields, where it stands, and who refers to it."""
    from planctl.cli import show as command

    return command.show(_session(context), id_)


@app.command(name="list")
def list_(
    context: typer.Context,
    kind: Kind = None,
    owner: Owner = None,
    status: Annotated[
        str | None, typer.Option(metavar="STATUS", help="Only records with this status, the latest reported.")
    ] = None,
    due: Due = None,
    mine: Annotated[
        str | None,
        typer.Option(
            metavar="ROLE",
            help="Only what this role answers for or shares; a leader's unit counts, those below it do not.",
        ),
    ] = None,
    postponed: Annotated[
        bool,
        typer.Option(
            "--postponed",
            help="Only {oppdrag_pl} and {tiltak_pl} whose deadline was moved later: how often, and by what.",
        ),
    ] = False,
    form: Annotated[ListFormat, typer.Option("--format", help="How to show the list.")] = ListFormat.text,
) -> int:
    """List records by kind, owner, status and deadline."""
    from planctl.cli import list as command

    return command.list_records(_session(context), kind, owner, status, due, form.value, mine, postponed=postponed)


class TemplateAction(StrEnum):
    """What to do with templates."""

    list = "list"
    copy = "copy"
    check = "check"


@app.command()
def template(
    context: typer.Context,
    action: Annotated[
        TemplateAction, typer.Argument(help="List the templates, copy one to change it, or check your own.")
    ],
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="The template to copy.")] = None,
) -> int:
    """Use your own templates for reports: they lie in the repository's folder templates."""
    from planctl.cli import template as command

    if action is TemplateAction.copy:
        return command.copy(_session(context), name or "")
    if action is TemplateAction.check:
        return command.check_templates(_session(context))
    return command.list_templates(_session(context))


@app.command()
def status(context: typer.Context) -> int:
    """Show the state of the plans on one screen."""
    from planctl.cli import status as command

    return command.status(_session(context))


@app.command()
def diff(
    context: typer.Context,
    revisions: Annotated[
        str | None,
        typer.Argument(
            metavar="[BASE[...HEAD]]",
            help="What to compare: BASE with the files as they stand, or BASE...HEAD from where they parted; "
            "without any, the last commit with the files as they stand.",
        ),
    ] = None,
    form: Annotated[DiffFormat, typer.Option("--format", help="How to show the changes.")] = DiffFormat.text,
    owner: Owner = None,
    plan: Annotated[str | None, typer.Option(metavar="ID", help="Only what stands in this plan.")] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit code 1 when a change or a new finding is grave.")
    ] = False,
) -> int:
    """Tell what is changed between two revisions, what follows from it, and which findings are new or solved."""
    from planctl.cli import diff as command

    return command.diff(_session(context), revisions, form.value, owner, plan, exit_code=exit_code)


@app.command()
def rules(
    context: typer.Context,
    form: Annotated[RuleFormat, typer.Option("--format", help="How to show the rules.")] = RuleFormat.text,
) -> int:
    """List the rules, with the severity they have here."""
    from planctl.cli import rules as command

    return command.rules(_session(context), form.value)


@app.command()
def explain(
    context: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE", help="A rule's code or slug.")],
) -> int:
    """Explain a rule: what it looks for and why, with an example of wrong and right."""
    from planctl.cli import explain as command

    return command.explain(_session(context), code)


@app.command()
def schema(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help="The folder to write them into; .planctl/schemas without one."),
    ] = None,
) -> int:
    """Write the JSON Schemas where an editor can find them."""
    from planctl.cli import schema as command

    return command.schema(_session(context), folder)


@app.command()
def init(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
    name: Annotated[str, typer.Option(metavar="NAME", help="The municipality's name.")] = "Eksempel",
    number: Annotated[str, typer.Option(metavar="NNNN", help="The municipality's number.")] = "",
) -> int:
    """Make a small, valid plan repository to begin with."""
    from planctl.cli import init as command

    return command.init(_session(context), folder, name, number)


@app.command()
def history(
    context: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a record, as klima.d1.")],
    form: Annotated[RuleFormat, typer.Option("--format", help="How to show the history.")] = RuleFormat.text,
) -> int:
    """Show a record's life from git: when its text, deadline, owner and status changed, and what was reported."""
    from planctl.cli import history as command

    return command.history(_session(context), id_, form.value)


@app.command()
def codeowners(
    context: typer.Context,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write to this file, as .github/CODEOWNERS.")] = None,
) -> int:
    """Make CODEOWNERS: who is asked to review each plan file."""
    from planctl.cli import codeowners as command

    return command.codeowners(_session(context), out)


@app.command(name="git-setup")
def git_setup(context: typer.Context) -> int:
    """Let git merge and compare plan files by record and field, in this clone."""
    from planctl.cli import git_setup as command

    return command.git_setup(_session(context))


@app.command(name="merge-driver", hidden=True)
def merge_driver(
    context: typer.Context,
    base: Annotated[Path, typer.Argument(metavar="BASE", help="The common version (%O).")],
    ours: Annotated[Path, typer.Argument(metavar="OURS", help="Our version, which the result is written to (%A).")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="Their version (%B).")],
    path: Annotated[str, typer.Argument(metavar="PATH", help="The file's path in the repository (%P).")],
    size: Annotated[
        int, typer.Argument(metavar="[SIZE]", min=1, max=200, help="The length of the conflict markers (%L).")
    ] = 7,
) -> int:
    """Merge a plan file by record and field, as git's merge driver."""
    from planctl.cli import merge_driver as command

    return command.merge_driver(_session(context), base, ours, theirs, path, size)


@app.command(hidden=True)
def textconv(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A plan file.")],
) -> int:
    """Write a plan file as lines that are easy to compare, for git diff."""
    from planctl.cli import textconv as command

    return command.textconv(_session(context), file)


def run(argv: list[str]) -> int:
    """Run the command line; return the exit code."""
    from planctl.cli.run import run_app

    return run_app(app, argv)
