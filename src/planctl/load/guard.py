"""What is checked in a file's bytes before YAML is parsed: size, encoding, control characters."""

from __future__ import annotations

import re

from planctl.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.load.tree import Entry
from planctl.source import START, Place, Span

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 50

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]")
_NEWLINE = re.compile(r"\r\n|\r|\n")
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)")
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')


def too_large(entry: Entry) -> Finding | None:
    """Refuse a file larger than `MAX_BYTES` without reading it (006)."""
    if entry.size <= MAX_BYTES:
        return None
    message = T(
        "The file is {size} MB; a plan file may be at most {limit} MB",
        size=entry.size // 1_000_000,
        limit=MAX_BYTES // (1024 * 1024),
    )
    hint = T("Split it into several files, or list it under utelat in planctl.yaml if it is no plan file.")
    return Finding("006", Place(entry.path, START), message, hint)


def bytes_problem(path: str, data: bytes) -> Finding | None:
    """Find what makes the bytes unreadable as text: encoding (002) or control characters (008)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = T("The file is saved as UTF-16, not UTF-8")
        return Finding("002", Place(path, START), message, _SAVE_AS)
    if b"\0" in data[:4096]:
        message = T("The file is binary, not text")
        hint = T("Give it another ending than .yaml, or list it under utelat in planctl.yaml.")
        return Finding("002", Place(path, START), message, hint)
    try:
        if not data.isascii():
            data.decode()
    except UnicodeDecodeError as error:
        place = Place(path, span_at(data[: error.start].decode(), 1))
        message = T("The byte {byte} is not UTF-8 text", byte=f"0x{data[error.start]:02X}")
        return Finding("002", place, message, _SAVE_AS)
    if _CONTROL_BYTES.search(data):
        text = data.decode("utf-8-sig")
        found = _CONTROL.search(text)
        if found:
            place = Place(path, span_at(text[: found.start()], 1))
            name = f"U+{ord(found.group()):04X}"
            message = T("The file holds the invisible control character {name}", name=name)
            hint = T("Delete the character; it often comes along when text is pasted from Word or a PDF.")
            return Finding("008", place, message, hint)
    return None


_SAVE_AS = T("Save the file again with the encoding UTF-8 (in VS Code: click the encoding in the status bar).")


def span_at(before: str, length: int) -> Span:
    """Give the span of `length` characters that begins after the text `before`."""
    lines = _NEWLINE.split(before.removeprefix("\ufeff"))
    line, column = len(lines), len(lines[-1]) + 1
    return Span(line, column, line, column + length)


def split_lines(text: str) -> list[str]:
    """Split at YAML's line breaks only, without them, a byte order mark left out."""
    return _NEWLINE.split(text.removeprefix("\ufeff"))


def control_in(value: str) -> str | None:
    """Return the first control or bidi character of a text as `U+202E`, else None."""
    found = _CONTROL.search(value)
    return f"U+{ord(found.group()):04X}" if found else None


def names_problems(entries: list[Entry]) -> list[Finding]:
    """Find file names that Windows or macOS cannot keep, or keep as another's (009)."""
    findings: list[Finding] = []
    seen: dict[str, str] = {}
    for entry in entries:
        message = _name_problem(entry)
        twin = seen.setdefault(entry.path.casefold(), entry.path)
        if message is None and twin is not entry.path:
            message = T("On Windows and macOS this is the same file as «{other}»", other=twin)
        if message is not None:
            hint = T("Rename the file with ordinary letters, digits, hyphen and period.")
            findings.append(Finding("009", Place(entry.path, START), message, hint))
    return findings


def _name_problem(entry: Entry) -> Text | None:
    if entry.raw != entry.path:
        return T("The file name is written with loose accents (NFD), so git sees two different names")
    for part in entry.path.split("/"):
        if _RESERVED.match(part):
            return T("«{name}» is a reserved name on Windows", name=part)
        found = _FORBIDDEN.search(part)
        if found:
            return T("The file name holds {sign}, which Windows does not allow", sign=repr(found.group())[1:-1])
        if part.endswith((" ", ".")):
            return T("«{name}» ends with a space or a period, which Windows does not keep", name=part)
    return None
