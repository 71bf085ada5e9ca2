"""The municipality's whole analysis of risk and vulnerability is more than four years old.

The analysis of the whole municipality (`nivå: kommune` and `område: kriseberedskap`) is what preparedness and plans
build on. The law wants it kept up to date: in step with the municipality's plans, which each council goes through,
and whenever the risks change. The directorate for civil protection counts one that is more than four years old as
out of date. Do the analysis anew, and let it replace the old one (`avløser`). Nothing is said to a municipality
that has none here.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.ros.examples import ANALYSIS, PATH
from planctl.disciplines.ros.risks import analyses
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.law.deadlines import years_after
from planctl.law.versions import PREPAREDNESS_ANALYSIS, version_at
from planctl.model.period import parse_date
from planctl.rules.rule import Example, Rule
from planctl.world import World

_GOOD = ANALYSIS.replace(
    "nivå: virksomhet\nområde: virksomhetsstyring\nenhet: veg", "nivå: kommune\nområde: kriseberedskap"
)


def _whole(world: World) -> Iterator[Finding]:
    version = version_at(PREPAREDNESS_ANALYSIS, world.today)
    whole = [
        (day, record)
        for record in analyses(world)
        if (record.get("nivå"), record.get("område")) == ("kommune", "kriseberedskap")
        and (day := parse_date(record.get("dato"))) is not None
    ]
    if version is None or not whole or world.plans.incomplete:
        return
    day, newest = max(whole, key=lambda row: row[0])
    if years_after(day, version.limit) < world.today:
        message = T("The municipality's whole {ros-analyse} is of {day}, and more than {years} years old",
                    day=day, years=version.limit)  # fmt: skip
        hint = T("Do the analysis anew, and write «avløser: {id}» in the new one. Law: {law}.",
                 id=newest.name, law=version.cited)  # fmt: skip
        yield finding("825", newest, message, "dato", help=hint)


RULE = Rule(
    code="825",
    slug="helhetlig-ros-for-gammel",
    severity=Severity.WARNING,
    title="The municipality's whole {ros-analyse} is out of date",
    source="sivilbeskyttelsesloven § 14; forskrift om kommunal beredskapsplikt (FOR-2011-08-22-894) § 6; "
    "DSB, Kommuneundersøkelsen: eldre enn fire år",
    example=Example(PATH, _GOOD.replace("2021-02-10", "2017-02-10"), _GOOD),
    whole=_whole,
    explanation=__doc__,
)
