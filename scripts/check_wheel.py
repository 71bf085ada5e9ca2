"""Check that a built wheel carries the schemas, the templates and the compiled catalogues."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

NEEDED = (
    "planctl/schemas/virksomhetsplan.schema.json",
    "planctl/templates/tertialrapport.md.j2",
    "planctl/templates/init/",
    "planctl/templates/html/rapport.css",
    "planctl/templates/typst/rapport.typ",
    "planctl/templates/typst/fonts/Arimo-Regular.ttf",
    "planctl/schemas/utdata/diagnostikk.schema.json",
    "planctl/data/fn.json",
    "planctl/data/fn_targets.json",
    "planctl/locales/begreper.json",
    "planctl/locales/nb/LC_MESSAGES/planctl.mo",
    "planctl/locales/nn/LC_MESSAGES/planctl.mo",
)


def main(folder: str) -> int:
    """Name what the wheel lacks; fail when it lacks anything."""
    wheel = next(Path(folder).glob("planctl_kommune-*.whl"))
    names = zipfile.ZipFile(wheel).namelist()
    missing = [need for need in NEEDED if not any(name.startswith(need) for name in names)]
    sys.stdout.write(f"{wheel.name}: {len(names)} files, missing: {', '.join(missing) or 'nothing'}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
