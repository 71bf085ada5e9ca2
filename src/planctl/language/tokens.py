"""The words of one part of a title, and what can be told of each by the words beside it."""

from __future__ import annotations

from planctl.language import lexicon as lex
from planctl.language.lexicon import Verbs

_ADJECTIVE_ENDINGS = tuple(
    lex.wordset("ig ige sk ske leg lege ede te bare som somme fulle løse lause ive elle ale are ære vne")
)


def adjectival(word: str) -> bool:
    """Tell whether a word ends as adjectives and participles do."""
    return word.endswith(_ADJECTIVE_ENDINGS)


class Tokens:
    """Words as written (`words`) and in small letters (`low`), with the verbs of their language."""

    def __init__(self, words: tuple[str, ...], known: Verbs) -> None:
        self.words = words
        self.low = [word.lower() for word in words]
        self.known = known

    def at(self, i: int) -> str:
        """Return a word by place, empty outside the text."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def joined(self, i: int) -> bool:
        """Tell whether a word stands right after a coordinating one."""
        return self.at(i - 1) in lex.COORDINATORS

    def sure(self, i: int) -> bool:
        """Tell whether a word can be nothing but a verb."""
        return self.known.sure(self.at(i))

    def verbal(self, i: int) -> bool:
        """Tell whether a word is a verb or may be one."""
        return self.sure(i) or self.at(i) in self.known.unsure

    def past_adverbs(self, i: int) -> int:
        """Return the first place from `i` on that holds no adverb."""
        while self.at(i) in lex.ADVERBS and i < len(self.low) - 1:
            i += 1
        return i

    def subject(self, i: int) -> bool:
        """Tell whether a word may be the subject of a clause."""
        word = self.at(i)
        return self.definite(word) or word in lex.PEOPLE or word in lex.PRONOUNS

    def definite(self, word: str) -> bool:
        """Tell whether a first word is a definite noun, not a participle («Samordna», «Samordnet») or determiner."""
        participle = word in self.known.infinitives or word[:-1] in self.known.infinitives
        return word.endswith(("en", "et", "ene", "ane", "a")) and word not in lex.DETERMINERS and not participle

    def like_subject(self, i: int, word: str) -> bool:
        """Tell by its ending whether a word may be a subject, not an adjective or a genitive."""
        if word.endswith("s"):
            return self.words[i][0].isupper() or not word.endswith(("ens", "ets", "nes", "nas", "as"))
        return word.endswith(("ne", "ere")) or not (word in lex.SHORT_ADJECTIVES or adjectival(word))
