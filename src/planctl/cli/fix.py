"""`planctl validate --fix`: mend what can be mended by itself, or show it with `--diff`."""

from __future__ import annotations

import difflib
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from planctl.check.fix import Mended, Overlay, mend
from planctl.check.pipeline import Choice, check
from planctl.check.withheld import Veil
from planctl.cli.session import Session, write, write_file
from planctl.findings.diagnostic import Diagnostic
from planctl.i18n import Language, T, Tn
from planctl.load.files.tree import Tree, WorkTree
from planctl.output.clean import clean


def fix(session: Session, root: Path, only: Container[str] | None, choice: Choice, *, unsafe: bool, show: bool) -> None:
    """Mend a repository's files on disk; with `show`, print the changes instead and write nothing."""
    tree = WorkTree(root)
    tree.walk()

    def diagnostics(overlay: Tree) -> list[Diagnostic]:
        world = session.open_tree(overlay)
        return [item for item in check(world, choice) if only is None or item.location.path in only]

    done = mend(tree, diagnostics, unsafe=unsafe)
    before = session.open_tree(tree)
    lang = session.language(before.config)
    if show:
        write("".join(_diff(sorted(done.after), Veil(before), Veil(session.open_tree(Overlay(tree, done.after))))))
        return
    for path, data in done.after.items():
        write_file(tree.place(path), data)
    write("".join(f"{line}\n" for line in _words(done, lang)))


def _words(done: Mended, lang: Language) -> Iterator[str]:
    files = Tn("{n} file", "{n} files", len(done.after))
    yield lang(Tn("{n} finding mended in {files}", "{n} findings mended in {files}", done.count, files=files))
    for item in done.left:
        span = item.location.span
        place = f"{clean(item.location.path)}:{span.line}:{span.column}"
        yield lang(T("{place} {code} is not mended: the fix would have given a new fault", place=place, code=item.code))


def _diff(paths: Iterable[str], before: Veil, after: Veil) -> Iterator[str]:
    """Yield the changes as a unified diff, plan text made harmless for a terminal."""
    for path in paths:
        old, new = before.text_of(path), after.text_of(path)
        for line in difflib.unified_diff(old, new, f"a/{path}", f"b/{path}", lineterm=""):
            yield clean(line) + "\n"
