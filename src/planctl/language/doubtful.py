"""Words that may be verbs: those that are nouns too («deler», «møter»), and those that no list knows."""

from __future__ import annotations

from planctl.language import lexicon as lex
from planctl.language.text import QUOTE
from planctl.language.tokens import Tokens, adjectival

_BEFORE_NOUNS = (lex.PREPOSITIONS | lex.COORDINATORS | lex.DETERMINERS | {"å"}) - lex.PRONOUNS - {"som"}
_SUBJECTS = (lex.PRONOUNS | lex.PEOPLE | {"som", QUOTE}) - lex.QUANTITIES
_NEVER_VERBS = lex.PREPOSITIONS | lex.COORDINATORS | lex.ADVERBS | lex.DETERMINERS | {",", ";", "å", QUOTE}
_SURE_PRONOUNS = lex.PRONOUNS - {"de", "dei", "den", "det"}
_OWNERS = lex.wordset("våre vår vårt mine deres deira sine sin sitt dine")
_AFTER_VERBS = lex.wordset("ikke ikkje også òg alltid aldri seg hverandre kvarandre")
_BEFORE_VERBS = lex.ADVERBS | {"dag", "år", ","}


def is_verb(tokens: Tokens, i: int) -> bool:
    """Judge a word that is both a verb and a noun («deler», «møter») by the words beside it."""
    previous, following = tokens.at(i - 1), tokens.at(i + 1)
    bound = following in lex.PREPOSITIONS or following in lex.COORDINATORS or following in {"", ","}
    if previous in _SUBJECTS:
        return True
    if previous in lex.QUANTITIES or previous.endswith(("ende", "ande")):
        return not bound
    if tokens.at(i - 2) == "av":  # «to av tre velger …»
        return not bound
    owned = tokens.at(i - 2)
    if previous in _OWNERS and (tokens.definite(owned) or owned.endswith("ne")):  # «bygningene våre bruker …»
        return not bound
    if previous in _BEFORE_NOUNS or not previous or not following:
        return not following and tokens.definite(previous)
    name = i > 1 and tokens.words[i - 1][0].isupper()
    return name or previous in _BEFORE_VERBS or tokens.like_subject(i - 1, previous)


def guessed(tokens: Tokens) -> int:
    """Find an unknown word that is likely a verb in the present tense, by its ending and the words beside it."""
    nested = False
    for i in range(1, len(tokens.low) - 1):
        previous, word, following = tokens.low[i - 1 : i + 2]
        nested = nested or word in lex.SUBORDINATORS
        known = word in tokens.known.present or word in tokens.known.infinitives or word in _NEVER_VERBS
        if known or tokens.words[i][0].isupper() or word[-1] == "-" or (nested and previous != ","):
            continue
        ending = word.endswith(("er", "ar")) and len(word) > 4
        subject = previous.endswith(("ene", "ane")) or previous in _SURE_PRONOUNS
        first = i == 1 and tokens.definite(previous)
        shown = first or subject or following in _AFTER_VERBS
        if (ending and shown) or (first and tokens.known.bare and not adjectival(word)):
            return i
    return -1
