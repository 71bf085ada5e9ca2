"""`planctl explain`: what a rule finds, why, and how to mend it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from planctl.check.registry import rule_book
from planctl.cli.session import CLEAN, ExitError, Session, write
from planctl.cli.settings import settings
from planctl.config import SEVERITY_WORDS
from planctl.findings.diagnostic import Severity
from planctl.i18n import Language, T, Text
from planctl.output.clean import clean
from planctl.output.style import Style
from planctl.output.text import severity_word
from planctl.rules.rule import Rule

_CONTEXT = 2
_INDENT = "  "


def explain(session: Session, name: str) -> int:
    """Explain a rule by its code or slug."""
    rules = rule_book(session.disciplines)
    rule = rules.find(name.strip().lower())
    config = settings(session)
    lang = session.language(config)
    if rule is None:
        guess = rules.suggestion(name)
        hint = T("Did you mean «{guess}»?", guess=guess) if guess else T("«planctl rules» lists them all.")
        raise ExitError(T("No rule is called «{name}». {hint}", name=clean(name), hint=hint))
    level = rules.severities(config)[rule.code]
    style = session.style
    lines = [*_head(rule, level, lang, style), *_example(rule, lang, style), *_settings(rule, lang, style)]
    write("".join(f"{line}\n" for line in lines))
    return CLEAN


def _head(rule: Rule, level: Severity, lang: Language, style: Style) -> Iterator[str]:
    word = f"{severity_word(level, lang)} {rule.code}"
    yield f"{word if level is Severity.OFF else style.severity(level, word)} {style.paint(rule.slug, 'dim')}"
    yield from (style.paint(line, "bold") for line in _wrap(lang(Text(rule.title)), style))
    yield ""
    for paragraph in lang(Text(rule.explanation)).strip().split("\n\n"):
        yield from _wrap(" ".join(paragraph.split()), style)
        yield ""
    yield from _wrap(f"{lang('source')}: {rule.source}", style)
    yield ""


def _wrap(text: str, style: Style, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text, min(style.width, 80), initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def _example(rule: Rule, lang: Language, style: Style) -> Iterator[str]:
    from difflib import SequenceMatcher

    if not rule.example.path:
        return
    bad, good = _lines(rule.example.bad), _lines(rule.example.good)
    changes = [row for row in SequenceMatcher(None, bad, good, autojunk=False).get_opcodes() if row[0] != "equal"]
    wrong = {index for _, start, end, _, _ in changes for index in range(start, end)}
    right = {index for _, _, _, start, end in changes for index in range(start, end)}
    yield from _file(f"{lang('Wrong')}: {rule.example.path}", bad, wrong, "-", range(len(bad)), style)
    if right or wrong:
        near = {shown for _, _, _, start, end in changes for shown in range(start - _CONTEXT, end + _CONTEXT)}
        yield from _file(f"{lang('Right')}: {rule.example.path}", good, right, "+", sorted(near), style)


def _lines(text: str | bytes) -> list[str]:
    return (text.decode("utf-8", errors="replace") if isinstance(text, bytes) else text).splitlines()


def _file(
    header: str, lines: list[str], marked: set[int], mark: str, shown: Iterable[int], style: Style
) -> Iterator[str]:
    yield style.paint(header, "bold")
    last = -1
    for index in shown:
        if not 0 <= index < len(lines):
            continue
        if index > last + 1:
            yield f"{_INDENT}  …"
        last = index
        sign = mark if index in marked else " "
        room = style.width - len(_INDENT) - 2
        text = clean(lines[index])
        for start in range(0, max(len(text), 1), room):
            line = f"{_INDENT}{sign} {text[start : start + room]}".rstrip()
            yield style.paint(line, "error" if mark == "-" else "mark") if index in marked else line
    if 0 <= last < len(lines) - 1:
        yield f"{_INDENT}  …"
    yield ""


def _settings(rule: Rule, lang: Language, style: Style) -> Iterator[str]:
    yield style.paint(lang("To set it otherwise, in planctl.yaml:"), "bold")
    word = next(word for word, level in SEVERITY_WORDS.items() if level is not rule.severity and level.rank < 3)
    choices = " | ".join(SEVERITY_WORDS)
    setting = ("regler:", "  alvorlighet:", f"    {rule.slug}: {word}", f"    # {choices}")
    yield from (f"{_INDENT}{line}" for line in setting)
    yield ""
    yield style.paint(lang("To leave it out for some files:"), "bold")
    setting = ("regler:", "  per_sti:", '    "arkiv/**":', f"      ignorer: [{rule.code}]")
    yield from (f"{_INDENT}{line}" for line in setting)
    yield ""
    yield style.paint(lang("To exempt one record, on its line or the line above:"), "bold")
    yield f"{_INDENT}# planctl: unntak {rule.code} – {lang('the reason')}"
    yield ""
    yield style.paint(lang("To leave it out once:"), "bold")
    yield f"{_INDENT}planctl validate --ignore {rule.code}"
