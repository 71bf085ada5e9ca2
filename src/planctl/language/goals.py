"""What a goal says beyond its form: an activity, an indicator, several goals, or a wish of people."""

from __future__ import annotations

import re
from functools import lru_cache

from planctl.language import lexicon as lex
from planctl.language.clause import Clause, Form, main_clause
from planctl.language.lexicon import verbs
from planctl.language.text import bare, parts, sentences, words

_ACTORS = frozenset(
    "vi kommunen kommune administrasjonen kommunestyret skolene skulane skolen skulen barnehagene barnehagane barnehagen "
    "tjenestene tenestene tjenesten tenesta hjemmetjenesten heimetenesta virksomhetene verksemdene virksomheten verksemda "
    "enhetene einingane det bydelen fylkeskommunen helsetjenesten helsetenesta biblioteket".split()
)
_INTENT = re.compile(
    r"\b(?:(?:har|er) (?:som|eit?|et|å ha som|satt seg som|sett seg som)? ?(?:\w+ )?(?:mål|ambisjon|målsetting|hensikt|formål|føremål)"
    r"(?:et|er|ar)? (?:å|at|om)\b"
    r"|har (?:høye |høge |klare )?ambisjon(?:er|ar)? om\b|har til (?:hensikt|formål|føremål)\b|tar sikte på|tek sikte på"
    r"|det (?:blir|vert) (?:arbeid|jobb)\w* (?:\w+ )?(?:for|med|mot)\b"
    r"|(?:mål|målet|hovedmålet|hovudmålet|målsettingen|målsetjinga|ambisjonen|hensikten|formålet|føremålet)(?: vårt| vår)? er (?:å|at)\b)",
    re.IGNORECASE,
)
_INTENDING = ("mål", "ambisjon", "hensikt", "formål", "føremål", "sikte", "hovedmål", "hovudmål", "arbeid", "jobb")
_WISH = frozenset("ønsker ønskjer ønskar ynskjer satser satsar planlegger planlegg forsøker prøver streber".split())
_STRIVE = frozenset("arbeider jobber jobbar arbeidar arbeides jobbes".split())
_STRIVE_FOR = frozenset("for med mot".split())
_MAKE = frozenset(
    "utarbeide gjennomføre etablere opprette innføre kartlegge kartleggje anskaffe arrangere revidere rullere utrede utgreie "
    "iverksette iverksetje igangsette evaluere oppgradere rehabilitere ansette tilsette bygge byggje lage starte".split()
)
_NEW = frozenset("ny nye nytt en ei et ein eit flere fleire ut to tre".split())
_NUMBERS = "to|tre|fire|fem|seks|sju|syv|åtte|ni|ti"
_UNITS = (
    r"(?:kroner|kr|mill\w*|milliard\w*|tonn|kilo\w*|kg|[kmg]wh|m[ae]gabit|mbit|gigabit|km|meter|kvm|kvadratmeter|m2|dekar|daa"
    r"|minutt\w*|time\w*|timar|dag(?:er|ar)|døgn|uker?|veker?|måned\w*|månad\w*|poeng|årsverk|\w*plass(?:er|ar)?|bolig(?:er)?|bustad(?:er|ar)?"
    r"|leiligheter|husvære|innbygg\w+|person(?:er|ar)|ansatte|tilsette|elev(?:er|ar)|barn|bruker(?:e)?|brukarar|bedrift(?:er)?"
    r"|trær|tre|avvik|besøk\w*|stilling(?:er|ar)|lærling(?:er|ar)|husstand(?:er|ar)|virksomhet(?:er)|verksemder|reiser|boenheter|bueiningar)"
)
_NUMBER = r"(?<![\w.,§/-])(?<!nr )(?<!nummer )\d{1,3}(?:[  .]?\d{3})*(?:,\d+)?"
_COUNTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\d\s?(?:%|prosent\w*|pst\b|promille)",
        r"\b\d+ av \d+\b",
        r"\b(?:halver|dobl|redus|kutt|lavere|lågare|ned|fordobl)\w*\b.*\b(?:fra|frå|enn i|sammenlign\w+ med|samanlikn\w+ med)"
        r" (?:nivået i |nivå i |1990-|2009-)?(?:19|20)\d\d",
        rf"{_NUMBER} (?:nye |flere |fleire |faste |hele |heile |kommunale |rimelige |rimelege )?{_UNITS}\b"
        r"(?! (?:i|om) (?:døgn|uk|vek|år|dag))(?!-)",
        r"\b(?:minst|høyst|høgst|maks|maksimalt|under|mer enn|meir enn|mindre enn|færre enn|flere enn|fleire enn|opptil|inntil|ned til)"
        r" (?!(?:19|20)\d\d\b)\d[\d ]*(?:,\d+)?(?! ?-?års?\b)(?![\d,.:-])\s+(?!år)[a-zæøå]+",
    )
)
_SHARES = re.compile(
    r"\b(?:hundre|ti|tjue|tretti|førti|femti|seksti|sytti|åtti|nitti) prosent\b"
    rf"|\b(?:{_NUMBERS}) av (?:{_NUMBERS})\b(?! dei\b)"
    r"|^(?:antall|tal på|prosentandel|prosentdel|gjennomsnitt(?:et|lig|leg)?|snittet|delen \w+ar)\b"
    r"|\b(?:andel(?:en)?|antallet|prosentandelen|prosentdelen|delen (?:av )?\w+(?:ar|ane)|talet på)\b"
    r"|\b(?:hundre|tusen) (?:nye |flere |fleire )?[a-zæøå]+(?:er|ar)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_KNOWN_COUNT = re.compile(r"\b(?:de|dei|alle|våre|fns|sine|de \w+) $", re.IGNORECASE)


@lru_cache(maxsize=16384)
def measure(text: str) -> str | None:
    """Return the words that make a goal an indicator: a number with a unit, a share, a count; None if none do.

    A year alone is no such number, nor are ages, road names, grades and the municipality's own numbering.
    """
    plain = bare(text)
    share = _SHARES.search(plain)
    if share:
        return share[0]
    if _DIGIT.search(plain):
        for pattern in _COUNTS:
            for match in pattern.finditer(plain):
                if not _KNOWN_COUNT.search(plain[: match.start()]):
                    return match[0].strip()
    return None


def activity(clause: Clause) -> str | None:
    """Return the words that make a goal an activity or an intention instead of a state; None if it is a state."""
    low = [word.lower() for word in clause.words]
    if any(word.startswith(_INTENDING) for word in low):
        found = _INTENT.search(" ".join(clause.words))
        if found:
            return found[0]
    if clause.at < 0:
        return None
    verb, rest = clause.verb, [word for word in low[clause.at + 1 :] if word not in lex.ADVERBS]
    if clause.form is Form.INFINITIVE:
        return verb if verb in _MAKE and _makes(verb, rest) else None
    if not _by_municipality(clause, low):
        return None
    if clause.form is Form.WILL:
        verb, rest = next(((word, rest[i + 1 :]) for i, word in enumerate(rest) if word in _MAKE), ("", rest))
        return verb if verb and _makes(verb, rest) else None
    if clause.form is not Form.PRESENT:
        return None
    if verb in _WISH and rest and (rest[0] in {"å", "at", "på"}):
        return f"{verb} {rest[0]}"
    if verb in _STRIVE and _STRIVE_FOR & set(rest[:3]):
        return f"{verb} {next(word for word in rest if word in _STRIVE_FOR)}"
    infinitive = verb.removesuffix("s") if verb.endswith("es") else verb.removesuffix("r")
    return verb if infinitive in _MAKE and _makes(infinitive, rest) else None


def _makes(verb: str, rest: list[str]) -> bool:
    return verb not in {"bygge", "byggje", "lage", "ansette", "tilsette", "starte"} or bool(rest and rest[0] in _NEW)


def _by_municipality(clause: Clause, low: list[str]) -> bool:
    subject = low[: clause.at] if clause.at else low[1:3]
    inverted = low[clause.at + 1 : clause.at + 2]
    short = len(subject) == 1 and clause.words[0][:1].isupper() and subject[0] not in lex.PEOPLE and not subject[0].endswith("ne")
    return bool(subject) and (subject[-1] in _ACTORS or short) or bool(inverted and inverted[0] in _ACTORS)


def people_want(clause: Clause) -> bool:
    """Tell whether «vil» means that people want something («unge vil bo her»), which is a state."""
    low = [word.lower() for word in clause.words]
    if clause.verb != "vil" or not clause.at:
        return False
    following = {word for word in low[clause.at + 1 : clause.at + 4]}
    people = low[clause.at - 1] in lex.PEOPLE or low[clause.at - 1].endswith(("ere", "erne", "arar", "arane"))
    return people and bool(following & _LIVE)


_JOINTS = (" og ", " men ", ". ", "; ", "! ", "? ")
_LIVE = frozenset("bo bu bli flytte arbeide jobbe leve etablere komme kome besøke besøkje verte studere".split())


@lru_cache(maxsize=16384)
def several(text: str, language: str) -> bool:
    """Tell whether a goal holds two clauses, each with its own subject and verb."""
    if not any(mark in text for mark in _JOINTS):
        return False
    with_verb = 0
    for sentence in sentences(bare(text)):
        clause = main_clause(sentence, language)
        if clause.form in {Form.PRESENT, Form.WILL}:
            with_verb += 1
            if with_verb > 1 or _second(clause, language):
                return True
    return False


def _second(clause: Clause, language: str) -> bool:
    low = [word.lower() for word in clause.words]
    known = verbs(language)
    for j in range(clause.at + 2, len(low) - 2):
        if low[j] not in {"og", "men"}:
            continue
        before = low[clause.at + 1 : j]
        if low[j - 1] != "," and any(word in lex.SUBORDINATORS for word in before):
            return False
        for v in range(j + 1, min(j + 6, len(low))):
            if low[v] in lex.SUBORDINATORS or low[v] in {",", "å", "og"} or (v > j + 1 and low[v] in lex.PRONOUNS):
                break
            sure = low[v] in lex.WILL or (low[v] in known.present and (low[v] not in known.unsure or _after_all(low, v)))
            if sure and v > j + 1 and (low[j - 1] == "," or v == j + 2):
                return _subject(low[j + 1 : v])
            if sure:
                break
    return False


def _after_all(low: list[str], v: int) -> bool:
    return low[v - 1] in lex.QUANTITIES and low[v + 1 : v + 2] == ["å"]


def _subject(before: list[str]) -> bool:
    return bool(before) and before[0] not in lex.PREPOSITIONS and before[0] not in lex.ADVERBS


def rewrite(clause: Clause, language: str) -> str | None:
    """Write a goal's start in the present tense where that is safe: «Asker skal være» → «Asker er»; None if not."""
    if clause.form is not Form.WILL or clause.verb != "skal":
        return None
    tail = clause.words[clause.at + 1 :]
    low = [word.lower() for word in tail]
    infinitives = [i for i, word in enumerate(low) if word in verbs(language).infinitives and (not i or low[i - 1] != "å")]
    forms = {**_MAIN_VERBS, **verbs(language).present_of}
    if not infinitives or infinitives[0] > 4 or low[infinitives[0]] not in forms or "kunne" in low[:3]:
        return None
    first = infinitives[0]
    if any(low[i - 1] in {"og", "eller", ","} for i in infinitives[1:]):
        return None
    between = list(tail[:first])
    start = [*clause.words[: clause.at], forms[low[first]], *between, *tail[first + 1 :]]
    return _shown(start)


_MAIN_VERBS = {"være": "er", "vere": "er", "vera": "er", "ha": "har", "bli": "blir", "få": "får", "gå": "går", "gi": "gir"}


def _shown(tokens: list[str], limit: int = 60) -> str:
    """Join words again, and cut a long sentence short."""
    text = " ".join(tokens).replace(" ,", ",").replace(" :", ":").replace(" ;", ";")
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0].rstrip(",") + " …"


def longest(text: str) -> int:
    """Count the words of a text's longest sentence."""
    if text.count(" ") < 20:
        return 0
    return max(sum(1 for word in words(sentence) if word[0].isalnum()) for sentence in [*sentences(text), ""][:-1] or [text])


def starts(text: str) -> list[str]:
    """Return the parts a title is judged by (for tests)."""
    return parts(text)


def promise(clause: Clause, language: str) -> str | None:
    """Write a strategy's start with «skal» where that is safe: «Styrke …» → «Vi skal styrke …»; None if not."""
    if clause.form is Form.INFINITIVE and clause.at == 0:
        return _shown(["Vi", "skal", clause.verb, *clause.words[1:]])
    low = clause.words[0].lower() if clause.words else ""
    if clause.form is Form.PRESENT and clause.at == 1 and low in {"vi", "kommunen"}:
        back = {form: infinitive for infinitive, form in verbs(language).present_of.items()}
        infinitive = {"er": "være" if language == "nb" else "vere", "har": "ha"}.get(clause.verb) or back.get(clause.verb)
        if infinitive is not None:
            return _shown([clause.words[0], "skal", infinitive, *clause.words[2:]])
    return None
