"""The glossary: what each kind of record is called, in our words or the municipality's own, in four forms.

Words of kinds that belong to no discipline alone stand in `locales/begreper.json`. A schema gives its own: `x-begrep`
beside `x-slag` those of the kind, and `x-flere-begrep` at its root others by name: of a layer of the calendar, or of a
status, which has one form.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any

from planctl.resources import SHIPPED, Disciplines, locales_dir, read_schema, records_of

Terms = Mapping[str, Mapping[str, list[str]]]
"""Words by kind and language, in the order of `FORMS`; English has the first two."""

FORMS = ("entall", "flertall", "bestemt", "bestemt_flertall")
"""The forms of a word as `begreper` in planctl.yaml names them: indefinite and definite, singular and plural."""
_ENDINGS = {
    "nb": {"ing": ("ingen", "ingene"), "sjon": ("sjonen", "sjonene"), "het": ("heten", "hetene")},
    "nn": {"ing": ("inga", "ingane"), "sjon": ("sjonen", "sjonane"), "heit": ("heita", "heitene")},
}
"""The definite singular and plural of words with endings that tell their gender."""


class Glossary:
    """The words for kinds of records in one language; `own` is `begreper` of planctl.yaml."""

    def __init__(self, code: str, own: Mapping[str, Any], disciplines: Disciplines = SHIPPED) -> None:
        self.code = code
        self._own = own
        self._disciplines = disciplines

    @cached_property
    def words(self) -> dict[str, list[str]]:
        """The shipped words of this language by kind, in the order of `FORMS`; English has the first two."""
        return {kind: forms[self.code] for kind, forms in terms(self._disciplines).items() if self.code in forms}

    def form(self, kind: str, *, plural: bool = False, definite: bool = False) -> str:
        """Return a kind's word in one form; the kind itself when the glossary lacks it."""
        own = self._own.get(kind)
        if isinstance(own, Mapping):
            word = self._own_form(own.get(self.code, own), plural=plural, definite=definite)
            if word:
                return word
        forms = (common_terms().get(kind) or _of_schemas(self._disciplines).get(kind) or {}).get(self.code)
        if forms is None:
            return kind
        if definite and len(forms) == len(FORMS) // 2:
            return f"the {forms[plural]}"
        return forms[plural + 2 * definite] if len(forms) > 1 else forms[0]

    def _own_form(self, own: Any, *, plural: bool, definite: bool) -> str:
        """Return the municipality's own word; a form that it does not give is made, or the nearest given."""
        if not isinstance(own, Mapping):
            return ""
        one = own.get("entall")
        near = own.get("flertall" if plural else "entall") or one
        given = own.get(FORMS[plural + 2 * definite]) if definite else near
        if definite and not given and isinstance(one, str):
            given = self._definite(one, plural=plural) or near
        return given if isinstance(given, str) else ""

    def _definite(self, word: str, *, plural: bool) -> str:
        """Make a definite form by the word's last part: økonomiplan as plan, satsing as all words in -ing."""
        if self.code not in _ENDINGS or " " in word:
            return ""
        nouns = (forms for forms in self.words.values() if len(forms) == len(FORMS) and " " not in forms[0])
        ends = {forms[0]: (forms[2], forms[3]) for forms in nouns}
        ends |= _ENDINGS[self.code]
        end = max((end for end in ends if word.lower().endswith(end)), key=len, default="")
        return word[: -len(end)] + ends[end][plural] if end else ""


def terms(disciplines: Disciplines = SHIPPED) -> Terms:
    """Return all words, those that the schemas give among them."""
    return {**common_terms(), **_of_schemas(disciplines)}


@cache
def common_terms() -> Terms:
    """Return the words of kinds and families that belong to no discipline alone."""
    found: Terms = json.loads((locales_dir() / "begreper.json").read_text(encoding="utf-8"))
    return found


@cache
def _of_schemas(disciplines: Disciplines) -> Terms:
    """Give the words of the schemas, which are read only when a word is asked for that is not among the common ones."""
    schemas = [read_schema(path) for path in disciplines.schema_files().values()]
    kinds = {kind: item["x-begrep"] for kind, item in records_of(schemas) if "x-begrep" in item}
    return kinds | {name: forms for root in schemas for name, forms in root.get("x-flere-begrep", {}).items()}
