"""A set of routines with one routine, for the examples of the rules."""

from __future__ import annotations

PATH = "ledelsessystem/veg.yaml"
ROUTINES = """\
type: rutiner
id: veg-rutiner
tittel: Rutiner for veg
rutiner:
  - id: veg-rutiner.brøyting
    tittel: Brøyting
    kapittel: 4
    ansvarlig: veg
    godkjent: 2020-10-01
    godkjent_av: kommunedirektøren
    neste_revisjon: 2021-10
"""
