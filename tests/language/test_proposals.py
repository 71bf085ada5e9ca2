"""What is proposed to the writer of a goal or a strategy is whole, right, and passes the rules itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from planctl.i18n import Language
from planctl.language import goals, measures, rewriting
from planctl.language.abbreviations import abbreviations
from planctl.language.clause import Form, main_clause
from planctl.rules.tomme_ord import ADVICE
from support import base_files, found

ROOT = Path(__file__).resolve().parents[2]

from language_score import LANGUAGES, measure  # noqa: E402

PROPOSED_AT_LEAST = 40


@pytest.mark.parametrize(
    ("text", "language", "better"),
    [
        ("Vi kartlegger behov og tar hensyn til naturen", "nb", "Vi skal kartlegge behov og ta hensyn til naturen"),
        ("Vi bygger og utvikler skoler", "nb", "Vi skal bygge og utvikle skoler"),
        ("Kartlegge og tar hensyn", "nb", "Vi skal kartlegge og ta hensyn"),
        ("Vi byggjer vegar og held dei ved like", "nn", "Vi skal byggje vegar og halde dei ved like"),
        ("Vi samler deler og møter folk", "nb", None),
        ("Vi sørger for at barn lærer og tar hensyn", "nb", None),
        ("Vi bygger skoler, og kommunen betaler", "nb", None),
        ("Vi ønsker å bygge flere boliger", "nb", "Vi skal bygge flere boliger"),
        ("Vi har som mål å bygge flere boliger", "nb", "Vi skal bygge flere boliger"),
        ("Vi ønsker flere boliger", "nb", None),
        ("Vi trenger flere folk", "nb", None),
        ("Vi treng fleire folk", "nn", None),
        ("Vi håper at flere sykler", "nb", None),
        ("Vi følger planen «Alle med» opp", "nb", None),
        ("Styrke skolen (trinn 1–4) og barnehagen", "nb", None),
        ("Styrke skolen, barnehagen og biblioteket", "nb", "Vi skal styrke skolen, barnehagen og biblioteket"),
    ],
)
def test_a_promise_has_all_its_verbs_and_is_one_that_can_be_made(text: str, language: str, better: str | None) -> None:
    assert rewriting.as_promise(text, main_clause(text, language), language) == better


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Kommunen skal arbeide for miljøet", None),
        ("Kommunen skal ha som mål å være best", None),
        ("Kommunen skal utarbeide en plan", None),
        ("Kommunen skal følge «Alle med» i skolen", None),
        ("Alle barn skal lære å svømme", ("Alle barn lærer å svømme", "Alle barn skal lære")),
        (
            "Innbyggerne, som er mange, skal ha det bra",
            ("Innbyggerne, som er mange, har det bra", "Innbyggerne, som er mange, skal ha"),
        ),
    ],
)
def test_a_state_that_is_proposed_is_no_activity_and_is_quoted_as_written(
    text: str, better: tuple[str, str] | None
) -> None:
    found = rewriting.in_present(text, main_clause(text, "nb"), "nb")
    assert (found and (found.better, found.instead_of)) == better


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_proposal_passes_the_rules(language: str) -> None:
    proposed = 0
    for item in measure(language):
        clause = main_clause(item.text, language)
        if item.kind == "strategi" and "402" in item.found:
            promise = rewriting.as_promise(item.text, clause, language)
            if promise is not None:
                proposed += 1
                assert main_clause(promise, language).form is Form.WILL, promise
        elif item.kind == "mål" and "401" in item.found:
            state = rewriting.in_present(item.text, clause, language)
            if state is not None:
                proposed += 1
                read = main_clause(state.better.removesuffix(" …"), language)
                assert (read.form, goals.activity(read)) == (Form.PRESENT, None), state
                assert " ," not in state.better + state.instead_of
    assert proposed >= PROPOSED_AT_LEAST


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("55 % av avfallet blir gjenvunnet", "55 %"),
        ("Gjenvinningen er 12,5 prosent", "12,5 prosent"),
        ("1 200 av 2 000 barn har plass", "1 200 av 2 000"),
        ("Utslippene er 50–60 % lavere", "50–60 %"),
        ("Her står 50-60 boliger", "50-60 boliger"),
        ("Her bor 12\u00a0000 innbyggere", "12\u00a0000 innbyggere"),
        ("I 2030 er 100 % av bilene elektriske", "100 %"),
        ("Femtifem prosent går", "Femtifem prosent"),
        ("Barn 6–12 år har det bra", None),
    ],
)
def test_a_number_is_quoted_whole(text: str, words: str | None) -> None:
    assert measures.measure(text) == words


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Målet med planen er å gi alle en bolig", "nb", "Målet med planen er å"),
        ("Visjonen er at alle har det bra", "nb", "Visjonen er at"),
        ("Det er også et mål å ta vare på naturen", "nb", "er også et mål å"),
        ("I 2030 har kommunen som mål å være grønn", "nb", "har kommunen som mål å"),
        ("Vi ønsker et trygt samfunn", "nb", "ønsker"),
        ("Vi ønskjer eit trygt samfunn", "nn", "ønskjer"),
        ("Ansatte arbeider for at alle trives", "nb", "arbeider for at"),
        ("Vi ønsker alle velkommen", "nb", None),
        ("Ansatte jobber med moderne utstyr", "nb", None),
        ("Unge ønsker seg hit", "nb", None),
        ("Alle har et mål for livet", "nb", None),
        ("Målet er nådd, og alle er glade", "nb", None),
    ],
)
def test_an_intention_is_no_state(text: str, language: str, words: str | None) -> None:
    assert goals.activity(main_clause(text, language)) == words


@pytest.mark.parametrize(
    ("text", "language", "form", "verb"),
    [
        ("Barn som kan lese tilbys bøker", "nb", Form.PRESENT, "tilbys"),
        ("Elever som vil bli fagarbeidere får læreplass", "nb", Form.PRESENT, "får"),
        ("Den som vil vite mer informeres", "nb", Form.PRESENT, "informeres"),
        ("ALLE HAR EN TRYGG BOLIG", "nb", Form.PRESENT, "har"),
        ("Innbyggerne HAR det bra", "nb", Form.PRESENT, "har"),
        ("KOMMUNEN SKAL VÆRE ÅPEN", "nb", Form.WILL, "skal"),
        ("Bygningene våre bruker lite energi", "nb", Form.PRESENT, "bruker"),
        ("Brukerne våre møter de samme ansiktene", "nb", Form.PRESENT, "møter"),
        ("Lova gjeld likt for alle", "nn", Form.PRESENT, "gjeld"),
        ("Mindre avfall hamnar i naturen", "nn", Form.PRESENT, "hamnar"),
    ],
)
def test_the_verb_is_found_after_an_infinitive_and_in_capitals(text: str, language: str, form: Form, verb: str) -> None:
    clause = main_clause(text, language)
    assert (clause.form, clause.verb) == (form, verb)


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("Vi gir råd og støtte så lenge de vil", False),
        ("Vi kartlegger og følger opp til alle skal klare seg selv", False),
        ("Vi kartlegger behov og gir råd før de skal flytte", False),
        ("Vi tilbyr kurs og tjenester de vil ha", False),
        ("Vi måler, og vil bygge der det trengs", True),
        ("Vi arbeider med planen, og skal legge den fram", True),
        ("Skolen måler, og kommunen skal bygge", True),
    ],
)
def test_skal_after_a_joint_counts_only_in_a_main_clause(text: str, later: bool) -> None:
    assert main_clause(text, "nb").later is later


@pytest.mark.parametrize(
    ("text", "language", "several"),
    [
        ("Planen gjelder alle, og det handler om tillit", "nb", False),
        ("Plana gjeld alle, og det handlar om tillit", "nn", False),
        ("Planen gjelder alle. Det handler om tillit", "nb", False),
        ("Naturen er bevart, og den gir oss mat", "nb", False),
        ("Barna er trygge, og det er lett å finne hjelp", "nb", True),
        ("Barna trives. Skolen er god", "nb", True),
    ],
)
def test_a_pronoun_speaks_on_of_the_same_goal(text: str, language: str, several: bool) -> None:
    assert goals.several(text, language) is several


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi er en JA-kommune", []),
        ("Kommunen er for ALLE", []),
        ("Kommunen følger BVK-avtalen", ["BVK"]),
    ],
)
def test_a_stressed_word_is_no_abbreviation(text: str, found: list[str]) -> None:
    assert abbreviations(text) == found


def test_every_empty_phrase_has_an_advice_that_is_used() -> None:
    from planctl.language.plain import norwegian

    words = norwegian()
    phrases = [phrase for row in words.phrases.values() for phrase in row] + [phrase for _, phrase in words.stems]
    assert {phrase.advice for phrase in phrases} == ADVICE.keys()
    for phrase in phrases:
        assert ("{words}" in ADVICE[phrase.advice].msgid) == bool(phrase.instead), phrase


@pytest.mark.parametrize(
    ("title", "language", "advice"),
    [
        ("Kommunen skal ha fokus på gåande og byggje vegar", "nn", "«styrkje», «prioritere», «arbeide med»"),
        ("Kommunen skal ha fokus på gående og bygge veger", "nb", "«styrke», «prioritere», «arbeide med»"),
    ],
)
def test_the_advice_against_empty_words_is_in_the_language_of_the_messages(
    title: str, language: str, advice: str
) -> None:
    text = base_files()["kommuneplan.yaml"].replace("Kommunen skal gjøre det enklere å gå og sykle", title)
    (item,) = found({"kommuneplan.yaml": text}, "407")
    assert item.help is not None
    said = Language(language)(item.help)
    first = {"nb": "Skriv verbet som sier hva som blir gjort", "nn": "Skriv verbet som seier kva som blir gjort"}
    assert said == f"«fokus på»: {first[language]}: {advice}."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vi har ledere som setter mål om kvalitet", None),
        ("Ungdommen ønsker seg tilbake etter studiene", None),
        ("Asker ønsker å bli enda grønnere", "ønsker å"),
        ("Kommunens intensjon er å kutte køene", "intensjon er å"),
    ],
)
def test_what_others_aim_at_or_wish_for_may_be_a_state(text: str, words: str | None) -> None:
    assert goals.activity(main_clause(text, "nb")) == words
