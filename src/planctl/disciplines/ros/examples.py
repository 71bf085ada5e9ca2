"""An analysis with one risk, for the rules' examples."""

from __future__ import annotations

PATH = "ros/veg.yaml"
ANALYSIS = """\
type: ros
id: ros-veg
tittel: ROS-analyse for veg 2021
nivå: virksomhet
område: virksomhetsstyring
enhet: veg
dato: 2021-02-10
risikoer:
  - id: ros-veg.ras
    tittel: Ras stenger fylkesvegen
    sannsynlighet: 3
    konsekvens: 4
    håndtering: redusere
    ansvarlig: veg
    tiltak:
      - id: ros-veg.ras.t1
        tittel: Sikre skråningen
        frist: 2021-11-01
        ansvarlig: veg
        status: i rute
"""
TILTAK = ANALYSIS[ANALYSIS.index("    tiltak:\n") :]
"""The tiltak of the risk, as they stand in the file."""
