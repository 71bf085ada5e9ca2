"""A long-term analysis does not look twenty years ahead, or lacks the figures of a year.

LIDA shows what the municipality needs of investments and what they cost in operation, twenty years ahead, so that what
comes is seen before it comes. Each year of `periode` has a line of its own under `år`, also one without investments. A
year outside the period, or one that is written twice, is found here too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planctl.disciplines.kunnskapsgrunnlag.examples import LIDA_PATH, analysis
from planctl.disciplines.kunnskapsgrunnlag.long_term import HORIZON, span, years_of
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    years = span(record)
    if not years:
        return
    if len(years) != HORIZON:
        message = T("«{title}» covers {count} years, and not {horizon}",
                    title=record.title, count=len(years), horizon=HORIZON)  # fmt: skip
        hint = T("Write «periode: {first}-{last}», and the figures of each year under «år».",
                 first=str(years[0]), last=str(years[0] + HORIZON - 1))  # fmt: skip
        yield finding("890", record, message, "periode", help=hint)
        return
    if record.kind in world.plans.lost.kinds:
        return  # its table could not be read
    where = "fil" if record.get("fil") else "år"
    told = Counter(one.year for one in years_of(record))
    lacking = [str(year) for year in years if year not in told]
    wrong = sorted(str(year) for year, count in told.items() if count > 1 or year not in years)
    if lacking:
        message = T("«{title}» has no figures for {years}", title=record.title, years=", ".join(lacking))
        hint = T("Write a line for each year under «år», also for a year without investments.")
        yield finding("890", record, message, where, help=hint)
    if wrong:
        message = T("«{title}» has figures for years that stand twice or are outside the period: {years}",
                    title=record.title, years=", ".join(wrong))  # fmt: skip
        yield finding("890", record, message, where, help=T("Keep one line for each year of the period."))


RULE = Rule(
    code="890",
    slug="langsiktig-analyse-uten-alle-år",
    severity=Severity.WARNING,
    title="Long-term analysis without all its twenty years",
    source="S0 «Planstrategi»: LIDA har et 20-årsperspektiv",
    example=Example(LIDA_PATH, analysis(2040, missing=2030), analysis(2040)),
    visits=("lida",),
    each=_each,
    explanation=__doc__,
)
