"""A goal or a strategy is written in another form than the plan's others.

Most plans keep to one form: goals in the present tense or with «skal», strategies with «skal», in
the present tense or in the infinitive. One that differs reads as another kind of thing, and the
reader wonders why. Write it as the others. The rule counts where no form is fixed: in the profile
`fri`, for mål or strategier that `språkform` says nothing of. It is silent when a plan has fewer
than five, and when less than three quarters of them have the same form.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planctl.domain.wording import FORMED, clause_of, family_of, wanted, wording
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Text
from planctl.model.record import Record
from planctl.rules.examples.samples import goals
from planctl.rules.rule import Example, Rule
from planctl.world import World

_ENOUGH = 5
_MOST = 0.75
_NAMES = {
    "presens": T("in the present tense"),
    "skal": T("with «skal» or «vil»"),
    "infinitiv": T("in the infinitive"),
    "uten verb": T("without a verb"),
}


def _whole(world: World) -> Iterator[Finding]:
    groups: dict[tuple[str, str], list[tuple[Record, str]]] = {}
    for record in world.plans.of_kind(*(family for family in FORMED if wanted(family, world) is None)):
        title = wording(record)
        if title is not None:
            form = clause_of(record, title, world).form.value
            groups.setdefault((record.path, record.kind), []).append((record, form))
    for group in groups.values():
        (usual, count), *_ = Counter(form for _, form in group).most_common(1)
        if len(group) >= _ENOUGH and count >= _MOST * len(group) and usual in _NAMES:
            yield from _deviating(group, usual)


def _deviating(group: list[tuple[Record, str]], usual: str) -> Iterator[Finding]:
    model = next(record for record, form in group if form == usual)
    for record, form in group:
        if form != usual and form in _NAMES:
            yield finding(
                "403", record, _fault(record, form, usual), "tittel",
                help=T("Write it as the others, or set «språkform» in planctl.yaml."),
                related=[(model.place("tittel"), T("one of the others"))],
            )  # fmt: skip


def _fault(record: Record, form: str, usual: str) -> Text:
    words = {"id": record.name, "form": _NAMES[form], "usual": _NAMES[usual]}
    if family_of(record) == "strategi":
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
    habit=True,
    explanation=__doc__,
)
