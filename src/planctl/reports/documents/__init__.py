"""The documents of the steering chain: one per unit or plan, made from the same records as the reports."""

from __future__ import annotations

from planctl.reports.documents.basis import Basis
from planctl.reports.documents.plan import plan_document
from planctl.reports.documents.register import register
from planctl.reports.documents.scorecard import scorecard
from planctl.reports.documents.theme import theme_document
from planctl.reports.documents.unit import unit_document

__all__ = ["Basis", "plan_document", "register", "scorecard", "theme_document", "unit_document"]
