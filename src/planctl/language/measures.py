"""Numbers in a goal that make it an indicator: shares, amounts, counts."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from planctl.language.text import bare

_FEW = "to|tre|fire|fem|seks|sju|syv|åtte|ni|ti"
_TENS = "ti|tjue|tretti|førti|femti|seksti|sytti|åtti|nitti|hundre"
_ONES = "én|en|ett|to|tre|fire|fem|seks|sju|syv|åtte|ni"
_IN_WORDS = rf"\b(?:hundre og )?(?:{_TENS})(?:{_ONES})? (?:komma (?:{_ONES}) )?"
_GAP = "[ .\u00a0\u2009\u202f]"
_DIGITS = rf"(?:\d{{1,3}}(?:{_GAP}\d{{3}})+|\d+)(?:[.,]\d+)?"
_RANGE = rf"(?<![\w.,§/–-])(?:{_DIGITS} ?[–-] ?)?{_DIGITS}"
"""A whole number as written, never its last digits: «55», «1 200», «2,5», «50–60»."""
_NUMBER = rf"(?<!nr )(?<!nummer )(?!(?:19|20)\d\d\b){_RANGE}"
_KIND = "nye|flere|fleire|faste|hele|heile|kommunale|rimelige|rimelege"
_UNITS = (
    "kroner|kr|mill\\w*|milliard\\w*|tonn|kilo\\w*|kg|[kmgt]wh|m[ae]gabit|mbit|gigabit|km|meter|kvm|kvadratmeter|m2|dekar|daa",
    "minutt\\w*|time\\w*|timar|dag(?:er|ar)|døgn|uker?|veker?|måned\\w*|månad\\w*|poeng|årsverk|\\w*plass(?:er|ar)?",
    "bolig(?:er)?|bustad(?:er|ar)?|leiligheter|husvære|innbygg\\w+|person(?:er|ar)|ansatte|tilsette|elev(?:er|ar)|barn",
    "bruker(?:e)?|brukarar|bedrift(?:er)?|trær|tre|avvik|besøk\\w*|stilling(?:er|ar)|lærling(?:er|ar)|husstand(?:er|ar)",
    "virksomhet(?:er)|verksemder|reiser|boenheter|bueiningar",
)
_LIMITS = "minst|høyst|høgst|maks|maksimalt|under|(?:mer|meir|mindre|færre|flere|fleire) enn|opptil|inntil|ned til"
_SHARE = (
    rf"{_RANGE}\s?(?:%|prosent\w*|pst\b|promille)|{_IN_WORDS}prosent\b"
    rf"|{_RANGE} av {_DIGITS}\b|\b(?:{_FEW}) av (?:{_FEW})\b(?! dei\b)"
)
_COUNTED = (
    r"^(?:antall|tal på|prosentandel|prosentdel|gjennomsnitt(?:et|lig|leg)?|snittet|delen \w+ar)\b"
    r"|\b(?:andel(?:en)?|antallet|prosentandelen|prosentdelen|delen (?:av )?\w+(?:ar|ane)|talet på)\b"
    r"|\b(?:hundre|tusen) (?:nye|flere|fleire) [a-zæøå]+(?:er|ar)\b"
)
_AMOUNT = rf"{_NUMBER} (?:(?:{_KIND}) )?(?:{'|'.join(_UNITS)})\b(?! (?:i|om) (?:døgn|uk|vek|år|dag))(?!-)"
_LIMIT = rf"\b(?:{_LIMITS}) (?!(?:19|20)\d\d\b){_RANGE}(?! ?-?års?\b)(?![\d,.:-])\s+(?!år)[a-zæøå]+"
_CHANGE = (
    r"\b(?:halver|dobl|redus|kutt|lavere|lågare|ned|fordobl)\w*\b.*"
    r"\b(?:fra|frå|enn i|sammenlign\w+ med|samanlikn\w+ med)"
    r" (?:nivået i |nivå i |1990-|2009-)?(?:19|20)\d\d"
)
_HINT = re.compile(r"\d| av | prosent|andel|antall|tal|delen|snitt|hundre|tusen", re.IGNORECASE)
_ALL_OF_THEM = re.compile(r"\b(?:de|dei|alle|våre|fns|sine) $", re.IGNORECASE)


@cache
def _words() -> re.Pattern[str]:
    return re.compile(_COUNTED, re.IGNORECASE)


@cache
def _numbers() -> tuple[re.Pattern[str], ...]:
    """Give the patterns of numbers with what they count; compiled when the first text has a hint of one."""
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (_SHARE, _AMOUNT, _LIMIT, _CHANGE))


@lru_cache(maxsize=16384)
def measure(text: str) -> str | None:
    """Return the words that make a goal an indicator: a number with a unit, a share, a count; None if none do.

    A year alone is no such number, nor are ages, the names of roads, and "the 17 goals".
    """
    plain = bare(text)
    if not _HINT.search(plain):
        return None
    counted = _words().search(plain)
    if counted:
        return counted[0]
    for pattern in _numbers():
        for match in pattern.finditer(plain):
            if not _ALL_OF_THEM.search(plain[: match.start()]):
                return match[0].strip()
    return None
