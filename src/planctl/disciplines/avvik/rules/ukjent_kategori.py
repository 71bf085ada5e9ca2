"""The category of an avvik is not one of those in `kategorier` under `avvik` in planctl.yaml.

The statistics count by category, and the same thing under two names becomes two. Where planctl.yaml names none, any
category is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.avvik.deviations import categories
from planctl.disciplines.avvik.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.load.files.tree import CONFIG_NAME
from planctl.model.record import Record
from planctl.rules.examples.plan_register import settings
from planctl.rules.rule import Example, Rule
from planctl.world import World

_CONFIG = settings("2021-06-15") + "avvik:\n  kategorier: [Medisinering, Fall]\n"


def _each(record: Record, world: World) -> Iterator[Finding]:
    known, written = categories(world.config), record.get("kategori")
    if known and isinstance(written, str) and written not in known:
        message = T("«{category}» is not one of the categories in planctl.yaml", category=written)
        hint = T("Choose one of: {values}.", values=", ".join(known))
        yield finding("836", record, message, "kategori", help=hint)


RULE = Rule(
    code="836",
    slug="ukjent-kategori",
    severity=Severity.WARNING,
    title="A category that is not on the list",
    source="S4 «Oppsummering»: statistikk for årsaks- og trendanalyse",
    example=Example(PATH, REGISTER, REGISTER.replace("Anleggsarbeid", "Fall"), {CONFIG_NAME: _CONFIG}),
    visits=("avvik",),
    each=_each,
    explanation=__doc__,
)
