"""A hearing with one innspill, and the plan it is of, for the rules' examples."""

from __future__ import annotations

PATH = "høringer/sykkel.yaml"
HEARING = """\
type: høring
id: høring-sykkel
tittel: Høring av sykkelplanen
gjelder: [kdp-sykkel]
innspill:
  - id: høring-sykkel.i1
    tittel: Bygg også i bygdene
    avsender: lag eller forening
    status: tatt til følge
    svar: Enig. Bygdene er tatt inn.
    endring: Tre strekninger er lagt til.
"""
PLAN = """\
type: kommunedelplan
id: kdp-sykkel
tittel: Kommunedelplan for sykkel
periode: 2021-2033
status: vedtatt
høring:
  fra: 2020-09-01
  til: 2020-11-15
vedtak:
  organ: kommunestyret
  dato: 2021-02-09
"""
HEARD = {"kdp-sykkel.yaml": PLAN}
"""The plan that was heard."""
