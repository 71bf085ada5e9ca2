"""A record of the plan files, with its place in the rød tråd."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

Fields = dict[str, Any]
GOALS = ("hovedmål", "delmål", "mål")


@dataclass(eq=False)
class Node:
    """A record with the file it stands in and the record around it; `up` and `down` are one step of the thread."""

    kind: str
    fields: Fields
    path: str
    parent: Node | None = None
    up: list[Node] = field(default_factory=list)
    down: list[Node] = field(default_factory=list)

    def text(self, name: str) -> str:
        """Return a field that holds text; empty when there is none."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else ""

    def texts(self, name: str) -> list[str]:
        """Return a field that holds one text or several."""
        value = self.fields.get(name) or []
        return value if isinstance(value, list) else [value]

    @property
    def id(self) -> str:
        """The record's id."""
        return self.text("id")

    @property
    def title(self) -> str:
        """What the record is called."""
        return self.text("tittel") or self.id

    @property
    def label(self) -> str:
        """Number and title."""
        return f"{self.text('nummer')} {self.title}".strip()

    @property
    def top(self) -> Node:
        """The file's own record."""
        return self.parent.top if self.parent else self

    @property
    def made_up(self) -> bool:
        """Whether the record, or one it stands in, is marked as illustrative."""
        own = self.text("illustrativ")
        return own == "true" if own else self.parent is not None and self.parent.made_up

    @property
    def goal(self) -> bool:
        """Whether it is a mål of some level."""
        return self.kind in GOALS

    @cached_property
    def below(self) -> list[Node]:
        """Every record down the thread, nearest first, each once."""
        found, seen = [self], {self}
        for here in found:
            new = [other for other in here.down if other not in seen]
            found += new
            seen.update(new)
        return found[1:]
