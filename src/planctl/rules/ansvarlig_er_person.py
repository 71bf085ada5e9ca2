"""A person's name, e-mail address, phone number or national identity number stands in the plans.

Plans are public and live for twelve years; people change posts, and have a right not to be listed
longer than needed. Write the id of the role or unit, and let the organisation file say who leads what
by role. A name is told where a unit or role belongs, and in the titles and ids of the organisation; a
national identity number, a personal e-mail address and a personal phone number in every text. Addresses
and numbers of functions, such as postmottak@, may stand. Remember that what has been stored in git stays
in the history: tell the municipality's personvernombud when an identity number has been stored there.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.owners import broken_owners, example_owner
from planctl.domain.person_names import people_in_texts, tell
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    for broken, person in broken_owners(world):
        if person is not None:
            ref = broken.ref
            message = T(
                "What stands under {field} in «{id}» looks like {what}",
                field=ref.field,
                id=ref.source.name,
                what=person,
            )
            hint = T(
                "Write the id of the role or unit instead, as {owner}: people change posts, and plans are public.",
                owner=example_owner(ref.source, world),
            )
            yield Finding("307", ref.place, message, hint, ref.source.id, ref.field)
    for found in people_in_texts(world.plans):
        if found.certain:
            yield tell(found, "307")


RULE = Rule(
    code="307",
    slug="ansvarlig-er-person",
    severity=Severity.ERROR,
    title="A person is named or can be found",
    source="personvernforordningen artikkel 5 nr. 1 c; personopplysningsloven § 12",
    example=in_plan("    ansvarlig: veg\n", "    ansvarlig: Kari Nordmann\n"),
    whole=_whole,
    private=True,
    explanation=__doc__,
)
