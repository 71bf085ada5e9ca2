"""Titles as sentences and words: numbering, quotations and brackets are set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_NUMBERING = re.compile(
    r"\s*(?:(?:hovedmål|hovudmål|delmål|mål|strategi|tiltak|satsingsområde)\s*[\w.]{0,5}\s*[:.–—-]\s+"
    r"|[A-ZÆØÅ]{0,3}\d+(?:\.\d+)+[.:)]?\s+|[A-ZÆØÅ]{1,3}\d+[.:)]?\s+|\d+[.):]\s+(?=[A-ZÆØÅ])|[A-Za-z]\)\s+|[-–—•*·]\s*)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SENTENCE_END = re.compile(
    r"(?<![.\s]\w)(?<!\bbl\.a)(?<!\bf\.eks)(?<!\bmv)(?<!\bosv)(?<!\bnr)(?<=[\w»)%])[.!?]+\s+(?=[A-ZÆØÅ«])|;\s+"
)
_PART_END = re.compile(r":\s+|\s[–—-]\s")
_WORD = re.compile(r"[^\W_]+(?:[-’'./][^\W_]+)*-?|[,;:!?…]|«»|%")
_BEFORE_MARK = re.compile(r" ([,;:!?…])")
QUOTE = "«»"
MOST = 4000
_MARKS = (". ", "! ", "? ", "; ", ".» ", "!» ", "?» ")


def without_shouting(text: str) -> str:
    """Return a text in small letters, the first a capital, when it was written in capitals only."""
    return text.capitalize() if text.isupper() and " " in text.strip() else text


@lru_cache(maxsize=16384)
def bare(text: str) -> str:
    """Return a title without its number, its brackets and what is quoted in it; of an absurd length, its start."""
    text = without_shouting(text[:MOST])
    text = _NUMBERING.sub("", text, count=1) if _NUMBERING.match(text) else text
    if "«" in text or '"' in text or "“" in text:
        whole = _QUOTED.fullmatch(text.strip())
        text = text.strip()[1:-1] if whole else _QUOTED.sub(f" {QUOTE} ", text)
    if "(" in text or "[" in text:
        text = _BRACKETS.sub(" ", text)
    return text.strip()


def sentences(text: str) -> list[str]:
    """Return a text's sentences; a semicolon parts them too."""
    if not any(mark in text for mark in _MARKS):
        return [text] if text else []
    return [part for part in _SENTENCE_END.split(text) if part.strip()]


def parts(text: str) -> list[str]:
    """Return what a title may be judged by: its sentences, each cut at a colon or a dash."""
    found = []
    for sentence in sentences(bare(text)):
        if not any(mark in sentence for mark in (": ", " – ", " — ", " - ")):
            found.append(sentence)
            continue
        found += [part for part in _PART_END.split(sentence) if part.strip()]
    return found


def words(text: str) -> tuple[str, ...]:
    """Return the words and commas of a text, as written."""
    return tuple(_WORD.findall(text))


def running(tokens: Iterable[str]) -> str:
    """Write words and commas as running text again: no space before a mark."""
    return _BEFORE_MARK.sub(r"\1", " ".join(tokens))


def holds_whole(text: str, tokens: Iterable[str]) -> bool:
    """Tell whether words stand in a text without anything between them that was set aside."""
    return "".join(tokens) in "".join(text.split())
