"""What is left out of a record that is exempt from public access: its title and its texts, wherever they stand.

A mask stands in the place of every text in the planners' own words. What the work is followed up by is kept: ids,
references, dates, statuses and other words that the schema lets choose among, numbers, yes and no.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from planctl.law.openness import EXEMPT
from planctl.model.exempt import FIELD, label_of, says_exempt
from planctl.model.masked_text import Masked
from planctl.values import dataclass

_KEPT = re.compile(r"(\d{4}(-(\d\d(-\d\d)?|[TQHtqh]\d|\d{4}))?|\d\d?:\d\d)\Z")
"""Dates, periods and times of day."""
_ID = re.compile(r"[\w.-]+\Z")


@dataclass(frozen=True, slots=True)
class Words:
    """What may be shown of a record that is exempt, by the schemas and the plans.

    `fields` are the names of fields, `choices` the words that a field lets choose among, `free` the fields of texts in
    a person's own words, `lines` those of them that stand beside a title, as a number: no mask stands there.
    `references` are the fields that name records, `ids` what they may name.
    """

    fields: frozenset[str]
    choices: Mapping[str, frozenset[str]]
    free: frozenset[str]
    lines: frozenset[str]
    references: frozenset[str]
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Mask:
    """Hides texts behind a label, `unntatt, offl. § 14`."""

    label: str
    words: Words

    def over(self, value: Any, field: str = "") -> Any:
        """Hide the texts of a field's value, or of a whole record (a group of fields)."""
        if isinstance(value, dict):
            return self._group(value)
        if isinstance(value, list):
            row = [self.over(item, field) for item in value]
            return row if any(isinstance(item, dict) for item in row) else [item for item in row if item is not None]
        if not isinstance(value, str) or self._may_show(value, field):
            return value
        return None if self._chooses(field) or field in self.words.lines else Masked(self.label, value)

    def _group(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        mask = Mask(label_of(fields), self.words) if says_exempt(fields) else self
        shown = {name: value for name, value in fields.items() if name in self.words.fields or name in self.words.ids}
        return {name: mask._field(name, value, fields) for name, value in shown.items()}

    def _field(self, name: str, value: Any, fields: Mapping[str, Any]) -> Any:
        if name == "id" and isinstance(value, (str, int)):
            return value
        if name == "tittel" and isinstance(value, str):
            return Masked(f"{self.label} ({fields['id']})" if fields.get("id") else self.label, value)
        if name == FIELD:
            return self._mark(value)
        return self.over(value, name)

    def _mark(self, value: Any) -> Any:
        """Show of the mark itself what is law."""
        label = label_of({FIELD: value})
        return {"hjemmel": label.removeprefix(f"{EXEMPT}, ")} if label != EXEMPT else {}

    def _chooses(self, field: str) -> bool:
        """Tell whether a field only takes words that the schema names: a mask is none of them."""
        return bool(self.words.choices.get(field)) and field not in self.words.free

    def _may_show(self, text: str, field: str) -> bool:
        if text in self.words.choices.get(field, ()):
            return True
        if field == "tidligere_id":
            return bool(_ID.match(text))
        if text in self.words.ids and field in self.words.references:
            return True
        return field not in self.words.free and bool(_KEPT.match(text))
