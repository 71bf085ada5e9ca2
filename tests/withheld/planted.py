"""A plan repository with a word that must not be told, in every text of what is exempt from public access."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import yaml
from planted_funn import holders, tables

from support import base_files, book

WORD = "zorvik"
"""Stands in every text that is left out, and nowhere else; commands' outputs are looked through without case."""
MARK = {"hjemmel": f"offl § 14 {WORD}"}
_KEPT = {
    "dato": "2021-02-09", "offentliggjort": "2021-02-01", "frist": "2021-05-01", "status": "under arbeid",
    "ansvarlig": "veg", "organ": "kommunestyret", "gjelder": ["hp2021.o1"], "særskilt_rapportering": True,
    "einnsyn": f"https://einnsyn.no/{WORD}", "slag": "verbalvedtak", "illustrativ": True, "form": "notat",
    "medansvarlige": ["samfunn"], "gjentas": "årlig", "ny_frist": "2021-12-01", "framdrift": 40,
}  # fmt: skip
_LEFT_OUT = frozenset(
    {"punkter", "tiltak", "id", "løser", "overført_til", "unntatt", "tidligere_id", "vedtak", "vent_til"}
)
"""What is written apart, or would make the record another."""


def filled(schema: dict[str, Any], name: str) -> dict[str, Any]:
    """Fill every field of a kind of record: each text with the word, what is bound with a right value."""
    shelf = book()
    made: dict[str, Any] = {}
    for field, inner in shelf.fields_of(schema).items():
        if field in _LEFT_OUT:
            continue
        whole = shelf.resolve(inner)
        if field in _KEPT:
            made[field] = _KEPT[field]
        elif field == "svar":
            made[field] = filled(shelf.defs["vedtakssvar"], f"{name} svar")
        elif whole.get("type") == "string":
            made[field] = f"{name} {field} {WORD} om et kjøp. Det skal vurderes av NAVVX så raskt som mulig: {WORD}!"
        elif shelf.resolve(whole.get("items", {})).get("type") == "string" and field not in shelf.fields.references:
            made[field] = [f"{name} {field} {WORD}"]
        elif whole.get("type") == "number":
            made[field] = 12
    return made


def record(definition: str, name: str, **more: Any) -> dict[str, Any]:
    """Make a record of a definition in the schemas, with the word in all its texts."""
    return {"id": name, **filled(book().defs[definition], name), **more}


def register(mark: dict[str, Any] | None) -> dict[str, Any]:
    """Make a register: a vedtak that is exempt, with punkter and tiltak; a punkt that is exempt; one open vedtak."""
    marked = {} if mark is None else {"unntatt": mark}
    tiltak = record("tiltakspost", "vr2021.v1.t1", status="i rute")
    own = record("vedtaksinnforing", "vr2021.v1", **marked, tiltak=[tiltak])
    own["punkter"] = [
        record("vedtakspunkt", "vr2021.v1.p1", tiltak=[record("tiltakspost", "vr2021.v1.p1.t1", status="i rute")])
    ]
    shared = {"id": "vr2021.v2", "tittel": "Trygg skoleveg", "dato": "2021-02-09", "ansvarlig": "veg"}
    shared["punkter"] = [
        record("vedtakspunkt", "vr2021.v2.p1", **marked),
        {"id": "vr2021.v2.p2", "tittel": "Fartsdumper"},
    ]
    settled = record("vedtaksinnforing", "vr2021.v3", **marked, status="besvart")
    return {
        "type": "vedtak", "id": "vr2021", "tittel": "Vedtak 2021", "periode": "2021", "organ": "kommunestyret",
        "vedtak": [own, shared, settled],
    }  # fmt: skip


def analysis(mark: dict[str, Any] | None) -> dict[str, Any]:
    """Make a ros-analyse with a risiko that is exempt, and a tiltak under it."""
    marked = {} if mark is None else {"unntatt": mark}
    size = {"sannsynlighet": 4, "konsekvens": 4, "håndtering": "redusere", "truer": ["klima.d1"]}
    tiltak = record("tiltakspost", "ros2021.r1.t1", status="i rute")
    return {
        "type": "ros", "id": "ros2021", "tittel": "ROS-analyse 2021", "nivå": "kommune", "dato": "2021-02-09",
        "risikoer": [{**record("risikopost", "ros2021.r1"), **size, **marked, "tiltak": [tiltak]}],
    }  # fmt: skip


def contracts(mark: dict[str, Any] | None) -> dict[str, Any]:
    """Make a contract with a mislighold that is exempt, and a tiltak under it."""
    marked = {} if mark is None else {"unntatt": mark}
    tiltak = record("tiltakspost", "kr2021.k1.m1.t1", status="i rute")
    breach = record("misligholdpost", "kr2021.k1.m1", slag="mangel", reaksjon="reklamasjon", tiltak=[tiltak], **marked)
    return {
        "type": "kontrakter", "id": "kr2021", "tittel": "Kontrakter 2021",
        "kontrakter": [{"id": "kr2021.k1", "tittel": "Brøyting", "ansvarlig": "veg", "mislighold": [breach]}],
    }  # fmt: skip


def deviations(mark: dict[str, Any] | None) -> dict[str, Any]:
    """Make a register of avvik with one that is exempt, and a tiltak under it."""
    marked = {} if mark is None else {"unntatt": mark}
    chosen = {
        "slag": "avvik", "kilde": "ansatt", "område": "HMS", "årsaksgruppe": "annet", "meldt": "2021-02-09",
        "lukket": "2021-03-09", "status": "lukket", "enhet": "veg", "behandler": "veg", "gjelder": ["klima.d1"],
        "faktisk_konsekvens": 4, "potensiell_konsekvens": 5, "gjentakelse": 3,
    }  # fmt: skip
    own = {key: value for key, value in record("avvikspost", "av2021.a1").items() if key != "gjentakelse_av"}
    told = {**filled(book().defs["evalueringspost"], "av2021.a1"), "resultat": "virket"}
    tiltak = record("tiltakspost", "av2021.a1.t1", status="i rute")
    return {
        "type": "avvik", "id": "av2021", "tittel": "Avvik 2021", "periode": "2021",
        "avvik": [{**own, **chosen, **marked, "evaluering": told, "tiltak": [tiltak]}],
    }  # fmt: skip


def review(mark: dict[str, Any] | None) -> dict[str, Any]:
    """Make a ledelsens gjennomgang with a decision that is exempt, and a tiltak under it."""
    marked = {} if mark is None else {"unntatt": mark}
    tiltak = record("tiltakspost", "lg2021.b1.t1", status="i rute")
    return {
        "type": "ledelsens-gjennomgang", "id": "lg2021", "tittel": "Ledelsens gjennomgang", "dato": "2021-02-09",
        "periode": "2020", "konklusjoner": ["Systemet virker"],
        "beslutninger": [{**record("lederbeslutningspost", "lg2021.b1"), **marked, "tiltak": [tiltak]}],
    }  # fmt: skip


def inspection(mark: dict[str, Any] | None) -> dict[str, Any]:
    """Make a tilsyn with a funn that is exempt, and a tiltak under it."""
    marked = {} if mark is None else {"unntatt": mark}
    tiltak = record("tiltakspost", "t2021.f1.t1", status="i rute")
    return {
        "type": "tilsyn", "id": "t2021", "tittel": "Tilsyn 2021", "myndighet": "Arbeidstilsynet", "dato": "2021-02-09",
        "funn": [{**record("funnpost", "t2021.f1", slag="lovbrudd"), **marked, "tiltak": [tiltak]}],
    }  # fmt: skip


def hearing(mark: dict[str, Any] | None) -> dict[str, Any]:
    """Make a høring with an innspill that is exempt, and a tiltak under it."""
    marked = {} if mark is None else {"unntatt": mark}
    own = record("innspillpost", "høring2021.i1", svar=f"{WORD} svar", status="mottatt", **marked)
    own["tiltak"] = [record("tiltakspost", "høring2021.i1.t1", status="i rute")]
    return {
        "type": "høring", "id": "høring2021", "tittel": "Høring 2021", "gjelder": ["hp2021"], "fra": "2021-02-01",
        "til": "2021-03-01", "innspill": [own],
    }  # fmt: skip


def dialogues(mark: dict[str, Any] | None) -> dict[str, Any]:
    """Make a register with a meeting, a lederdialog and what was agreed in another, all exempt."""
    marked = {} if mark is None else {"unntatt": mark}
    when = {"dato": "2021-02-09", "enhet": "veg"}
    point = record(
        "avtalepost", "ld2021.2.a1", **marked, tiltak=[record("tiltakspost", "ld2021.2.a1.t1", status="i rute")]
    )
    held = [
        {**record("lederdialogpost", "ld2021.1"), **when, **marked, "avtaler": [record("avtalepost", "ld2021.1.a1")]},
        {"id": "ld2021.2", "tittel": "Lederdialog med veg", **when, "avtaler": [point]},
    ]
    meeting = {**record("medvirkningsmoete", "ld2021.m1"), **when, **marked, "slag": "drøfting", "resultat": "uenig"}
    return {"type": "medvirkning", "id": "ld2021", "tittel": "Møter 2021", "møter": [meeting], "lederdialoger": held}


def project(mark: dict[str, Any] | None) -> dict[str, Any]:
    """Make a prosjekt with a gevinst that is exempt, and a tiltak under it."""
    marked = {} if mark is None else {"unntatt": mark}
    own = record("gevinstpost", "pr2021.g1", slag="tid", status="følges opp", bidrar_til=["klima.d1"])
    del own["indikator"]
    own["målinger"] = [{"periode": "2021-04", "verdi": 12, "kommentar": f"Målt av {WORD}"}]
    own["evaluering"] = {"dato": "2021-05-01", "resultat": "delvis", "kommentar": f"Om {WORD}"}
    tiltak = record("tiltakspost", "pr2021.g1.t1", status="i rute")
    return {
        "type": "prosjekt", "id": "pr2021", "tittel": "Prosjekt 2021", "fase": "behov", "behov": ["hp2021.o1"],
        "ansvarlig": "veg", "gevinster": [{**own, **marked, "tiltak": [tiltak]}],
    }  # fmt: skip


def files(mark: dict[str, Any] | None = MARK) -> dict[str, str]:
    """Give the small municipality with a register, a plan whose tiltak solves a vedtak of it, and a report on them."""
    made = dict(base_files())
    made["vedtak/2021.yaml"] = "\n".join(_commented(dumped(register(mark))))
    made["ros/2021.yaml"] = dumped(analysis(mark))
    made["kontrakter/2021.yaml"] = dumped(contracts(mark))
    made["avvik/2021.yaml"] = dumped(deviations(mark))
    made["ledelsens-gjennomgang/2021.yaml"] = dumped(review(mark))
    made["tilsyn/2021.yaml"] = dumped(inspection(mark))
    made["høringer/2021.yaml"] = dumped(hearing(mark))
    made["medvirkning/2021.yaml"] = dumped(dialogues(mark))
    made["prosjekter/2021.yaml"] = dumped(project(mark))
    made |= {path: dumped(data) for path, data in holders(record, mark).items()}
    made |= {path: data if isinstance(data, str) else dumped(data) for path, data in tables(mark, WORD).items()}
    plan = yaml.safe_load(made["virksomhetsplaner/veg.yaml"])
    solving = record("tiltakspost", "vp2021-veg.t2", status="i rute", løser=["vr2021.v1"], frist="2021-10-01")
    own = record("tiltakspost", "vp2021-veg.t3", status="i rute", løser=["hp2021.o1"], frist="2021-10-01")
    plan["tiltak"] += [solving, own if mark is None else {**own, "unntatt": mark}]
    made["virksomhetsplaner/veg.yaml"] = "\n".join(_commented(dumped(plan), after="vp2021-veg.t2"))
    fields = book().reported["tiltak"][2]
    said = {
        name: filled({"properties": fields}, name) | {"status": "forsinket"}
        for name in ("vp2021-veg.t2", "vp2021-veg.t3")
    }
    report = {
        "type": "rapportering", "id": "r2021-veg", "tittel": "Rapport for veg", "periode": "2021-T1", "virksomhet": "veg",
        "levert": "2021-05-15", "tiltak": {"vp2021-veg.t1": {"status": "i rute"}, **said},
    }  # fmt: skip
    made["rapporter/veg.yaml"] = dumped(report)
    made["vedtak/csv.yaml"] = dumped(
        {
            "type": "vedtak",
            "id": "vc2021",
            "tittel": "Protokoll 2021",
            "periode": "2021",
            "organ": "kommunestyret",
            "fil": "csv.csv",
        }
    )
    law = "offl § 23" if mark is not None else ""
    made["vedtak/csv.csv"] = (
        "id;tittel;dato;tekst;ansvarlig;frist;status;sak;svar_omtale;unntatt\n"
        f"vc2021.v1;Kjøp av {WORD};2021-02-09;Om {WORD};veg;2021-04-01;under arbeid;{WORD}/21;{WORD};{law}\n"
        "vc2021.v2;Åpen sak;2021-02-09;;veg;2021-04-01;under arbeid;;;\n"
    )
    return made


def dumped(data: Any) -> str:
    """Write plain data as YAML."""
    return str(
        yaml.safe_dump(json.loads(json.dumps(data, default=str)), allow_unicode=True, sort_keys=False, width=1000)
    )


def _commented(text: str, after: str = "vr2021.v1") -> Iterator[str]:
    """Put comments with the word in the lines of a file: above the record, on its lines, and an exemption."""
    lines, found = text.splitlines(), False
    for line in lines:
        if f"id: {after}" in line and not found:
            found = True
            yield f"# {WORD} står her"
            yield f"# planctl: unntak 812, 306 – fordi {WORD} ikke er avklart"
            yield f"{line}  # {WORD}"
        elif found and line.strip().startswith("frist:"):
            yield f"{line}  # planctl: unntak 999 – {WORD}"
        else:
            yield line


_SAK, _TEKST, _SVAR, _MARK = "\n  sak:", "\n  tekst:", "\n  svar:", "unntatt:"
_WRONG = ("frist", "dato", "slag", "status", "ansvarlig", "gjelder", "særskilt_rapportering", "illustrativ")
FAULTS: dict[str, tuple[tuple[str, str], ...]] = {
    "wrong values": (
        *((f"\n  {field}:", f"\n  {field}: {WORD} {field} #") for field in _WRONG),
        (_SAK, f"\n  {WORD}_felt: {WORD} verdi\n  {WORD}: [{{a: {WORD}}}]{_SAK}"),
    ),
    "wrong shapes": ((_TEKST, f"{_TEKST} [{{{WORD}: {WORD}}}] #"), (_SVAR, f"{_SVAR} {WORD} #\n  x_svar:")),
    "a quote that is open": ((_SAK, f'{_SAK} "{WORD}'),),
    "a tab and a bad indent": ((_SAK, f"\n\tsak: {WORD}\n     {WORD}: :"),),
    "a field twice": ((_SAK, f"{_SAK} {WORD} først{_SAK}"),),
    "a conflict": ((_SAK, f"\n<<<<<<< ours{_SAK} {WORD}\n=======\n  sak: {WORD}2\n>>>>>>> theirs\n  x:"),),
    "a misspelled mark": ((_MARK, "untatt:"),) * 3,
    "a mark of another shape": ((f"{_MARK}\n    hjemmel:", f"{_MARK} offl § 14 #"),),
    "a mark in nynorsk": ((_MARK, "unnateke:"),) * 3,
    "a mark that is no field": ((_MARK, "skjermet:"),) * 3,
    "a register that is lost": (("vedtak:", 'vedtak: "'),),
}
"""What is written otherwise in the register, by the name of the fault."""


def broken(fault: str) -> dict[str, str]:
    """Give the same repository with a fault in what is exempt, or beside it."""
    made = files()
    for old, new in FAULTS.get(fault, ()):
        made["vedtak/2021.yaml"] = made["vedtak/2021.yaml"].replace(old, new, 1)
    if fault == ROWS:
        made["vedtak/csv.csv"] += f'vc2021.v3;{WORD};2021-02-09;\nvc2021.v4;"{WORD};2021;;;;;;;\n'
    return made


ROWS = "rows that cannot be read"
BROKEN = (*FAULTS, ROWS)
