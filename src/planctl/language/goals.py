"""What a goal says beyond its form: an activity, a wish that people have, or several goals at once."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from planctl.language import lexicon as lex
from planctl.language.clause import Clause, Form, finite, main_clause
from planctl.language.text import bare, running, sentences, words

_ACTORS = lex.wordset(
    "vi det kommunen kommune administrasjonen kommunestyret bydelen fylkeskommunen biblioteket skolen skulen skolene "
    "skulane barnehagen barnehagene barnehagane tjenesten tenesta tjenestene tenestene hjemmetjenesten heimetenesta "
    "helsetjenesten helsetenesta virksomheten verksemda virksomhetene verksemdene enhetene einingane"
)
_AIM = "mål|ambisjon|målsetting|målsetjing|hensikt|formål|føremål|visjon|intensjon"
_THE_AIM = (
    "mål|målet|hovedmålet|hovudmålet|målsettingen|målsetjinga|ambisjonen|hensikten|formålet|føremålet|visjon|visjonen"
    "|intensjon|intensjonen|ønsket|ønskjet|hensikt|formål|føremål|ambisjon"
)
_ALSO = "(?:også |òg |alltid |fortsatt |framleis |derfor |difor )?"
_INTENT = (
    rf"\b(?:(?:har|er) {_ALSO}(?:som |eit? |et |ein? |å ha som |satt seg som |sett seg som )?(?:\w+ )?"
    rf"(?:{_AIM})(?:et|er|ar|en)? (?:å|at|om)\b"
    rf"|har (?:(?!som\b)\w+ ){{1,4}}(?:som|til) (?:(?:eit?|et|ein?|felles|overordn\w+) )?"
    rf"(?:{_AIM})(?:et|er|ar|en)? (?:å|at|om)\b"
    r"|har (?:\w+ ){0,4}(?:høye |høge |klare )?ambisjon(?:er|ar)? om\b|har til (?:hensikt|formål|føremål)\b"
    r"|t[ae][rk] (?:\w+ ){0,4}sikte på"
    r"|det (?:blir|vert) (?:arbeid|jobb)\w* (?:\w+ )?(?:for|med|mot)\b"
    rf"|(?:{_THE_AIM})(?: vårt| vår)?(?: (?:med|for|i|bak|til) (?:\w+ ){{0,4}}\w+)? er {_ALSO}(?:å|at)\b)"
)
_INTENDING = tuple(f"{_AIM}|hovedmål|hovudmål|sikte|arbeid|jobb|ønsket|ønskjet".split("|"))
_WISH = lex.wordset("ønsker ønskjer ønskar ynskjer")
_WELCOME = lex.wordset("velkommen velkomen velkomne velkommet")
_AIMING = _WISH | lex.wordset("håper håpar vonar satser satsar planlegger planlegg forsøker prøver streber")
_STRIVE = lex.wordset("arbeider jobber jobbar arbeidar arbeides jobbes")
_STAFF = lex.wordset(
    "ansatte tilsette medarbeiderne medarbeidarane medarbeidere medarbeidarar ledere leiarar lederne leiarane "
    "folkevalgte folkevalde politikerne politikarane politikere politikarar lærerne lærarane lærere lærarar"
)
"""Those who do the municipality's work, by who they are."""
_TOWARDS = frozenset({("for", "at"), ("for", "å"), ("med", "å"), ("mot", "å"), ("mot", "at")})
_BUILD = lex.wordset("bygge byggje lage ansette tilsette starte")
_MAKE = _BUILD | lex.wordset(
    "utarbeide gjennomføre etablere opprette innføre kartlegge kartleggje anskaffe arrangere revidere rullere utrede "
    "utgreie iverksette iverksetje igangsette evaluere oppgradere rehabilitere"
)
_NEW = lex.wordset("ny nye nytt en ei et ein eit flere fleire ut to tre")
_LIVE = lex.wordset("bo bu bli flytte arbeide jobbe leve etablere komme kome besøke besøkje verte studere")
_TAKEN_UP = lex.wordset("det dette den denne de dei disse desse han hun ho")
_THERE = lex.wordset("er var finnes fins finst blir vert ligger ligg bor bur står skjer kommer kjem vokser veks")
_JOINTS = (", og ", ", men ", ". ", "; ", "! ", "? ")


@cache
def _intent() -> re.Pattern[str]:
    """Compile the pattern of intentions when the first text has a word of one."""
    return re.compile(_INTENT, re.IGNORECASE)


def activity(clause: Clause) -> str | None:
    """Return the words that make a goal an activity or an intention instead of a state; None if it is a state."""
    low = [word.lower() for word in clause.words]
    if any(word.startswith(_INTENDING) for word in low):
        found = _intent().search(" ".join(clause.words))
        if found:
            return running(words(found[0]))
    if clause.at < 0:
        return None
    rest = [word for word in low[clause.at + 1 :] if word not in lex.ADVERBS]
    if clause.form is Form.INFINITIVE:
        return _made(clause.verb, rest)
    if clause.verb in _STRIVE and not _STAFF.isdisjoint(low[: clause.at]):
        return next((f"{clause.verb} {a} {b}" for a, b in pairwise(rest[:4]) if (a, b) in _TOWARDS), None)
    if not _by_municipality(clause, low):
        return None
    if clause.form is Form.WILL:
        start = next((i for i, word in enumerate(rest) if word in _MAKE), len(rest))
        return _made("".join(rest[start : start + 1]), rest[start + 1 :])
    if clause.verb in _WISH and _ACTORS.isdisjoint(low[max(0, clause.at - 1) : clause.at + 2]):
        return _striven(clause.verb, rest[:1]) if clause.form is Form.PRESENT and rest[:1] == ["å"] else None
    return _striven(clause.verb, rest) if clause.form is Form.PRESENT else None


def _striven(verb: str, rest: list[str]) -> str | None:
    """Judge a present tense with the municipality as its subject: it wishes, works for, or makes."""
    if verb in _AIMING and rest[:1] and rest[0] in {"å", "at", "på"}:
        return f"{verb} {rest[0]}"
    if verb in _WISH and rest and _WELCOME.isdisjoint(rest):
        return verb
    if verb in _STRIVE:
        return next((f"{verb} {word}" for word in rest[:3] if word in {"for", "med", "mot"}), None)
    return verb if _made(verb.removesuffix("s") if verb.endswith("es") else verb.removesuffix("r"), rest) else None


def _made(infinitive: str, rest: list[str]) -> str | None:
    """Return an infinitive that makes something; to build or start is to make only something new."""
    if infinitive in _BUILD:
        return infinitive if rest and rest[0] in _NEW else None
    return infinitive if infinitive in _MAKE else None


def _by_municipality(clause: Clause, low: list[str]) -> bool:
    """Tell whether the subject is the municipality or one of its services, before the verb or right after it."""
    subject = low[: clause.at]
    if low[clause.at + 1 : clause.at + 2] and low[clause.at + 1] in _ACTORS:
        return True
    if len(subject) == 1 and subject[0] not in lex.PEOPLE and not subject[0].endswith("ne"):
        return clause.words[0][:1].isupper()
    return bool(subject) and subject[-1] in _ACTORS


def people_want(clause: Clause) -> bool:
    """Tell whether «vil» means that people want something («unge vil bo her»), which is a state."""
    if clause.verb != "vil" or not clause.at:
        return False
    low = [word.lower() for word in clause.words]
    subject = low[clause.at - 1]
    people = subject in lex.PEOPLE or subject.endswith(("ere", "erne", "arar", "arane"))
    return people and not _LIVE.isdisjoint(low[clause.at + 1 : clause.at + 4])


@lru_cache(maxsize=16384)
def several(text: str, language: str) -> bool:
    """Tell whether a goal holds two clauses, each with its own subject and verb."""
    if not any(mark in text for mark in _JOINTS):
        return False
    whole = 0
    for sentence in sentences(bare(text)):
        clause = main_clause(sentence, language)
        if clause.form not in {Form.PRESENT, Form.WILL}:
            continue
        whole += not (whole and _takes_up(clause.words, clause.at))
        if whole > 1 or _second(clause, language):
            return True
    return False


def _takes_up(tokens: tuple[str, ...], at: int) -> bool:
    """Tell whether a clause speaks on of what was said, by a pronoun: «det handler om …», «de lærer av …».

    «Det er plass til alle» has no such subject, and says something new.
    """
    low = [word.lower() for word in tokens[: at + 1]]
    return len(low) == 2 and low[0] in _TAKEN_UP and not (low[0] == "det" and low[1] in _THERE)


def _second(clause: Clause, language: str) -> bool:
    """Tell whether «, og» or «, men» joins a second main clause, with a subject of its own, to the first."""
    low = [word.lower() for word in clause.words]
    for j in range(clause.at + 2, len(low) - 2):
        if low[j] in lex.SUBORDINATORS:
            return False
        if low[j] in {"og", "men"} and low[j + 1] not in lex.PREPOSITIONS | lex.ADVERBS:
            at = finite(clause.words[j + 1 :], language)
            if 0 < at < 5 and low[j - 1] == ",":
                apart = {",", "å", "og"}.isdisjoint(low[j + 1 : j + 1 + at])
                return apart and not _takes_up(clause.words[j + 1 :], at)
    return False
