"""Keep the message catalogues: `update` merges the code's msgids in, `check` finds gaps, `compile` writes .mo.

Msgids come from the calls of T, Tn, N_ and lang in code and templates, from the rules' titles and
explanations, and from the command line's help texts. A translation of a text that has been changed a little is
kept, marked fuzzy: it is shown until someone has read it anew and taken the mark away, and `check` names it.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import typer
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from typer.core import TyperGroup

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "planctl"
LOCALES = SOURCE / "locales"
LANGUAGES = ("nb", "nn")
_MARKERS: dict[str, Any] = {"T": None, "Tn": (1, 2), "N_": None, "Text": None, "lang": None, "_": None}
_FIELD = re.compile(r"\{(\w*)\}")
COPIED = (ROOT / "tests" / "reports" / "templates_before_all_chapters",)
"""Templates as they were: municipalities have copies of them, and what only those say is still translated."""
_LETTER = re.compile(r"[^\W\d_]")
_CHANGING = re.compile(
    r'^"(POT-Creation|PO-Revision)-Date.*\n|^"(Generated-By|Report-Msgid|Last-Translator|Language-Team|Project-Id).*\n',
    re.MULTILINE,
)
"""The lines of a catalogue's head that are other at each writing, or say nothing."""


def collect() -> Catalog:
    """Return a catalogue of every msgid, with its plural where it has one, and no translation."""
    found = Catalog(project="planctl", version="1", fuzzy=False)
    methods: list[tuple[Path, str, Any]] = [(SOURCE, "**.py", _calls), (ROOT / "templates", "**.j2", "jinja2")]
    methods += [(folder, "**.j2", "jinja2") for folder in COPIED]
    for folder, files, method in methods:
        for _, _, msgid, _, _ in extract_from_dir(folder, [(files, method)], keywords=_MARKERS):
            _add(found, msgid)
    for text in _from_rules_and_help():
        _add(found, text)
    return found


def _add(catalogue: Catalog, msgid: Any) -> None:
    """Add a msgid that has something to translate."""
    if any(_LETTER.search(_FIELD.sub("", text)) for text in _texts(msgid)):
        catalogue.add(msgid)


def _calls(
    file: Any,
    keywords: Iterable[str],
    _comments: object,
    options: object,  # noqa: ARG001
) -> Iterator[tuple[int, str, tuple[str | None, ...], list[str]]]:
    """Extract as Babel's own method for Python does, but also from calls inside f-strings, as it does not."""
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            texts = tuple(
                item.value if isinstance(item, ast.Constant) and isinstance(item.value, str) else None
                for item in node.args
            )
            if name in keywords and texts[0] is not None:
                yield node.lineno, name, texts, []


def _from_rules_and_help() -> Iterator[str]:
    from planctl.check.registry import rule_book
    from planctl.cli.app import command_line
    from planctl.cli.help import FRAMEWORK_WORDS

    for rule in rule_book().rules:
        yield from (rule.title, rule.explanation)
    yield from from_help(command_line())
    yield from FRAMEWORK_WORDS


def from_help(command: Any, parent: Any = None) -> Iterator[str]:
    """Yield the texts in the help of a command, and of those below it."""
    from planctl.cli.help import help_texts

    context = typer.Context(command, parent, command.name)
    yield from (text for _, _, text in help_texts(command, context))
    if isinstance(command, TyperGroup):
        for name in command.list_commands(context):
            yield from from_help(command.resolve_command(context, [name])[1], context)


def po_path(code: str) -> Path:
    """Return the path of a language's catalogue."""
    return LOCALES / code / "LC_MESSAGES" / "planctl.po"


def read(code: str) -> Catalog:
    """Read a language's catalogue."""
    with po_path(code).open("rb") as file:
        return read_po(file, locale=code)


def update() -> None:
    """Merge the code's msgids into the catalogues; translations no longer used are dropped."""
    template = collect()
    for code in LANGUAGES:
        save(code, merged(read(code), template))


def merged(catalogue: Catalog, template: Catalog) -> Catalog:
    """Give a catalogue the msgids of a template; a translation goes over, fuzzy, to the changed text of a lost msgid.

    The fields must be the same: a translation with others cannot be shown.
    """
    catalogue.update(template)
    for message in catalogue:
        if message.previous_id and not _may_stand(message, template):
            message.string = ("",) * catalogue.num_plurals if message.pluralizable else ""
            message.flags.discard("fuzzy")
    return catalogue


def _may_stand(message: Message, template: Catalog) -> bool:
    """Tell whether the translation of another text may stand for this one until it is read anew."""
    lost = message.previous_id[0] not in template
    fields = {tuple(sorted(set(_FIELD.findall(text)))) for text in (_texts(message.id)[-1], *_texts(message.string))}
    return lost and len(fields) == 1


def _texts(texts: Any) -> tuple[str, ...]:
    return tuple(texts) if isinstance(texts, (tuple, list)) else (texts,)


def save(code: str, catalogue: Catalog) -> None:
    """Write a language's catalogue, without dates, so that the same content gives the same bytes."""
    path = po_path(code)
    with path.open("wb") as file:
        write_po(file, catalogue, width=110, sort_output=True, ignore_obsolete=True)
    path.write_text(_CHANGING.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")


def gaps() -> list[str]:
    """Name every msgid that a language does not translate, and every one no code uses."""
    template, found = collect(), []
    for code in LANGUAGES:
        catalogue = read(code)
        catalogue.update(template, no_fuzzy_matching=True)
        found += [f"{code}: untranslated: {_texts(one.id)[0]}" for one in catalogue if not all(_texts(one.string))]
        found += [f"{code}: unused: {_texts(one.id)[0]}" for one in catalogue.obsolete.values()]
    return found


def to_be_reviewed() -> list[str]:
    """Name every translation that is of an earlier text."""
    return [f"{code}: to be reviewed: {_texts(one.id)[0]}" for code in LANGUAGES for one in read(code) if one.fuzzy]


def compile_all() -> None:
    """Write the .mo files beside the catalogues, where these are newer."""
    for code in LANGUAGES:
        source = po_path(code)
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            with compiled.open("wb") as file:
                write_mo(file, read(code), use_fuzzy=True)


def main(action: str) -> int:
    """Run one action; `check` fails when there are gaps, or translations to be reviewed."""
    if action == "check":
        found = [*gaps(), *to_be_reviewed()]
        sys.stdout.write("".join(f"{line}\n" for line in found))
        return 1 if found else 0
    {"update": update, "compile": compile_all}[action]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
