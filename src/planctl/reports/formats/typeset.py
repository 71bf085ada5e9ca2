"""typst, run with nothing of the machine in it: no fonts, files or packages but the shipped ones, and no clock."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planctl.resources import templates_dir


def typeset(template: bytes, inputs: Mapping[str, str], **options: Any) -> bytes:
    """Compile a typst template; what it shows comes as text in `sys.inputs`."""
    import typst

    folder = templates_dir() / "typst"
    compiler: Any = typst.compile
    made = compiler(
        template,
        root=str(folder),
        font_paths=[str(folder / "fonts")],
        ignore_system_fonts=True,
        sys_inputs=dict(inputs),
        **options,
    )
    return bytes(made[0] if isinstance(made, list) else made)
