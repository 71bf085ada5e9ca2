"""The repository's settings, read without loading its plans."""

from __future__ import annotations

from pathlib import Path

from planctl.cli.session import CONFIG_NAME, Session
from planctl.config import Config, read_config
from planctl.load.files.tree import Entry, WorkTree
from planctl.load.reading import read_data


def settings(session: Session) -> Config:
    """Read the repository's planctl.yaml alone; without one, or with a broken one, the standard settings."""
    tree = WorkTree(session.root_of(Path()))
    data, _ = read_data(tree, Entry(CONFIG_NAME, CONFIG_NAME, 0))
    return read_config(data)
