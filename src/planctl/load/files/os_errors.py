"""Why a file could not be read, in words that can be translated."""

from __future__ import annotations

import errno

from planctl.i18n import T, Text
from planctl.load.files.git import LackingError


def reason(error: Exception) -> Text:
    """Say why the system would not give a file or folder."""
    if isinstance(error, LackingError):
        return T("the git repository lacks it; «git fsck» tells what else is damaged")
    match getattr(error, "errno", None):
        case errno.ENOENT | errno.ENOTDIR:
            return T("it is not there")
        case errno.EACCES | errno.EPERM:
            return T("you have no access to it")
        case errno.EISDIR:
            return T("it is not an ordinary file")
        case errno.ELOOP:
            return T("it is a link that leads nowhere")
    return T("{words}", words=getattr(error, "strerror", None) or str(error))


def is_too_big(error: Exception) -> bool:
    """Tell whether a file was refused for its size."""
    return getattr(error, "errno", None) == errno.EFBIG
