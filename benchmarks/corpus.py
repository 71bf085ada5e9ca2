"""Write a synthetic municipality of about `n` records, with files as real repositories have them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

GOALS, UNITS_PER_AREA, MEASURES_PER_PLAN = 60, 20, 10
_VERBS = ("Bygge", "Utvide", "Kartlegge", "Fornye", "Innføre", "Evaluere", "Samle", "Styrke", "Åpne", "Digitalisere")
_THINGS = (
    "sykkelparkeringen", "lekeplassen", "opplæringen", "tilsynet", "hjemmebesøkene", "energibruken", "vaktordningen",
    "kulturskolen", "vannledningen", "søknadsskjemaet", "møteplassen", "beredskapsplanen",
)  # fmt: skip


def files(n: int) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every file; deterministic."""
    plans = max(1, n // (MEASURES_PER_PLAN + 3))
    yield "planctl.yaml", 'format: 1\nkommune:\n  navn: Måling\n  nummer: "3025"\ndato: 2021-06-15\n'
    yield "organisasjon.yaml", "".join(_organisation(plans))
    yield "kommuneplan.yaml", "".join(_goals())
    yield "handlingsprogram.yaml", "".join(_programme(plans))
    for index in range(plans):
        yield f"virksomhetsplaner/{index // 100:03}/v{index}.yaml", "".join(_unit_plan(index))


def _organisation(plans: int) -> Iterator[str]:
    yield "type: organisasjon\norganer:\n  - id: kommunestyret\n    tittel: Kommunestyret\ntjenesteområder:\n"
    for area in range(plans // UNITS_PER_AREA + 1):
        yield f"  - id: t{area}\n    tittel: Tjenesteområde {area}\n"
    yield "virksomheter:\n"
    for index in range(plans):
        yield f"  - id: v{index}\n    tittel: Virksomhet {index}\n    overordnet: t{index // UNITS_PER_AREA}\n"


def _goals() -> Iterator[str]:
    yield "type: kommuneplan\nid: kp\ntittel: Kommuneplan\nperiode: 2020-2032\nstatus: vedtatt\nvedtak:\n"
    yield "  organ: kommunestyret\n  dato: 2020-06-09\nsatsingsområder:\n  - id: s\n    tittel: Alt\n"
    yield '    bærekraftsmål: ["11"]\n    delmål:\n'
    for goal in range(GOALS):
        yield f"      - id: d{goal}\n        tittel: Innbyggerne har tilstand nummer {goal}\n        strategier:\n"
        yield f"          - id: d{goal}.s\n            tittel: Kommunen skal arbeide for tilstand {goal}\n"


def _programme(plans: int) -> Iterator[str]:
    yield "type: handlingsprogram\nid: hp\ntittel: Handlingsprogram\nperiode: 2021-2024\nstatus: vedtatt\narver: [kp]\n"
    yield "vedtak:\n  organ: kommunestyret\n  dato: 2020-12-15\nmålfordeling:\n  s: [t0]\noppdrag:\n"
    for index in range(plans):
        yield f"  - id: o{index}\n    tittel: Oppdrag {index} om tilstand\n    følger_opp: [d{index % GOALS}.s]\n"
        yield f"    til: [v{index}]\n    styringsmodell: linje\n    frist: 2024\n"


def _unit_plan(index: int) -> Iterator[str]:
    yield f"# Virksomhetsplan for virksomhet {index}\ntype: virksomhetsplan\nid: p{index}\n"
    yield f"tittel: Virksomhetsplan {index}\nvirksomhet: v{index}\nperiode: 2021\nstatus: vedtatt\n"
    yield f"arver: [d{index % GOALS}]\ntiltak:\n"
    for number in range(MEASURES_PER_PLAN):
        title = f"{_VERBS[number]} {_THINGS[(index + number) % len(_THINGS)]} i krets {index}"
        yield f"  - id: p{index}.t{number}\n    tittel: {title}\n    omtale: >-\n"
        yield f"      Tiltaket bygger på erfaringene fra i fjor og gjelder krets {index}.\n"
        yield "      Det følges opp i lederdialogen og rapporteres hvert tertial.\n"
        yield f"    løser: [o{index}]\n    frist: 2021-{number % 6 + 7:02}-15\n"
        yield f"    ansvarlig: v{index}\n    status: i rute\n"


def write(folder: Path, n: int) -> None:
    """Write the corpus into a folder."""
    for name, text in files(n):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
