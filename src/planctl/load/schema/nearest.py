"""The nearest of some known words: «mente du …?»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field

from planctl.values import dataclass

MOST_SIGNS = 200
"""How long a word may be that another is looked for: comparing takes time by the square of its length."""

_FOLD = str.maketrans({"æ": "e", "ø": "o", "å": "a", "_": "-", " ": "-", ".": "-"})


def nearest(word: str, known: Iterable[str], cutoff: float = 0.72) -> str | None:
    """Return the known word most like `word`, None when none is like it or it is longer than `MOST_SIGNS`."""
    from difflib import SequenceMatcher

    if len(word) > MOST_SIGNS:
        return None
    best, best_score = None, cutoff
    folded = _fold(word)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(folded)
    for candidate in known:
        other = _fold(candidate)
        if other == folded and candidate != word:
            return candidate
        if abs(len(other) - len(folded)) > max(3, len(folded) // 2):
            continue
        matcher.set_seq1(other)
        if matcher.real_quick_ratio() > best_score and matcher.quick_ratio() > best_score:
            score = matcher.ratio()
            if score > best_score:
                best, best_score = candidate, score
    return best


@dataclass(slots=True)
class Guesses:
    """Looks for the nearest words in one file, and no more when `left` different ones have been looked for.

    A file with many thousand wrong words is damaged or hostile, and looking takes time.
    """

    left: int = 100
    _known: dict[tuple[str, tuple[str, ...]], str | None] = field(default_factory=dict)

    def nearest(self, word: str, known: Sequence[str], cutoff: float = 0.72) -> str | None:
        """Return the known word most like `word`; None when none is, or when enough has been looked for."""
        key = word, tuple(known)
        if key not in self._known and self.left > 0:
            self.left -= 1
            self._known[key] = nearest(word, known, cutoff)
        return self._known.get(key)

    def first(self, word: str, known: Sequence[str]) -> list[str]:
        """Order known words with the nearest first, then those that share a part of a word with `word`."""
        guess = self.nearest(word, known)
        return sorted(by_likeness(word, known), key=lambda one: one != guess)


def by_likeness(word: str, known: Sequence[str]) -> list[str]:
    """Order known words with those first that share a part of a word with `word`, the most alike first of all."""
    from difflib import SequenceMatcher

    folded = _fold(word)
    scores: dict[str, float] = {}
    for candidate in known:
        other = _fold(candidate)
        matcher = SequenceMatcher(None, other, folded, autojunk=False)
        longest = matcher.find_longest_match().size
        scores[candidate] = matcher.ratio() + longest / len(other) if longest >= min(4, len(other)) else 0
    return sorted(known, key=lambda item: -scores[item])


def _fold(word: str) -> str:
    low = word.casefold().replace("ae", "æ").replace("oe", "ø").replace("aa", "å")
    return low.translate(_FOLD)
