"""Generate the reference pages in docs/: `write` them, or `check` that they are up to date."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from planctl.calendar import render_svg
from planctl.calendar.build import build_wheel
from planctl.check.registry import rule_book
from planctl.cli.rules import FAMILIES
from planctl.i18n import Language, Text
from planctl.load.files.tree import WorkTree
from planctl.load.schema.json_schema import Schema, ever_needed
from planctl.load.schema.schema_book import SchemaBook
from planctl.model.formats import KNOWN_TIME
from planctl.output.text import severity_word
from planctl.resources import SHIPPED, Disciplines
from planctl.rules.rule import Rule
from planctl.world import open_world

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
EXAMPLE = ROOT / "examples" / "asker-2020"
_NOTE = "<!-- Laget av scripts/docs.py; rediger kilden, ikke denne siden. -->\n"


def pages(disciplines: Disciplines = SHIPPED) -> dict[str, str]:
    """Return every generated page by its path in docs/."""
    lang = Language("nb", {}, disciplines)
    book, known = SchemaBook(disciplines), rule_book(disciplines).rules
    found = {"format.md": format_page(book), "regler/README.md": rule_index(known, lang)}
    for digit, title in FAMILIES.items():
        rules = [rule for rule in known if rule.code.startswith(digit)]
        if rules:
            found[f"regler/{digit}xx.md"] = rule_page(digit, lang(title), rules, lang)
    found["images/year-wheel.svg"] = year_wheel(lang)
    return found


def year_wheel(lang: Language) -> str:
    """Draw the example's year wheel, the picture of the README."""
    world = open_world(WorkTree(EXAMPLE), None, date.today)
    wheel = build_wheel(world, world.today.year)
    return render_svg(wheel, lang) if wheel is not None else ""


def rule_index(rules: tuple[Rule, ...], lang: Language) -> str:
    """Write the table of all rules."""
    rows = ["# Reglene", _NOTE, "| kode | navn | `asker` | `fri` | hva den finner |", "|---|---|---|---|---|"]
    for rule in rules:
        link = f"[{rule.code}]({rule.code[0]}xx.md#{rule.code})"
        strict = severity_word(rule.severity, lang)
        free = severity_word(rule.severity_fri, lang) if rule.severity_fri is not None else strict
        rows.append(f"| {link} | `{rule.slug}` | {strict} | {free} | {_cell(lang(Text(rule.title)))} |")
    rows.append("\n`asker` og `fri` er alvoret i de to profilene. `planctl explain KODE` viser det samme på skjermen.")
    return "\n".join(rows) + "\n"


def rule_page(digit: str, title: str, rules: list[Rule], lang: Language) -> str:
    """Write one family's page."""
    parts = [f"# {digit}xx: {title}\n{_NOTE}"]
    for rule in rules:
        parts.append(f'<a id="{rule.code}"></a>\n\n## {rule.code} {rule.slug}\n')
        level = severity_word(rule.severity, lang)
        free = f" ({severity_word(rule.severity_fri, lang)} i profilen `fri`)" if rule.severity_fri is not None else ""
        parts.append(f"**{lang(Text(rule.title))}.** Alvor: {level}{free}. Kilde: {rule.source}.\n")
        parts.append(lang(Text(rule.explanation)).strip() + "\n")
        for heading, body in (("Feil", rule.example.bad), ("Rettet", rule.example.good)):
            if isinstance(body, str) and body and len(body) < 3000:
                kind = "yaml" if rule.example.path.endswith((".yaml", ".yml")) else "text"
                parts.append(f"{heading}:\n\n```{kind}\n{body.rstrip()}\n```\n")
    return "\n".join(parts)


def format_page(book: SchemaBook) -> str:
    """Write the fields of every plan file."""
    intro = "Hver fil har et felt `type` som sier hva slags fil den er. Feltene er beskrevet for hver type under."
    parts = [f"# Planfilene: alle felt\n{_NOTE}", intro + "\n"]
    shared: dict[str, Schema] = {}
    for stem, schema in book.files.items():
        if stem == "felles":
            continue
        parts.append(f"## {schema['title']}\n\n{schema.get('description', '')}\n")
        parts.append(_table(book, schema, shared))
    parts.append("## Postene inne i filene\n")
    done: set[str] = set()
    while waiting := [name for name in shared if name not in done]:
        for name in sorted(waiting):
            done.add(name)
            schema = shared[name]
            parts.append(f'<a id="{name}"></a>\n\n### {schema.get("title", name)}\n\n{schema.get("description", "")}\n')
            parts.append(_table(book, schema, shared))
    return "\n".join(parts)


def _table(book: SchemaBook, schema: Schema, shared: dict[str, Schema]) -> str:
    rows = ["| felt | må | innhold | forklaring |", "|---|---|---|---|"]
    needed, sometimes = schema.get("required", ()), ever_needed(schema)
    for name, inner in schema.get("properties", {}).items():
        whole = book.resolve(inner)
        if whole.get("doNotSuggest"):
            continue
        content = _cell(", ".join(dict.fromkeys(_content(book, inner, shared))))
        must = "ja" if name in needed else "som regel" if name in sometimes else ""
        rows.append(f"| `{name}` | {must} | {content} | {_cell(whole.get('description', ''))} |")
    return "\n".join(rows) + "\n"


def _content(book: SchemaBook, schema: Schema, shared: dict[str, Schema]) -> Iterator[str]:
    whole = book.resolve(schema)
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    if "anyOf" in whole:
        for branch in whole["anyOf"]:
            yield from _content(book, branch, shared)
    elif whole.get("type") == "array":
        yield "liste: " + " / ".join(_content(book, whole.get("items", {}), shared))
    elif whole.get("properties"):
        defined = book.resolve(book.defs[name]) if name else whole
        shared.setdefault(name or whole["title"], defined)
        yield f"[{defined.get('title', name)}](#{name or whole['title']})"
    elif isinstance(whole.get("additionalProperties"), dict):
        keys = whole.get("x-nøkler-viser-til")
        key = f"id til {_either(book.told(keys))}" if keys else "navn"
        yield f"{key} → " + " / ".join(_content(book, whole["additionalProperties"], shared))
    elif "enum" in whole:
        yield " \\| ".join(f"`{item}`" for item in whole["enum"])
    elif "x-viser-til" in whole:
        yield f"id til {_either(book.told(whole['x-viser-til']))}"
    else:
        yield _plain(whole)


def _either(words: list[str]) -> str:
    return " eller ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _plain(schema: Schema) -> str:
    words = {"string": "tekst", "integer": "heltall", "number": "tall", "boolean": "`true` eller `false`"}
    by_rule = {"ugyldig-dato": "dato", "ugyldig-periode": "periode", "ugyldig-id": "id"}
    if schema.get("x-feil") in by_rule:
        examples: list[Any] = schema.get("examples", [])
        shown = f" (`{examples[0]}`)" if examples else ""
        known = schema.get("format") == KNOWN_TIME
        return ("tidspunkt" if known else by_rule[schema["x-feil"]]) + shown
    kinds = schema.get("type", "string")
    return " eller ".join(words.get(kind, kind) for kind in ([kinds] if isinstance(kinds, str) else kinds))


def _cell(text: str) -> str:
    return text.replace("\n", " ").replace("|", "\\|").replace("\\\\|", "\\|")


def main(action: str) -> int:
    """Write the pages, or name those that are not up to date."""
    stale = []
    for name, text in pages().items():
        path = DOCS / name
        if action == "write":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    sys.stdout.write("".join(f"docs/{name} is out of date: run make docs\n" for name in stale))
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
