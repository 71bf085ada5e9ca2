"""An exemption in a comment as a line of a diff."""

from __future__ import annotations

from typing import Any

from planctl.check.registry import RuleBook
from planctl.diff.change import Change, Kind
from planctl.diff.exemptions import Exempting
from planctl.findings.diagnostic import Severity
from planctl.i18n import T, Text
from planctl.output.changes.values import short


def said(item: Exempting, book: RuleBook) -> tuple[Change, Text]:
    """Say that a comment hides findings, or no longer does; the change stands for it among the others."""
    where = f"{item.comment.path}:{item.comment.line}"
    known = {name: [f"{rule.code} {rule.slug}" for rule in book.matching(name)] for name in item.rules}
    rules = [rule for name in item.rules for rule in known[name] or [name]]
    words: dict[str, Any] = {"path": where, "rules": rules, "reason": short(item.comment.reason)}
    message = T("{path}: the exemption from {rules} is taken away", **words)
    if item.new and item.comment.reason:
        message = T("{path}: a comment exempts from {rules}: «{reason}»", **words)
    elif item.new:
        message = T("{path}: a comment exempts from {rules}, and gives no reason", **words)
    return Change(Kind.CHANGED, where, "fil", weight=Severity.WARNING if item.new else Severity.INFO), message
