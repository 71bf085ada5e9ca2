"""Which form a goal or strategy is written in: its main clause's finite verb.

Norwegian main clauses have the verb in the second place, but what stands before it may be long and
hold clauses of its own: "Barn som strever, får hjelp". The words are read from the left; each
subordinating word («som», «at», «når» …) owes a verb, and the first verb that no such word is owed
is the main clause's.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from planctl.language import lexicon as lex
from planctl.language.lexicon import Verbs, verbs
from planctl.language.text import QUOTE, parts, words


class Form(Enum):
    """The form of a goal or strategy, by the verb of its main clause."""

    PRESENT = "presens"
    WILL = "skal"
    MUST = "må"
    INFINITIVE = "infinitiv"
    PAST = "fortid"
    QUESTION = "spørsmål"
    NONE = "uten verb"


@dataclass(frozen=True, slots=True)
class Clause:
    """The main clause of a text: its words, its form, and where its verb stands.

    `later` tells that a clause joined to it has skal or vil.
    """

    form: Form
    words: tuple[str, ...]
    at: int = -1
    later: bool = False

    @property
    def verb(self) -> str:
        """The verb in lower case; empty when there is none."""
        return self.words[self.at].lower() if self.at >= 0 else ""


@lru_cache(maxsize=16384)
def main_clause(text: str, language: str) -> Clause:
    """Find the main clause of a title: the first part of it that has a verb of its own."""
    first: Clause | None = None
    known = verbs(language)
    for part in parts(text):
        clause = _Reader(words(part), known).read()
        if clause.form is not Form.NONE:
            return clause
        first = first or clause
    return first or Clause(Form.NONE, ())


class _Reader:
    """Reads one part of a title from the left."""

    def __init__(self, tokens: tuple[str, ...], known: Verbs) -> None:
        self.tokens = tokens
        self.low = [token.lower() for token in tokens]
        self.known = known
        self.owed = 0
        self.after_infinitive_mark = False
        self.after_modal = False
        self.last_sub = -9  # where the last subordinate clause had its verb

    def read(self) -> Clause:
        at, form = self._main()
        if self.tokens and self.tokens[-1] == "?":
            return Clause(Form.QUESTION, self.tokens, at)
        start = self._infinitive_start()
        doubtful = start == 0 and self.low[0] in lex.ADJECTIVES | lex.NOUNS | lex.AMBIGUOUS_ADJECTIVES
        if start >= 0 and (at < 0 or (start == 0 and not doubtful)):
            return Clause(Form.INFINITIVE, self.tokens, start)
        if at >= 0:
            return Clause(form, self.tokens, at, later=form is not Form.WILL and self._later(at))
        weak = self._weak()
        if weak >= 0:
            return Clause(Form.PRESENT, self.tokens, weak)
        return Clause(Form.NONE, self.tokens)

    def _main(self) -> tuple[int, Form]:
        swallowed = (-1, Form.NONE)
        for i, word in enumerate(self.low):
            if word == "å":
                self.after_infinitive_mark = True
                continue
            if word in {",", ";"}:
                self.after_modal = False
                continue
            if self._opens(i, word):
                self.owed += 1
                continue
            form = self._finite(i, word)
            if form is None:
                if self.after_infinitive_mark and word not in lex.ADVERBS and word not in lex.COORDINATORS:
                    self.after_infinitive_mark = self._coordinated(i + 1)
                continue
            if self.owed and not self._coordinated(i):
                self.owed -= 1
                self.last_sub = i
                self.after_modal = form in {Form.WILL, Form.MUST} or word == "kan"
                if self.low[i - 1] == ",":
                    swallowed = (i, form)
                continue
            if self._coordinated(i) and self.last_sub >= 0 and "," not in self.low[self.last_sub : i]:
                self.last_sub = i
                continue
            return i, form
        return swallowed

    def _coordinated(self, i: int) -> bool:
        return 0 < i < len(self.low) and self.low[i - 1] in lex.COORDINATORS

    def _finite(self, i: int, word: str) -> Form | None:
        """Tell which finite form a word is, None when it is none."""
        if word in lex.WILL:
            return Form.WILL
        if word in lex.MUST:
            return None if self._hidden() else self._must(i)
        if word in {"kommer", "kjem"} and self.low[i + 1 : i + 3] == ["til", "å"]:
            return Form.MUST
        if word in lex.PAST and not self._hidden():
            return Form.PAST
        if word not in self.known.present or (i and self.tokens[i][0].isupper() and word != "er"):
            return None
        if word == "når":
            return Form.PRESENT if i and not self._opens(i, word) else None
        if self._hidden() and word.endswith(("s", "st")) and word != "finnes":
            return None
        if word in self.known.unsure and not self._is_verb(i):
            return None
        return Form.PRESENT

    def _must(self, i: int) -> Form:
        """Tell «må» as a demand from «ingen må» and «må ikke», which describe a state."""
        denied = {"ingen", "ikke", "ikkje"} & set(self.low[max(0, i - 2) : i + 3])
        return Form.PRESENT if denied and self.low[i] == "må" else Form.MUST

    def _hidden(self) -> bool:
        """Tell whether an infinitive is awaited, so that an s-form is one."""
        return self.after_infinitive_mark or self.after_modal

    def _opens(self, i: int, word: str) -> bool:
        """Tell whether a word opens a subordinate clause."""
        following = self.low[i + 1] if i + 1 < len(self.low) else ""
        previous = self.low[i - 1] if i else ""
        if i == 0 and word in {"alt", "det"}:
            return self._free_relative(following)
        if word in lex.PRONOUNS:
            return self._bare_relative(i, word, previous, following)
        if word == "så":
            return following in {"lenge", "snart", "langt", "lenge"} and "som" not in self.low[i : i + 3]
        if word not in lex.SUBORDINATORS or not following:
            return False
        if previous in lex.SUBORDINATORS and word != "at" and not (previous == "at" and word in {"når", "dersom", "hvis"}):
            return False
        if word == "som":
            return i > 0 and self._relative(i) and not self._wh_open(i)
        if word == "om":
            return previous in {"selv", "sjølv", "som", "uansett"} or following in {"man", "vi", "du", "dei", "de"}
        if word == "når":
            return i == 0 or any(self._sure(j) for j in range(i + 1, len(self.low)))
        if word in {"enn", "siden", "sidan"}:
            return following in lex.PRONOUNS
        if word == "hver":
            return False
        return True

    def _wh_open(self, i: int) -> bool:
        """Tell whether a question word before this «som» still owes its verb («hvilke tjenester som …»)."""
        return bool(self.owed) and any(word in lex.WH for word in self.low[max(0, i - 4) : i])

    def _relative(self, i: int) -> bool:
        """Tell a relative «som» from one that means "as", which no verb follows."""
        j = i + 1
        while j < len(self.low) - 1 and self.low[j] in lex.ADVERBS:
            j += 1
        word = self.low[j]
        if self._sure(j) or word in self.known.unsure or word in lex.PRONOUNS or word.endswith("er"):
            return self._sure(j) or word not in {"flere", "fleire"}
        following = self.low[j + 1] if j + 1 < len(self.low) else ""
        definite = word.endswith(("en", "et", "ene", "ane", "a")) or word in lex.PEOPLE or self.tokens[j][0].isupper()
        return definite and word not in lex.DETERMINERS and (self._sure(j + 1) or following in self.known.unsure)

    def _bare_relative(self, i: int, word: str, previous: str, following: str) -> bool:
        """Tell whether a pronoun opens a relative clause without «som»: "tjenestene vi leverer"."""
        if i == 0 or not previous or previous in lex.COORDINATORS or previous in {",", ";", "å"}:
            return False
        if previous in lex.SUBORDINATORS or previous in lex.PREPOSITIONS or self.owed:
            return False
        if self._sure(i - 1) and not self._sure(i + 1):
            return False
        if word in {"den", "det", "de", "dei", "det", "ho"} and following in lex.ADVERBS:
            return False
        j = i + 1
        while j < len(self.low) - 1 and self.low[j] in lex.ADVERBS:
            j += 1
        return j < len(self.low) and (self._sure(j) or self.low[j] in self.known.unsure)

    def _free_relative(self, following: str) -> bool:
        """Tell whether a title begins with a relative clause of its own: "Det kommunen eier, skal …"."""
        known = following in lex.PRONOUNS or (following.endswith(("en", "et", "ne", "a")) and not self._sure(1))
        return known and "," in self.low and (self._sure(2) or self.low[2] in self.known.unsure)

    def _sure(self, i: int) -> bool:
        if not 0 <= i < len(self.low):
            return False
        word = self.low[i]
        return word in lex.WILL or word in lex.MUST or (word in self.known.present and word not in self.known.unsure and word != "når")

    def _is_verb(self, i: int) -> bool:
        """Judge a word that is both a verb and a noun («deler», «møter») by the words beside it."""
        if i == 0:
            return False
        previous, here = self.low[i - 1], self.tokens[i - 1]
        following = self.low[i + 1] if i + 1 < len(self.low) else ""
        if previous in lex.QUANTITIES:
            return bool(following) and following not in lex.PREPOSITIONS and following not in {",", "og", "som"}
        if previous in lex.PRONOUNS or previous in lex.PEOPLE or previous == "som" or previous == QUOTE:
            return True
        if previous in lex.PREPOSITIONS or previous in lex.DETERMINERS or previous in lex.COORDINATORS or previous == "å":
            return False
        if previous in lex.ADVERBS or previous in {"dag", "år", ","}:
            return bool(following)
        if i > 1 and here[0].isupper():
            return bool(following)
        if previous.endswith("s") and not here[0].isupper():
            return self.low[i - 1] in {"oss"} or not previous.endswith(("ens", "ets", "nes", "nas", "as", "anes"))
        if previous.endswith(("ende", "ande")):
            return bool(following) and following not in lex.PREPOSITIONS | lex.COORDINATORS
        if previous.endswith(("ne", "ere")) or not previous.endswith(("e", "ig", "sk", "leg")):
            return bool(following)
        return False

    def _infinitive_start(self) -> int:
        """Find the infinitive that begins a title («Redusere …», «Å skape …», «Aktivt bruke …»); -1 if none."""
        i = 0
        while i < len(self.low) and (self.low[i] in lex.ADVERBS or self.low[i] == "å" or self.low[i].endswith(("t", "leg", "vis"))):
            if self._infinitive(i):
                break
            i += 1
        if self._infinitive(i):
            return i
        for j in range(1, len(self.low)):  # «Gjennom samarbeid skape …»
            if self.low[j] in self.known.infinitives and self.low[j - 1] not in lex.COORDINATORS | {"å"}:
                if self.low[j] in lex.NOUNS or self.low[j] in lex.AMBIGUOUS_ADJECTIVES:
                    continue
                if not {"å", "kan", "som", "at", "der", "kunne"} & set(self.low[:j]) and self.low[0] in lex.PREPOSITIONS:
                    return j
        return -1

    def _infinitive(self, i: int) -> bool:
        if not 0 <= i < len(self.low) or self.low[i] not in self.known.infinitives:
            return False
        word = self.low[i]
        following = self.low[i + 1] if i + 1 < len(self.low) else ""
        if word in lex.ADJECTIVES:
            plural = following.endswith(("er", "ar", "miljø", "rom", "vilkår"))
            if word in lex.VERBS_RATHER:
                return bool(following) and following not in lex.COORDINATORS and following != "," and not plural
            return following in lex.ARTICLES or following.endswith(("ene", "ane", "en", "et", "god", "godt"))
        if word in lex.NOUNS:
            return following not in lex.PREPOSITIONS | lex.COORDINATORS and bool(following)
        return True

    def _weak(self) -> int:
        """Find an unknown word that may be a verb in the present tense, after what looks like a subject."""
        for i in range(1, len(self.low)):
            word, previous = self.low[i], self.low[i - 1]
            if not word.endswith(("er", "ar")) or len(word) < 5 or self.tokens[i][0].isupper() or i + 1 == len(self.low):
                continue
            if word in self.known.present or any(earlier in lex.SUBORDINATORS for earlier in self.low[:i]):
                continue
            if previous in lex.PRONOUNS - {"de", "dei", "den", "det"} or previous.endswith(("ene", "ane")):
                return i
            if previous.endswith(("en", "et")) and i == 1 and previous not in lex.DETERMINERS:
                return i
        return -1

    def _later(self, main: int) -> bool:
        """Tell whether a clause joined to the main one has skal or vil."""
        for i in range(main + 2, len(self.low)):
            if self.low[i] not in lex.WILL:
                continue
            j = i - 1
            while j > main and self.low[j] not in lex.COORDINATORS and self.low[j] not in {",", ";"}:
                j -= 1
            opened = any(word in lex.SUBORDINATORS for word in self.low[main + 1 : j])
            comma = self.low[j] == "," or self.low[j - 1] == ","
            between = self.low[j + 1 : i]
            if j > main and not any(word in lex.SUBORDINATORS for word in between) and (comma or not opened):
                if self.low[j] in lex.COORDINATORS or self.low[j] == ";":
                    return True
        return False
