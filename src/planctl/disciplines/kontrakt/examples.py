"""A register with one contract, for the rules' examples."""

from __future__ import annotations

PATH = "kontrakter/veg.yaml"
REGISTER = """\
type: kontrakter
id: kr
tittel: Kontrakter for veg
kontrakter:
  - id: kr.drift
    tittel: Drift av veger
    leverandør: Vegfolk AS
    ansvarlig: veg
    fra: 2017-09-01
    til: 2021-08-31
    tjener: [hp2021.o1]
"""
