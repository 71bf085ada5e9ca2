"""The bytes of the file beside a plan file that it names in `fil`, or what is wrong with it."""

from __future__ import annotations

from planctl.findings.diagnostic import Finding
from planctl.i18n import T
from planctl.load.files.byte_checks import too_large
from planctl.load.files.os_errors import is_too_big, reason
from planctl.load.files.tree import OutsideError, Tree
from planctl.model.companion import path_named
from planctl.model.record import Record


def read_named(tree: Tree, root: Record) -> tuple[bytes, str, Finding | None]:
    """Read the file named in `fil`: its bytes and path, or finding 006, 011 or 012; no path where none is named."""
    path = path_named(root)
    if not path:
        return b"", "", None
    place = root.place("fil")
    outside = T("The file «{path}» lies outside the repository", path=path)
    outside_hint = T("Copy it into the repository, and write its new path here.")
    if path == ".." or path.startswith(("../", "/")):
        return b"", path, Finding("011", place, outside, outside_hint, root.id, "fil")
    try:
        data = tree.read(path)
    except OutsideError:
        return b"", path, Finding("011", place, outside, outside_hint, root.id, "fil")
    except (OSError, ValueError) as error:
        if is_too_big(error):
            return b"", path, too_large(place)
        message = T("The file «{path}» cannot be read: {reason}", path=path, reason=reason(error))
        return (
            b"",
            path,
            Finding("012", place, message, T("Write its path as seen from this file's folder."), root.id, "fil"),
        )
    return data, path, None
