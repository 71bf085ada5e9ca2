"""What is checked in a file's bytes before YAML is parsed: size, encoding, control characters."""

from __future__ import annotations

import re

from planctl.findings.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.load.files.tree import MAX_BYTES, Entry
from planctl.source import START, Place, Span

MAX_DEPTH = 50
MAX_NODES = 500_000
"""How many keys and values a file may hold."""
MAX_SETTINGS = 3000
"""The same for planctl.yaml: each of its patterns and severities is held against every file or rule."""

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)
_CONFLICT = re.compile(rb"^<{7}(?= )", re.MULTILINE)
# The same in UTF-8. It begins with one set of bytes, for which a search is several times quicker than for a choice.
_CONTROL_BYTES = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xc2\xd8\xe2\xef](?:(?<=[\x00-\x7f])|(?<=\xc2)[\x80-\x9f]|(?<=\xd8)\x9c"
    rb"|(?<=\xe2)(?:\x80[\x8b\x8e\x8f\xa8-\xae]|\x81[\xa0\xa6-\xa9])|(?<=\xef)(?:\xbb\xbf|\xbf[\xbe\xbf]))"
)
_LETTERS = frozenset("æøåÆØÅäöüÄÖÜéèêóòôáàñÉ–—«»“”‘’…§°½·•")
_NEWLINE = re.compile(r"\r\n|\r|\n")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|\Z)")
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')


def too_large(place: Place, size: int | None = None) -> Finding:
    """Make the finding for a file that is larger than `MAX_BYTES` and is not read (006)."""
    limit = MAX_BYTES // 1_000_000
    message = T("The file is larger than {limit} MB", limit=limit)
    if size is not None:
        message = T("The file is {size} MB; a plan file may be at most {limit} MB", size=size // 1_000_000, limit=limit)
    hint = T("Split it into several files, or list it under utelat in planctl.yaml if it is no plan file.")
    return Finding("006", place, message, hint)


def bytes_problem(path: str, data: bytes) -> Finding | None:
    """Find what makes the bytes unreadable as text: encoding (002) or control characters (008)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Finding("002", Place(path, START), T("The file is saved as UTF-16, not UTF-8"), _save_as(path))
    if b"\0" in data[:4096]:
        hint = T("Give it another ending than .yaml, or list it under utelat in planctl.yaml.")
        return Finding("002", Place(path, START), T("The file is not text, but data for a program"), hint)
    try:
        if not data.isascii():
            data.decode()
    except UnicodeDecodeError as error:
        return _encoding(path, data, error.start)
    conflict = _CONFLICT.search(data) if b"<<<<<<< " in data else None
    if conflict:
        before = data[: conflict.start()].decode("utf-8-sig")
        hint = T("Keep the lines that are right, and delete those that begin with <<<<<<<, ======= and >>>>>>>.")
        place = Place(path, span_at(before, len(conflict.group())))
        return Finding("001", place, T("Two edits of the file were never joined (a conflict from git)"), hint)
    if _CONTROL_BYTES.search(data, 3 if data.startswith(b"\xef\xbb\xbf") else 0):
        text = data.decode("utf-8-sig")
        found = _CONTROL.search(text)
        if found:
            return control(Place(path, span_at(text[: found.start()], 1)), found.group())
    return None


def control(place: Place, sign: str) -> Finding:
    """Make the finding for an invisible control character (008)."""
    message = T("An invisible control character stands here ({name})", name=f"U+{ord(sign):04X}")
    hint = T("Delete it. Such characters come along when text is pasted from Word, a PDF or a web page.")
    return Finding("008", place, message, hint)


def _encoding(path: str, data: bytes, start: int) -> Finding:
    letter = data[start : start + 1].decode("cp1252", errors="replace")
    message = T("The file is not saved as UTF-8, so this letter cannot be read")
    if letter in _LETTERS:
        message = T(
            "The file is not saved as UTF-8, so this letter cannot be read (perhaps it is «{letter}»)", letter=letter
        )
    return Finding("002", Place(path, span_at(data[:start].decode(), 1)), message, _save_as(path))


def _save_as(path: str) -> Text:
    if path.lower().endswith(".csv"):
        return T("Save it again as UTF-8; in Excel the file type is called «CSV UTF-8».")
    return T("Save it again as UTF-8; in VS Code: click the encoding at the bottom right, then «Save with Encoding».")


def span_at(before: str, length: int) -> Span:
    """Give the span of `length` characters that begins after the text `before`."""
    lines = _NEWLINE.split(before.removeprefix("\ufeff"))
    line, column = len(lines), len(lines[-1]) + 1
    return Span(line, column, line, column + length)


def split_lines(text: str) -> list[str]:
    """Split at YAML's line breaks only, without them, a byte order mark left out."""
    text = text.removeprefix("\ufeff")
    return _NEWLINE.split(text) if "\r" in text else text.split("\n")


def control_in(value: str) -> str | None:
    """Return the first control or bidi character of a text, else None."""
    found = _CONTROL.search(value)
    return found.group() if found else None


def names_problems(entries: list[Entry]) -> list[Finding]:
    """Find names of files and folders that Windows or macOS cannot keep, or keep as another's (009)."""
    findings: list[Finding] = []
    known: dict[str, dict[str, str]] = {}
    for entry in entries:
        problem = _name_problem(entry) or _twin(entry.path, known)
        if problem is not None:
            findings.append(Finding("009", Place(entry.path, START), *problem))
    return findings


def _twin(path: str, known: dict[str, dict[str, str]]) -> tuple[Text, Text] | None:
    """Find a file or folder whose name differs from an earlier one by capital letters only; tell once of each."""
    parts = path.split("/")
    for count, part in enumerate(parts, 1):
        name = "/".join(parts[:count])
        spellings = known.setdefault(name.casefold(), {})
        if part not in spellings:
            spellings[part] = name
            if len(spellings) > 1:
                first = next(iter(spellings.values()))
                message = T("On Windows and macOS this is the same name as «{other}»", other=first)
                return message, T("Rename one of them, or put what they hold together.")
    return None


def _name_problem(entry: Entry) -> tuple[Text, Text] | None:
    hint = T("Rename it with ordinary letters, digits, hyphens and periods.")
    if entry.raw != entry.path:
        message = T("The name is stored with loose accents (NFD), and is not the same name on every computer")
        return message, T("Rename it, and type the letters anew.")
    for part in entry.path.split("/"):
        if _RESERVED.match(part):
            return T("Windows keeps the name «{name}» for itself", name=part), hint
        found = _FORBIDDEN.search(part)
        if found:
            sign = found.group()
            shown = sign if sign.isprintable() else f"U+{ord(sign):04X}"
            return T("The name holds «{sign}», which Windows does not allow", sign=shown), hint
        if part.endswith((" ", ".")):
            return T("The name «{name}» ends with a space or a period, which Windows drops", name=part), hint
    return None
