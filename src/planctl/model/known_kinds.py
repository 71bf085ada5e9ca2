"""The kinds of record there are, whether a repository has any or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from planctl.model.thread_kinds import ThreadKinds


@dataclass(frozen=True)
class KnownKinds:
    """What the schemas say of kinds: their names, their families (`plan`, `mål`, `enhet`), and those of the thread.

    `closed` gives, of the kinds that somebody waits for until they are settled, the statuses that settle them.
    """

    names: tuple[str, ...] = ()
    families: Mapping[str, frozenset[str]] = field(default_factory=dict)
    thread: ThreadKinds = field(default_factory=ThreadKinds)
    closed: Mapping[str, frozenset[str]] = field(default_factory=dict)
