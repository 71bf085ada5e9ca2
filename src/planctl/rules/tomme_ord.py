"""A title holds words that say nothing.

«I størst mulig grad», «på en god måte» and «hensiktsmessig» can be taken out without anyone losing
anything: nobody plans to work in a bad or unsuitable way. They hide what was meant to be decided.
Take them out, or say what they stand for. The list is short on purpose, and holds only expressions
that are empty wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Context, Example, Rule, finding
from planctl.rules.wording import TITLED, sample, wording

_BAD = "Kommunen skal i størst mulig grad gjøre det enklere å gå og sykle"


def _each(record: Record, context: Context) -> Iterator[Finding]:
    from planctl.language.plain import empty_phrases

    title = wording(record)
    for phrase, advice in empty_phrases(title) if title is not None else ():
        message = T("«{phrase}» in «{id}» says nothing", phrase=phrase, id=record.name)
        yield finding("407", record, message, "tittel", help=T("«{phrase}»: {advice}", phrase=phrase, advice=advice))


RULE = Rule(
    code="407",
    slug="tomme-ord",
    severity=Severity.INFO,
    title="Words that say nothing",
    source="klarspråk; språklova § 9",
    example=Example("kommuneplan.yaml", sample(strategy=_BAD), sample()),
    visits=TITLED,
    each=_each,
    explanation=__doc__,
)
