"""The schemas as one book, read for their annotations; `validators` holds data against them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from planctl.load.schema.field_survey import FieldSurvey
from planctl.load.schema.json_schema import Schema
from planctl.load.schema.matter_annotations import matter_kinds
from planctl.load.schema.own_settings import with_settings
from planctl.load.schema.own_words import with_own_words
from planctl.load.schema.thread_annotations import thread_kinds
from planctl.load.schema.validators import Validators
from planctl.model.known_kinds import KnownKinds
from planctl.resources import SHIPPED, Disciplines, read_schema, records_of
from planctl.values import dataclass

CONFIG_TYPE = "planctl"
_SHARED = "felles"


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that refers to records: the kinds it may name, and the rule for an unknown one.

    `sense` is that of a step of the thread (`x-tråd`), `order` tells that what it names comes before the record or
    after it (`x-rekkefølge`: `etter` or `før`); both are empty for most.
    """

    kinds: frozenset[str]
    unknown_rule: str | None = None
    sense: str = ""
    order: str = ""


class SchemaBook:
    """All schemas, by the `type` of the plan files they describe; `disciplines` says where they lie."""

    def __init__(self, disciplines: Disciplines = SHIPPED) -> None:
        self.disciplines = disciplines
        self._whole: dict[int, tuple[Schema, Schema]] = {}

    @cached_property
    def files(self) -> dict[str, Schema]:
        """The schemas by file stem (`felles` among them); that of the settings has what the disciplines add to it."""
        read = {stem: read_schema(path) for stem, path in self.disciplines.schema_files().items()}
        return with_settings(with_own_words(read))

    @cached_property
    def defs(self) -> dict[str, Schema]:
        """All shared definitions, their names unique across files."""
        return {name: item for schema in self.files.values() for name, item in schema.get("$defs", {}).items()}

    @cached_property
    def validators(self) -> Validators:
        """What holds data against the schemas."""
        return Validators(self.files, self.defs)

    @cached_property
    def fields(self) -> FieldSurvey:
        """What the schemas say of fields by their names alone, whichever record they stand in."""
        return FieldSurvey(self.files.values(), self.resolve)

    @cached_property
    def types(self) -> dict[str, str]:
        """The schema file (stem) of each value of `type`."""
        found = {}
        for stem, schema in self.files.items():
            rule = schema.get("properties", {}).get("type", {})
            for name in rule.get("enum", [rule["const"]] if "const" in rule else []):
                found[name] = stem
        return found

    @cached_property
    def families(self) -> dict[str, frozenset[str]]:
        """The kinds of each family: `plan`, `mål`, `enhet`, and those that records say they are of (`x-familie`)."""
        rows = self.files[_SHARED].get("x-familier", {})
        found = {name: set(kinds) for name, kinds in rows.items()}
        for kind, schema in records_of(self.files.values()):
            if "x-familie" in schema:
                found.setdefault(schema["x-familie"], set()).add(kind)
        return {name: frozenset(kinds) for name, kinds in found.items()}

    @cached_property
    def gathered(self) -> frozenset[str]:
        """The families that no one lists, but kinds say they are of: `løsbar`."""
        return frozenset(self.families.keys() - self.files[_SHARED].get("x-familier", {}).keys())

    @cached_property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """The kinds of each group that rules and reports go through together, without a word of its own for users."""
        rows = self.files[_SHARED].get("x-grupper", {})
        return {name: tuple(kinds) for name, kinds in rows.items()}

    @cached_property
    def known_kinds(self) -> KnownKinds:
        """The kinds of record that the schemas describe, and how the rød tråd goes through them."""
        records = list(records_of(self.files.values()))
        reported = frozenset(field for _, field, _ in self.reported.values())
        thread = thread_kinds(records, self.defs, self.families, reported)
        steering: dict[str, tuple[str, ...]] = {}
        for kind, schema in records:
            if "x-styringsmodell" in schema:
                model = schema["x-styringsmodell"]
                steering[model] = tuple(dict.fromkeys((*steering.get(model, ()), kind)))
        names = tuple(dict.fromkeys(kind for kind, _ in records))
        return KnownKinds(names, self.families, self.groups, thread, matter_kinds(records), self.gathered, steering)

    def _given(self, keyword: str) -> dict[str, Any]:
        """Gather what the roots of all schemas give by a keyword; of two that give the same, the shared one holds."""
        roots = [*self.files.values(), self.files[_SHARED]]
        return {name: value for root in roots for name, value in root.get(keyword, {}).items()}

    def _given_by_all(self, keyword: str) -> dict[str, tuple[str, ...]]:
        """Gather what all roots give by a keyword, one text or more; what the shared schema gives stands first."""
        found: dict[str, tuple[str, ...]] = {}
        for root in (self.files[_SHARED], *self.files.values()):
            for name, given in root.get(keyword, {}).items():
                new = given if isinstance(given, list) else [given]
                found[name] = tuple(dict.fromkeys((*found.get(name, ()), *new)))
        return found

    @cached_property
    def nynorsk(self) -> dict[str, str]:
        """Field names as they are often typed in nynorsk, and as planctl writes them."""
        return self._given("x-nynorsk")

    @cached_property
    def nynorsk_titles(self) -> dict[str, str]:
        """The titles of fields, and what they are in nynorsk where that is another word."""
        return self._given("x-nynorsk-titler")

    @cached_property
    def nynorsk_values(self) -> dict[str, str]:
        """The values that fields can have, and what they are called in nynorsk where that is another word."""
        return self._given("x-nynorsk-verdier")

    @cached_property
    def other_names(self) -> dict[str, tuple[str, ...]]:
        """What fields are called in other words, as `deadline`, and what planctl calls them."""
        return self._given_by_all("x-andre-feltnavn")

    def usual_name(self, key: str, known: Iterable[str]) -> str | None:
        """Give the one of the known fields that is written in nynorsk or in other words; None for any other word."""
        low = key.casefold()
        names = (self.nynorsk.get(low, ""), *self.other_names.get(low, ()))
        return next((name for name in names if name in known), None)

    @cached_property
    def reported(self) -> dict[str, tuple[str, str, Schema]]:
        """Where it is reported how a kind of record goes: the type of the file, the field, and the fields under it."""
        found: dict[str, tuple[str, str, Schema]] = {}
        for name, stem in self.types.items():
            for field, inner in self.files[stem]["properties"].items():
                whole = self.resolve(inner)
                for kind in self.kinds(whole.get("x-nøkler-viser-til", [])):
                    fields = self.fields_of(whole["additionalProperties"])
                    if fields:
                        found.setdefault(kind, (name, field, fields))
        return found

    @cached_property
    def same_values(self) -> dict[str, tuple[str, ...]]:
        """Words that mean the same as a value that a field can have: one in each of some fields.

        What planctl itself calls a value in nynorsk or English is one of them, as is the name of a field in nynorsk.
        """
        found = self._given_by_all("x-samme-verdi")
        shown = [*self.nynorsk.items(), *((said, value) for value, said in self.nynorsk_values.items())]
        for name, forms in self._given("x-flere-begrep").items():
            shown += [(forms[code][0], name) for code in ("nn", "en") if code in forms]
        for said, value in shown:
            found[said.casefold()] = tuple(dict.fromkeys((*found.get(said.casefold(), ()), value)))
        return found

    @cached_property
    def near_values(self) -> dict[str, tuple[str, ...]]:
        """Words that most often mean a value that a field can have: one in each of some fields."""
        return self._given_by_all("x-nær-verdi")

    @cached_property
    def one_line(self) -> frozenset[str]:
        """The names of fields whose text is one line, as a title is."""
        return frozenset(name for schema in self.files.values() for name in schema.get("x-én-linje", ()))

    @cached_property
    def key_fields(self) -> tuple[tuple[str, ...], ...]:
        """The fields that name records without an id (`x-nøkkel`), one tuple for each kind that has such."""
        return tuple(sorted({tuple(item["x-nøkkel"]) for item in self.defs.values() if "x-nøkkel" in item}))

    def kinds(self, names: list[str]) -> frozenset[str]:
        """Expand families to kinds."""
        return frozenset(kind for name in names for kind in self.families.get(name, (name,)))

    def told(self, names: list[str]) -> list[str]:
        """Expand the families that readers know only by their kinds."""
        return [kind for name in names for kind in (sorted(self.families[name]) if name in self.gathered else [name])]

    def resolve(self, schema: Schema) -> Schema:
        """Follow `$ref`; keywords beside it win over the definition's. The same schema gives the same each time."""
        if "$ref" not in schema:
            return schema
        known = self._whole.get(id(schema))
        if known is None:
            known = self._whole[id(schema)] = (schema, self._followed(schema))
        return known[1]

    def _followed(self, schema: Schema) -> Schema:
        while "$ref" in schema:
            target = self.defs[schema["$ref"].rpartition("/")[2]]
            schema = {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
        return schema

    def wanted(self, schema: Schema) -> list[str]:
        """Return the JSON types that a schema takes, through `$ref` and `anyOf`."""
        whole = self.resolve(schema)
        found = whole.get("type", [])
        kinds = [found] if isinstance(found, str) else list(found)
        return kinds + [kind for branch in whole.get("anyOf", ()) for kind in self.wanted(branch)]

    def fields_of(self, schema: Schema) -> Schema:
        """Return the fields of a group, or of the items of a list, through `$ref` and `anyOf`."""
        whole = self.resolve(schema)
        found = dict(whole.get("properties", {}))
        for inner in (*whole.get("anyOf", ()), *([whole["items"]] if "items" in whole else [])):
            found.update(self.fields_of(inner))
        return found

    def root(self, stem: str) -> Schema:
        """Return the schema of a file stem."""
        return self.files[stem]
