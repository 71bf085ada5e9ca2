"""The words that oppdrag and tiltak are sorted by: drift or utvikling (S0 "To hovedoppgaver"), and others.

Those that every municipality has are here; its own stand in `merker` of planctl.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping

from planctl.config import Config
from planctl.i18n import T, Text
from planctl.model.record import Record

FIELD = "merker"
COMMON: Mapping[str, Text] = {
    "drift": T("Operations"),
    "utvikling": T("Development"),
    "felles": T("Common to all units"),
}
"""What each tag is called in reports."""


def known_tags(config: Config) -> dict[str, Text]:
    """Give the tags of a municipality with what they are called, its own last."""
    own = config.groups.get(FIELD, {})
    return {**COMMON, **{name: T("{title}", title=title) for name, title in own.items() if isinstance(title, str)}}


def tags_of(record: Record) -> list[str]:
    """Give the tags of a record, each once."""
    return list(dict.fromkeys(record.texts(FIELD)))
