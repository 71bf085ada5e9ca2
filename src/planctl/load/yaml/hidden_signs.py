"""Signs that look like an ordinary space or hyphen, or like nothing at all, and are another sign to a program."""

from __future__ import annotations

import re

from planctl.i18n import T, Text

_SPACES = "\u00a0\u2007\u202f"
_SOFT, _HYPHENS = "\u00ad", "\u2010\u2011"
_ANY = re.compile(f"[{_SPACES}{_SOFT}{_HYPHENS}]")


def hidden_sign(text: str) -> str | None:
    """Return the first such sign of a text; None when it holds none."""
    found = _ANY.search(text)
    return found.group() if found else None


def tidied(text: str) -> list[str]:
    """Give what a text must have been meant as: with ordinary spaces and hyphens, and none at its ends.

    A soft hyphen marks where a word may be divided, so it goes; where that does not fit, it stood for a hyphen.
    """
    if hidden_sign(text) is None:
        return []
    plain = re.sub(f"[{_HYPHENS}]", "-", re.sub(f"[{_SPACES}]", " ", text)).strip()
    return list(dict.fromkeys([plain.replace(_SOFT, ""), plain.replace(_SOFT, "-")]))


def told(sign: str) -> Text:
    """Say that such a sign stands here."""
    name = f"U+{ord(sign):04X}"
    if sign in _SPACES:
        return T("A non-breaking space stands here ({name})", name=name)
    if sign == _SOFT:
        return T("A soft hyphen stands here ({name})", name=name)
    return T("A non-breaking hyphen stands here ({name})", name=name)


def advice(right: str) -> Text:
    """Say what to write instead."""
    return T("It comes along when text is pasted, and is read as another sign. Write {value}.", value=right)
