"""FN's 17 sustainability goals and 169 targets, shipped as data."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import field

from planctl.resources import data_dir
from planctl.values import dataclass

_LETTER_TARGET = re.compile(r"(\d{1,2})\.\d{1,2}\.?([a-d])\Z|(\d{1,2})([a-d])\Z")


@dataclass(frozen=True, slots=True)
class GoalBook:
    """The goals by number and the targets by id (`13.2`, `3.a`); titles by language.

    `short` gives the targets short titles, which are planctl's own words and not FN's.
    """

    titles: dict[str, dict[str, str]]
    targets: frozenset[str]
    short: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __contains__(self, id_: str) -> bool:
        return id_ in self.titles or id_ in self.targets

    def title(self, id_: str, language: str) -> str:
        """Return the short title of a goal, or of the goal a target belongs to."""
        titles = self.titles[id_.partition(".")[0]]
        return titles.get(language) or titles["nb"]

    def name(self, id_: str, language: str) -> str:
        """Return the short title of a target, where it has one, else that of its goal."""
        own = self.short.get(id_)
        return (own.get(language) or own["nb"]) if own else self.title(id_, language)

    @staticmethod
    def uri(id_: str) -> str:
        """Return FN's own address of a goal or target."""
        return f"http://metadata.un.org/sdg/{id_}"

    def normalised(self, text: str) -> str | None:
        """Read another spelling of a target, such as the source's `3.9a` for 3.a; None if none fits."""
        match = _LETTER_TARGET.match(text.strip().lower())
        if match:
            goal, letter = (match[1], match[2]) if match[1] else (match[3], match[4])
            found = f"{goal}.{letter}"
            return found if found in self.targets else None
        digits = text.strip().lower().removeprefix("mål ").removeprefix("sdg ").strip(". ")
        parts = digits.split(".")
        if all(part.isdigit() for part in parts):
            found = ".".join(str(int(part)) for part in parts)
            return found if found in self and found != text else None
        return None


def load_goals() -> GoalBook:
    """Read the shipped goals."""
    data = json.loads((data_dir() / "fn.json").read_text(encoding="utf-8"))
    targets = frozenset(f"{goal['id']}.{part}" for goal in data["mål"] for part in goal["delmål"])
    short = json.loads((data_dir() / "fn_targets.json").read_text(encoding="utf-8"))["titler"]
    return GoalBook({goal["id"]: goal["titler"] for goal in data["mål"]}, targets, short)
