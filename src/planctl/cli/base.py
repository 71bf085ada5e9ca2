"""BASE: the revision that a change is judged against. Chosen here, for every command and every build server.

A user names it, or `auto` finds it from what the build server tells:

- In a pull request it is the first parent of the server's own merge commit, so that what others have brought into
  the branch meanwhile is not taken for a part of the change. It is that only when the second parent is the pull
  request's head and HEAD is the commit that the server says it is running for; any other merge commit may have been
  made by whoever proposes the change, and its first parent by them too.
- Else it is where the pull request parted from the branch it goes into, which is always a commit of that branch.
- After a push it is the commit that was the branch's last before it.

No name of the plans' own branches or tags is looked up on the way: a SHA, or the full name of a remote branch.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from planctl.cli.build_server import Event, Proposed, Pushed, Unreadable, event_of
from planctl.i18n import T, Text
from planctl.load.files.git import GitError, git, resolve
from planctl.values import dataclass

AUTO = "auto"
"""The word that asks for BASE to be found. A branch of that name is refs/heads/auto."""
_FETCH = T("Fetch the whole history: «fetch-depth: 0», «GIT_DEPTH: 0» or «git fetch --unshallow».")


@dataclass(frozen=True, slots=True)
class NoBase:
    """That there is no BASE, why, and what to do about it.

    `proposed` tells that a pull request is to be judged, so that it must not pass unjudged.
    """

    reason: Text
    hint: Text
    proposed: bool = False


def find_base(root: Path, name: str, environ: Mapping[str, str]) -> str | NoBase:
    """Give the revision that a user's word stands for: a SHA for `auto`, else the word itself.

    Before the first commit HEAD is no revision, and nothing has been there that could be judged against.
    """
    if name == "HEAD" and _unborn(root):
        return NoBase(T("nothing is committed yet"), T("Commit the plans."))
    return name if name != AUTO else _found(root, event_of(environ))


def _found(root: Path, event: Event) -> str | NoBase:
    if event is None:
        reason = T("no build server tells of a pull request or a push")
        return NoBase(reason, T("Name the revision, as «--against main»."))
    if isinstance(event, Unreadable):
        reason = T("what the build server tells of the change cannot be read")
        hint = T("Give the job the variables of the build server and the file they name, as GITHUB_EVENT_PATH.")
        return NoBase(reason, hint, proposed=True)
    try:
        return _of_proposed(root, event) if isinstance(event, Proposed) else _of_push(root, event)
    except GitError:
        reason = _no_git(root) or T("the revision that the build server names is not here")
        return NoBase(reason, _FETCH, isinstance(event, Proposed))


def _of_proposed(root: Path, event: Proposed) -> str:
    head, *parents = git(root, "rev-list", "--parents", "-n", "1", "HEAD").decode().split()
    if len(parents) == 2 and parents[1] == event.head and event.merge in (None, head):
        return resolve(root, parents[0])
    return git(root, "merge-base", resolve(root, event.into or ""), head).decode().split()[0]


def _of_push(root: Path, event: Pushed) -> str | NoBase:
    if event.before is not None:
        return resolve(root, event.before)
    reason = T("no commit was there before the push")
    return NoBase(reason, T("Name the revision, as «--against main»."))


def _no_git(root: Path) -> Text | None:
    """Say why git does not read the repository at all, where it does not."""
    try:
        git(root, "rev-parse", "--git-dir")
    except GitError as error:
        return error.message
    return None


def _unborn(root: Path) -> bool:
    try:
        git(root, "symbolic-ref", "--quiet", "HEAD")
    except GitError:
        return False
    try:
        resolve(root, "HEAD")
    except GitError:
        return True
    return False
