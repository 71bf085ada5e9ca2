"""Why a file or folder of a plan repository is not read: what a user names is never left out without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from planctl.findings.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.load.files.globs import matcher
from planctl.load.files.ignore import Ignore
from planctl.load.files.tree import CONFIG_NAME, YAML_ENDINGS
from planctl.load.loader import Loaded
from planctl.model.companion import companions
from planctl.source import START, Place

Reason = tuple[Text, Text]
"""Why something is not read, as a clause that ends a sentence, and what to do."""

_NAMES = T("planctl reads files whose names end in .yaml or .yml, and the CSV files that they name.")


def unread(loaded: Loaded, root: Path, path: str) -> Reason | None:
    """Tell why nothing at a path in a repository was read; None when something was, or a finding there tells more."""
    below = f"{path}/"
    told = {item.place.path for item in loaded.findings}
    named = companions(loaded.plans)
    if any(known == path or known.startswith(below) for known in (*loaded.files, *loaded.nested, *told, *named)):
        return None
    full = root / path
    if any(part.startswith(".") for part in path.split("/")):
        return T("its name, or a folder's above it, begins with a period"), T("Move it, if it holds plans.")
    if any(place.is_symlink() for place in (full, *full.parents) if place.is_relative_to(root) and place != root):
        return T("it is a link, and links are not followed"), T("Name the file that it leads to.")
    if _ignored(root, path, folder=full.is_dir()):
        return T("a .gitignore leaves it out"), T("Take it out of the .gitignore, if it holds plans.")
    if matcher(loaded.plans.config.excluded)(below + CONFIG_NAME if full.is_dir() else path):
        return T("«utelat» in planctl.yaml leaves it out"), T("Take it out of «utelat», if it holds plans.")
    if full.is_dir():
        return T("there are no plan files in it"), _NAMES
    if path.lower().endswith(".csv"):
        return T("no plan file names it"), T("Write its name after «fil:» in the plan file that it belongs to.")
    if not path.lower().endswith(YAML_ENDINGS):
        return T("its name does not end in .yaml or .yml"), _NAMES
    return T("it is no file that planctl can read"), _NAMES


def unread_findings(loaded: Loaded, root: Path, paths: Iterable[str]) -> Iterator[Finding]:
    """Find what is named by its path and not read (019)."""
    for path in paths:
        why = unread(loaded, root, path)
        if why is not None:
            place = Place("." if (root / path).is_dir() else path, START)
            yield Finding("019", place, T("«{path}» is not read: {reason}", path=path, reason=why[0]), why[1])


def nested_findings(loaded: Loaded) -> Iterator[Finding]:
    """Find the plan repositories inside a repository, which are not read with it (019)."""
    leave_out = matcher(loaded.plans.config.excluded)
    for folder in loaded.nested:
        place = Place(f"{folder}/{CONFIG_NAME}", START)
        if not leave_out(place.path):
            reason = T("it has a planctl.yaml of its own, and is another plan repository")
            message = T("«{path}» is not read: {reason}", path=folder, reason=reason)
            hint = T(
                "Check it by its own name: planctl validate {path}. Written under «utelat» here, it is not told.",
                path=folder,
            )
            yield Finding("019", place, message, hint)


def _ignored(root: Path, path: str, *, folder: bool) -> bool:
    """Tell whether a `.gitignore` at or below the root leaves a path out, or a folder above it."""
    ignore, parts = Ignore(), path.split("/")
    for count in range(len(parts)):
        above = "/".join(parts[:count])
        if (root / above / ".gitignore").is_file():
            ignore = ignore.with_file(above, root / above / ".gitignore")
        last = count + 1 == len(parts)
        if ignore.covers("/".join(parts[: count + 1]), folder=folder or not last):
            return True
    return False
