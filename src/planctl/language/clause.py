"""Which form a goal or strategy is written in: its main clause's finite verb.

Norwegian main clauses have the verb in the second place, but what stands before it may be long and
hold clauses of its own: "Barn som strever, får hjelp". The words are read from the left; each
subordinating word («som», «at», «når» …) owes a verb, and the first verb that no such word owes
is the main clause's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from planctl.language import lexicon as lex
from planctl.language.lexicon import Verbs, verbs
from planctl.language.text import QUOTE, parts, words

_BREAKS = frozenset(",;")
_ADJECTIVE_ENDINGS = tuple(
    lex.wordset("ig ige sk ske leg lege ede te bare som somme fulle løse lause ive elle ale are ære vne")
)
_BEFORE_NOUNS = (lex.PREPOSITIONS | lex.COORDINATORS | lex.DETERMINERS | {"å"}) - lex.PRONOUNS - {"som"}
_SUBJECTS = (lex.PRONOUNS | lex.PEOPLE | {"som", QUOTE}) - lex.QUANTITIES
_BEFORE_INFINITIVES = lex.ADVERBS | {"å"}
_OTHERWISE = lex.ADJECTIVES | lex.NOUNS | lex.PEOPLE
_NEVER_VERBS = lex.PREPOSITIONS | lex.COORDINATORS | lex.ADVERBS | lex.DETERMINERS | {",", ";", "å", QUOTE}
_SURE_PRONOUNS = lex.PRONOUNS - {"de", "dei", "den", "det"}
_AFTER_VERBS = lex.wordset("ikke ikkje også òg alltid aldri seg hverandre kvarandre")
_FRONTING = lex.wordset("før etter siden sidan innen innan da då idet")
_BEFORE_VERBS = lex.ADVERBS | {"dag", "år", ","}


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

    `later` tells that a clause joined to it, or a later sentence, has skal or vil.
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
    known = verbs(language)
    clauses = [_Reader(words(part), known).read() for part in parts(text)] or [Clause(Form.NONE, ())]
    found = next((clause for clause in clauses if clause.form is not Form.NONE), clauses[0])
    if found.form is not Form.WILL and any(clause.form is Form.WILL for clause in clauses):
        return replace(found, later=True)
    return found


def finite(tokens: tuple[str, ...], language: str) -> int:
    """Return where a main clause given as words has its verb, skal or vil; -1 when it has none."""
    clause = _Reader(tokens, verbs(language)).read()
    return clause.at if clause.form in {Form.PRESENT, Form.WILL} else -1


class _Reader:
    """Reads one part of a title from the left.

    `owed` counts the subordinate clauses whose verb is still to come, `opened` is where the last one
    opened and `closed` where it had its verb; `infinitive` and `modal` tell that an infinitive is awaited.
    """

    def __init__(self, tokens: tuple[str, ...], known: Verbs) -> None:
        self.tokens = tokens
        self.low = [token.lower() for token in tokens]
        self.known = known
        self.owed = 0
        self.opened = self.closed = -9
        self.infinitive = self.modal = False

    def read(self) -> Clause:
        """Judge the form of the words."""
        at, form = self._main()
        start = self._infinitive_start()
        if self.tokens[-1:] == ("?",):
            return Clause(Form.QUESTION, self.tokens, at)
        if start >= 0 and (at < 0 or (start == 0 and self.low[0] not in _OTHERWISE)):
            return Clause(Form.INFINITIVE, self.tokens, start)
        if at >= 0:
            return Clause(form, self.tokens, at, later=form is not Form.WILL and self._later(at))
        at = self._guessed()
        return Clause(Form.PRESENT if at >= 0 else Form.NONE, self.tokens, at)

    def _main(self) -> tuple[int, Form]:
        """Find the main clause's verb; a verb right after a comma, when every other word failed."""
        spare = (-1, Form.NONE)
        fronted = self._fronted()
        for i, word in enumerate(self.low):
            if word == "å":
                self.infinitive = True
            elif word in _BREAKS:
                self.modal = False
            elif self._opens(i, word):
                self.owed, self.opened = self.owed + 1, i
            elif i < fronted:
                continue
            elif (form := self._finite(i, word)) is None:
                if self.infinitive and word not in lex.ADVERBS and word not in lex.COORDINATORS:
                    self.infinitive = self._joined(i + 1)
            elif self.owed and not self._joined(i):
                self.owed, self.closed = self.owed - 1, i
                self.modal = form in {Form.WILL, Form.MUST} or word == "kan"
                spare = (i, form) if self._at(i - 1) == "," else spare
            elif self._joined(i) and self.closed >= 0 and "," not in self.low[self.closed : i]:
                self.closed = i
            else:
                return i, form
        return spare

    def _at(self, i: int) -> str:
        """Return a word by place, empty outside the text."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def _joined(self, i: int) -> bool:
        return self._at(i - 1) in lex.COORDINATORS

    def _sure(self, i: int) -> bool:
        return self.known.sure(self._at(i))

    def _verbal(self, i: int) -> bool:
        return self._sure(i) or self._at(i) in self.known.unsure

    def _past_adverbs(self, i: int) -> int:
        while self._at(i) in lex.ADVERBS and i < len(self.low) - 1:
            i += 1
        return i

    def _finite(self, i: int, word: str) -> Form | None:
        """Tell which finite form a word is, None when it is none."""
        awaited = self.infinitive or self.modal
        if word in lex.WILL:
            return Form.WILL
        if word in lex.MUST or word in lex.PAST:
            return None if awaited else self._must(i) if word in lex.MUST else Form.PAST
        if word in {"kommer", "kjem"} and self.low[i + 1 : i + 3] == ["til", "å"]:
            return Form.MUST
        name = self.tokens[i][0].isupper() if i else word in self.known.infinitives
        infinitive = awaited and word.endswith(("s", "st")) and word != "finnes"
        noun = word in self.known.unsure and not self._is_verb(i)
        present = word in self.known.present and not name and not infinitive and not noun
        return Form.PRESENT if present and (i or word != "når") else None

    def _fronted(self) -> int:
        """Return where a clause in front ends that no «som» or «at» opens: "Er det tvil, skal …", "Før noe rives …"."""
        if "," not in self.low or not (self._sure(0) or self._at(0) in _FRONTING):
            return 0
        end = self.low.index(",")
        return end if self._sure(end + 1) else 0

    def _must(self, i: int) -> Form:
        """Tell «må» as a demand from «ingen må» and «må ikke», which describe a state."""
        denied = {"ingen", "ikke", "ikkje"} & set(self.low[max(0, i - 2) : i + 3])
        return Form.PRESENT if denied and self.low[i] == "må" else Form.MUST

    def _opens(self, i: int, word: str) -> bool:
        """Tell whether a word opens a subordinate clause."""
        following = self._at(i + 1)
        if i == 0 and word in {"alt", "det"}:
            return self._free_relative(following)
        if word in lex.PRONOUNS:
            return self._bare_relative(i, self._at(i - 1), following)
        if word == "så":
            return following in {"lenge", "snart", "langt"} and "som" not in self.low[i : i + 3]
        if "helst" in self.low[i + 1 : i + 3] and (word == "som" or following == "som"):  # «hvem som helst»
            return False
        nested = self.opened == i - 1 and word != "at"
        return word in lex.SUBORDINATORS and bool(following) and not nested and self._subordinates(i, word, following)

    def _subordinates(self, i: int, word: str, following: str) -> bool:
        """Tell whether a word that may subordinate does so here."""
        match word:
            case "som":
                return i > 0 and self._relative(self._past_adverbs(i + 1)) and not self._asked(i)
            case "om":
                whether = i == 0 or following in {"man", "vi", "du", "dei", "de"}
                return whether or self._at(i - 1) in {"selv", "sjølv", "som", "uansett"}
            case "når":
                whom = following not in lex.PRONOUNS or self._at(i + 2) == "som"
                reaches = whom and self.closed < 0 and self.owed == 0 and self._subject(i - 1)
                return i == 0 or (not reaches and any(self._sure(j) for j in range(i + 1, len(self.low))))
            case "enn" | "siden" | "sidan":
                return following in lex.PRONOUNS
        return True

    def _asked(self, i: int) -> bool:
        """Tell whether a question word before this «som» still owes its verb («hvilke tjenester som …»)."""
        return self.owed > 0 and not lex.QUESTION_WORDS.isdisjoint(self.low[max(0, i - 4) : i])

    def _relative(self, i: int) -> bool:
        """Tell a relative «som» from one that means "as", which no verb follows; `i` is the word after it."""
        word = self._at(i)
        if self._verbal(i) or word in lex.PRONOUNS:
            return True
        if word.endswith("er"):
            return not self._sure(i + 1)
        definite = word.endswith(("en", "et", "ene", "ane", "a")) or word in lex.PEOPLE or self.tokens[i][0].isupper()
        return definite and word not in lex.DETERMINERS and self._verbal(i + 1)

    def _free_relative(self, following: str) -> bool:
        """Tell whether a title begins with a relative clause of its own: "Det kommunen eier, skal …"."""
        subject = following in lex.PRONOUNS or (following.endswith(("en", "et", "ne", "a")) and not self._sure(1))
        return subject and "," in self.low and self._verbal(2)

    def _bare_relative(self, i: int, previous: str, following: str) -> bool:
        """Tell whether a pronoun opens a relative clause without «som»: "tjenestene vi leverer"."""
        if not previous or self.owed or previous in _BREAKS or previous == "å":
            return False
        if previous in lex.COORDINATORS or previous in lex.SUBORDINATORS or previous in lex.PREPOSITIONS:
            return False
        if self._sure(i - 1) and not self._sure(i + 1):  # the verb stands before its subject
            return False
        article = self.low[i] in {"den", "det", "de", "dei", "ho"} and following in lex.ADVERBS
        return not article and self._verbal(self._past_adverbs(i + 1))

    def _is_verb(self, i: int) -> bool:
        """Judge a word that is both a verb and a noun («deler», «møter») by the words beside it."""
        previous, following = self._at(i - 1), self._at(i + 1)
        bound = following in lex.PREPOSITIONS or following in lex.COORDINATORS or following in {"", ","}
        if previous in _SUBJECTS:
            return True
        if previous in lex.QUANTITIES or previous.endswith(("ende", "ande")):
            return not bound
        if self._at(i - 2) == "av":  # «to av tre velger …»
            return not bound
        if previous in _BEFORE_NOUNS or not previous or not following:
            return not following and self._definite(previous)
        name = i > 1 and self.tokens[i - 1][0].isupper()
        return name or previous in _BEFORE_VERBS or self._like_subject(i - 1, previous)

    def _like_subject(self, i: int, word: str) -> bool:
        """Tell by its ending whether a word may be a subject, not an adjective or a genitive."""
        if word.endswith("s"):
            return self.tokens[i][0].isupper() or not word.endswith(("ens", "ets", "nes", "nas", "as"))
        return word.endswith(("ne", "ere")) or not (word in lex.SHORT_ADJECTIVES or word.endswith(_ADJECTIVE_ENDINGS))

    def _infinitive_start(self) -> int:
        """Find the infinitive that begins a title («Redusere …», «Å skape …», «Aktivt bruke …»); -1 if none does."""
        i = 0
        while not self._infinitive(i) and self._leads(self._at(i)):
            i += 1
        if self._infinitive(i):
            return i
        return self._infinitive_after_phrase() if self._at(0) in lex.PREPOSITIONS else -1

    @staticmethod
    def _leads(word: str) -> bool:
        return word in _BEFORE_INFINITIVES or word.endswith(("t", "leg", "vis"))

    def _infinitive_after_phrase(self) -> int:
        """Find the infinitive after a phrase in front: «Gjennom samarbeid skape …»."""
        for j in range(1, len(self.low)):
            word = self.low[j]
            if word in {"å", "kan", "som", "at", "der", "kunne"}:
                return -1
            plain = word not in lex.NOUNS and word not in lex.ADJECTIVES and not self._joined(j)
            if plain and word in self.known.infinitives:
                return j
        return -1

    def _infinitive(self, i: int) -> bool:
        """Tell an infinitive from an adjective («Trygge skoler») and a noun («Støtte til …»)."""
        word, following = self._at(i), self._at(i + 1)
        if word not in self.known.infinitives:
            return False
        joined = not following or following in lex.COORDINATORS or following == ","
        if word in lex.VERBS_RATHER:
            return not joined and not following.endswith(("er", "ar", "miljø", "rom", "vilkår"))
        if word in lex.ADJECTIVES:
            return following in lex.OPENERS or following.endswith(("ene", "ane", "en", "et", "god", "godt"))
        return word not in lex.NOUNS or not (joined or following in lex.PREPOSITIONS)

    def _guessed(self) -> int:
        """Find an unknown word that is likely a verb in the present tense, by its ending and the words beside it."""
        nested = False
        for i in range(1, len(self.low) - 1):
            previous, word, following = self.low[i - 1 : i + 2]
            nested = nested or word in lex.SUBORDINATORS
            known = word in self.known.present or word in self.known.infinitives or word in _NEVER_VERBS
            if known or self.tokens[i][0].isupper() or word[-1] == "-" or (nested and previous != ","):
                continue
            ending = word.endswith(("er", "ar")) and len(word) > 4
            subject = previous.endswith(("ene", "ane")) or previous in _SURE_PRONOUNS
            first = i == 1 and self._definite(previous)
            shown = first or subject or following in _AFTER_VERBS
            if (ending and shown) or (first and self.known.bare and not word.endswith(_ADJECTIVE_ENDINGS)):
                return i
        return -1

    def _subject(self, i: int) -> bool:
        word = self._at(i)
        return self._definite(word) or word in lex.PEOPLE or word in lex.PRONOUNS

    def _definite(self, word: str) -> bool:
        """Tell whether a first word is a definite noun, not a participle («Samordna», «Samordnet») or determiner."""
        participle = word in self.known.infinitives or word[:-1] in self.known.infinitives
        return word.endswith(("en", "et", "ene", "ane", "a")) and word not in lex.DETERMINERS and not participle

    def _later(self, main: int) -> bool:
        """Tell whether a clause joined to the main one has skal or vil: "Vi bygger, og vil …"."""
        for i in range(main + 2, len(self.low)):
            if self.low[i] not in lex.WILL:
                continue
            j = i - 1
            while j > main and self.low[j] not in lex.COORDINATORS and self.low[j] not in _BREAKS:
                j -= 1
            apart = self.low[j - 1] == "," or self.low[j] == ";"
            free = lex.SUBORDINATORS.isdisjoint(self.low[j + 1 : i])
            whole = apart or lex.SUBORDINATORS.isdisjoint(self.low[main + 1 : j])
            if j > main and free and whole and self.low[j] != ",":
                return True
        return False
