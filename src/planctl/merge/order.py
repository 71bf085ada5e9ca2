"""The order of the fields of a record, or of the records of a list, when two sides have changed it."""

from __future__ import annotations


def both_renamed(base: list[str], ours: list[str], theirs: list[str]) -> bool:
    """Tell whether both sides may have given one record a new name each: it is gone, and each has a new one."""
    gone = set(base) - {*ours} - {*theirs}
    mine, other = (set(side) - set(base) for side in (ours, theirs))
    return bool(gone and mine - other and other - mine)


def merged_order(base: list[str], ours: list[str], theirs: list[str]) -> list[str] | None:
    """Merge the order of names; None when both sides have put them in new orders."""
    known = set(base)
    left, right = set(ours), set(theirs)
    moved_ours = [name for name in ours if name in known] != [name for name in base if name in left]
    moved_theirs = [name for name in theirs if name in known] != [name for name in base if name in right]
    if moved_ours and moved_theirs:
        return None
    skeleton, other = (list(ours), theirs) if not moved_theirs else (list(theirs), ours)
    fallback = [name for name in base if name not in skeleton]
    for name in fallback:
        _insert(skeleton, name, base, known)
    for name in other:
        if name not in skeleton:
            _insert(skeleton, name, other, known)
    return skeleton


def _insert(into: list[str], name: str, source: list[str], known: set[str]) -> None:
    """Put a name after the nearest one before it in `source`; after the other side's own additions there."""
    before = next((other for other in reversed(source[: source.index(name)]) if other in into), None)
    place = 0 if before is None else into.index(before) + 1
    if name not in known:
        while place < len(into) and into[place] not in known and into[place] not in source:
            place += 1
    into.insert(place, name)
