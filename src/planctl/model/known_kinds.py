"""The kinds of record there are, whether a repository has any or not."""

from __future__ import annotations

from collections.abc import Mapping

from planctl.model.matter_kinds import MatterKinds
from planctl.model.thread_kinds import ThreadKinds


class KnownKinds:
    """What the schemas say of kinds.

    `families` have a word of their own (`plan`, `mål`, `enhet`), `groups` do not, and keep their order (`eiere`);
    `gathered` are the families that kinds say they are of, as `løsbar`: readers know them by their kinds.
    `thread` tells how the rød tråd goes through the kinds, `matters` how those are followed up that somebody waits for.
    `steering` gives for a styringsmodell the kinds of record that tell how an oppdrag is steered by it.
    """

    def __init__(
        self,
        names: tuple[str, ...] = (),
        families: Mapping[str, frozenset[str]] | None = None,
        groups: Mapping[str, tuple[str, ...]] | None = None,
        thread: ThreadKinds | None = None,
        matters: MatterKinds | None = None,
        gathered: frozenset[str] = frozenset(),
        steering: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.names = names
        self.families = families or {}
        self.groups = groups or {}
        self.thread = thread or ThreadKinds()
        self.matters = matters or MatterKinds()
        self.gathered = gathered
        self.steering = steering or {}
