"""Keep the message catalogues: `update` merges the code's msgids in, `check` finds gaps, `compile` writes .mo.

Msgids come from the calls of T, Tn, N_ and lang in code and templates, from the rules' titles and
explanations, and from the command line's help texts.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from typer.core import TyperGroup

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "planctl"
LOCALES = SOURCE / "locales"
LANGUAGES = ("nb", "nn")
_MARKERS = {"T", "Tn", "N_", "Text", "lang"}
_IN_TEMPLATE = re.compile(r"""\b(?:lang|_)\(\s*(?P<quote>["'])(?P<text>(?:\\.|(?!(?P=quote)).)*)(?P=quote)""")

_FIELD = re.compile(r"\{\w*\}")

Messages = dict[str, str | None]


def collect() -> Messages:
    """Return every msgid, with its plural where it has one."""
    found: Messages = {}
    for path in sorted(SOURCE.rglob("*.py")):
        _from_code(path, found)
    for path in sorted((ROOT / "templates").rglob("*.j2")):
        for match in _IN_TEMPLATE.finditer(path.read_text(encoding="utf-8")):
            found.setdefault(ast.literal_eval(match["quote"] + match["text"] + match["quote"]), None)
    for text in _from_rules_and_help():
        found.setdefault(text, None)
    return {msgid: plural for msgid, plural in found.items() if re.search(r"[^\W\d_]", _FIELD.sub("", msgid))}


def _from_code(path: Path, found: Messages) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        first = node.args[0]
        if name not in _MARKERS or not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
            continue
        second = node.args[1] if name == "Tn" else None
        plural = second.value if isinstance(second, ast.Constant) and isinstance(second.value, str) else None
        found[first.value] = plural or found.get(first.value)


def _from_rules_and_help() -> list[str]:
    from planctl.check.registry import RULES
    from planctl.cli.app import command_line
    from planctl.cli.help import FRAMEWORK_WORDS

    texts = [text for rule in RULES for text in (rule.title, rule.explanation)]
    return [*texts, *_from_help(command_line()), *FRAMEWORK_WORDS]


def _from_help(command: Any, parent: Any = None) -> Iterator[str]:
    """Yield the texts in the help of a command, and of those below it."""
    from planctl.cli.help import help_texts

    context = typer.Context(command, parent, command.name)
    yield from (text for _, _, text in help_texts(command, context))
    if isinstance(command, TyperGroup):
        for name in command.list_commands(context):
            yield from _from_help(command.resolve_command(context, [name])[1], context)


def po_path(code: str) -> Path:
    """Return the path of a language's catalogue."""
    return LOCALES / code / "LC_MESSAGES" / "planctl.po"


def read(code: str) -> Catalog:
    """Read a language's catalogue; an empty one when there is none."""
    path = po_path(code)
    if not path.exists():
        return Catalog(locale=code, project="planctl")
    with path.open("rb") as file:
        return read_po(file, locale=code)


def update() -> None:
    """Merge the code's msgids into the catalogues; translations no longer used are dropped."""
    messages = collect()
    for code in LANGUAGES:
        old = read(code)
        new = Catalog(locale=code, project="planctl", version="1", fuzzy=False)
        for msgid, plural in sorted(messages.items()):
            known = old.get(msgid)
            string = known.string if known is not None else ""
            if plural and not isinstance(string, (tuple, list)):
                string = ("", "")
            if not plural and isinstance(string, (tuple, list)):
                string = ""
            new.add((msgid, plural) if plural else msgid, string)
        save(code, new)


def save(code: str, catalogue: Catalog) -> None:
    """Write a language's catalogue, without dates, so that the same content gives the same bytes."""
    path = po_path(code)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=110, sort_output=True, omit_header=False, include_lineno=False)
    text = path.read_text(encoding="utf-8")
    kept = [
        line
        for line in text.splitlines()
        if not re.match(
            r'"(POT-Creation|PO-Revision)-Date|"Generated-By|"Report-Msgid|"Last-Translator|"Language-Team|"Project-Id',
            line,
        )
    ]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")


def gaps() -> list[str]:
    """Name every msgid that a language does not translate, and every one no code uses."""
    messages = collect()
    missing = []
    for code in LANGUAGES:
        catalogue = read(code)
        for msgid, plural in messages.items():
            known = catalogue.get(msgid)
            string = known.string if known is not None else ""
            parts = string if isinstance(string, (tuple, list)) else (string,)
            if not all(parts) or bool(plural) != isinstance(string, (tuple, list)):
                missing.append(f"{code}: untranslated: {msgid}")
        used = set(messages)
        missing += [f"{code}: unused: {item.id}" for item in catalogue if item.id and _singular(item.id) not in used]
    return missing


def _singular(msgid: object) -> str:
    return str(msgid[0]) if isinstance(msgid, (tuple, list)) else str(msgid)


def compile_all() -> None:
    """Write the .mo files beside the catalogues."""
    for code in LANGUAGES:
        if po_path(code).exists():
            with po_path(code).with_suffix(".mo").open("wb") as file:
                write_mo(file, read(code))


def main(action: str) -> int:
    """Run one action; `check` fails when there are gaps."""
    if action == "check":
        found = gaps()
        sys.stdout.write("".join(f"{line}\n" for line in found))
        return 1 if found else 0
    {"update": update, "compile": compile_all}[action]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
