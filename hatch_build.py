"""Build step: compile the message catalogues, so that an installed planctl has them ready."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compile every planctl.po to planctl.mo beside it."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the .mo files before the wheel is put together."""
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        for po in (Path(self.root) / "src" / "planctl" / "locales").glob("*/LC_MESSAGES/planctl.po"):
            with po.open("rb") as source, po.with_suffix(".mo").open("wb") as target:
                write_mo(target, read_po(source, locale=po.parts[-3]), use_fuzzy=True)
