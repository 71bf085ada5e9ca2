"""Telling a person's name from the name of a unit, a role or a body.

Names are told by form (two capitals, initials, «v/ Per») and by words: common first names, titles of offices,
words of which units' names are made. The lists are in `data/personnavn.json`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

from planctl.resources import data_dir
from planctl.values import dataclass

_ASIDE = re.compile(r"[(\[].*?[)\]]")
_BETWEEN = re.compile(r"\s*(?:[/&+;:]|\s[–-]\s|\bog\b|\bsamt\b)\s*")
_BY = re.compile(r"\b(?:v/|v\.|ved\b|c/o)\s*(.+)", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]\w*(?:['’.-]\w+)*\.?\Z")
_JOINED = re.compile(r"[^\W\d_]+(?:[._-][^\W\d_]+){1,3}\Z")
_PARTICLES = frozenset({"af", "av", "de", "del", "den", "der", "di", "el", "la", "van", "von"})
_LONGEST_FIRST_NAME, _LONGEST_SURNAME = 10, 13
_LONGEST_OF_SURNAMES = 4
_LONGEST_WORD, _LONGEST_OWNER = 60, 200
_FILLERS = frozenset({"er", "heter", "heiter"})
_SURNAMES = ("sen", "son", "sson", "datter", "dottir", "mann", "rud", "stad", "haug", "ski", "ska", "ova", "enko")
_IN_PROSE = re.compile(
    r"(?<![\w@.])[A-ZÆØÅ][\w'’-]*\.?(?: (?:[A-ZÆØÅ][\w'’-]*\.?|av|de|den|der|van|von))* [A-ZÆØÅ][\w'’-]+"
)
_PLACE_AFTER = re.compile(
    r"\s?(?:-|s?\s*(?:(?:videregående|vidaregåande)\s*)?"
    r"(?:vei|veg|gate|gata|plass|torg|allé|bru|minne|legat|fond|stiftelse|skole|skule|hus|senter|sykehus|"
    r"sjukehus|barnehage|hospital|universitet|pris|prisen)\b)"
)


@dataclass(frozen=True, slots=True)
class _Words:
    first_names: frozenset[str]
    offices: frozenset[str]
    units: frozenset[str]
    surnames: frozenset[str]
    mailboxes: frozenset[str]
    office_endings: tuple[str, ...]
    unit_endings: tuple[str, ...]

    @property
    def sure_unit_endings(self) -> tuple[str, ...]:
        """Those of the endings that no surname has."""
        return tuple(ending for ending in self.unit_endings if len(ending) > _LONGEST_OF_SURNAMES)


@cache
def words() -> _Words:
    """Give the lists of words, in lower case."""
    data = json.loads((data_dir() / "personnavn.json").read_text(encoding="utf-8"))
    return _Words(
        first_names=frozenset(data["fornavn"]),
        offices=frozenset(data["stillinger"]),
        units=frozenset(data["enhetsord"]),
        surnames=frozenset(data["etternavn_som_enhetsord"]),
        mailboxes=frozenset(data["funksjonsadresser"]),
        office_endings=tuple(data["stillingsendelser"]),
        unit_endings=tuple(data["enhetsendelser"]),
    )


def is_unit_word(word: str, known: frozenset[str], *, after_name: bool = False) -> bool:
    """Tell whether a word belongs in the name of a unit, a body or a firm; `known` are the organisation's own words.

    After a first name a short ending says nothing: «Solheim» is a surname, «Omsorgsheim» is none.
    """
    low = word.casefold().strip(".,")
    if after_name and low in words().surnames:
        return False
    endings = words().sure_unit_endings if after_name else words().unit_endings
    return low in known or low in words().units or low.endswith(endings)


def _is_office(word: str) -> bool:
    low = word.casefold().strip(",")
    return low in words().offices or low.strip(".") in words().offices or low.endswith(words().office_endings)


def is_first_name(word: str) -> bool:
    """Tell whether a word is a common first name, also a double one such as «Anne-Lise»."""
    low = word.casefold()
    return low in words().first_names or ("-" in low and all(part in words().first_names for part in low.split("-")))


def name_in_owner(text: str, known: frozenset[str] = frozenset()) -> str | None:
    """Return the name of a person in what stands where a unit or role belongs; None when there is none.

    `known` are the words of the organisation's own titles, in lower case. A longer text than names and titles of
    offices are is none.
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST_OWNER:
        return None
    by = _BY.search(text)
    asides = [aside.strip("()[] ") for aside in _ASIDE.findall(text)]
    for part in [*_BETWEEN.split(_ASIDE.sub("", text)), *asides, *([by[1]] if by else [])]:
        for piece in (part, *(part.split(",") if "," in part else ())):
            found = _name(piece.split(), known, alone=by is not None and part == by[1])
            if found:
                return found
    return name_in_id(text.strip(), known)


def _name(tokens: list[str], known: frozenset[str], *, alone: bool) -> str | None:
    """Find the name in a row of words: what is left when titles of offices are taken away."""
    if not tokens:
        return None
    if len(tokens) == 2 and tokens[0].endswith(",") and not _is_office(tokens[1]):
        tokens = [tokens[1], tokens[0]]  # «Nordmann, Kari»
    offices = any(_is_office(token) for token in tokens)
    rest = [token.strip(",") for token in tokens if not _is_office(token) and token not in _FILLERS]
    rest = [token for token in rest if token]
    if not rest or not all(_NAME.match(token) for token in rest):
        return None
    named = is_first_name(rest[0])
    if any(is_unit_word(token, known, after_name=named) for token in rest if token not in _PARTICLES):
        return None
    if len(rest) == 1:
        single = rest[0]
        known_name = is_first_name(single) and (single[0].isupper() or offices)
        return single if known_name or (alone and single[0].isupper()) else None
    return " ".join(rest) if _is_name(rest) else None


def _is_name(tokens: list[str]) -> bool:
    if all(token.isupper() and len(token) > 1 for token in tokens) or all(token.islower() for token in tokens):
        return is_first_name(tokens[0])
    if not is_first_name(tokens[0]) and (len(tokens[0]) > _LONGEST_FIRST_NAME or len(tokens[-1]) > _LONGEST_SURNAME):
        return False
    others = {token for token in tokens if not token[0].isupper()}
    return (
        tokens[0][0].isupper() and len(tokens) - len(others) > 1 and others <= _PARTICLES and not _abbreviated(tokens)
    )


def _abbreviated(tokens: list[str]) -> bool:
    """Tell whether a word is an abbreviation in capitals, as in «NAV Asker»."""
    return any(len(token) > 1 and token.isupper() and "." not in token for token in tokens)


def name_in_id(text: str, known: frozenset[str] = frozenset()) -> str | None:
    """Return a name written as an id or as the first half of an address: «kari.hansen», «leder-kari-hansen»."""
    if _JOINED.match(text) is None:
        return None
    parts = [part for part in re.split(r"[._-]", text) if part]
    while len(parts) > 2 and _is_office(parts[0]):
        parts = parts[1:]
    named = is_first_name(parts[0])
    if any(is_unit_word(part, known, after_name=named) or _is_office(part) for part in parts[1:]):
        return None
    if is_unit_word(parts[0], known):
        return None
    dotted = "." in text and (len(parts[0]) == 1 or parts[-1].casefold().endswith(_SURNAMES))
    return " ".join(parts) if len(parts) > 1 and (dotted or named) else None


def names_in_prose(text: str, known: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the full names of persons in a text: a common first name and a surname.

    Streets, prizes, schools and institutions that are named after somebody are no persons. Words longer than any
    name are passed over, and runs of spaces are one: patterns take time by the square of these.
    """
    text = " ".join(word if len(word) <= _LONGEST_WORD else "…" for word in text.split())
    for match in _IN_PROSE.finditer(text):
        tokens = match[0].split()
        while tokens and _is_office(tokens[0]):
            tokens = tokens[1:]
        if len(tokens) < 2 or not is_first_name(tokens[0]) or _PLACE_AFTER.match(text, match.end()):
            continue
        if not _is_of_something_else(tokens, known):
            yield " ".join(tokens)


def _is_of_something_else(tokens: list[str], known: frozenset[str]) -> bool:
    """Tell whether a row of words with a first name is of a unit, or of a thing as in «Roald Dahl-uka»."""
    last = tokens[-1]
    if last in _PARTICLES or re.search(r"-[a-zæøå]", last) or _abbreviated(tokens):
        return True
    return any(is_unit_word(token, known, after_name=True) for token in tokens[1:])
