"""A municipality with the profile `fri`: no tjenesteområder, no virksomhetsplaner, and its tiltak in a temaplan."""

from __future__ import annotations

from datetime import date

from town import HERE, Files

from planctl.reports.tertial import build_tertial
from planctl.reports.views.tertial import TertialReport
from planctl.world import World
from support import world


def files() -> dict[str, str]:
    """The files of the municipality."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((HERE / "village").glob("*.yaml"))}


def village(changes: Files | None = None, today: date | None = None) -> World:
    """Open the municipality with some files changed, added or (None) taken away."""
    return world({**files(), **(changes or {})}, today, base=False)


def view(changes: Files | None = None) -> TertialReport:
    """Build the municipality's report on the second tertial of 2021."""
    built = build_tertial(village(changes), 2021, 2)
    assert built is not None
    return built


MONEY: Files = {
    "økonomi.yaml": "type: økonomi\nperiode: 2021\nfil: tall.csv\n",
    "tall.csv": "enhet;måned;årsbudsjett_opprinnelig;årsbudsjett_regulert;budsjett;regnskap;prognose\n"
    "samfunn;1;12000;12000;1000;1100;12500\nskole;1;9000;9000;750;;\n",
}
"""The accounts of January."""
REPORT: Files = {
    "rapport.yaml": "type: rapportering\nvirksomhet: skole\nperiode: 2021-T2\nlevert: 2021-10-09\nøkonomi:\n"
    "  årsbudsjett_opprinnelig: 9000\n  årsbudsjett_regulert: 9000\n  budsjett_hittil: 6000\n  regnskap_hittil: 6100\n"
    "  prognose: 9200\n"
}
"""A report with its economy, too late."""
