"""Random edits of limits over commits: each that changes a limit is listed, and each that changes a verdict is marked.

What is expected is judged here again, by docs/vurdering.md and whole fractions, with nothing of planctl's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.domain.judgement.goalposts import Goalposts, verdicts
from support import Files, base_files, sample, world

HP = "handlingsprogram.yaml"
BASE = base_files()[HP]
HEAD = BASE[: BASE.index("indikatorer:\n")]
TODAY = date(2021, 6, 15)
EXAMPLES = sample(25, 100)
"""A few in the ordinary run, as many as the profile says in the thorough one."""
WORST_FIRST = ("forsinket", "risiko", "ukjent", "i rute", "fullført")
TABLE = {
    "ikke_godkjent": ("forsinket", "forsinket", "risiko", "risiko"),
    "": ("risiko", "ukjent", "i rute", "fullført"),
    "akseptert": ("risiko", "i rute", "i rute", "fullført"),
    "ønsket": ("i rute", "i rute", "i rute", "fullført"),
}
LINES = ("BAK", "INGEN", "PÅ", "MÅL")
STALE_AFTER = {"årlig": 12 + 6, "hvert 4. år": 48 + 6, "tertialvis": 4 + 2}


@dataclass(frozen=True)
class Drawn:
    """The limits of one commit: bands from `low` and from `high` on, a target in a year, and how all of it is written."""

    low: int
    high: int
    target: tuple[int, int] | None
    origin: int | None
    direction: str
    decimals: int
    often: str

    def yaml(self, *, wordy: bool) -> str:
        """Write an indicator; `wordy` writes the same limits in another way."""
        below = f"{self.high - 1}" + (f",{'9' * self.decimals}" if self.decimals else "")
        measure = '"%"' if wordy else "prosent"
        bands = (
            (f">= {self.high},0", f"{self.low} til {below}", f"<{self.low}")
            if wordy
            else (f"≥ {self.high}", f"{self.low}–{below}", f"< {self.low}")
        )
        rows = [
            "  - id: klima.i1", "    tittel: Andel reiser på sykkel", "    måler: [klima.d1]",
            f"    enhet: {measure}", f"    desimaler: {self.decimals}",
            f"    retning: {self.direction}", f"    hyppighet: {self.often}", "    bånd:",
            *(f'      {name}: "{text}"' for name, text in zip(("ønsket", "akseptert", "ikke_godkjent"), bands, strict=True)),
        ]  # fmt: skip
        if self.origin is not None:
            rows.append(f"    nullpunkt: {{periode: {'2017-12' if wordy else 2017}, verdi: {self.origin}}}")
        if self.target is not None:
            rows.append(f"    måltall: [{{periode: {self.target[0]}, verdi: {self.target[1]}}}]")
        return "indikatorer:\n" + "".join(f"{row}\n" for row in rows)

    def verdict(self, value: Fraction, year: int, day: date) -> tuple[str, str, str]:
        """Judge a value: its band, its place to the line, and both together."""
        shown = rounded(value, self.decimals)
        band = "ønsket" if shown >= self.high else "ikke_godkjent" if shown < self.low else "akseptert"
        line = self._line(shown, year)
        status = TABLE[band][LINES.index(line)]
        months = STALE_AFTER[self.often]
        stale = (year + 1 + months // 12, months % 12 + 1) <= (day.year, day.month)
        if stale and WORST_FIRST.index(status) > WORST_FIRST.index("ukjent"):
            status = "ukjent"
        return band, line, status

    def _line(self, shown: Fraction, year: int) -> str:
        if self.direction == "intervall" or self.target is None:
            return "INGEN"
        end, aim = self.target
        sign = 1 if self.direction == "opp" else -1
        if shown * sign >= aim * sign:
            return "MÅL"
        if self.origin is None or year <= 2017 or end <= 2017:
            return "INGEN"
        start, stop, here = (date(one, 12, 31).toordinal() for one in (2017, end, year))
        part = min(Fraction(1), Fraction(here - start, stop - start))
        wanted = rounded(self.origin + (aim - self.origin) * part, self.decimals)
        return "PÅ" if shown * sign >= wanted * sign else "BAK"


def rounded(value: Fraction, decimals: int) -> Fraction:
    """Round half away from zero."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if value >= 0 else -whole, 10**decimals)


@st.composite
def limits(draw: st.DrawFn) -> Drawn:
    """Draw the limits of a commit; each is often as it was."""
    low = draw(st.integers(8, 12))
    return Drawn(
        low,
        draw(st.integers(low + 1, 15)),
        draw(st.sampled_from((None, (2019, 12), (2024, 12), (2024, 14)))),
        draw(st.sampled_from((None, 8, 9))),
        draw(st.sampled_from(("opp", "opp", "ned", "intervall"))),
        draw(st.sampled_from((0, 0, 1))),
        draw(st.sampled_from(("årlig", "hvert 4. år"))),
    )


@dataclass(frozen=True)
class Step:
    """One commit: the limits (None: the indicator is taken out), the plan's status, the file, and how it is written."""

    limits: Drawn | None
    status: str
    path: str
    wordy: bool

    @property
    def files(self) -> Files:
        """The files of the commit."""
        text = HEAD.replace("status: vedtatt", f"status: {self.status}")
        text += self.limits.yaml(wordy=self.wordy) if self.limits is not None else ""
        return {HP: None, self.path: text}


@st.composite
def histories(draw: st.DrawFn) -> list[Step]:
    """Draw the commits: the limits of most are those of the commit before, or differ in one thing."""
    found = [Step(draw(limits()), "vedtatt", HP, wordy=False)]
    for _ in range(draw(st.integers(1, 7))):
        drawn: Drawn | None = draw(st.one_of(st.just(_last(found)), limits(), st.just(_last(found))))
        taken = draw(st.integers(0, 9)) == 0
        status = draw(st.sampled_from(("vedtatt",) * 4 + ("under revisjon", "utkast")))
        path = draw(st.sampled_from((found[-1].path, found[-1].path, HP, "hp2021.yaml")))
        found.append(Step(None if taken else drawn, status, path, draw(st.booleans())))
    if found[-1].limits is None:
        found.append(Step(_last(found), "vedtatt", found[-1].path, wordy=False))
    return found


def _last(found: list[Step]) -> Drawn | None:
    return next(step.limits for step in reversed(found) if step.limits is not None)


@given(steps=histories(), tenths=st.integers(70, 160), year=st.sampled_from((2018, 2019, 2020)))
@settings(max_examples=EXAMPLES)
def test_each_edit_that_changes_a_verdict_is_listed_and_none_else(steps: list[Step], tenths: int, year: int) -> None:
    value = {
        "m.yaml": f"type: målinger\nmålinger:\n  - {{indikator: klima.i1, periode: {year}, verdi: {tenths / 10}}}\n"
    }
    here = world({**value, **steps[-1].files}, TODAY, past=[({**value, **step.files}, "") for step in steps])
    posts, record = Goalposts(here), here.plans.by_id["klima.i1"]
    found = []
    for move in posts.of(record):
        (row,) = verdicts(move.old, move.new, posts.series(record), move.day)
        found.append((move.day, row.moved, (row.new.verdict, row.new.line.name, row.new.course.word)))
    held = [
        (number, step.limits) for number, step in enumerate(steps, start=1)
        if step.limits is not None and step.status != "utkast"
    ]  # fmt: skip
    expected = []
    for (_, old), (number, new) in pairwise(held):
        day = date(2021, 1, number)
        before, after = (one.verdict(Fraction(tenths, 10), year, day) for one in (old, new))
        if old != new:
            expected.append((day, before != after, after))
    assert found == expected
