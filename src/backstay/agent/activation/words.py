"""Words under one spelling: without accents and plurals, French terms as their English ones."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

Words = tuple[str, ...]

_WORD = re.compile(r"[a-z0-9]+[+#]*")
_LONGEST = 4  # words of the longest term below

# what people type -> the term that definitions use; both sides are spelt by `spell`
_TERMS: Mapping[str, str] = {
    # one term in several spellings
    "back end": "backend",
    "front end": "frontend",
    "micro service": "microservice",
    "data base": "database",
    "db": "database",
    "bdd": "database",
    "postgres": "postgresql",
    "mongo": "mongodb",
    "k8s": "kubernetes",
    "end point": "endpoint",
    "apis": "api",  # `is` at the end is mostly no plural: `redis`
    "restful": "rest",
    # French
    "serveur": "server",
    "base de donnees": "database",
    "point de terminaison": "endpoint",
    "point d entree": "endpoint",
    "regle metier": "business rule",
    "regle de gestion": "business rule",
    "logique metier": "business logic",
    "couche service": "service layer",
    "tache de fond": "background job",
    "tache asynchrone": "background job",
    "tache planifiee": "background job",
    "file d attente": "queue",
    "limite de debit": "rate limit",
    "code de statut": "status code",
    "requete": "query",
    "cle etrangere": "foreign key",
    "test unitaire": "unit test",
    "test d integration": "integration test",
    "test de regression": "regression test",
    "couverture": "coverage",
    "jeu d essai": "fixture",
    "securite": "security",
    "faille": "vulnerability",
    "vulnerabilite": "vulnerability",
    "mot de passe": "password",
    "authentification": "authentication",
    "autorisation": "authorization",
    "chiffrement": "encryption",
    "droit d acces": "permission",
    "modele de menace": "threat model",
    "force brute": "brute force",
    "traduire": "translate",
    "traduis": "translate",
    "tutoriel": "tutorial",
    "journal des modifications": "changelog",
    "bouton": "button",
    "formulaire": "form",
    "composant": "component",
    "feuille de style": "stylesheet",
    "mode sombre": "dark mode",
    "icone": "icon",
    "mise en page": "layout",
    "deployer": "deploy",
    "deploie": "deploy",
    "deploiement": "deployment",
    "conteneur": "container",
}


def spell(text: str) -> Words:
    """The words of a text, lower case, without accents, in the singular; hyphens part words."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return tuple(map(_singular, _WORD.findall(letters)))


@lru_cache(maxsize=4096)
def term(text: str) -> Words:
    """A keyword as the words to look for: French and short forms as the usual English term."""
    return tuple(word for word, _ in usual(spell(text)))


def usual(words: Words) -> Iterator[tuple[str, int]]:
    """The words with known terms replaced, the longest first, each with its place in `words`."""
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST, len(words) - place), 0, -1):
            if replacement := _SPELT.get(words[place : place + length]):
                yield from ((word, place) for word in replacement)
                place += length
                break
        else:
            yield words[place], place
            place += 1


def _singular(word: str) -> str:
    """A cheap singular, the same for both sides of a comparison: `queries` and `query`."""
    if len(word) > 4 and word.endswith("ies"):  # noqa: PLR2004 - `series` may stay wrong, on both sides
        return f"{word[:-3]}y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):  # noqa: PLR2004 - `bus`, `gas`
        return word[:-1]
    return word


_SPELT: Mapping[Words, Words] = {spell(said): spell(meant) for said, meant in _TERMS.items()}
