"""Fixes that the loader can propose: quotes, dates, periods, lists, spellings."""

from __future__ import annotations

from planctl.load.reading import parse
from planctl.load.schema.wrong_value import Wrong
from planctl.load.yaml.block import scalar
from planctl.model.formats import is_municipality_number, is_organisation_number
from planctl.source import Fix, Place


def value_fix(code: str, place: Place, wrong: Wrong) -> Fix | None:
    """Propose what to write in the place of a wrong value: only what would be right there."""
    fix = _proposal(code, place, wrong) if wrong.written else None
    if fix is None:
        return None
    value, problems = parse(place.path, fix.text.encode())
    return fix if not problems and wrong.book.validators.accepts(wrong.schema, value) else None


def _proposal(code: str, place: Place, wrong: Wrong) -> Fix | None:
    written, text = wrong.written, isinstance(wrong.value, str)
    if wrong.without_hidden_signs is not None:
        return Fix(place, wrong.without_hidden_signs)
    if wrong.rewritten is not None:
        return Fix(place, f'"{wrong.rewritten}"')
    match code:
        case "102" if wrong.items:
            return Fix(place, f"[{', '.join(map(scalar, wrong.items))}]")
        case "102" if wrong.needs_quotes:
            return Fix(place, f'"{written}"')
        case "108" if is_municipality_number(wrong.unquoted):
            return Fix(place, f'"{wrong.unquoted}"')
        case "109" if is_organisation_number(wrong.unquoted):
            return Fix(place, f'"{wrong.unquoted}"')
        case "105" | "106" if wrong.intended:
            return Fix(place, wrong.intended.text, wrong.intended.sure)
        case "110" if text and wrong.month is not None:
            return Fix(place, wrong.month, safe=False)
        case "110" if text and wrong.number is not None:
            return Fix(place, wrong.number)
        case "104":
            guess, sure = choice(wrong)
            return Fix(place, scalar(guess), sure) if guess else None
    return None


def choice(wrong: Wrong) -> tuple[str | None, bool]:
    """Guess which of the values a field may have was meant, and tell whether it is sure.

    It is when only capitals or spaces differ, or when the schema says that the words mean the same.
    """
    choices = [str(item) for item in wrong.schema.get("enum", ())]
    words = " ".join(str(wrong.value).split()).casefold()
    written = (item for item in choices if item.casefold() == words)
    same = next(written, None) or _one_of(choices, wrong.book.same_values.get(words, ()))
    if same is not None:
        return same, True
    near = _one_of(choices, wrong.book.near_values.get(words, ()))
    return near or wrong.guesses.nearest(words, choices), False


def _one_of(choices: list[str], meant: tuple[str, ...]) -> str | None:
    return next((item for item in meant if item in choices), None)


def key_fix(place: Place, right: str | None, *, certain: bool) -> Fix | None:
    """Propose another name for a field: safe when it is only spelled otherwise, unsafe when it is a guess."""
    return Fix(place, right, safe=certain) if right is not None else None
