"""`planctl rules`: every rule with code, severity and source."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planctl.check.registry import RuleBook, rule_book
from planctl.cli.session import CLEAN, Session, write
from planctl.cli.settings import settings
from planctl.config import Config
from planctl.findings.diagnostic import Severity
from planctl.i18n import Language, T, Text
from planctl.output.console import draw, join, table, words
from planctl.output.text import severity_word

if TYPE_CHECKING:
    from rich.console import RenderableType

FAMILIES: dict[str, Text] = {
    "0": T("Files"),
    "1": T("Fields"),
    "2": T("The rød tråd"),
    "3": T("{Oppdrag_pl} and {tiltak_pl}"),
    "4": T("Language"),
    "5": T("Plans and law"),
    "6": T("{Indikator_pl}, reports and economy"),
    "7": T("{Årshjul}"),
    "8": T("Risk, quality and control"),
    "9": T("planctl itself"),
}
"""The families of rules, by the first digit of their codes."""


def rules(session: Session, form: str) -> int:
    """List the rules, with their severity in this repository."""
    config, known = settings(session), rule_book(session.disciplines)
    lang = session.language(config)
    if form == "json":
        rows = {"schema_version": 1, "rules": as_json(known, config, lang)}
        write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    else:
        write(draw(session.style, *_tables(known, config, lang)))
    return CLEAN


def as_json(known: RuleBook, config: Config, lang: Language) -> list[dict[str, Any]]:
    """Give the rules as JSON, described by `schemas/utdata/regler.schema.json`."""
    levels = known.severities(config)
    return [
        {
            "code": rule.code,
            "slug": rule.slug,
            "title": lang(Text(rule.title)),
            "severity": levels[rule.code].value,
            "source": rule.source,
        }
        for rule in known.rules
    ]


def _tables(known: RuleBook, config: Config, lang: Language) -> list[RenderableType]:
    levels = known.severities(config)
    made = table(lang("Code"), lang("Severity"), lang("Rule"), whole=(0, 1))
    for digit, family in FAMILIES.items():
        found = [rule for rule in known.rules if rule.code.startswith(digit)]
        if not found:
            continue
        made.add_row(words(f"{digit}xx", "bold"), "", words(lang(family), "bold"))
        for rule in found:
            level = levels[rule.code]
            look = "dim" if level is Severity.OFF else ""
            title = join(words(lang(Text(rule.title)), look), words(f"({rule.slug})", "dim"))
            made.add_row(words(rule.code, look), words(severity_word(level, lang), look), title)
        made.add_section()
    return [made, words(""), words(lang("«planctl explain CODE» tells what a rule looks for and why."))]
