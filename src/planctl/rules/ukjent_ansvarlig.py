"""The one who is to answer for something is not in the organisation.

`ansvarlig` and `medansvarlige` hold the ids of units, roles and bodies in the organisation file, not
their titles. Behind an id that leads nowhere nobody stands, and lists and reports by owner leave the
work out. Correct the id, or add the unit or role to the organisation. External parties, such as NAV,
can take part under `medansvarlige`, but they cannot answer for the municipality's work.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from planctl.diagnostic import Finding, Severity
from planctl.graph import Broken
from planctl.i18n import T, Term, Text
from planctl.load.nearest import nearest
from planctl.rules.owners import broken_owners, titles_of
from planctl.rules.people import person_in
from planctl.rules.rule import Context, Rule
from planctl.rules.samples import in_plan


def _whole(context: Context) -> Iterator[Finding]:
    plans = context.plans
    titles = titles_of(context)

    @cache
    def guess(target: str, kinds: frozenset[str]) -> str | None:
        same = titles.get(target.strip().casefold()) or plans.former_ids.get(target)
        if same is not None and same.kind in kinds:
            return same.id
        ids = sorted(record.id for record in plans.of_kind(*sorted(kinds)) if record.id)
        like = nearest(target, ids)
        return None if like is None or person_in(like) is not None else like

    for broken, person in broken_owners(context):
        if person is None:
            ref = broken.ref
            hint = _hint(broken, guess(ref.target, ref.reference.kinds) if broken.found is None else None)
            related = ((broken.found.place(), T("it stands here")),) if broken.found is not None else ()
            yield Finding("303", ref.place, _message(broken), hint, ref.source.id, ref.field, related)


def _message(broken: Broken) -> Text:
    ref, found = broken.ref, broken.found
    if found is None:
        return T(
            "«{value}» under {field} in «{id}» is not in the organisation",
            value=ref.target,
            field=ref.field,
            id=ref.source.name,
        )
    return T(
        "«{value}» under {field} in «{id}» is entered as {kind}, and cannot stand there",
        value=ref.target, field=ref.field, id=ref.source.name, kind=Term(found.kind),
    )  # fmt: skip


def _hint(broken: Broken, guess: str | None) -> Text:
    if guess:
        return T("Did you mean «{guess}»?", guess=guess)
    if broken.found is not None and broken.found.kind == "ekstern":
        return T(
            "Name the one in the municipality who answers for it, and list the external party under medansvarlige."
        )
    return T("Write the id of a unit, a role or a body in the organisation, or add it there.")


RULE = Rule(
    code="303",
    slug="ukjent-ansvarlig",
    severity=Severity.ERROR,
    title="The one responsible is not in the organisation",
    source="S0 «Lederes ansvar og myndighet»",
    example=in_plan("    ansvarlig: veg\n", "    ansvarlig: vegsjefen\n"),
    whole=_whole,
    explanation=__doc__,
)
