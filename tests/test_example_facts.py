"""The example tells the truth: what is not marked is a fact with a source, and what is marked claims none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from planctl.calendar.build import build_wheel
from planctl.domain.adoption import decisions
from planctl.model.illustrative import MARK, is_illustrative, part_is_illustrative
from planctl.model.record import Record
from planctl.model.targets import targets_of
from planctl.model.time_words import time_words
from support import EXAMPLE
from test_example import whole

BODIES = re.compile(
    r"\b(SSB|KOSTRA|KS|NAVs?|NIBIO|FHI|Udir|Husbanken|Ungdata|Statistisk sentralbyrå|\w*direktoratet|Forbrukerrådets?|"
    r"Nasjonale prøver|Elevundersøkelsen|Foreldreundersøkelsen|Reisevaneundersøkelsen|Folkehelse\w*|10-faktor|"
    r"Finans Norge|Luftkvalitet i Norge|nrk\.no|Kommunal Rapport|FNs? \w+)\b",
    re.IGNORECASE,
)
"""Bodies and surveys that exist: an invented value never carries their name."""


def _named(name: str) -> Record:
    return whole().plans.by_id[name]


def facts() -> Iterator[str]:
    """Name everything in the example that is not marked: records, values, and vedtak in a marked plan."""
    plans = whole().plans
    yield "planctl.yaml"
    for record in plans.records:
        if record.id is not None and not is_illustrative(record):
            yield record.id
        for made in decisions(record, plans):
            if is_illustrative(record) and not part_is_illustrative(made.fields, record):
                yield f"{record.id} vedtak"
    yield from (f"{item.indicator} {item.period}" for item in plans.measurements if not item.illustrative)
    yield from (f"{item.unit} {item.month}" for item in plans.figures if not item.illustrative)


def table() -> list[tuple[list[str], str, str]]:
    """Read the table of facts in the example's README: what it names, what is a fact, and the source."""
    rows = []
    for line in (EXAMPLE / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("| `") and len(cells) == 3:
            rows.append((re.findall(r"`([^`]+)`", cells[0]), cells[1], cells[2]))
    return rows


def test_the_table_of_facts_and_the_data_are_the_same() -> None:
    told = Counter(name for names, _, _ in table() for name in names)
    assert [name for name, count in told.items() if count > 1] == []
    assert sorted(told) == sorted(facts())
    assert all(what and source for _, what, source in table())


def sources() -> Iterator[tuple[str, str]]:
    """Yield every source that is named by something illustrative: an indicator, or a value in a YAML."""
    for record in whole().plans.records:
        if is_illustrative(record) and isinstance(record.get("kilde"), str):
            yield record.name, record.get("kilde")
        rows = record.get("målinger")
        for row in rows if isinstance(rows, list) else ():
            if part_is_illustrative(row, record) and row.get("kilde"):
                yield f"{row['indikator']} {row['periode']}", row["kilde"]


def test_no_invented_value_carries_a_real_source() -> None:
    assert [row for row in sources() if BODIES.search(row[1])] == []
    assert sum(source == "eksempel" for _, source in sources()) >= 40


def test_the_pattern_knows_real_bodies() -> None:
    real = ("SSB", "KOSTRA", "Tall fra KS", "Utdanningsdirektoratet", "Udir", "Forbrukerrådets kommunetest",
            "Helsedirektoratet", "NAVs bedriftsundersøkelse", "Ungdata", "Måling etter FNs rammeverk")  # fmt: skip
    own = ("eksempel", "Innbyggerundersøkelsen", "Avvikssystemet", "Saks- og arkivsystemet", "Porteføljeoversikten")
    assert [bool(BODIES.search(name)) for name in (*real, *own)] == [True] * len(real) + [False] * len(own)


def test_files_and_marks() -> None:
    """A mark under a mark that says the same is noise; every mark tells something."""
    for record in whole().plans.records:
        if record.parent is not None and record.get(MARK) is not None:
            above = is_illustrative(record.parent)
            assert record.get(MARK) is not above or record.id == "ah2021.tertial2-pol", record


def test_the_facts_of_the_temaplaner() -> None:
    told = {
        plan.id: (
            plan.get("status"),
            [(made.fields["organ"], str(time_words(made.when))) for made in decisions(plan, whole().plans)],
        )
        for plan in whole().plans.of_kind("temaplan")
    }
    council, services = "kommunestyret", "utvalg-samfunnstjenester"
    assert told == {
        "tp-medborgerskap": ("vedtatt", [(council, "2021-04-13")]),
        "tp-fysisk": ("vedtatt", [(council, "2021-06-15")]),
        "tp-klima": ("vedtatt", [(council, "2021-06-15"), (services, "2020-02-13"), (services, "2021-02-18")]),
        "tp-vann": ("utkast", [(services, "2020-06-04")]),
        "tp-kultur": ("utkast", []),
        "tp-naring": ("utkast", []),
    }
    assert len(_named("tp-naring").get("innsatsområder")) == 8


def test_the_organs_and_units_are_those_of_the_municipality() -> None:
    plans = whole().plans
    organs = {record.id for record in plans.of_kind("organ") if not is_illustrative(record)}
    assert {name for name in organs if name and name.startswith("utvalg-")} == {
        "utvalg-oppvekst", "utvalg-velferd", "utvalg-samfunnstjenester", "utvalg-plan-og-byggesak",
        "utvalg-medborgerskap",
    }  # fmt: skip
    assert not [unit for unit in plans.of_kind("enhet") if "brann" in unit.title.casefold()]
    assert _named("abbr-iks").title == "Asker og Bærum brann og redning IKS"


def test_the_wheel_keeps_the_order_of_the_source() -> None:
    wheel = build_wheel(whole(), 2021)
    assert wheel is not None
    drawn = [item.id for item in wheel.activities if item.id != "ah2021.tertial2-pol"]
    written = [item["id"] for item in _named("årshjul2021").get("aktiviteter")][:-1]
    assert len(written) == 26
    assert drawn == written


def test_the_wished_for_band_is_not_reached_at_the_start() -> None:
    """The band begins no lower than the måltall, and the nullpunkt is not in it; the real rows of 2015 are as they were."""
    for record in whole().plans.of_kind("indikator"):
        match = re.fullmatch(r"([≥≤]) ([−\d,]+)", str((record.get("bånd") or {}).get("ønsket")))
        if match is None or not record.get("måltall") or not record.get("nullpunkt"):
            continue
        limit = float(match[2].replace("−", "-").replace(",", "."))
        sign = 1 if match[1] == "≥" else -1
        assert sign * limit >= sign * float(targets_of(record.fields)[0].value), record
        assert sign * limit > sign * record.get("nullpunkt")["verdi"], record


def test_selvkost_is_about_zero_and_staff_is_small() -> None:
    budgets = {item.unit: item.original for item in whole().plans.figures if item.month == 1}
    assert all(abs(budgets[unit] or 0) < 1000 for unit in ("vann-og-avløp", "renovasjon"))
    assert all((budgets[unit] or 0) < 40_000 for unit in ("budsjett-og-analyse", "regnskap", "innkjøp", "arkiv"))


def test_it_varies_as_life_does() -> None:
    plans = whole().plans
    goals = Counter(record.id.partition(".")[0] for record in plans.of_kind("delmål") if record.id)
    assert len(set(goals.values())) >= 3
    sizes = Counter(Counter(record.plan.id for record in plans.of_kind("tiltak")).values())
    assert max(sizes.values()) <= sizes.total() / 3
    words = [str(plan.get("omtale")) for plan in plans.of_kind("virksomhetsplan")]
    for usual in ("Sykefraværet", "budsjettet", "[Rr]isiko"):
        assert sum(bool(re.search(usual, text)) for text in words) <= len(words) / 2, usual
    said = Counter(entry for report in plans.of_kind("rapportering") for entry in _correctives(report))
    assert [text for text, count in said.items() if count > 2] == []


def _correctives(report: Record) -> Iterator[str]:
    for part in ("tiltak", "oppdrag"):
        rows = report.get(part)
        for row in rows.values() if isinstance(rows, dict) else ():
            if isinstance(row, dict) and isinstance(row.get("korrigerende"), str):
                yield row["korrigerende"]
