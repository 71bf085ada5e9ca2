"""The bytes of a CSV file as text, or what keeps them from being one."""

from __future__ import annotations

from planctl.findings.diagnostic import Finding
from planctl.load.files.byte_checks import bytes_problem


def text_of(data: bytes) -> str | None:
    """Read a CSV file's bytes as UTF-8, else as Windows-1252; None where they are no text at all."""
    if b"\0" in data[:4096] or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    return data.decode(encoding_of(data)).removeprefix("\ufeff")


def encoding_of(data: bytes) -> str:
    """Tell the encoding of a CSV file's bytes; a byte order mark stays part of the text."""
    for encoding in ("utf-8", "cp1252"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "latin-1"


def table_text(path: str, data: bytes) -> tuple[str, Finding | None]:
    """Read a CSV file's bytes, or tell why they are no table: no text (002), control characters (008)."""
    text = text_of(data)
    problem = bytes_problem(path, data if text is None else text.encode())
    return text or "", problem
