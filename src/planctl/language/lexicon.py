"""The verbs by form, read from the shipped list, and the closed word classes of bokmål and nynorsk."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from planctl.resources import data_dir
from planctl.values import dataclass


def wordset(text: str) -> frozenset[str]:
    """Make a set of the words of a text."""
    return frozenset(text.split())


WILL = wordset("skal vil")
MUST = wordset("må bør")
PAST = wordset("var hadde ble blei vart fikk fekk ga gav gikk gjekk kom tok")
PRONOUNS = wordset("vi de dei du man jeg eg han hun ho den det me dere dykk")
"""Nominative pronouns; «den», «det», «de» and «dei» are articles too."""
QUANTITIES = wordset("alle mange flere fleire ingen begge noen nokon nokre andre enkelte somme")
PEOPLE = QUANTITIES | wordset(
    "unge eldre voksne vaksne ansatte tilsette pårørende pårørande folkevalgte folkevalde foresatte føresette "
    "frivillige folk ungdom enhver nyinnflyttede gående syklende fleste flest"
)
"""Words that stand as subjects though they look like adjectives or have no ending."""
PREPOSITIONS = wordset(
    "av til for i på om ved hos fra frå med mot mellom uten utan under over gjennom rundt innen innan etter før blant "
    "langs per via samt som enn inn ut innenfor innanfor utenfor utanfor bak foran framfor"
)
DETERMINERS = wordset(
    "en ei et ein eit den det de dei disse desse denne dette våre vår vårt sine sin si sitt mine deres deira hver "
    "hvert kvar kvart felles ulike egne eigne nye ny nytt gode god godt bedre betre mest slike slik hele heile "
    "noe noko annet anna samme same begge to tre fire fem seks rett trygg fri stor høy høg lav låg sterk nær nok "
    "mer meir mindre"
)
ADVERBS = wordset(
    "ikke ikkje også òg alltid aldri ofte derfor difor dermed nå no her der fortsatt framleis stadig likevel selv "
    "sjølv først fremst fyrst sammen saman raskt lett godt aktivt bare berre gjerne både heller samtidig samstundes"
)
QUESTION_WORDS = wordset("hva kva hvem kven hvordan korleis hvorfor kvifor hvilke hvilken hvilket hvor kor")
SUBORDINATORS = QUESTION_WORDS | wordset(
    "som at når hvis viss dersom fordi ettersom mens medan der idet inntil enn siden sidan om"
)
COORDINATORS = wordset("og eller men samt både")
ADJECTIVES = wordset(
    "trygge sikre åpne opne bedre betre lette løse lause klare rette frie stille like hele lyse tette jevne jamne rike "
    "varme samme nære modne korte lange brede smale egne eigne tørre våte felles"
)
"""Infinitives that are adjectives too: «Trygge skoler», «Trygge skolene»."""
VERBS_RATHER = wordset("åpne opne stille rette klare løse løyse sikre korte")
"""Those of the adjectives that begin a title as verbs more often."""
NOUNS = wordset(
    "støtte styrke møte hjelp reise ramme tale omtale avtale ønske lenke følge evne klage svar lære glede leie grense "
    "plage rekke fiske fange pakke bane base vare tørke sone leke skade pleie drive drift form start mål plan "
    "bygga måla spela husa tala råda kjøpa møta besøka laga"
)
"""Infinitives that are nouns too: «Støtte til …», and in nynorsk «Bygga til kommunen …»."""
OPENERS = wordset("at den det dei de alle en ein et eit ei to tre ett én éin opp ned om ut inn")
"""What follows a verb, not an adjective: «Åpne alle …», «Korte ned …»."""


SHORT_ADJECTIVES = wordset(
    "gode nye store små trygge grønne grøne blå sterke svake raske korte lange høye høge lave låge brede smale "
    "tette åpne opne frie sunne friske rene reine flere fleire ulike like egne eigne hele heile unge gamle eldre "
    "yngre bedre betre større mindre færre lavere lågare høyere høgare beste største fleste viktigste første "
    "fyrste siste neste felles stolte myke harde kloke smarte enkle kule varme kalde rike fattige nære fjerne "
    "ekte lette tunge tøffe"
)


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verbs of a norm: present tense, those of them that are nouns too, infinitives, and each one's present.

    `bare` tells that many verbs of the norm have no ending in the present tense («kjem», «veks», «søkk»).
    """

    present: frozenset[str]
    unsure: frozenset[str]
    infinitives: frozenset[str]
    present_of: dict[str, str]
    bare: bool = False

    def sure(self, word: str) -> bool:
        """Tell whether a word in lower case is a finite verb wherever it stands."""
        return word in WILL or word in MUST or (word in self.present and word not in self.unsure and word != "når")


_PASSIVE = ("e", "ta", "gå", "nå", "slå", "gi", "by", "stå")


@lru_cache(maxsize=2)
def verbs(language: str) -> Verbs:
    """Return the verbs of a norm, `nb` or `nn`; each knows the regular verbs of the other, as texts mix them."""
    data = json.loads((data_dir() / "verb.json").read_text(encoding="utf-8"))
    norms = {"nb": _bokmål(data), "nn": _nynorsk(data)}
    nouns = {name: frozenset(_words(lines)) for name, lines in data["også substantiv"].items()}
    own, other = norms.pop(language), norms.popitem()[1]
    present = {form for forms in own.values() for form in forms}
    present |= {form for forms in other.values() for form in forms if len(form) > 3 and form.endswith("er")}
    present |= wordset("er har kan blir får går står gjør gjer gir tar ser lar når")
    if language == "nn":
        present |= wordset(
            "trivst finst møtest synest lykkast lukkast kjennest minnest høyrest følest trengst skilst ferdast vert"
        )
    else:
        present |= {f"{infinitive}s" for infinitive in own if infinitive.endswith(_PASSIVE) and len(infinitive) > 3}
        present |= wordset("gis tas ses nås fås dras brukes gjøres")
        present |= wordset("skjer finnes fins trives synes lykkes etterspør mislykkes mistrives ferdes møtes omgås")
    unsure = nouns["bokmål"] | nouns["nynorsk"] if language == "nn" else nouns["bokmål"]
    short = wordset("få gå ta gi gje si seie se sjå stå lykkes lykkast lukkast trives trivast møtes møtast enes samles")
    return Verbs(
        present=(frozenset(present) | unsure) - wordset("heller etter eller under over"),
        unsure=unsure,
        infinitives=frozenset({*own, *other, *short}),
        present_of={infinitive: forms[0] for infinitive, forms in own.items()},
        bare=language == "nn",
    )


def _bokmål(data: Any) -> dict[str, list[str]]:
    found = {word: [word[:-1] if word.endswith("gjøre") else word + "r"] for word in _words(data["bokmål"])}
    irregular = {"være": "er", "gjøre": "gjør", "si": "sier", "vite": "vet", "spørre": "spør"}
    return {**found, **{infinitive: [form] for infinitive, form in irregular.items()}}


def _nynorsk(data: Any) -> dict[str, list[str]]:
    groups = data["nynorsk"]
    found: dict[str, list[str]] = {}
    for word in _words(groups["presens på -er"]):
        short = word.removesuffix("je") + "e" if word.endswith(("kje", "gje")) else word
        for infinitive in (word, short, word[:-1] + "a"):
            found.setdefault(infinitive, []).extend((f"{word}r", f"{short}r"))
    for word in _words(groups["presens på -ar"]):
        for infinitive in (word, word[:-1] + "a"):
            found.setdefault(infinitive, []).append(f"{word[:-1]}ar")
    for row in _words(groups["uregelrett"]):
        infinitive, _, forms = row.partition("=")
        found[infinitive] = [*forms.split("/"), *found.get(infinitive, ())]
    return {**found, "vere": ["er"], "vera": ["er"], "ha": ["har"]}


def _words(lines: Iterable[str]) -> list[str]:
    return " ".join(lines).split()
