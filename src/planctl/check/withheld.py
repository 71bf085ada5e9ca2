"""What is shown of a repository's lines and findings where something in it is exempt from public access.

Rules judge the plans with all their texts. Of a finding that stands in what is exempt, or is about it, its own words
are shown only where they hold nothing of the plans but ids, dates, numbers and what stands elsewhere too; else the
title of the rule stands for them. Elsewhere a mask stands in the place of a text of what is exempt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from planctl.check.covered_lines import covered_lines
from planctl.check.registry import rule_book
from planctl.findings.diagnostic import Diagnostic, Related
from planctl.i18n import T, Text
from planctl.law.openness import EXEMPT
from planctl.load.exemptions import Exemption
from planctl.model.masked_text import Masked
from planctl.source import Location
from planctl.world import World

_HINT = T("What is exempt from public access is left out here. Add --intern to see it.")
_ELSEWHERE = T("this is exempt from public access")
_CRASH = "901"
_NUMBER = re.compile(r"[\d\s.,:–/TQHtqh-]*\Z")
_GONE = "…"
"""Stands for a text that has no mask, as a status that is none."""
_LONG = 8
"""How many signs a text has that is looked for inside others: a shorter one stands in many by chance."""


class Veil:
    """Leaves out of lines, findings and comments of a repository what is exempt from public access."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._hidden = world.withheld
        self._covered: dict[str, dict[int, str]] = {}

    def lines(self, path: str) -> Sequence[str]:
        """Give a file's lines; those of what is exempt are empty."""
        lines = self._world.locator.file(path).lines
        covered = self._lines(path)
        return [("" if number in covered else line) for number, line in enumerate(lines, 1)] if covered else lines

    def text_of(self, path: str) -> list[str]:
        """Give a file's lines to compare: a mask, as far in, stands in the place of one of what is exempt."""
        covered = self._lines(path)
        return [
            Masked(f"{line[: len(line) - len(line.lstrip())]}# {covered[number]}", line) if number in covered else line
            for number, line in enumerate(self._world.locator.file(path).lines, 1)
        ]

    def told(self, item: Diagnostic) -> Diagnostic:
        """Give a finding as it may be shown."""
        if self._hidden is None:
            return item
        label = self._label(item)
        related = tuple(self._related(other) for other in item.related)
        if label is None:
            help_ = item.help and self._replaced(item.help)
            return replace(item, message=self._replaced(item.message), help=help_, related=related)
        message, help_ = self._replaced(item.message), item.help and self._replaced(item.help)
        if not self._is_open(message):
            title = Text(rule_book(self._world.disciplines).by_code[item.code].title)
            message = T("{rule}: {record}", rule=title, record=f"{label} ({item.record})" if item.record else label)
        if help_ is not None and not self._is_open(help_):
            help_ = _HINT
        field = item.field if item.field in self._world.book.fields.names else None
        return replace(item, message=message, help=help_, field=field, related=related)

    def comment(self, item: Exemption) -> Exemption:
        """Give a comment that exempts from rules as it may be shown: beside what is exempt, without its reason."""
        label = self._lines(item.path).get(item.span.line) or self._lines(item.path).get(item.line)
        return replace(item, reason=label) if label and item.reason else item

    def _label(self, item: Diagnostic) -> str | None:
        """Say by what a finding's place or record is exempt; None where it is not."""
        assert self._hidden is not None  # noqa: S101
        if item.record in self._hidden.ids:
            return self._hidden.ids[str(item.record)]
        return EXEMPT if item.code == _CRASH else self._at(item.location)

    def _at(self, location: Location) -> str | None:
        covered = self._lines(location.path)
        rows = range(location.span.line, location.span.end_line + 1) if covered else ()
        return next((covered[row] for row in rows if row in covered), None)

    def _related(self, other: Related) -> Related:
        if self._at(other.location) is None or self._is_open(other.message):
            return Related(other.location, self._replaced(other.message))
        return Related(other.location, _ELSEWHERE)

    def _lines(self, path: str) -> dict[int, str]:
        """Give the lines of a file that are left out, by their numbers, with what is said in their stead."""
        if self._hidden is None:
            return {}
        if path not in self._covered:
            self._covered[path] = covered_lines(path, self._hidden, self._world.locator)
        return self._covered[path]

    @cached_property
    def _texts(self) -> dict[str, str]:
        """The texts that are left out, and what stands in their place."""
        assert self._hidden is not None and self._world.whole is not None  # noqa: S101, PT018
        found: dict[str, str] = {}
        for whole, shown in zip(self._world.whole.plans.records, self._world.plans.records, strict=True):
            if whole is not shown:
                found.update(_pairs(whole.fields, shown.fields))
        return found

    @cached_property
    def _known(self) -> frozenset[str]:
        """The words that stand elsewhere in the plans too, and may be said: ids, titles, the names of fields."""
        plans = self._world.plans
        titles = {record.title for record in plans.records}
        kinds = {record.kind for record in plans.records}
        return frozenset({*plans.by_id, *plans.former_ids, *titles, *kinds, *self._world.book.fields.names})

    def _replaced(self, text: Text) -> Text:
        """Put masks in the place of the texts that are left out."""
        return replace(text, params={name: self._said(value) for name, value in text.params.items()})

    def _said(self, value: Any) -> Any:
        if isinstance(value, Text):
            return self._replaced(value)
        if isinstance(value, (list, tuple)):
            return type(value)(self._said(item) for item in value)
        return self._masked(value) if isinstance(value, str) else value

    def _masked(self, text: str) -> str:
        if text in self._known:
            return text
        if text in self._texts:
            return self._texts[text]
        for hidden, mask in self._texts.items():
            if len(hidden) >= _LONG and hidden in text:
                text = text.replace(hidden, mask)
            elif len(text) > _LONG and text.endswith("…") and hidden.startswith(text[:-1]):
                return mask
        return text

    def _is_open(self, text: Text) -> bool:
        """Tell whether a message holds no words of the plans but such as stand elsewhere, or are left out."""
        return all(self._may_say(value) for value in text.params.values())

    def _may_say(self, value: Any) -> bool:
        if isinstance(value, Text):
            return self._is_open(value)
        if isinstance(value, (list, tuple)):
            return all(map(self._may_say, value))
        if isinstance(value, str):
            return value in self._known or value in self._masks or bool(_NUMBER.match(value))
        return not isinstance(value, dict)

    @cached_property
    def _masks(self) -> frozenset[str]:
        return frozenset(self._texts.values()) - {_GONE}


def _pairs(whole: Any, shown: Any) -> Iterator[tuple[str, str]]:
    """Yield each text that is left out, with its mask."""
    if isinstance(whole, dict):
        for name, value in whole.items():
            yield from _pairs(value, shown.get(name) if isinstance(shown, dict) else None)
    elif isinstance(whole, list):
        rows: Iterable[Any] = shown if isinstance(shown, list) else [None] * len(whole)
        for one, other in zip(whole, rows, strict=True):
            yield from _pairs(one, other)
    elif isinstance(shown, Masked):
        yield str(whole), str(shown)
    elif isinstance(whole, str) and whole and whole != shown:
        yield whole, _GONE
