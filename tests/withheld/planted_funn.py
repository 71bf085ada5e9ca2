"""What is exempt in every file that can hold a funn, and in the tables of avvik and innspill."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Post = dict[str, Any]
Make = Callable[..., Post]
PLACES = ("ek2021", "ik2021.k1", "ik2021.l1", "bx2021.1", "rp2021.1", "un2021.1")
"""The records that hold a funn here; its id ends in `.f1`, and that of its tiltak in `.f1.t1`."""
ROWS = ("avt2021.a1", "innt2021.i1")
"""The records that are rows of a table and exempt."""


def holders(record: Make, mark: Post | None) -> dict[str, Post]:
    """Make a file of each type that holds a funn; `record` makes a record of a definition with the word in its texts."""
    marked = {} if mark is None else {"unntatt": mark}

    def funn(within: str, slag: str = "avvik") -> list[Post]:
        tiltak = record("tiltakspost", f"{within}.f1.t1", status="i rute")
        return [{**record("funnpost", f"{within}.f1", slag=slag), **marked, "tiltak": [tiltak]}]

    day: Post = {"dato": "2021-02-09", "ansvarlig": "veg"}
    owner: Post = {"enhet": "veg", **day}
    return {
        "egenkontroll/2021.yaml": {
            "type": "egenkontroll", "id": "ek2021", "tittel": "Revisjon av vegvedlikeholdet", "slag": "forvaltningsrevisjon",
            **owner, "funn": funn("ek2021", "anbefaling"),
        },
        "kontroll/2021.yaml": {
            "type": "kontroll", "id": "ik2021", "tittel": "Internkontroll",
            "internkontroller": [{
                "id": "ik2021.k1", "tittel": "Fakturaer har bestilling", "hyppighet": "årlig", "ansvarlig": "veg",
                "gjennomført": [{"dato": "2021-02-09", "resultat": "mangler"}], "funn": funn("ik2021.k1"),
            }],
            "lovgjennomganger": [{
                "id": "ik2021.l1", "tittel": "Lover for veg", **owner,
                "lover": [{"lov": "vegloven", "vurdering": "følges"}], "funn": funn("ik2021.l1", "lovbrudd"),
            }],
        },
        "beredskap/2021.yaml": {
            "type": "beredskap", "id": "bx2021", "tittel": "Øvelser",
            "øvelser": [{"id": "bx2021.1", "tittel": "Øvelse i ras", **day, "form": "diskusjonsøvelse", "funn": funn("bx2021.1")}],
        },
        "revisjoner/2021.yaml": {
            "type": "revisjonsprogram", "id": "rp2021", "tittel": "Revisjonsprogram", "periode": "2021",
            "revisjoner": [{"id": "rp2021.1", "tittel": "Vinterdrift", "slag": "intern", "enhet": "veg", "dato": "2021-02-09", "funn": funn("rp2021.1")}],
        },
        "undersøkelser/2021.yaml": {
            "type": "undersøkelser", "id": "un2021", "tittel": "Undersøkelser",
            "undersøkelser": [{"id": "un2021.1", "tittel": "Brukerne", "slag": "bruker", **day, "funn": funn("un2021.1")}],
        },
    }  # fmt: skip


def tables(mark: Post | None, word: str) -> dict[str, Post | str]:
    """Make registers whose rows stand in a table, and their tables: one row of each is exempt."""
    law = "" if mark is None else "offl § 13"
    return {
        "avvik/tabell.yaml": {
            "type": "avvik", "id": "avt2021", "tittel": "Avvik fra fagsystemet", "periode": "2021", "fil": "tabell.csv",
            "kolonner": {"Overskrift": "tittel", "Rot": "rotårsak"},
        },
        "avvik/tabell.csv": "id;Overskrift;meldt;slag;område;kategori;Rot;enhet;status;unntatt\n"
        f"avt2021.a1;Om {word};2021-02-09;avvik;HMS;{word};{word};veg;åpen;{law}\n",
        "høringer/tabell.yaml": {
            "type": "høring", "id": "innt2021", "tittel": "Høring med tabell", "gjelder": ["hp2021"], "fra": "2021-02-01",
            "til": "2021-03-01", "fil": "innspill.csv",
            "kolonner": {"Overskrift": "tittel", "Svaret": "svar", "Endret": "endring"},
        },
        "høringer/innspill.csv": "id;Overskrift;dato;avsender;tema;status;Svaret;Endret;unntatt\n"
        f"innt2021.i1;Om {word};2021-02-09;innbygger;{word};tatt til følge;{word};{word};{law}\n",
    }  # fmt: skip
