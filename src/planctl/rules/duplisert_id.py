"""Two records have the same id.

An id is the name by which the rest of the plans refer to a record, and it is unique in all files,
also across years. When two have the same, nobody can know which one is meant; planctl follows the
first. It happens easily when last year's file is copied: give the new records ids of their own, for
instance with the new year in them.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Tn
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: virksomhetsplan
id: vp2021-park
tittel: Virksomhetsplan 2021 for park
virksomhet: park
periode: 2021
arver: [klima.d1]
tiltak:
  - id: vp2021-veg.t1
    tittel: Rydde turstien langs elva
    løser: [hp2021.o1]
    frist: 2021-10-01
    ansvarlig: park
"""


def _whole(world: World) -> Iterator[Finding]:
    duplicates = [(record, first) for record, first in world.plans.duplicates if record.place() != first.place()]
    copied = {(record.path, first.path): 0 for record, first in duplicates if record.parent is first.parent is None}
    for record, first in duplicates:
        if record.parent is not None and (record.path, first.path) in copied:
            copied[record.path, first.path] += 1
    for record, first in duplicates:
        more = copied.get((record.path, first.path), 0)
        if record.parent is not None and (record.path, first.path) in copied:
            continue
        if more:
            message = Tn(
                "«{id}» and {n} more id in the file are used in {path} already",
                "«{id}» and {n} more ids in the file are used in {path} already",
                more, id=record.name, path=first.path,
            )  # fmt: skip
            hint = T("The file looks like a copy: give the plan and everything in it ids of their own.")
        else:
            message = T("The id «{id}» is used already", id=record.name)
            hint = T("Give one of them another id. Let the one that others refer to keep its id.")
        yield finding("203", record, message, "id", help=hint, related=[(first.place("id"), T("it stands here first"))])


RULE = Rule(
    code="203",
    slug="duplisert-id",
    severity=Severity.ERROR,
    title="Two records have the same id",
    source="planctl: id-er",
    example=Example("virksomhetsplaner/park.yaml", _BAD, _BAD.replace("vp2021-veg.t1", "vp2021-park.t1")),
    whole=_whole,
    explanation=__doc__,
)
