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
from planctl.rules.rule import Context, Example, Rule, finding
from planctl.rules.samples import goals
from planctl.rules.wording import titled

_BAD = "Kommunen skal i størst mulig grad gjøre det enklere å gå og sykle"


def _whole(context: Context) -> Iterator[Finding]:
    from planctl.language.plain import empty_phrases

    for record, title in titled(context):
        for phrase, advice in empty_phrases(title):
            message = T("«{phrase}» in «{id}» says nothing", phrase=phrase, id=record.name)
            hint = T("«{phrase}»: {advice}", phrase=phrase, advice=advice)
            yield finding("407", record, message, "tittel", help=hint)


RULE = Rule(
    code="407",
    slug="tomme-ord",
    severity=Severity.INFO,
    title="Words that say nothing",
    source="klarspråk; språklova § 9",
    example=Example("kommuneplan.yaml", goals(strategy=_BAD), goals()),
    whole=_whole,
    explanation=__doc__,
)
