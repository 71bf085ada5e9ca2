"""What a build server tells of the change it runs for, read from its environment and from nothing in the plans."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from planctl.values import dataclass

_SHA = re.compile(r"(?!0+\Z)[0-9a-f]{40,64}")


@dataclass(frozen=True, slots=True)
class Proposed:
    """A pull or merge request: the branch it goes into, its own last commit, and the merge the server made of them.

    `into` is a commit's SHA or the full name of a ref; None where the server names none that can be understood.
    `merge` is None where the server does not name the commit.
    """

    into: str | None
    head: str | None
    merge: str | None = None


@dataclass(frozen=True, slots=True)
class Pushed:
    """Commits that came to a branch; `before` is the revision that was its last, None where there was none."""

    before: str | None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A build server runs this, and what it tells of the change cannot be read: it may be a pull request."""


Event = Proposed | Pushed | Unreadable | None
_JUDGED = frozenset({"pull_request", "pull_request_target", "merge_group", "push"})


def event_of(environ: Mapping[str, str]) -> Event:
    """Read what GitHub Actions, GitLab CI or Azure Pipelines tells; None for what is neither, and elsewhere."""
    if environ.get("GITHUB_ACTIONS") == "true":
        return _github(environ)
    if environ.get("GITLAB_CI") == "true":
        return _gitlab(environ)
    return _azure(environ) if environ.get("TF_BUILD", "").casefold() == "true" else None


def _github(environ: Mapping[str, str]) -> Event:
    try:
        event = json.loads(Path(environ.get("GITHUB_EVENT_PATH", "")).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Unreadable()
    if isinstance(_in(event, "pull_request"), dict):
        into = _sha(_in(event, "pull_request", "base", "sha"))
        return Proposed(into, _sha(_in(event, "pull_request", "head", "sha")), _sha(environ.get("GITHUB_SHA")))
    if isinstance(_in(event, "merge_group"), dict):
        return Proposed(_sha(_in(event, "merge_group", "base_sha")), None)
    if _in(event, "before") is not None:
        return Pushed(_sha(_in(event, "before")))
    known = isinstance(event, dict) and _JUDGED.isdisjoint({*event, environ.get("GITHUB_EVENT_NAME")})
    return None if known else Unreadable()


def _gitlab(environ: Mapping[str, str]) -> Event:
    source = environ.get("CI_PIPELINE_SOURCE")
    if source == "merge_request_event":
        into = _sha(environ.get("CI_MERGE_REQUEST_DIFF_BASE_SHA"))
        head = _sha(environ.get("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"))
        return Proposed(into, head, _sha(environ.get("CI_COMMIT_SHA")))
    if source == "push":
        return Pushed(_sha(environ.get("CI_COMMIT_BEFORE_SHA")))
    return None if source else Unreadable()


def _azure(environ: Mapping[str, str]) -> Event:
    branch = environ.get("SYSTEM_PULLREQUEST_TARGETBRANCH", "").removeprefix("refs/heads/")
    if branch:
        head = _sha(environ.get("SYSTEM_PULLREQUEST_SOURCECOMMITID"))
        return Proposed(f"refs/remotes/origin/{branch}", head, _sha(environ.get("BUILD_SOURCEVERSION")))
    reason = environ.get("BUILD_REASON")
    if reason in {"IndividualCI", "BatchedCI"}:
        return Pushed("HEAD^1")
    return Unreadable() if reason in {None, "", "PullRequest"} else None


def _in(event: Any, *names: str) -> Any:
    """Return what stands in nested groups; None where something is missing."""
    for name in names:
        event = event.get(name) if isinstance(event, dict) else None
    return event


def _sha(value: Any) -> str | None:
    """Return a whole commit name; one of noughts alone stands for no commit."""
    return value if isinstance(value, str) and _SHA.fullmatch(value) else None
