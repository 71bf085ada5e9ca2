"""Where a title begins with an infinitive: «Redusere …», «Å skape …», «Gjennom samarbeid skape …»."""

from __future__ import annotations

from planctl.language import lexicon as lex
from planctl.language.tokens import Tokens

_BEFORE_INFINITIVES = lex.ADVERBS | {"å"}


def infinitive_start(tokens: Tokens) -> int:
    """Find the infinitive that begins a title («Redusere …», «Å skape …», «Aktivt bruke …»); -1 if none does."""
    i = 0
    while not _infinitive(tokens, i) and _leads(tokens.at(i)):
        i += 1
    if _infinitive(tokens, i):
        return i
    return _infinitive_after_phrase(tokens) if tokens.at(0) in lex.PREPOSITIONS else -1


def _leads(word: str) -> bool:
    return word in _BEFORE_INFINITIVES or word.endswith(("t", "leg", "vis"))


def _infinitive_after_phrase(tokens: Tokens) -> int:
    """Find the infinitive after a phrase in front: «Gjennom samarbeid skape …»."""
    for j in range(1, len(tokens.low)):
        word = tokens.low[j]
        if word in {"å", "kan", "som", "at", "der", "kunne"}:
            return -1
        plain = word not in lex.NOUNS and word not in lex.ADJECTIVES and not tokens.joined(j)
        if plain and word in tokens.known.infinitives:
            return j
    return -1


def _infinitive(tokens: Tokens, i: int) -> bool:
    """Tell an infinitive from an adjective («Trygge skoler») and a noun («Støtte til …»)."""
    word, following = tokens.at(i), tokens.at(i + 1)
    if word not in tokens.known.infinitives or (tokens.sure(i + 1) and tokens.at(i - 1) != "å"):  # «Lova gjeld …»
        return False
    joined = not following or following in lex.COORDINATORS or following == ","
    if word in lex.VERBS_RATHER:
        return not joined and not following.endswith(("er", "ar", "miljø", "rom", "vilkår"))
    if word in lex.ADJECTIVES:
        return following in lex.OPENERS or following.endswith(("ene", "ane", "en", "et", "god", "godt"))
    return word not in lex.NOUNS or not (joined or following in lex.PREPOSITIONS)
