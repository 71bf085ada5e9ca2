"""A project that is carried out, with a benefit, for the rules' examples."""

from __future__ import annotations

PATH = "prosjekter/gangveg.yaml"
PROJECT = """\
type: prosjekt
id: pr-gangveg
tittel: Gangveg langs fjorden
fase: gjennomføre
behov: [hp2021.o1]
ansvarlig: veg
prosjektleder: vegsjef
beslutningspunkter:
  - {dato: 2020-02-11, til_fase: konsept, beslutning: godkjent}
  - {dato: 2020-06-16, til_fase: planlegge, beslutning: godkjent}
  - {dato: 2021-02-09, til_fase: gjennomføre, beslutning: godkjent}
økonomi:
  vedtatt_ramme: 12000
statusrapporter:
  - {dato: 2021-04-30, tid: grønn, kost: grønn, kvalitet: grønn, brukt: 2100, prognose: 11800}
gevinster:
  - id: pr-gangveg.g1
    tittel: Flere går til skolen
    ansvarlig: veg
    måleenhet: prosent
    nullpunkt: {periode: 2020, verdi: 41}
    frist: 2023
    status: planlagt
"""
FINISHED = PROJECT.replace("fase: gjennomføre\n", "fase: realisere\n", 1).replace(
    "økonomi:\n",
    "  - {dato: 2021-03-16, til_fase: avslutte, beslutning: godkjent}\n"
    "  - {dato: 2021-04-20, til_fase: realisere, beslutning: godkjent}\nøkonomi:\n",
)
"""The same when it is over, and the line realises the benefit."""
