"""What frozen figures say of where they come from: the commit, the remote, and who froze them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from planctl.i18n import T, Text
from planctl.load.files.clone import opened
from planctl.load.files.git import SHA
from planctl.load.files.remote_pages import remote_of
from planctl.model.period import parse_date
from planctl.output.clean import clean

_SHOWN = 9


def source(root: Path, at: str | None) -> dict[str, Any]:
    """Tell of the plans of a folder, or of a revision of them; raise GitError where git will not.

    `commit` and `date` are null where there is no commit yet, `remote` where none can be shown, and `frozen_by`
    where git knows no name. `uncommitted` tells that the plans were not all as in the commit.
    """
    with opened(root) as clone:
        sha, day = clone.commit(at or "HEAD") or (None, None)
        remote = remote_of(clone.remote)
        return {
            "commit": sha,
            "date": day,
            "uncommitted": at is None and clone.uncommitted,
            "remote": None if remote is None else remote.shown,
            "frozen_by": None if clone.user is None else clean(clone.user),
        }


def lines(source: Any, *, changed: bool) -> Iterator[Text]:
    """Say where frozen figures come from, and how to see what has changed since."""
    told = source if isinstance(source, dict) else {}
    sha, day, who, remote = (told.get(name) for name in ("commit", "date", "frozen_by", "remote"))
    if not SHA.fullmatch(str(sha)) or parse_date(str(day)) is None:
        return
    short = str(sha)[:_SHOWN]
    yield (
        T("They were frozen by {who}, at commit {commit} of {day}.", who=str(who), commit=short, day=str(day))
        if who
        else T("They were frozen at commit {commit} of {day}.", commit=short, day=str(day))
    )
    if remote:
        yield T("The plans were those of {remote}.", remote=str(remote))
    if told.get("uncommitted") is True:
        yield T("Some plan files were changed then, and not yet committed.")
    if changed:
        yield T("«planctl diff {commit}» shows what has changed in the plans since.", commit=short)
