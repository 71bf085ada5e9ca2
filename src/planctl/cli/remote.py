"""Where the remote of the user's clone is on the network."""

from __future__ import annotations

from pathlib import Path

from planctl.load.files.clone import opened
from planctl.load.files.git import GitError
from planctl.load.files.remote_pages import Remote, remote_of


def remote(root: Path) -> Remote | None:
    """Give the remote of the clone that a folder lies in; None where there is none, or git cannot tell."""
    try:
        with opened(root) as clone:
            return remote_of(clone.remote)
    except GitError:
        return None


def commit_pages(root: Path) -> str | None:
    """Give what comes before a commit's SHA in the address of its page."""
    found = remote(root)
    return None if found is None else found.commits
