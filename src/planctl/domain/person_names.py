"""What in the plans points at a person: in the fields of those who answer, in the organisation, and in any text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from planctl.domain.personal_texts import texts_worth_a_look, two_capitals
from planctl.findings.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.source import Place, field_of
from planctl.values import dataclass

UNKNOWN_OWNER = "ukjent-ansvarlig"
"""The rule that speaks of an unknown reference to those who answer for something."""
_ORGANISATION = ("enhet", "organ", "ekstern")
_OFFICES = ("sjef", "sjefen", "leder", "lederen", "leiar", "leiaren", "direktør", "direktøren", "ordfører")


@dataclass(frozen=True, slots=True)
class PersonFound:
    """Something that points at a person: in which record and field, what it is, and where it stands.

    `certain` tells that it is an error; a name in running text is only advice.
    """

    record: Record
    field: str
    what: Text
    place: Place
    certain: bool


def person_in(text: str, known_words: frozenset[str] = frozenset()) -> Text | None:
    """Say what in an owner's field points at a person, in words that do not repeat it; None when nothing does.

    `known_words` are the words of the organisation's own titles, in lower case: they make no name.
    """
    from planctl.language.person_names import name_in_owner
    from planctl.language.personal_data import personal_data

    found = next(personal_data(text, known_words), None)
    if found is not None:
        return found.what
    if re.fullmatch(r"\d{10}|\d{6}[ .-]?\d{5}", text.strip()):  # YAML drops the first nought of a number without quotes
        return T("a national identity number")
    name = name_in_owner(text, known_words)
    return None if name is None else _named(name)


def words_of(titles: Iterable[str]) -> frozenset[str]:
    """Give the words of titles in lower case."""
    return frozenset(word.casefold().strip(",.()") for title in titles for word in title.split())


def _named(name: str) -> Text:
    initials = [f"{part[0].upper()}." for part in re.split(r"[ ._]", name) if part]
    return T("a person's name ({initials})", initials=" ".join(initials))


def people_in_texts(plans: PlanSet) -> tuple[PersonFound, ...]:
    """Find what points at persons in the texts of all records, and in the titles and ids of the organisation."""
    return _people(plans)


@lru_cache(maxsize=1)
def _people(plans: PlanSet) -> tuple[PersonFound, ...]:
    return (*_in_organisation(plans), *_in_texts(plans))


def _in_organisation(plans: PlanSet) -> Iterator[PersonFound]:
    """Find roles, units, bodies and others that are entered with a person's name, by title or id."""
    records = [record for record in plans.of_kind("rolle", *_ORGANISATION) if not _names_an_office(record)]
    units = words_of(record.title for record in plans.of_kind(*_ORGANISATION))
    for record in records:
        title, id_ = record.fields.get("tittel"), record.id or ""
        found = _name_of_title(record, title, units) if isinstance(title, str) else None
        name, field = (found, "tittel") if found is not None else (_name_of_id(id_), "id")
        if name is not None:
            yield PersonFound(record, field, _named(name), record.place(field), certain=True)


def _name_of_title(record: Record, title: str, units: frozenset[str]) -> str | None:
    """Find a person's name in a title: that of a role as where an owner stands, that of a unit in full only."""
    if record.kind != "rolle" and not two_capitals(title):
        return None
    from planctl.language.person_names import name_in_owner, names_in_prose

    if record.kind == "rolle":
        return name_in_owner(title, units)
    return next(names_in_prose(title), None)


def _name_of_id(id_: str) -> str | None:
    if not re.search(r"[^\W\d_][-._][^\W\d_]", id_):
        return None
    from planctl.language.person_names import name_in_id

    return name_in_id(id_)


def _names_an_office(record: Record) -> bool:
    """Tell at once that a role's title and id name an office and nobody in it, as nearly all do."""
    if record.kind != "rolle":
        return False
    words = [record.title.partition(" ")[0].casefold(), (record.id or "").partition("-")[0]]
    return all(word.endswith(_OFFICES) for word in words) and not two_capitals(record.title)


def _in_texts(plans: PlanSet) -> Iterator[PersonFound]:
    hits = texts_worth_a_look(plans)
    if not hits:
        return
    from planctl.language.person_names import names_in_prose
    from planctl.language.personal_data import personal_data

    known = words_of(record.title for record in plans.of_kind(*_ORGANISATION))
    owners = {ref.place for ref in plans.refs if ref.reference.unknown_rule == UNKNOWN_OWNER}  # judged as references
    for record, pointer, text in hits:
        if Place(record.path, pointer) in owners:
            continue
        found = next(personal_data(text, known), None)
        name = next(names_in_prose(text, known), None)
        field = field_of(pointer)
        place = Place(record.path, pointer)
        if found is not None:
            yield PersonFound(record, field, found.what, place, certain=True)
        elif name is not None and not (record.plan.kind == "organisasjon" and field == "tittel"):
            yield PersonFound(record, field, _named(name), place, certain=False)


def tell(found: PersonFound, code: str) -> Finding:
    """Make the finding of a rule on persons; what is found is never repeated."""
    record = None if found.record.plan.kind == "organisasjon" else found.record.id  # its id may be the name
    message = T(
        "What stands under {field} in «{id}» looks like {what}",
        field=found.field,
        id=record or found.record.path,
        what=found.what,
    )
    hint = T("Write the role or the unit instead: people change posts, plans are public, and git keeps what is stored.")
    return Finding(code, found.place, message, hint, record, found.field)
