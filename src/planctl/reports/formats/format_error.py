"""What is said where a format cannot be made."""

from __future__ import annotations

from planctl.i18n import Text


class FormatError(Exception):
    """A format that cannot be made, with what to do about it."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.msgid)
        self.message = message
