"""Words of another system in a table of records: the plan file says in `verdier` which values they are."""

from __future__ import annotations

from planctl.i18n import Language
from planctl.load.tables.record_columns import KEYWORD, VALUES, columns_of
from support import book, found, places, said, world

YAML, CSV = "avvik/2021.yaml", "avvik/2021.csv"
HEAD = "type: avvik\nid: av\ntittel: Avvik 2021\nperiode: 2021\nfil: 2021.csv\n"
MAPPED = (
    HEAD
    + """\
verdier:
  status: {Åpen sak: under arbeid, Ferdig: lukket, Uvisst: ""}
  enhet: {Veg og park: veg}
  faktisk_konsekvens: {Alvorlig: 4, Ikke vurdert: ""}
  gjelder: {Miljø: klima.d1}
"""
)


STATUS = "Velg en av: under arbeid, åpen, lukket, videresendt, avvist"
SLAG = "Velg en av: avvik, uønsket hendelse, forbedringsforslag, positiv"


def told(table: str, register: str = HEAD, code: str = "nb") -> list[tuple[str, str, str]]:
    """Give what is told of the form of a register and its table: the place, the message and the help."""
    items = found({YAML: register, CSV: table}, "1")
    lang = Language(code)
    return [
        (place, message, lang(item.help) if item.help else "")
        for place, message, item in zip(places(items), said(items, code), items, strict=True)
    ]


def test_every_schema_whose_rows_have_words_has_the_field() -> None:
    columns = {stem: columns_of(book(), stem) for stem, root in book().files.items() if KEYWORD in root}
    worded = {stem for stem, found in columns.items() if found and any(one.words for one in found.by_name.values())}
    assert worded == {"avvik", "eierskap", "hoering", "kontrakt", "rutiner", "vedtak"}
    assert all(book().files[stem]["properties"][VALUES]["$ref"].endswith("/csvverdier") for stem in worded)


def test_a_word_is_read_as_the_value_that_the_file_says() -> None:
    table = (
        "id;meldt;status;enhet;faktisk_konsekvens;lukket;gjelder\n"
        "av.1;2.5.2021;åpen  SAK;Veg og park;Alvorlig;;Miljø\n"
        'av.2;2.5.2021;Ferdig;veg;Ikke vurdert;3.5.2021;"Miljø, klima.d1"\n'
        "av.3;2.5.2021;Avvist;;2;;\nav.4;2.5.2021;uvisst;;;;\n"
    )
    assert told(table, MAPPED) == []
    records = [record for n in (1, 2, 3, 4) if (record := world({YAML: MAPPED, CSV: table}).plans.get(f"av.{n}"))]
    read = [[one.get(name) for name in ("status", "enhet", "faktisk_konsekvens", "gjelder")] for one in records]
    assert read == [
        ["under arbeid", "veg", 4, ["klima.d1"]],
        ["lukket", "veg", None, ["klima.d1", "klima.d1"]],
        ["avvist", None, 2, None],
        [None, None, None, None],
    ]


def test_a_word_that_is_no_value_is_told_once_with_what_to_write() -> None:
    table = "id;meldt;status;slag\nav.1;2.5.2021;Under behandling;RUH\nav.2;2.5.2021;under behandling;avvik\n"
    assert told(table) == [
        (
            "avvik/2021.csv:2:15 104",
            "«Under behandling» kan ikke stå i «status», og står på 2 linjer",
            (
                f"{STATUS}. Er «Under behandling» ordet det andre systemet har for «under arbeid», skriver du i {YAML}: "
                "verdier: {status: {Under behandling: under arbeid}}."
            ),
        ),
        (
            "avvik/2021.csv:2:32 104",
            "«RUH» kan ikke stå i «slag»",
            (
                f"{SLAG}. Er «RUH» ordet det andre systemet har for «avvik», skriver du i {YAML}: "
                "verdier: {slag: {RUH: avvik}}."
            ),
        ),
    ]
    assert told(table, HEAD + "verdier: {status: {Under behandling: under arbeid}, slag: {RUH: avvik}}\n") == []


def test_what_the_file_says_wrongly_is_told_there_and_read_as_it_was_meant() -> None:
    table = "id;meldt;status;slag\nav.1;2.5.2021;Åpen sak;RUH\nav.2;2.5.2021;Ferdig;RUH\n"
    register = (
        HEAD + "verdier:\n  statuss: {Åpen sak: under arbeid}\n  slag:\n    RUH: ulykke\n  status: {Ferdig: luket}\n"
    )
    assert told(table, register) == [
        ("avvik/2021.yaml:7:3 104", "«statuss» er ikke et felt som en kolonne kan være", "Mente du «status»?"),
        (
            "avvik/2021.yaml:9:10 104",
            "«ulykke» kan ikke stå i «slag»",
            f"{SLAG}.",
        ),
        (
            "avvik/2021.yaml:10:20 104",
            "«luket» kan ikke stå i «status»",
            "Velg en av: lukket, åpen, under arbeid, videresendt, avvist.",
        ),
    ]
    records = [world({YAML: register, CSV: table}).plans.get(f"av.{n}") for n in (1, 2)]
    assert [(one.get("status"), one.get("slag")) for one in records if one] == [
        ("under arbeid", None),
        ("lukket", None),
    ]


def test_a_mark_may_be_a_word_of_the_other_system() -> None:
    register = HEAD + 'verdier: {unntatt: {Ja: offl § 13, Nei: ""}}\n'
    opened = world({YAML: register, CSV: "id;meldt;unntatt\nav.1;2.5.2021;Ja\nav.2;2.5.2021;Nei\n"})
    assert [bool(one.withheld) for one in opened.plans.of_kind("avvik")] == [True, False]
