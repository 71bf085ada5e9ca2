"""Which form a goal or strategy is written in: its main clause's finite verb.

Norwegian main clauses have the verb in the second place, but what stands before it may be long and
hold clauses of its own: "Barn som strever, får hjelp". The words are read from the left; each
subordinating word («som», «at», «når» …) owes a verb, and the first verb that no such word owes
is the main clause's.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from functools import lru_cache

from planctl.language import lexicon as lex
from planctl.language.doubtful import guessed, is_verb
from planctl.language.infinitive import infinitive_start
from planctl.language.lexicon import Verbs, verbs
from planctl.language.subordinate import BREAKS, Subordinate
from planctl.language.text import parts, words
from planctl.language.tokens import Tokens
from planctl.values import dataclass

_UNTIL = lex.wordset("før etter til dit så siden sidan")
_HELPING = lex.wordset("kunne måtte ville skulle få være vere vera bli ha")
_OTHERWISE = lex.ADJECTIVES | lex.NOUNS | lex.PEOPLE


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
    """Reads one part of a title from the left; `infinitive` and `modal` tell that an infinitive is awaited."""

    def __init__(self, tokens: tuple[str, ...], known: Verbs) -> None:
        self.tokens = Tokens(tokens, known)
        self.low = self.tokens.low
        self.clauses = Subordinate(self.tokens)
        self.infinitive = self.modal = False

    def read(self) -> Clause:
        """Judge the form of the words."""
        at, form = self._main()
        start = infinitive_start(self.tokens)
        if self.tokens.words[-1:] == ("?",):
            return Clause(Form.QUESTION, self.tokens.words, at)
        if start >= 0 and (at < 0 or (start == 0 and self.low[0] not in _OTHERWISE)):
            return Clause(Form.INFINITIVE, self.tokens.words, start)
        if at >= 0:
            return Clause(form, self.tokens.words, at, later=form is not Form.WILL and self._later(at))
        at = guessed(self.tokens)
        return Clause(Form.PRESENT if at >= 0 else Form.NONE, self.tokens.words, at)

    def first(self) -> int:
        """Return where the main clause has its verb, -1 when it has none."""
        return self._main()[0]

    def _main(self) -> tuple[int, Form]:
        """Find the main clause's verb; a verb right after a comma, when every other word failed."""
        spare = (-1, Form.NONE)
        fronted = self.clauses.fronted()
        for i, word in enumerate(self.low):
            if word == "å":
                self.infinitive = True
            elif word in BREAKS:
                self.modal = False
            elif self.clauses.opens(i, word):
                self.clauses.open(i)
            elif i < fronted:
                continue
            elif (form := self._finite(i, word)) is None:
                self._await(i, word)
            elif self.clauses.owed and not self.tokens.joined(i):
                self.clauses.close(i)
                self.modal = form in {Form.WILL, Form.MUST} or word == "kan"
                spare = (i, form) if self.tokens.at(i - 1) == "," else spare
            elif self.tokens.joined(i) and self.clauses.closed >= 0 and "," not in self.low[self.clauses.closed : i]:
                self.clauses.closed = i
            else:
                return i, form
        return spare

    def _await(self, i: int, word: str) -> None:
        """Take note of the infinitive that «å», «kan» or «skal» awaits; one joined to it may follow."""
        if self.infinitive and word not in lex.ADVERBS and word not in lex.COORDINATORS:
            self.infinitive = False
        known = self.tokens.known.infinitives
        reached = word in known or (word.endswith("s") and word[:-1] in known)
        if self.modal and reached and word not in _HELPING and self.tokens.at(i + 1) not in lex.COORDINATORS:
            self.modal = False

    def _finite(self, i: int, word: str) -> Form | None:
        """Tell which finite form a word is, None when it is none."""
        awaited = self.infinitive or self.modal
        if word in lex.WILL:
            return Form.WILL
        if word in lex.MUST or word in lex.PAST:
            return None if awaited else self._must(i) if word in lex.MUST else Form.PAST
        if word in {"kommer", "kjem"} and self.low[i + 1 : i + 3] == ["til", "å"]:
            return Form.MUST
        written = self.tokens.words[i]
        name = written[0].isupper() and not (written.isupper() and len(written) > 1)
        name = name if i else word in self.tokens.known.infinitives
        infinitive = awaited and word.endswith(("s", "st")) and word != "finnes"
        noun = word in self.tokens.known.unsure and not is_verb(self.tokens, i)
        present = word in self.tokens.known.present and not name and not infinitive and not noun
        return Form.PRESENT if present and (i or word != "når") else None

    def _must(self, i: int) -> Form:
        """Tell «må» as a demand from «ingen må» and «må ikke», which describe a state."""
        denied = {"ingen", "ikke", "ikkje"} & set(self.low[max(0, i - 2) : i + 3])
        return Form.PRESENT if denied and self.low[i] == "må" else Form.MUST

    def _later(self, main: int) -> bool:
        """Tell whether a clause joined to the main one has skal or vil: "Vi bygger, og vil …"."""
        for i in range(main + 2, len(self.low)):
            if self.low[i] not in lex.WILL:
                continue
            j = i - 1
            while j > main and self.low[j] not in lex.COORDINATORS and self.low[j] not in BREAKS:
                j -= 1
            apart = self.low[j - 1] == "," or self.low[j] == ";"
            free = lex.SUBORDINATORS.isdisjoint(self.low[j + 1 : i])
            whole = apart or lex.SUBORDINATORS.isdisjoint(self.low[main + 1 : j])
            if j > main and free and whole and self.low[j] != "," and self._bound_by(j, i):
                return True
        return False

    def _bound_by(self, start: int, i: int) -> bool:
        """Tell whether a verb is that of the main clause that begins after a joint, not of one inside it.

        In "… og støtte så lenge de vil", «vil» belongs to «så lenge».
        """
        following = self.tokens.words[start + 1 :]
        between = self.low[start + 1 : i]
        return _UNTIL.isdisjoint(between[1:]) and _Reader(following, self.tokens.known).first() == i - start - 1
