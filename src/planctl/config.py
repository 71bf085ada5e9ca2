"""The settings of a plan repository, from its planctl.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import Any

from planctl.findings.diagnostic import Severity
from planctl.model.period import parse_date, parse_period
from planctl.values import dataclass

FORMAT = 1
PROFILES = ("asker", "fri")
WORDINGS = {"mål": ("presens", "skal", "fri"), "strategi": ("skal", "presens", "infinitiv", "fri")}
SEVERITY_WORDS = {"feil": Severity.ERROR, "advarsel": Severity.WARNING, "råd": Severity.INFO, "av": Severity.OFF}

_TILTAK_RULE = ("3", "31", "310", "tiltak-utenfor-virksomhetsplan")
"""What the rule against tiltak elsewhere is called where rules are named, the widest first."""


@dataclass(frozen=True, slots=True)
class Council:
    """A valgperiode: its years, the day the council was constituted, and its place in planctl.yaml."""

    index: int
    first: int
    last: int
    constituted: date | None = None
    unread: bool = False
    """Whether something stands in `konstituering` that is no day."""


@dataclass(frozen=True, slots=True)
class Config:
    """What planctl.yaml says; each field has a default, so that a folder without one works.

    `severities` and `ignored` hold codes or slugs as written; `per_path` holds
    (glob, ignored codes); `terms` the municipality's own words; `pinned` the fixed date; `wording`
    the form that mål and strategi are written in, where `språkform` says it.
    """

    municipality: str = ""
    number: str = ""
    profile: str = "asker"
    language: str | None = None
    pinned: date | None = None
    excluded: tuple[str, ...] = ()
    terms: Mapping[str, Any] = field(default_factory=dict)
    wording: Mapping[str, str] = field(default_factory=dict)
    councils: tuple[Council, ...] = ()
    tells_councils: bool = False
    """Whether something stands in `valgperioder`, readable or not."""
    priority_goals: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    per_path: tuple[tuple[str, tuple[str, ...]], ...] = ()
    groups: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Every group as it is written: a discipline reads its own (`x-innstillinger`)."""

    @property
    def tiltak_anywhere(self) -> bool:
        """Whether tiltak may stand in any plan: where the rule against it (310) is off, as in the profile `fri`."""
        if any(name in self.ignored for name in _TILTAK_RULE):
            return True
        levels = [self.severities[name] for name in _TILTAK_RULE if name in self.severities]
        return levels[-1] is Severity.OFF if levels else self.profile == "fri"


def read_config(data: Any) -> Config:
    """Read the settings out of plain data; what has a wrong shape is left at its default."""
    root = _group(data)
    town = _group(root.get("kommune"))
    rules = _group(root.get("regler"))
    levels = {
        str(key): SEVERITY_WORDS[value]
        for key, value in _group(rules.get("alvorlighet")).items()
        if value in SEVERITY_WORDS
    }
    per_path = tuple(
        (str(glob), _codes(_group(item).get("ignorer"))) for glob, item in _group(rules.get("per_sti")).items()
    )
    return Config(
        municipality=str(town.get("navn") or ""),
        number=str(town.get("nummer") or ""),
        profile=root["profil"] if root.get("profil") in PROFILES else "asker",
        language=root["språk"] if root.get("språk") in ("nb", "nn", "en") else None,
        pinned=parse_date(root.get("dato")),
        excluded=_texts(root.get("utelat")),
        terms=_group(root.get("begreper")),
        wording={key: form for key, form in _group(root.get("språkform")).items() if form in WORDINGS.get(key, ())},
        councils=tuple(_councils(root.get("valgperioder"))),
        tells_councils=bool(root.get("valgperioder")),
        priority_goals=_texts(root.get("prioriterte_bærekraftsmål")),
        severities=levels,
        ignored=_codes(rules.get("ignorer")),
        per_path=per_path,
        groups={str(key): value for key, value in root.items() if isinstance(value, dict)},
    )


def _group(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _councils(value: Any) -> Iterator[Council]:
    for index, item in enumerate(value if isinstance(value, list) else ()):
        group = _group(item)
        first, last = parse_period(group.get("fra")), parse_period(group.get("til"))
        if first is not None and last is not None:
            day = parse_date(group.get("konstituering"))
            unread = day is None and group.get("konstituering") is not None
            yield Council(index, first.start.year, last.start.year, day, unread)


def _codes(value: Any) -> tuple[str, ...]:
    """Read rules by code or slug; of a code without quotes YAML drops the first noughts (009 is 9).

    An item of a wrong shape stays as an empty text, so that the others keep their places.
    """
    items = value if isinstance(value, list) else []
    return tuple(f"{item:03d}" if type(item) is int else item if isinstance(item, str) else "" for item in items)


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(str(item) for item in value if item is not None) if isinstance(value, list) else ()
