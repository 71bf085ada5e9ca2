"""The kinds of record there are, whether a repository has any or not."""

from __future__ import annotations

from collections.abc import Mapping

from planctl.model.thread_kinds import ThreadKinds


class KnownKinds:
    """What the schemas say of kinds: their names, their families (`plan`, `mål`, `enhet`), and those of the thread."""

    def __init__(
        self,
        names: tuple[str, ...] = (),
        families: Mapping[str, frozenset[str]] | None = None,
        thread: ThreadKinds | None = None,
    ) -> None:
        self.names = names
        self.families = families or {}
        self.thread = thread or ThreadKinds()
