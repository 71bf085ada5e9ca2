"""Measure the rules of language on the labelled sentences: `write` the table in the docs, or `check` it.

The sentences stand in tests/language/{nb,nn}.tsv: which half (`før` were written before the rules were tuned,
`etter` afterwards), mål or strategi, the codes that should fire, those that fired on the first run where
that was wrong (`-` for none), and the sentence. Each runs through the rules as a record of a plan.
"""

from __future__ import annotations

import csv
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planctl.check.pipeline import Choice, check
from planctl.load.files.tree import WorkTree
from planctl.world import open_world

ROOT = Path(__file__).resolve().parents[1]
SENTENCES = ROOT / "tests" / "language"
PAGE = ROOT / "docs" / "språkregler.md"
LANGUAGES = {"nb": "bokmål", "nn": "nynorsk"}
CODES = ("401", "402", "404", "405", "406", "407", "408", "409", "410")
_KINDS = {"401": ("mål",), "402": ("strategi",), "404": ("mål",), "405": ("mål",), "408": ("mål",)}
_START, _END = "<!-- tabell: laget av scripts/language_score.py -->\n", "<!-- slutt -->\n"
_PLAN = """\
type: kommuneplan
id: kp
tittel: Plan
periode: 2020-2032
status: vedtatt
satsingsområder:
  - id: s
    tittel: Alt
"""


@dataclass(frozen=True)
class Sentence:
    """A labelled sentence: the codes that should fire, those that did at first, and those that do now."""

    half: str
    kind: str
    text: str
    wanted: frozenset[str]
    first: frozenset[str]
    found: frozenset[str]


@dataclass(frozen=True)
class Score:
    """How often a rule fired, should have fired, and both."""

    fired: int
    wanted: int
    both: int

    @property
    def precision(self) -> float:
        """The share of findings that are right."""
        return self.both / self.fired if self.fired else 1.0

    @property
    def recall(self) -> float:
        """The share of faults that are found."""
        return self.both / self.wanted if self.wanted else 1.0


def measure(language: str) -> list[Sentence]:
    """Run the rules over the sentences of a language."""
    with (SENTENCES / f"{language}.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = _run([(row["slag"], row["setning"]) for row in rows])
    sentences = []
    for index, row in enumerate(rows):
        wanted, first = frozenset(row["koder"].split()), frozenset(row["først"].split())
        first = first - {"-"} if row["først"] else wanted
        codes = frozenset(found.get(f"r{index}", ()))
        sentences.append(Sentence(row["del"], row["slag"], row["setning"], wanted, first, codes))
    return sentences


def _run(rows: list[tuple[str, str]]) -> dict[str, set[str]]:
    parts = [_PLAN]
    for kind, field in (("mål", "delmål"), ("strategi", "strategier")):
        parts.append(f"    {field}:\n")
        parts += [
            f"      - id: r{index}\n        tittel: {json.dumps(text, ensure_ascii=False)}\n"
            for index, (own, text) in enumerate(rows)
            if own == kind
        ]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "plan.yaml").write_text("".join(parts), encoding="utf-8")
        world = open_world(WorkTree(Path(folder)), date(2021, 6, 15), date.today)
        found: dict[str, set[str]] = {}
        for item in check(world, Choice(select=["4"])):
            found.setdefault(str(item.record), set()).add(item.code)
    return found


def score(sentences: list[Sentence], code: str, *, first: bool = False) -> Score:
    """Count one rule's hits."""
    found = [(code in (item.first if first else item.found), code in item.wanted) for item in sentences]
    return Score(sum(a for a, _ in found), sum(b for _, b in found), sum(a and b for a, b in found))


def table() -> str:
    """Write the numbers of every rule and language, of both halves, and of the later one at first sight."""
    head = ["regel", "språk", "før: feil", "presisjon", "gjenfinning", "etter: feil", "presisjon, første gang"]
    head += ["gjenfinning, første gang", "presisjon nå", "gjenfinning nå"]
    return "\n".join([_line(head), _line(["---"] * len(head)), *_rows()]) + "\n"


def _rows() -> Iterator[str]:
    measured = {name: measure(language) for language, name in LANGUAGES.items()}
    for code in CODES:
        for name, sentences in measured.items():
            judged = [item for item in sentences if item.kind in _KINDS.get(code, ("mål", "strategi"))]
            before = [item for item in judged if item.half == "før"]
            later = [item for item in judged if item.half == "etter"]
            old, first, now = score(before, code), score(later, code, first=True), score(later, code)
            counts = [f"{old.wanted} av {len(before)}", f"{now.wanted} av {len(later)}"]
            yield _line([code, name, counts[0], *_shares(old), counts[1], *_shares(first), *_shares(now)])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _shares(found: Score) -> list[str]:
    return [f"{value:.2f}".replace(".", ",") for value in (found.precision, found.recall)]


def page() -> str:
    """Return the page with the table as it should be."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(_START)
    return before + _START + table() + _END + rest.partition(_END)[2]


def main() -> int:
    """Write or check the page."""
    if sys.argv[1:] == ["write"]:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    stale = PAGE.read_text(encoding="utf-8") != page()
    if stale:
        print("docs/språkregler.md: run python scripts/language_score.py write")
    return int(stale)


if __name__ == "__main__":
    sys.exit(main())
