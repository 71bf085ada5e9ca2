"""The one who is to answer for something is not in the organisation.

`ansvarlig` and `medansvarlige` hold the ids of units, roles and bodies in the organisation file, not
their titles. Behind an id that leads nowhere nobody stands, and lists and reports by owner leave the
work out. Correct the id, or add the unit or role to the organisation. External parties, such as NAV,
can take part under `medansvarlige`, but they cannot answer for the municipality's work.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from planctl.domain.owners import broken_owners, titles_of
from planctl.domain.person_names import person_in
from planctl.domain.unknown_references import Advice, certain, fix_of
from planctl.findings.diagnostic import Finding, Severity
from planctl.graph import Broken
from planctl.i18n import T, Term, Text
from planctl.load.schema.annotations import Ref
from planctl.load.schema.nearest import nearest
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule
from planctl.world import World

WITH_HELPERS = frozenset({"oppdrag", "strategi", "tiltak"})
"""The kinds that have a field for those who take part."""


def _whole(world: World) -> Iterator[Finding]:
    titles = titles_of(world)
    unknown = [broken for broken, person in broken_owners(world) if person is None]
    advice: dict[object, Advice | None] = {}
    guesses: dict[str, set[str]] = defaultdict(set)
    for ref in (broken.ref for broken in unknown if broken.found is None):
        key = (ref.reference, ref.field, ref.target)
        if key not in advice:
            advice[key] = found = _advice(ref, world, titles)
            if found is not None and found.right is not None and not found.safe:
                guesses[found.right].add(ref.target)
    for broken in unknown:
        ref = broken.ref
        known = advice.get((ref.reference, ref.field, ref.target)) if broken.found is None else None
        hint = known.hint if known else _hint(broken)
        message = known.cause if known and known.cause else _message(broken)
        fix = fix_of(ref, known, guesses) if known else None
        related = ((broken.found.place(), T("it stands here")),) if broken.found is not None else ()
        yield Finding("303", ref.place, message, hint, ref.source.id, ref.field, related, fix)


def _advice(ref: Ref, world: World, titles: Mapping[str, Record]) -> Advice | None:
    """Say who must be meant, or perhaps is; None where nobody is alike."""
    plans = world.plans
    sure = certain(ref, plans)
    if sure is not None:
        return sure
    several = _several(ref, plans)
    if several is not None:
        return several
    same = titles.get(ref.target.strip().casefold())
    known = sorted(record.id for record in plans.of_kind(*sorted(ref.reference.kinds)) if record.id)
    guess = same.id if same is not None and same.kind in ref.reference.kinds else nearest(ref.target, known)
    if guess is None or person_in(guess) is not None:  # a person's name is not repeated
        return None
    return Advice(T("Did you mean «{guess}»?", guess=guess), guess)


def _several(ref: Ref, plans: PlanSet) -> Advice | None:
    """Tell of several ids in the field that has room for one: the first is responsible, the others take part."""
    parts = [part for part in re.split(r"\s*[,;/&+]\s*|\s+(?:og|and)\s+", ref.target.strip()) if part]
    if len(parts) < 2 or not all(part in plans.by_id for part in parts):
        return None
    if ref.field != "ansvarlig":
        return Advice(T("Write a comma between the ids: {ids}.", ids=", ".join(parts)))
    only_one = T("Only one can answer for it.")
    if ref.source.kind not in WITH_HELPERS:
        return Advice(T("{only_one} Write {first}.", only_one=only_one, first=parts[0]))
    from planctl.load.yaml.block import block, with_block

    shown = block({"ansvarlig": parts[0], "medansvarlige": parts[1:]})
    return Advice(with_block(T("{only_one} If it is the first, write:", only_one=only_one), shown))


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


def _hint(broken: Broken) -> Text:
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
