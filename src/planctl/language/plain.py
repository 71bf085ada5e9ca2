"""Plain words: empty phrases, mixed norms, abbreviations, and which norm a text is written in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from planctl.language.text import QUOTE, bare, words
from planctl.resources import data_dir


@dataclass(frozen=True, slots=True)
class Phrase:
    """An empty phrase by its words (`*` for any ending), and what to write instead."""

    words: tuple[str, ...]
    advice: str


@dataclass(frozen=True, slots=True)
class Norwegian:
    """The word lists of plain language: empty phrases by first word, words of one norm only, known abbreviations."""

    phrases: dict[str, tuple[Phrase, ...]]
    stems: tuple[tuple[str, Phrase], ...]
    starts: frozenset[str]
    bokmål: frozenset[str]
    nynorsk: frozenset[str]
    abbreviations: frozenset[str]


@lru_cache(maxsize=1)
def norwegian() -> Norwegian:
    """Read the shipped word lists."""
    data = json.loads((data_dir() / "språk.json").read_text(encoding="utf-8"))
    phrases: dict[str, tuple[Phrase, ...]] = {}
    stems = []
    for written, advice in data["tomme ord"].items():
        phrase = Phrase(tuple(written.split()), advice)
        if written.endswith("*") and len(phrase.words) == 1:
            stems.append((written[:-1], phrase))
        else:
            phrases[phrase.words[0]] = (*phrases.get(phrase.words[0], ()), phrase)
    return Norwegian(
        phrases,
        tuple(stems),
        frozenset(stem[:4] for stem, _ in stems),
        frozenset(" ".join(data["bare bokmål"]).split()),
        frozenset(" ".join(data["bare nynorsk"]).split()),
        frozenset(" ".join(data["kjente forkortelser"]).split()),
    )


@lru_cache(maxsize=16384)
def lowered(text: str) -> tuple[str, ...]:
    """Return a text's words in lower case; names inside it are left out, and what is quoted."""
    found = words(bare(text))
    return tuple(word.lower() for i, word in enumerate(found) if not i or not word[0].isupper())


@lru_cache(maxsize=16384)
def empty_phrases(text: str) -> tuple[tuple[str, str], ...]:
    """Find the empty phrases of a text, with advice for each."""
    known, low = norwegian(), lowered(text)
    if known.phrases.keys().isdisjoint(low) and known.starts.isdisjoint(word[:4] for word in low):
        return ()
    found = []
    for i, word in enumerate(low):
        for phrase in known.phrases.get(word, ()):
            if _fits(low[i : i + len(phrase.words)], phrase.words):
                found.append((" ".join(low[i : i + len(phrase.words)]), phrase.advice))
        if word[:4] in known.starts:
            found += [(word, phrase.advice) for stem, phrase in known.stems if word.startswith(stem)]
    return tuple(found)


def _fits(found: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    return len(found) == len(pattern) and all(
        word.startswith(want[:-1]) if want.endswith("*") else word == want for word, want in zip(found, pattern, strict=True)
    )


def mixed(text: str) -> tuple[list[str], list[str]]:
    """Return the words of a text that are bokmål only, and those that are nynorsk only."""
    known = norwegian()
    low = lowered(text)
    return [word for word in low if word in known.bokmål], [word for word in low if word in known.nynorsk]


@lru_cache(maxsize=16384)
def norm(text: str) -> str | None:
    """Tell which norm a text is written in, `nb` or `nn`; None when its words do not tell."""
    bokmål, nynorsk = mixed(text)
    if len(bokmål) == len(nynorsk):
        return None
    return "nb" if len(bokmål) > len(nynorsk) else "nn"


def norm_of(texts: Iterable[str]) -> str | None:
    """Tell which norm most of some texts are written in."""
    found = [norm(text) for text in texts]
    bokmål, nynorsk = found.count("nb"), found.count("nn")
    return None if bokmål == nynorsk else "nb" if bokmål > nynorsk else "nn"


_ABBREVIATION = re.compile(r"(?<![\w-])[A-ZÆØÅ]{2,6}(?![\wæøå])")
_ROMAN = re.compile(r"[IVX]+\Z")
_NAME = re.compile(r"[ ]?\d")


def abbreviations(text: str) -> list[str]:
    """Return the abbreviations of a text that not everyone knows; none when the whole text is in capitals."""
    found = _ABBREVIATION.findall(text)
    if not found or sum(char.isupper() for char in text) > sum(char.islower() for char in text):
        return []
    known = norwegian().abbreviations
    return [
        match[0]
        for match in _ABBREVIATION.finditer(text)
        if match[0] not in known and not _ROMAN.match(match[0]) and not _NAME.match(text[match.end() :])
    ]


def explains(text: str, abbreviation: str) -> bool:
    """Tell whether a text spells an abbreviation out: "Navn på noe (ABC)", "ABC (navn på noe)", "ABC betyr …"."""
    short = re.escape(abbreviation)
    return bool(
        re.search(rf"[a-zæøå]{{3,}}[»”\"]? ?\({short}\b", text)
        or re.search(rf"\b{short} ?\([^)]*[a-zæøå]{{4,}}", text)
        or re.search(rf"\b{short} (?:er|står for|betyr|tyder|=|–|er forkort\w+ for) [a-zæøå]{{2,}}", text)
        or re.search(rf"[a-zæøå]{{4,}},? (?:heretter |forkort\w+ |kalt |kalla )?[«\"]?{short}\b[»\"]?,? (?:er|heretter)", text)
    )


__all__ = ["QUOTE", "abbreviations", "empty_phrases", "explains", "mixed", "norm", "norm_of"]
