"""The verbs by form, read from the shipped list, and the closed word classes.

Regular present tense is made from the infinitive; only what is irregular is listed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from planctl.resources import data_dir


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


NO_VERB = frozenset[str]()
WILL = _set("skal vil")
MUST = _set("må bør")
PAST = _set("var hadde ble blei vart fikk fekk ga gav gikk gjekk kom tok")
PRONOUNS = _set("vi de dei du man jeg eg han hun ho den det me dere dykk")
"""Nominative pronouns; «den», «det» and «de» are articles too."""
PEOPLE = _set(
    "unge eldre voksne vaksne ansatte tilsette alle mange flere fleire ingen pårørende pårørande folkevalgte folkevalde "
    "foresatte føresette frivillige folk ungdom begge enhver noen nokon andre enkelte nyinnflyttede gående syklende"
)
"""Words in -e and the like that stand as subjects, not as adjectives."""
QUANTITIES = _set("alle mange flere fleire ingen begge noen nokon nokre andre enkelte somme")
PREPOSITIONS = _set(
    "av til for i på om ved hos fra frå med mot mellom uten utan under over gjennom rundt innen innan etter før blant "
    "langs per via samt som enn inn ut innenfor innanfor utenfor utanfor bak foran framfor"
)
DETERMINERS = _set(
    "en ei et ein eit den det de dei disse desse denne dette våre vår vårt sine sin si sitt mine deres deira hver hvert "
    "kvar kvart hverandres felles ulike egne eigne nye ny nytt gode god godt bedre betre flest mest slike slik hele heile "
    "noe noko annet anna samme same begge våres to tre fire fem seks mangfoldige åpne"
)
ADVERBS = _set(
    "ikke ikkje også òg alltid aldri ofte derfor difor dermed i-dag nå no her der fortsatt framleis stadig likevel selv "
    "sjølv først fremst fyrst sammen saman raskt lett godt aktivt bare berre gjerne både heller samtidig samstundes"
)
SUBORDINATORS = _set(
    "som at når hvis viss dersom fordi ettersom mens medan der hvor kor idet inntil enn siden sidan "
    "hva kva hvem kven hvordan korleis hvorfor kvifor hvilke hvilken hvilket om"
)
WH = _set("hva kva hvem kven hvordan korleis hvorfor kvifor hvilke hvilken hvilket hvor kor")
COORDINATORS = _set("og eller men samt både")
AMBIGUOUS_ADJECTIVES = _set(
    "trygge sikre åpne opne bedre betre lette løse lause klare rette frie stille like hele lyse tette jevne jamne rike "
    "varme samme nære modne lange korte brede smale sunne bare forme støtte styrke møte hjelpe reise ramme tale spare "
    "klage svare glede lenke følge lukke dele omtale avtale ønske vilje lære evne prege være vere leve"
)
"""Infinitives that are adjectives or nouns too; most of these are adjectives in -e."""
ADJECTIVES = _set(
    "trygge sikre åpne opne bedre betre lette løse lause klare rette frie stille like hele lyse tette jevne jamne rike "
    "varme samme nære modne stille korte lange brede smale egne eigne tørre våte lokale felles mulige"
)
VERBS_RATHER = _set("åpne opne stille rette klare løse løyse sikre korte")
"""Those that are verbs more often than adjectives at the start of a title."""
ARTICLES = _set("at den det dei de alle en ein et eit ei to tre ett én éin opp ned om ut inn")
NOUNS = _set(
    "støtte styrke møte hjelp reise ramme tale omtale avtale ønske lenke følge evne klage svar fremme lære glede leie "
    "grense plage rekke fiske fange pakke bane base vare tørke sone leke skade pleie drive drift fase form vane sone start samle mål plan skole skule drøfting"
)
"""Words that look like an infinitive but begin a title as nouns (with «til», «for», «og» …)."""
BOTH_NB = _set(
    "deler former reiser møter rammer planter lærer leder bruker eier søker trener arbeider skader veier priser lover "
    "varer leier leser spiller maler forvalter kjøper selger taler tegner retter fester grenser tjener fanger jakter "
    "lager skifter kurser løper løfter minner merker plager poster rekker ringer ruller sender skiller stemmer støtter "
    "satser trapper treffer tilbyder utvikler tilrettelegger veileder forsker formidler forbruker tvister vakter varmer "
    "velger venner verner verker viser følger feller fører hjelper utøver styrer kutter baner driver gleder ønsker kurver "
    "klager tester sikter laster lister lenker reder sykler vandrer leker danser sanser vinner strømmer avtaler styrker "
    "omtaler grupperer noter tvister tilbyr spor ferdes passer steller kilder eter roller rammer sager hager tider saker "
    "løser flytter vekster flater daler kanter banker lader hender roser prøver jobber mangler taper drømmer "
    "fordeler samtaler farger evner vitner kontakter beviser pakker skatter varsler forhandler borger vekter låser designer "
    "etterforsker skjermer soner oversetter drifter toner staver speider forløper heiser nettverker utbygger seier server"
)
BOTH_NN = _set(
    "delar brukar planar leiar lærar eigar søkjar arbeidar forskar utviklar møter leier reiser stemmer røyster avtalar "
    "styrker ønskjer ønsker driv grip bind spring drikk hjelp vel skriv treff stig bruker rammer former planter skader "
    "priser lover varer forvaltar satsar merker rekker viser følgjer følger fører veljar vinnar dansar leikar sender "
    "lagar ringer klagar byggjar verkar vernar passar sel hus let rår stel satser lærer søker tilbyr deler vis held finn"
)


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verbs of a written norm: present tense, those that are nouns too, s-forms and infinitives."""

    present: frozenset[str]
    unsure: frozenset[str]
    infinitives: frozenset[str]
    present_of: dict[str, str]


@lru_cache(maxsize=2)
def verbs(language: str) -> Verbs:
    """Return the verbs of a norm, `nb` or `nn`; each knows the regular verbs of the other."""
    data = json.loads((data_dir() / "verb.json").read_text(encoding="utf-8"))
    bokmål, nynorsk = _bokmål(data), _nynorsk(data)
    own, other = (nynorsk, bokmål) if language == "nn" else (bokmål, nynorsk)
    unsure = (BOTH_NN | BOTH_NB) if language == "nn" else BOTH_NB
    present = {form for forms in own.values() for form in forms}
    if language == "nn":
        present |= {form for forms in other.values() for form in forms if form.endswith(("er", "år", "ar", "ir", "år", "es"))}
        present |= _set("trivst finst møtest synest lykkast mislykkast kjennest minnest høyrest følest trengst vert skilst ferdast")
    else:
        present |= _set("skjer sier vet spør etterspør finnes fins trives synes lykkes mislykkes mistrives ferdes møtes omgås")
        present |= {f"{infinitive}s" for infinitive in own if infinitive.endswith("e")}
        present |= {form for forms in other.values() for form in forms if form.endswith("er") and len(form) > 4}
    present |= _set("er har kan blir får går står gjør gjer gir tar ser lar når")
    infinitives = {*own, *other, *_set("være vere vera ha bli verte få gå ta gi gje gjere gjøre si seie vite se sjå")}
    return Verbs(
        present=frozenset(present - NO_VERB - _set("heller etter eller under over")),
        unsure=unsure,
        infinitives=frozenset(infinitives),
        present_of={infinitive: forms[0] for infinitive, forms in own.items()},
    )


def _bokmål(data: Any) -> dict[str, list[str]]:
    found = {word: [_bokmål_present(word)] for word in _words(data["bokmål"])}
    return {**found, "være": ["er"], "gjøre": ["gjør"], "si": ["sier"], "vite": ["vet"], "spørre": ["spør"]}


def _bokmål_present(infinitive: str) -> str:
    return infinitive.removesuffix("re") if infinitive.endswith("gjøre") else infinitive + "r"


def _nynorsk(data: Any) -> dict[str, list[str]]:
    groups = data["nynorsk"]
    found: dict[str, list[str]] = {}
    for word in _words(groups["presens på -er"]):
        short = word.removesuffix("je") + "e" if word.endswith(("kje", "gje")) else word
        for infinitive in (word, short, word[:-1] + "a"):
            found[infinitive] = [f"{word}r", f"{short}r"]
    for word in _words(groups["presens på -ar"]):
        for infinitive in (word, word[:-1] + "a"):
            found[infinitive] = [f"{word[:-1]}ar"]
    for row in _words(groups["uregelrett"]):
        infinitive, _, forms = row.partition("=")
        found[infinitive] = forms.split("/")
    return {**found, "vere": ["er"], "vera": ["er"], "ha": ["har"]}


def _words(lines: Iterable[str]) -> list[str]:
    return " ".join(lines).split()
