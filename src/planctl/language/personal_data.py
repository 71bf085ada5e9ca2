"""Telling identity numbers, e-mail addresses and phone numbers that belong to persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from planctl.i18n import T, Text
from planctl.language.person_names import is_first_name, is_unit_word, words
from planctl.values import dataclass

_NUMBER = re.compile(r"(?<![\d.,/-])(?:(?P<label>fnr|f\.?nr|fødselsn(?:umme)?r|personn(?:umme)?r|p\.?nr)\b\.?:?\s*)?"
                     r"(?P<day>\d{6}|\d\d\.\d\d\.\d\d)[ .-]?(?P<rest>\d{5})(?![\d]|[.,]\d)", re.IGNORECASE)  # fmt: skip
_MAIL = re.compile(
    r"(?<![\w.+-])(?P<local>[\w.+-]+)(?:@|\s?[\[(](?:at|krøllalfa)[\])]\s?)(?P<host>[\w-]+(?:\.[\w-]+)+)"
)
_PHONE = re.compile(
    r"(?P<label>\b(?:tlf|telefon|mobil(?:telefon|nummer|nr)?|mob|ring|sms)\b\.?:?\s*(?:nr\.?\s*)?)?"
    r"(?:(?P<code>(?:\+|\b00)47[ ]?)|(?<![\d/.,-]))"
    r"(?P<number>[49]\d{2}[ .]\d{2}[ .]\d{3}|[49]\d[ .]\d{2}[ .]\d{2}[ .]\d{2}|[49]\d{7}|"
    r"[2-8]\d{7}|[235-7]\d \d{2} \d{2} \d{2})"
    r"(?![\d/]|[.,]\d|\s?(?:kr|kroner|mill|prosent|%|\d))",
    re.IGNORECASE,
)
_DUTY = r"vakt|sentral|døgn|nød|alarm|resepsjon|servicetorg|kontor"
_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)

IDENTITY_NUMBER, ADDRESS, PHONE = T("a national identity number"), T("an e-mail address"), T("a phone number")


@dataclass(frozen=True, slots=True)
class Found:
    """Personal data in a text: what it is, in words that do not repeat it, and where it stands."""

    what: Text
    start: int
    end: int


def personal_data(text: str, known: frozenset[str] = frozenset()) -> Iterator[Found]:
    """Yield the identity numbers, personal e-mail addresses and personal phone numbers of a text.

    An identity number has a valid date and control digits, or is called one. Addresses and numbers of functions
    (postmottak@, a duty phone), amounts, case numbers and organisation numbers are not personal.
    """
    numbers = [match for match in _NUMBER.finditer(text) if match["label"] or is_identity_number(match)]
    yield from (Found(IDENTITY_NUMBER, match.start("day"), match.end()) for match in numbers)
    for match in _MAIL.finditer(text):
        if _is_personal(match["local"], known):
            yield Found(ADDRESS, match.start(), match.end())
    for match in _PHONE.finditer(text):
        mobile = match["number"][0] in "49"
        spaced = " " in match["number"] or "." in match["number"]
        before = text[max(0, match.start() - 24) : match.start("number")]
        if mobile and (match["label"] or match["code"] or spaced) and not re.search(_DUTY, before, re.IGNORECASE):
            yield Found(PHONE, match.start("number"), match.end("number"))


def is_identity_number(match: re.Match[str]) -> bool:
    """Tell whether eleven digits are a fødselsnummer or D-nummer: a date, and two control digits (modulus 11)."""
    digits = [int(char) for char in match["day"].replace(".", "") + match["rest"]]
    return (
        _has_date(digits) and digits[9] == _control(digits[:9], _FIRST) and digits[10] == _control(digits[:10], _SECOND)
    )


def _has_date(digits: list[int]) -> bool:
    """Tell whether the first six digits are a day: a D-nummer adds 40 to it, a test number 40 or 80 to the month."""
    day, month, year = (digits[at] * 10 + digits[at + 1] for at in (0, 2, 4))
    try:
        date(2000 + year, month % 40, day % 40)
    except ValueError:
        return False
    return True


def _control(digits: list[int], weights: tuple[int, ...]) -> int:
    return -sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 11


def _is_personal(local: str, known: frozenset[str]) -> bool:
    """Tell whether the first half of an address is a person's: a name, and no word of a function or unit."""
    parts = [part for part in re.split(r"[._+-]|\d+", local.casefold()) if part]
    named = bool(parts) and is_first_name(parts[0])
    if not parts or any(part in words().mailboxes or is_unit_word(part, known, after_name=named) for part in parts):
        return False
    return named or (len(parts) > 1 and all(part.isalpha() for part in parts))
