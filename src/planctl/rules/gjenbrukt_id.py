"""An id that another record has had before is in use again.

A renamed record lists its old ids in `tidligere_id`, so that older reports, decisions and links can
still be understood. If something new takes the old id, the past points at the wrong thing. Choose an
id that has never been used. Nor can two records have had the same id: one of them is mistaken.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import PLAN, PLAN_PATH, measure
from planctl.rules.rule import Example, Rule
from planctl.source import Place
from planctl.world import World

_BAD = PLAN.replace("    tittel: Bygge", "    tidligere_id: [vp2021-veg.sykkel]\n    tittel: Bygge") + measure(
    "Merke sykkelveg i sentrum", "2021-11-01", id_="vp2021-veg.sykkel"
)


def _whole(world: World) -> Iterator[Finding]:
    first: dict[str, tuple[Record, Place]] = {}
    for record in world.plans.records:
        for index, former in enumerate(record.texts("tidligere_id")):
            at = ("tidligere_id", index) if isinstance(record.get("tidligere_id"), list) else ("tidligere_id",)
            now = world.plans.get(former)
            owner, place = first.setdefault(former, (record, record.place(*at)))
            if owner is not record:
                message = T("«{id}» is listed as the former id of «{other}» too", id=former, other=owner.name)
                hint = T("Only one record can have had the id. Delete it from the other one.")
                related = [(place, T("it is listed here first"))]
                yield finding("204", record, message, *at, help=hint, related=related)
            elif now is not None and now is not record:
                message = T("The id «{id}» has belonged to «{other}»", id=former, other=record.name)
                hint = T("Choose an id that has never been used. Ids are not used again, so that history can be read.")
                related = [(place, T("it is listed here as a former id"))]
                yield finding("204", now, message, "id", help=hint, related=related)


RULE = Rule(
    code="204",
    slug="gjenbrukt-id",
    severity=Severity.ERROR,
    title="An id is used again",
    source="planctl: id-er",
    example=Example(PLAN_PATH, _BAD, _BAD.replace("- id: vp2021-veg.sykkel", "- id: vp2021-veg.t2")),
    whole=_whole,
    explanation=__doc__,
)
