"""A title holds words that say nothing.

«I størst mulig grad», «på en god måte» and «hensiktsmessig» can be taken out without anyone losing
anything: nobody plans to work in a bad or unsuitable way. They hide what was meant to be decided.
Take them out, or say what they stand for. The list is short on purpose, and holds only expressions
that are empty wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planctl.domain.wording import norm_in, titled
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.examples.samples import goals
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = "Kommunen skal i størst mulig grad gjøre det enklere å gå og sykle"


ADVICE = {
    "hva er godt": T("Take it out, or say what is good."),
    "godt nok": T("Say what is good enough."),
    "hvor mye": T("Write «{words}», or say how much."),
    "forbehold": T("Take the reservation out, or say when it does not hold."),
    "stryk": T("Take it out."),
    "hvilket verb": T("Write the verb that says what is done: {words}."),
    "alltid": T("Write «alltid», or take it out."),
    "verbet": T("Write the verb alone: what is to be done."),
    "til hva": T("Say what it is to serve."),
    "hva blir bedre": T("Write «{words}», and say what gets better."),
    "hva vinnes": T("Say what the parties gain by working together."),
    "hva blir gjort": T("Write «{words}», and say what is done."),
    "hva hører sammen": T("Write «{words}», or say what belongs together."),
    "av hvem": T("Say from whom you want to learn, and what."),
}
"""What to do about each phrase; `words` is what to write, in the norm that the title is written in."""


def _whole(world: World) -> Iterator[Finding]:
    from planctl.language.plain import empty_phrases

    for record, title in titled(world):
        for written, phrase in empty_phrases(title):
            message = T("«{phrase}» in «{id}» says nothing", phrase=written, id=record.name)
            instead = phrase.instead.get(norm_in(record, title, world), "") or next(iter(phrase.instead.values()), "")
            advice = replace(ADVICE[phrase.advice], params={"words": instead})
            hint = T("«{phrase}»: {advice}", phrase=written, advice=advice)
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
