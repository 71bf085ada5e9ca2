"""An innsatsområde holds nothing that is to be done.

A temaplan is ordered in innsatsområder, and each gathers the strategies that take the goals further. One
without any is a headline. Write its strategies, or leave it out. In the profile «fri», where a plan may
go straight to work, tiltak are enough. Only plans in force are judged, and one that has neither
strategies nor, in «fri», tiltak anywhere is told so once.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_MOST_PLACES = 10
_BAD = """\
type: temaplan
id: tp-klima
tittel: Temaplan for klima
periode: 2021-2033
status: vedtatt
ansvarlig: samfunn
vedtak:
  organ: kommunestyret
  dato: 2021-05-11
arver: [klima.d1]
innsatsområder:
  - id: tp-klima.reiser
    tittel: Reiser
    strategier:
      - id: tp-klima.s1
        tittel: Kommunen skal bygge trygge sykkelveger
        bidrar_til: [klima.d1]
  - id: tp-klima.bygg
    tittel: Bygg
"""
_GOOD = """\
    strategier:
      - id: tp-klima.s2
        tittel: Kommunen skal bygge i tre
        bidrar_til: [klima.d1]
"""


def _whole(world: World) -> Iterator[Finding]:
    kinds = ("strategi", "tiltak") if world.config.tiltak_anywhere else ("strategi",)
    filled: set[Record] = set()
    for record in world.plans.of_kind(*kinds):
        above: Record | None = record
        while above is not None:
            filled.add(above)
            above = above.parent
    bare: dict[Record, list[Record]] = {}
    for area in world.thread.current("innsatsområde"):
        if area not in filled and not any(item.kind in kinds for item in world.graph.children(area)):
            bare.setdefault(area.plan, []).append(area)
    for plan, areas in bare.items():
        if plan in filled:
            yield from (_told(area, kinds) for area in areas)
        else:
            yield _told(areas[0], kinds, areas[1:])


def _told(area: Record, kinds: tuple[str, ...], others: list[Record] | None = None) -> Finding:
    if "tiltak" in kinds:
        message = T("{Innsatsområde} «{id}» has neither {strategi_pl} nor {tiltak_pl}", id=area.name)
    else:
        message = T("{Innsatsområde} «{id}» has no {strategi_pl}", id=area.name)
    hint = T("Write under «{id}» what is to be done, or leave it out.", id=area.name)
    related = [(item.place("id"), T("«{id}» has none either", id=item.name)) for item in (others or [])[:_MOST_PLACES]]
    return finding("225", area, message, help=hint, related=related)


RULE = Rule(
    code="225",
    slug="innsatsområde-uten-strategi",
    severity=Severity.WARNING,
    title="{Innsatsområde} without {strategi_pl}",
    source="S0 «Begrepsapparat»: innsatsområde, strategi",
    example=Example("temaplaner/klima.yaml", _BAD, _BAD + _GOOD),
    whole=_whole,
    explanation=__doc__,
)
