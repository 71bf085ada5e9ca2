"""After `--fix` a damaged file is better: what is told as mended is gone, and nothing new is wrong where it stood."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from planctl.check.fix import Mended, mend
from planctl.check.pipeline import Choice, check
from planctl.findings.diagnostic import Diagnostic, Severity
from planctl.load.files.byte_checks import split_lines
from planctl.load.files.tree import Tree
from planctl.load.yaml.compose import compose, mark_span
from planctl.load.yaml.positions import walk
from planctl.source import Span
from planctl.world import open_world
from support import TODAY, Files, MemoryTree, base_files, book, sample

VALUES = [
    "42", "42000", "23.100", "8.10", "-1", "true", "[a, b]", "[]", "{a: b}", "{id: a}", "“{0}”", "'{0}'", "{0}\u00a0", "\u00a0{0}",
    "[{0}]", "[[{0}]]", "{0}, {0}", "{0} og b", "(a, b)", "{0}.", "09.00", "0900", "18", "9:00", "12 345", "12\u00a0345", "10 %",
    "1.10.2021", "uke 40", "2021/10", "31.2.2021", "høst 2021", "2021 – 2024", "Ferdig", "pågår", "i\u00a0rute", "hp2021.01", "klima.d9",
    "null", '""', "ja", "ca. 30", "|-\n      to\n      linjer", "en\n      tekst: med kolon", "minst 30", "3025 ", "920 125 298", "a b",
]  # fmt: skip
KEYS = {
    "løser": "løyser", "ansvarlig": "ansvarleg", "frist": "deadline", "tittel": "navn", "tiltak": "measures",
    "virksomhet": "verksemd", "bærekraftsmål": "berekraftsmål", "bånd": "band", "periode": "år", "leder": "leiar",
}  # fmt: skip


_WORD = re.compile(r"[\w.]+")


@dataclass(frozen=True)
class Damage:
    """One piece of a file put in the place of another."""

    path: str
    span: Span
    text: str


def _lay(text: str, damage: Damage) -> str:
    from planctl.findings.edits import apply
    from planctl.source import Edit

    return apply(text, [Edit(damage.span, damage.text)])[0]


@st.composite
def damages(draw: st.DrawFn) -> Damage:
    path = draw(st.sampled_from(sorted(base_files())))
    text = base_files()[path]
    node, _ = compose(path, text.encode())
    rows = [(key, value) for _, key, value in walk(node) if key is not None]
    key, value = draw(st.sampled_from(rows))
    lines = split_lines(text)
    span = mark_span(value)
    if span.line == span.end_line and draw(st.integers(0, 4)):
        old = lines[span.line - 1][span.column - 1 : span.end_column - 1]
        new = draw(st.sampled_from(VALUES) | st.just(old.replace("-", "\u2011")) | st.just(old.replace("-", "\u00ad-")))
        return Damage(path, span, new.replace("{0}", old))
    span = mark_span(key)
    name = lines[span.line - 1][span.column - 1 : span.end_column - 1]
    other = draw(st.sampled_from([KEYS.get(name, name.upper()), name.capitalize(), name[:-1], name + "er", name[1:]]))
    return Damage(path, span, other or "x")


def _run(files: dict[str, str], *, unsafe: bool) -> tuple[list[Diagnostic], Mended, list[Diagnostic]]:
    def diagnostics(tree: Tree) -> list[Diagnostic]:
        return check(open_world(tree, None, lambda: TODAY, book()), Choice())

    start: Files = dict(base_files())
    tree = MemoryTree({**start, **files})
    done = mend(tree, diagnostics, unsafe=unsafe)
    return diagnostics(tree), done, diagnostics(MemoryTree({**tree.files, **done.after}))


def _places(found: list[Diagnostic]) -> set[str]:
    return {f"{item.location.path}:{item.location.span.line} {item.code}" for item in found}


def _form(found: list[Diagnostic]) -> list[str]:
    return [place for item in found if item.code < "200" for place in _places([item])]


def _words_beside(damage: Damage, path: str) -> Counter[str]:
    """Count the words of a file, those of the damaged line left out."""
    lines = base_files()[path].split("\n")
    if path == damage.path:
        del lines[damage.span.line - 1]
    return Counter(_WORD.findall("\n".join(lines)))


@settings(max_examples=sample(50, 200), suppress_health_check=[HealthCheck.too_slow])
@given(damage=damages(), unsafe=st.booleans())
def test_a_fix_never_makes_it_worse(damage: Damage, *, unsafe: bool) -> None:
    """One damage in a clean municipality: what was mended is gone, and no new error stands there.

    As only one value is damaged, nothing of form can be laid bare; what a rule says of a value that is certain can.
    """
    before, done, after = _run({damage.path: _lay(base_files()[damage.path], damage)}, unsafe=unsafe)
    note(f"{_places(before)} -> {_places(after)}\n{[data.decode() for data in done.after.values()]}")
    here = f"{damage.path}:{damage.span.line} "
    mended = [item for item in before if item.edit is not None and (item.edit.safe or unsafe) and item not in done.left]
    assert _places(mended).isdisjoint(_places(after))
    assert len(_form(after)) <= len(_form(before))
    assert {*_form(after)} <= {*_form(before)}
    if unsafe:
        errors = [item for item in after if item.severity is Severity.ERROR]
        assert {place for place in _places(errors) if place.startswith(here)} <= _places(before)
    else:
        assert not done.left, "a proposal that fails should not be made"
        for path, data in done.after.items():
            assert not _words_beside(damage, path) - Counter(_WORD.findall(data.decode())), "words are lost"


@settings(max_examples=sample(20, 60), suppress_health_check=[HealthCheck.too_slow])
@given(several=st.lists(damages(), min_size=2, max_size=5), unsafe=st.booleans())
def test_many_damages_leave_no_more_faults_than_there_were(several: list[Damage], *, unsafe: bool) -> None:
    """Damages in many files and lines: every file is as readable as it was, and mending again changes nothing."""
    files: dict[str, str] = {}
    for one in sorted(several, key=lambda item: item.span, reverse=True):
        files[one.path] = _lay(files.get(one.path, base_files()[one.path]), one)
    before, done, after = _run(files, unsafe=unsafe)
    note(f"{_places(before)} -> {_places(after)}\n{[data.decode() for data in done.after.values()]}")
    assert {item.code for item in after if item.code < "100"} <= {item.code for item in before}
    mended = {path: data.decode() for path, data in done.after.items()}
    assert _run({**files, **mended}, unsafe=unsafe)[1].after == {}
