"""Telling a person's name or number from the id or title of a unit or role."""

from __future__ import annotations

import re
from collections.abc import Iterable

from planctl.i18n import T, Text

_MAIL = re.compile(r"\S@\S")
_NUMBER = re.compile(r"(?<!\d)\d{6}[ .-]?\d{5}(?!\d)|\A\d{10}\Z")
"""A fødselsnummer or D-nummer; of one without quotes YAML drops the first nought, which leaves ten digits."""
_ASIDE = re.compile(r"\(.*?\)")
_BETWEEN = re.compile(r"\s*(?:[/&+;]|\bog\b)\s*")
_NAME = re.compile(r"[^\W\d_]\w*(?:['’.-]\w+)*\.?\Z")
_PARTICLES = frozenset({"af", "av", "de", "del", "den", "der", "di", "el", "la", "van", "von"})
_OFFICES = (
    "sjef",
    "leder",
    "leiar",
    "direktør",
    "rådmann",
    "rådgiver",
    "ansvarlig",
    "avdeling",
    "seksjon",
    "etat",
    "enhet",
)


def person_in(text: str, known_words: frozenset[str] = frozenset()) -> Text | None:
    """Say what in a text points at a person, in words that do not repeat it; None when nothing does.

    `known_words` are the words of the organisation's own titles, in lower case: what begins
    with one of them names an office or a unit, not somebody.
    """
    if _MAIL.search(text):
        return T("an e-mail address")
    if _NUMBER.search(text):
        return T("a national identity number")
    for part in _BETWEEN.split(_ASIDE.sub("", text)):
        words = part.replace(",", " ").split()
        if _is_name(words, known_words):
            return T(
                "a person's name ({initials})", initials=" ".join(f"{word[0]}." for word in words if word[0].isupper())
            )
    return None


def _is_name(words: list[str], known_words: frozenset[str]) -> bool:
    capitals = [word for word in words if word[0].isupper()]
    if len(capitals) < 2 or not words[0][0].isupper() or not all(_NAME.match(word) for word in words):
        return False
    first = words[0].casefold()
    others = {word for word in words if not word[0].isupper()}
    return others <= _PARTICLES and first not in known_words and not first.endswith(_OFFICES)


def words_of(titles: Iterable[str]) -> frozenset[str]:
    """Give the words of titles in lower case."""
    return frozenset(word.casefold().strip(",.()") for title in titles for word in title.split())
