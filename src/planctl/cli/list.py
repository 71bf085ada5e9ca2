"""`planctl list`: records by kind, owner, status, tag and deadline."""

from __future__ import annotations

import json

from planctl.cli.lookup import opened
from planctl.cli.selection import Selection, due_by, kind_named, mine_of, owners_of, status_named, tag_named
from planctl.cli.session import CLEAN, ExitError, Session, write
from planctl.i18n import T
from planctl.model.record import Record
from planctl.output import tables
from planctl.output.records import RecordView


def list_records(  # noqa: PLR0913  (one argument for each option)
    session: Session,
    kind: str | None,
    owner: str | None,
    status: str | None,
    due: str | None,
    form: str,
    mine: str | None = None,
    tag: str | None = None,
    *,
    postponed: bool = False,
    only_open: bool = False,
) -> int:
    """List the records that fit every option given."""
    if owner and mine:
        raise ExitError(T("Use --owner or --mine, not both."))
    view = opened(session)
    plans = view.world.plans
    chosen = Selection(
        kind=kind_named(view, kind) if kind else None,
        owners=mine_of(plans, mine) if mine else owners_of(plans, owner) if owner else None,
        status=status_named(view, status) if status else None,
        due=due_by(due, view.world.today) if due else None,
        only_open=only_open,
        tag=tag_named(view, tag) if tag else None,
    )
    fitting = [record for record in plans.records if chosen.fits(view, record)]
    records = _sorted(view, fitting, by_deadline=bool(due) or only_open)
    if postponed:
        from planctl.cli.postponed import list_postponed

        return list_postponed(session, view, records, form)
    match form:
        case "json":
            rows = [view.row(record) for record in records]
            write(json.dumps({"schema_version": 1, "records": rows}, ensure_ascii=False, indent=2) + "\n")
        case "csv":
            write(tables.as_csv(view, records))
        case _:
            write(tables.as_text(view, records, session.style, owners=bool(owner or mine)))
    return CLEAN


def _sorted(view: RecordView, records: list[Record], *, by_deadline: bool) -> list[Record]:
    if not by_deadline:
        return records
    return sorted(records, key=lambda record: str(view.state(record).deadline))
