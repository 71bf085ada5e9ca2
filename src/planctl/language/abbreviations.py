"""Abbreviations that a text uses, and whether a text spells one out."""

from __future__ import annotations

import re

from planctl.language import lexicon as lex
from planctl.language.plain import norwegian
from planctl.language.text import MOST

_ABBREVIATION = re.compile(r"(?<![\w-])[A-ZÆØÅ]{2,6}(?![\wæøå])")
_ORDINARY = (
    lex.PRONOUNS | lex.PEOPLE | lex.PREPOSITIONS | lex.DETERMINERS | lex.ADVERBS | lex.WILL | lex.MUST
    | lex.SUBORDINATORS | lex.COORDINATORS | lex.SHORT_ADJECTIVES
    | lex.wordset("ja nei kan er har å barn eldre hjem heim grønn grøn klima helse skole skule miljø natur by bygd")
)  # fmt: skip
"""Words that are written in capitals to stress them, and are no abbreviations: «JA-kommune», «for ALLE»."""
_ROMAN = re.compile(r"[IVX]+\Z")
_NAME = re.compile(r"[ ]?\d")


def abbreviations(text: str) -> list[str]:
    """Return the abbreviations of a text that not everyone knows; none when the whole text is in capitals."""
    text = text[:MOST]
    if not _ABBREVIATION.search(text) or sum(char.isupper() for char in text) > sum(char.islower() for char in text):
        return []
    return [
        match[0]
        for match in _ABBREVIATION.finditer(text)
        if not _needs_none(match[0]) and not _NAME.match(text[match.end() :])
    ]


def _needs_none(short: str) -> bool:
    """Tell whether letters in capitals need no explanation: well known, a stressed word, a number."""
    return short in norwegian().abbreviations or short.lower() in _ORDINARY or bool(_ROMAN.match(short))


def explains(text: str, abbreviation: str) -> bool:
    """Tell whether a text spells an abbreviation out: "Navn på noe (ABC)", "ABC (navn på noe)", "ABC betyr …"."""
    short = re.escape(abbreviation)
    ways = (
        rf"[a-zæøå]{{3,}}[»”\"]? ?\({short}\b",
        rf"\b{short} ?\([^)]*[a-zæøå]{{4,}}",
        rf"\b{short} (?:er|står for|betyr|tyder|=|–|er forkort\w+ for) [a-zæøå]{{2,}}",
        rf"[a-zæøå]{{4,}},? (?:heretter |forkort\w+ |kalt |kalla )[«\"]?{short}\b",
    )
    return any(re.search(way, text) for way in ways)
