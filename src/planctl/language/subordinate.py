"""The subordinate clauses of a title: which words open one («som», «at», «når» …), and which still owe a verb."""

from __future__ import annotations

from planctl.language import lexicon as lex
from planctl.language.tokens import Tokens

BREAKS = frozenset(",;")
_FRONTING = lex.wordset("før etter siden sidan innen innan da då idet")


class Subordinate:
    """Keeps count of the subordinate clauses while a title is read from the left.

    `owed` counts those whose verb is still to come, `opened` is where the last one opened and `closed`
    where it had its verb.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.owed = 0
        self.opened = self.closed = -9

    def open(self, i: int) -> None:
        """Take note of a clause that opens: it owes a verb."""
        self.owed, self.opened = self.owed + 1, i

    def close(self, i: int) -> None:
        """Take note of a clause's verb."""
        self.owed, self.closed = self.owed - 1, i

    def fronted(self) -> int:
        """Return where a clause in front ends that no «som» or «at» opens: "Er det tvil, skal …", "Før noe rives …"."""
        if "," not in self.tokens.low or not (self.tokens.sure(0) or self.tokens.at(0) in _FRONTING):
            return 0
        end = self.tokens.low.index(",")
        return end if self.tokens.sure(end + 1) else 0

    def opens(self, i: int, word: str) -> bool:
        """Tell whether a word opens a subordinate clause."""
        following = self.tokens.at(i + 1)
        if i == 0 and word in {"alt", "det"}:
            return self._free_relative(following)
        if word in lex.PRONOUNS:
            return self._bare_relative(i, self.tokens.at(i - 1), following)
        if word == "så":
            return following in {"lenge", "snart", "langt"} and "som" not in self.tokens.low[i : i + 3]
        if "helst" in self.tokens.low[i + 1 : i + 3] and (word == "som" or following == "som"):  # «hvem som helst»
            return False
        nested = self.opened == i - 1 and word != "at"
        return word in lex.SUBORDINATORS and bool(following) and not nested and self._subordinates(i, word, following)

    def _subordinates(self, i: int, word: str, following: str) -> bool:
        """Tell whether a word that may subordinate does so here."""
        match word:
            case "som":
                return i > 0 and self._relative(self.tokens.past_adverbs(i + 1)) and not self._asked(i)
            case "om":
                whether = i == 0 or following in {"man", "vi", "du", "dei", "de"}
                return whether or self.tokens.at(i - 1) in {"selv", "sjølv", "som", "uansett"}
            case "når":
                whom = following not in lex.PRONOUNS or self.tokens.at(i + 2) == "som"
                reaches = whom and self.closed < 0 and self.owed == 0 and self.tokens.subject(i - 1)
                return i == 0 or (not reaches and any(self.tokens.sure(j) for j in range(i + 1, len(self.tokens.low))))
            case "enn" | "siden" | "sidan":
                return following in lex.PRONOUNS
        return True

    def _asked(self, i: int) -> bool:
        """Tell whether a question word before this «som» still owes its verb («hvilke tjenester som …»)."""
        return self.owed > 0 and not lex.QUESTION_WORDS.isdisjoint(self.tokens.low[max(0, i - 4) : i])

    def _relative(self, i: int) -> bool:
        """Tell a relative «som» from one that means "as", which no verb follows; `i` is the word after it."""
        word = self.tokens.at(i)
        if self.tokens.verbal(i) or word in lex.PRONOUNS:
            return True
        if word.endswith("er"):
            return not self.tokens.sure(i + 1)
        definite = (
            word.endswith(("en", "et", "ene", "ane", "a")) or word in lex.PEOPLE or self.tokens.words[i][0].isupper()
        )
        return definite and word not in lex.DETERMINERS and self.tokens.verbal(i + 1)

    def _free_relative(self, following: str) -> bool:
        """Tell whether a title begins with a relative clause of its own: "Det kommunen eier, skal …"."""
        subject = following in lex.PRONOUNS or (following.endswith(("en", "et", "ne", "a")) and not self.tokens.sure(1))
        return subject and "," in self.tokens.low and self.tokens.verbal(2)

    def _bare_relative(self, i: int, previous: str, following: str) -> bool:
        """Tell whether a pronoun opens a relative clause without «som»: "tjenestene vi leverer"."""
        if not previous or self.owed or previous in BREAKS or previous == "å":
            return False
        if previous in lex.COORDINATORS or previous in lex.SUBORDINATORS or previous in lex.PREPOSITIONS:
            return False
        if self.tokens.sure(i - 1) and not self.tokens.sure(i + 1):  # the verb stands before its subject
            return False
        article = self.tokens.low[i] in {"den", "det", "de", "dei", "ho"} and following in lex.ADVERBS
        return not article and self.tokens.verbal(self.tokens.past_adverbs(i + 1))
