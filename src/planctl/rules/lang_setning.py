"""A title has a sentence of more than thirty words.

A goal or a task is to be remembered, quoted and put in a table. Texts that are easy to read have
fifteen to twenty words in a sentence; beyond thirty, most readers must start again. Split the
sentence, take out what is said elsewhere, or move the detail to «omtale».
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.wording import titled
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.examples.samples import goals
from planctl.rules.rule import Example, Rule
from planctl.world import World

_LIMIT = 30
_LONG = (
    "Kommunen skal sammen med fylkeskommunen, nabokommunene, næringslivet og frivillige lag og foreninger gjøre det "
    "enklere å gå og sykle til skole, arbeid og fritid, og å bruke buss og tog på de lengre reisene"
)


def _whole(world: World) -> Iterator[Finding]:
    from planctl.language.plain import longest

    for record, title in titled(world):
        count = longest(title)
        if count > _LIMIT:
            message = T("«{id}» has a sentence of {count} words", id=record.name, count=count)
            hint = T("Split it, or move what is detail to «omtale»; {limit} words is the limit.", limit=_LIMIT)
            yield finding("406", record, message, "tittel", help=hint)


RULE = Rule(
    code="406",
    slug="lang-setning",
    severity=Severity.INFO,
    title="A sentence that is too long",
    source="klarspråk; språklova § 9",
    example=Example("kommuneplan.yaml", goals(strategy=_LONG), goals()),
    whole=_whole,
    explanation=__doc__,
)
