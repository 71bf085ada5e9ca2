"""A goal or a strategy is written in another form than the plan's others.

Most plans keep to one form: goals in the present tense or with «skal», strategies with «skal», in
the present tense or in the infinitive. One that differs reads as another kind of thing, and the
reader wonders why. Write it as the others. The rule counts where no form is fixed: in the profile
`fri`, for mål or strategier that `språkform` says nothing of. It is silent when a plan has fewer
than five, and when less than three quarters of them have the same form. The goals of all levels are
counted together, but a level whose goals all have one form of its own is left in peace. A plan is told
once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from planctl.domain.wording import FORMED, clause_of, family_of, wanted, wording
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Text
from planctl.model.record import Record
from planctl.rules.examples.samples import goals
from planctl.rules.rule import Example, Rule
from planctl.world import World

_ENOUGH = 5
_MOST = 0.75
_MOST_PLACES = 10
_NAMES = {
    "presens": T("in the present tense"),
    "skal": T("with «skal» or «vil»"),
    "infinitiv": T("in the infinitive"),
    "uten verb": T("without a verb"),
}


def _whole(world: World) -> Iterator[Finding]:
    groups: dict[tuple[str, str], list[tuple[Record, str]]] = {}
    families = [family for family in FORMED if wanted(family, world) is None]
    for record in world.plans.records:
        title = wording(record) if any(world.plans.is_a(record, family) for family in families) else None
        if title is not None:
            form = clause_of(record, title, world).form.value
            groups.setdefault((record.path, family_of(record)), []).append((record, form))
    for group in groups.values():
        (usual, count), *_ = Counter(form for _, form in group).most_common(1)
        if len(group) >= _ENOUGH and count >= _MOST * len(group) and usual in _NAMES:
            yield from _deviating(group, usual)


def _deviating(group: list[tuple[Record, str]], usual: str) -> Iterator[Finding]:
    own = _own_forms(group)
    others = [row for row in group if row[1] not in {usual, own.get(row[0].kind)} and row[1] in _NAMES]
    if not others:
        return
    model = next(record for record, form in group if form == usual)
    (first, form), *rest = others
    related = [(model.place("tittel"), T("one of the others"))]
    related += [(item.place("tittel"), T("«{id}» too", id=item.name)) for item, _ in rest[:_MOST_PLACES]]
    hint = T("Write it as the others, or set «språkform» in planctl.yaml.")
    yield finding("403", first, _fault(first, form, usual, len(rest)), "tittel", help=hint, related=related)


def _own_forms(group: list[tuple[Record, str]]) -> dict[str, str]:
    """Give the form of each level whose goals all have the same: it is the level's own, and no slip."""
    forms: dict[str, list[str]] = {}
    for record, form in group:
        forms.setdefault(record.kind, []).append(form)
    return {kind: found[0] for kind, found in forms.items() if len(found) > 1 and len(set(found)) == 1}


def _fault(record: Record, form: str, usual: str, more: int) -> Text:
    words: dict[str, Any] = {"id": record.name, "form": _NAMES[form], "usual": _NAMES[usual]}
    strategy = family_of(record) == "strategi"
    if more and strategy:
        words["n"] = more
        return T("«{id}» is written {form}, and {n} more differ: the plan's {strategi_pl} are {usual}", **words)
    if more:
        words["n"] = more
        return T("«{id}» is written {form}, and {n} more differ: the plan's {mål_pl} are {usual}", **words)
    if strategy:
        return T("«{id}» is written {form}, the plan's other {strategi_pl} {usual}", **words)
    return T("«{id}» is written {form}, the plan's other {mål_pl} {usual}", **words)


_FREE = """\
format: 1
kommune:
  navn: Prøve
  nummer: "3025"
dato: 2021-06-15
profil: fri
regler:
  alvorlighet:
    strategi-uten-oppdrag: av
"""
_OTHERS = "".join(
    f"              - id: klima.d1.s{number}\n                tittel: {title}\n"
    for number, title in enumerate(
        ("Bygge gang- og sykkelveger", "Følge opp bussrutene", "Dele sykler på stasjonen", "Måle trafikken"), start=2
    )
)

RULE = Rule(
    code="403",
    slug="språkform-avvik",
    severity=Severity.WARNING,
    title="{Mål} or {strategi} in another form than the plan's others",
    source="klarspråk; språklova § 9",
    example=Example(
        "kommuneplan.yaml",
        goals() + _OTHERS,
        goals(strategy="Gjøre det enklere å gå og sykle") + _OTHERS,
        with_files={"planctl.yaml": _FREE},
    ),
    whole=_whole,
    explanation=__doc__,
)
