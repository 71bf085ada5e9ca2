"""After `--fix` a damaged file is better: what is told as mended is gone, and nothing new is wrong where it stood."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from planctl.diagnostic import Diagnostic
from planctl.fix import Mended, mend
from planctl.load.compose import compose, mark_span
from planctl.load.guard import split_lines
from planctl.load.positions import walk
from planctl.load.tree import Tree
from planctl.pipeline import Choice, check, open_world
from planctl.source import Span
from support import TODAY, Files, MemoryTree, base_files, book

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


@dataclass(frozen=True)
class Damage:
    """One piece of a file put in the place of another."""

    path: str
    span: Span
    text: str


def _lay(text: str, damage: Damage) -> str:
    from planctl.edits import apply
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


def _form(found: list[Diagnostic]) -> list[str]:
    return [f"{item.location.path}:{item.location.span.line} {item.code}" for item in found if item.code < "200"]


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(damage=damages(), unsafe=st.booleans())
def test_a_fix_never_makes_it_worse(damage: Damage, *, unsafe: bool) -> None:
    """One damage in a clean municipality: a fix mends its finding, and leaves no fault of form of its own."""
    text = _lay(base_files()[damage.path], damage)
    before, done, after = _run({damage.path: text}, unsafe=unsafe)
    note(f"{_form(before)} -> {_form(after)}\n{[str(data.decode()) for data in done.after.values()]}")
    assert len(_form(after)) <= len(_form(before)) - (1 if _form(before) and done.count else 0)
    assert {*_form(after)} <= {*_form(before)}
    if not unsafe:
        assert not done.left, "a proposal that fails should not be made"
        others = {item.code for item in after if item.code >= "200"} - {item.code for item in before}
        assert others <= {"201", "303"} or not done.count
