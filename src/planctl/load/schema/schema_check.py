"""A file's data against its schema: yes at once; only for no is what tells the faults loaded."""

from __future__ import annotations

from typing import Any

from planctl.findings.diagnostic import Finding
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.yaml.positions import Locator


def schema_findings(book: SchemaBook, stem: str, path: str, data: Any, locator: Locator) -> list[Finding]:
    """Check a file's data against its schema; codes 101–110, each mistake once."""
    if book.validators.is_valid(stem, data):
        return []
    from planctl.load.schema.schema_findings import shape_findings

    return shape_findings(book, stem, path, data, locator)
