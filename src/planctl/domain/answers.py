"""An answer to the body that made a vedtak, in words: when, how, and what it said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planctl.i18n import T, Text
from planctl.model.period import parse_date

FORMS: dict[str, Text] = {
    "sak": T("in a case of its own"),
    "notat": T("in a memo"),
    "muntlig": T("orally"),
    "tertialrapport": T("in the tertial report"),
    "årsrapport": T("in the annual report"),
    "handlingsprogram": T("in the {handlingsprogram}"),
}
"""How an answer was given, as the schema lists it."""


def answer_words(row: Mapping[str, Any]) -> Text:
    """Say an answer, without a capital or a full stop: `besvart 20. mai 2021 i sak 41/21: sykkelvegen er bygd`."""
    day, form, case, said = (row.get(name) for name in ("dato", "form", "sak", "omtale"))
    given = parse_date(day)
    words = T("answered") if given is None else T("answered {day}", day=given)
    if case:
        words = T("{answer} in case {number}", answer=words, number=str(case))
    elif form in FORMS:
        words = T("{answer} {form}", answer=words, form=FORMS[form])
    return T("{answer}: {text}", answer=words, text=said.rstrip(".")) if isinstance(said, str) and said else words
