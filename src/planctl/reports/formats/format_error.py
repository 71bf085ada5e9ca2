"""What is said where a format cannot be made."""

from __future__ import annotations

from planctl.i18n import TextError


class FormatError(TextError):
    """A format that cannot be made, with what to do about it."""
