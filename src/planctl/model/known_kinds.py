"""The kinds of record there are, whether a repository has any or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from planctl.model.thread_kinds import ThreadKinds


@dataclass(frozen=True)
class KnownKinds:
    """What the schemas say of kinds: their names, their families (`plan`, `mål`, `enhet`), and those of the thread."""

    names: tuple[str, ...] = ()
    families: Mapping[str, frozenset[str]] = field(default_factory=dict)
    thread: ThreadKinds = field(default_factory=ThreadKinds)
