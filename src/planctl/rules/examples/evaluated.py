"""A risiko that has been reduced, and what its evaluation says, for the examples of rules."""

from __future__ import annotations

PATH = "ros/veg.yaml"
REDUCED = """\
type: ros
id: ros-veg
tittel: ROS-analyse for veg 2021
nivå: virksomhet
dato: 2021-02-10
risikoer:
  - id: ros-veg.ras
    tittel: Ras stenger fylkesvegen
    sannsynlighet: 2
    konsekvens: 4
    status: redusert
"""
EVALUATED = f"""\
{REDUCED}    evaluering:
      dato: 2021-06-01
      resultat: virket
      kommentar: Nettet holdt gjennom vårflommen.
"""
