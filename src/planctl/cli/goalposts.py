"""`planctl history --goalposts`: limits that were moved after an indicator was first measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from planctl.cli.history import unknown
from planctl.cli.lookup import find, opened
from planctl.cli.options import read_date
from planctl.cli.session import CLEAN, ExitError, Session, write
from planctl.domain.judgement.goalposts import Goalposts, Verdicts, verdicts
from planctl.domain.judgement.limit_words import decision_words, edits, standing_words
from planctl.history.goalposts import REVISED, Move
from planctl.i18n import T, Text, Tn
from planctl.model.bands import rounded, shown
from planctl.model.period import known_day
from planctl.model.record import Record
from planctl.output import goalposts as output
from planctl.output.clean import clean
from planctl.output.console import draw, join, words
from planctl.output.records import RecordView

if TYPE_CHECKING:
    from rich.text import Text as Styled


def list_goalposts(session: Session, name: str | None, since: str | None, form: str) -> int:
    """List the moved limits of one indicator, or of all."""
    first = read_date("--since", since) if since is not None else None
    view = opened(session)
    records = list(view.world.plans.of_kind("indikator")) if name is None else [_indicator(view, name)]
    posts = Goalposts(view.world)
    moved = ((record, [move for move in posts.of(record) if first is None or move.day >= first]) for record in records)
    found = [(record, moves) for record, moves in moved if moves]
    if form == "json":
        write(output.render(view, posts, found))
    else:
        write(draw(session.style, *_text(view, posts, found)))
    return CLEAN


def _indicator(view: RecordView, name: str) -> Record:
    record = find(view.world.plans, name)
    if record.kind != "indikator":
        raise ExitError(T("«{id}» is no {indikator}: only those have limits that can be moved.", id=clean(name)))
    return record


def _text(view: RecordView, posts: Goalposts, found: output.Found) -> Iterator[Styled]:
    lang, known = view.lang, posts.known(view.world.today)
    for record, moves in found:
        yield join(words(view.title(record), "bold"), words(view.name(record), "dim"), by="  ")
        for move in moves:
            yield from _move(view, posts, record, move)
        yield words("")
    if found:
        count = sum(len(moves) for _, moves in found)
        yield words(lang(Tn("Limits were moved {n} time.", "Limits were moved {n} times.", count)))
    elif known == "all":
        yield words(lang(T("No limit is known to have been moved since {date}.", date=posts.since)))
    if known == "none":
        yield words(lang(T("Whether limits have been moved is unknown. {reason}", reason=unknown(view.world))))
    elif known == "part":
        yield words(lang(_before(view, posts)))


def _before(view: RecordView, posts: Goalposts) -> Text:
    """Say that what came before the history in git is unknown: it begins then, or some of it is missing."""
    past = view.world.history()
    if past is not None and past.complete:
        return T(
            "Whether limits were moved before {date} is unknown: "
            "the plans' history in git reaches no further back here.",
            date=posts.since,
        )
    reason = unknown(view.world)
    return T("Whether limits were moved before {date} is unknown. {reason}", date=posts.since, reason=reason)


def _move(view: RecordView, posts: Goalposts, record: Record, move: Move) -> Iterator[Styled]:
    lang, commit = view.lang, move.commit
    day = words(lang.date(move.day) if commit is not None else lang("not committed"), "bold")
    yield join(words(" "), day, words(commit.short if commit else "", "dim"))
    if commit is not None:
        yield words(f"    «{clean(commit.subject)}»", "dim")
    if move.former_plan is not None:
        yield words(f"    {lang(T('carried from {old} to {new}', old=move.former_plan, new=move.plan))}")
    for edit in edits(move.old, move.new, move.fields):
        old, new = (clean(text) or lang("(nothing)") for text in (edit.old, edit.new))
        yield words(f"    {lang(edit.label)}: {old} → {new}")
    yield words(f"    {lang(_by(view, move))}")
    then = verdicts(move.old, move.new, posts.series(record), move.day)
    now = verdicts(move.old, move.new, posts.series(record), view.world.today)
    for row in _shown(then):
        yield words(f"    {_verdicts(view, row)}")
    if len(then) > 1 and not _shown(then):
        yield words(f"    {lang(T('as before for all {count} units', count=len(then)))}")
    if [row.last for row in then] != [row.last for row in now]:
        for row in _shown(now):
            yield words(f"    {lang(T('With the latest value: {verdicts}', verdicts=_verdicts(view, row)))}")


def _shown(rows: Sequence[Verdicts]) -> Sequence[Verdicts]:
    """Choose the series to show: where there are many, those that are judged otherwise."""
    return rows if len(rows) == 1 else [row for row in rows if row.moved]


def _verdicts(view: RecordView, row: Verdicts) -> str:
    unit = view.world.plans.get(row.unit)
    value = rounded(row.last.value, 6)
    said = {
        "value": T(
            "{value} ({period})", value=shown(value.normalize()) if value is not None else "–", period=row.last.period
        ),
        "old": standing_words(row.old), "new": standing_words(row.new),
    }  # fmt: skip
    text = T("{value}: {old} → {new}", **said) if row.moved else T("{value}: {new}, as before", **said)
    return f"{clean(unit.title)}, {view.lang(text)}" if unit is not None else view.lang(text)


def _by(view: RecordView, move: Move) -> Text:
    if move.vedtak:
        return T("Vedtak: {vedtak}", vedtak=[_decision(view, row) for row in move.vedtak])
    if move.status == REVISED:
        return T("No vedtak yet: the plan is under revision")
    return T("No vedtak came with it")


def _decision(view: RecordView, row: Mapping[str, Any]) -> Text:
    organ = view.world.plans.get(str(row.get("organ")))
    body = organ.title if organ is not None else str(row.get("organ") or "")
    return decision_words(clean(body), known_day(row.get("dato")), clean(str(row.get("sak") or "")))
