"""Plain words: empty phrases, mixed norms, long sentences, and which norm a text is written in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache

from planctl.language.text import MOST, bare, sentences, without_shouting, words
from planctl.resources import data_dir
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """An empty phrase by its words; which advice rule 407 gives, and what it proposes to write in each norm."""

    words: tuple[str, ...]
    advice: str
    instead: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Norwegian:
    """The word lists of plain language.

    `phrases` are by first word, `stems` words with any ending, `starts` their first letters.
    """

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
        phrase = Phrase(tuple(written.split()), advice["råd"], advice.get("skriv", {}))
        if written.endswith("*") and len(phrase.words) == 1:
            stems.append((written[:-1], phrase))
        else:
            phrases[phrase.words[0]] = (*phrases.get(phrase.words[0], ()), phrase)
    return Norwegian(
        phrases,
        tuple(sorted(stems, key=lambda row: -len(row[0]))),
        frozenset(stem[:4] for stem, _ in stems),
        frozenset(" ".join(data["bare bokmål"]).split()),
        frozenset(" ".join(data["bare nynorsk"]).split()),
        frozenset(" ".join(data["kjente forkortelser"]).split()),
    )


@lru_cache(maxsize=16384)
def lowered(text: str) -> tuple[str, ...]:
    """Return a text's words in lower case; names inside it are left out, and what is quoted."""
    set_apart = not _SET_APART.isdisjoint(text)
    found = [word.strip(_MARKS) for word in (bare(text) if set_apart else without_shouting(text[:MOST])).split()]
    return tuple([word.lower() for i, word in enumerate(found) if word and (not i or word[0].islower())])


_MARKS = ".,:;!?()[]«»–-"
_SET_APART = frozenset('«“„"(')


@lru_cache(maxsize=16384)
def empty_phrases(text: str) -> tuple[tuple[str, Phrase], ...]:
    """Find the empty phrases of a text, as written there, and each by what is known of it."""
    known, low = norwegian(), lowered(text)
    if known.phrases.keys().isdisjoint(low) and known.starts.isdisjoint(word[:4] for word in low):
        return ()
    found: list[tuple[str, Phrase]] = []
    for i, word in enumerate(low):
        for phrase in known.phrases.get(word, ()):
            here = low[i : i + len(phrase.words)]
            if here == phrase.words:
                found.append((" ".join(here), phrase))
        if word[:4] in known.starts:
            found.extend([(word, phrase) for stem, phrase in known.stems if word.startswith(stem)][:1])
    return tuple(found)


@lru_cache(maxsize=16384)
def mixed(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a text that are bokmål only, and those that are nynorsk only."""
    known, low = norwegian(), lowered(text)
    bokmål = tuple([word for word in low if word in known.bokmål or (word.endswith(_BOKMÅL) and word not in _BOTH)])
    nynorsk = tuple([word for word in low if word in known.nynorsk or (word.endswith(_NYNORSK) and len(word) > 4)])
    return bokmål, nynorsk


_BOKMÅL = ("heten", "heter", "hetene", "sjoner", "sjonene", "somhet", "lighet")
_NYNORSK = ("heita", "heiter", "heitene", "sjonar", "sjonane", "arar", "arane", "ingar", "ingane", "plassar", "leg")
_BOTH = frozenset({"heter", "heten"})


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


def longest(text: str) -> int:
    """Count the words of a text's longest sentence; 0 when it is clearly short."""
    if text.count(" ") < 20:
        return 0
    text = text[:MOST]
    return max((sum(word[0].isalnum() for word in words(sentence)) for sentence in sentences(text)), default=0)
