"""Words that sentences may use, and what a field is usually made of: small, closed, documented."""

import re
import unicodedata
from collections.abc import Mapping

from backstay.agent.phrases.changes import Field

VERBS: Mapping[str, str] = {
    **dict.fromkeys(("read", "see", "view", "list", "lire", "voir", "lister"), "read"),
    **dict.fromkeys(("create", "add", "creer", "ajouter"), "create"),
    **dict.fromkeys(("update", "edit", "change", "modifier", "changer"), "update"),
    **dict.fromkeys(("delete", "remove", "supprimer", "effacer"), "delete"),
}
EVENTS: Mapping[str, str] = {
    **dict.fromkeys(("created", "cree", "creee"), "created"),
    **dict.fromkeys(("updated", "changed", "modifie", "modifiee"), "updated"),
    **dict.fromkeys(("deleted", "removed", "supprime", "supprimee"), "deleted"),
}
DAYS: Mapping[str, str] = dict(
    zip(
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        strict=True,
    )
)
# the French nouns that a backend is mostly made of; any other is taken as it is written
NOUNS: Mapping[str, str] = {
    "tache": "task",
    "commentaire": "comment",
    "utilisateur": "user",
    "commande": "order",
    "produit": "product",
    "projet": "project",
    "facture": "invoice",
    "client": "customer",
    "etiquette": "tag",
    "equipe": "team",
    "fichier": "attachment",
    "categorie": "category",
    "evenement": "event",
    "rendez vous": "appointment",
}
FIELD_NAMES: Mapping[str, str] = {
    "titre": "title",
    "nom": "name",
    "texte": "text",
    "corps": "body",
    "contenu": "content",
    "prix": "price",
    "quantite": "quantity",
    "priorite": "priority",
    "statut": "status",
    "echeance": "due_date",
    "auteur": "author",
}
# what everybody means by these names; whatever is not here has to be said
USUAL: Mapping[str, str] = {
    **dict.fromkeys(("title", "name", "label"), "text 1..200"),
    **dict.fromkeys(("body", "content", "text", "message", "note"), "text 1..2000"),
    **dict.fromkeys(("description", "summary", "remarks"), "text ..5000, optional"),
    **dict.fromkeys(("price", "amount", "total", "cost"), "decimal 10.2 0.."),
    **dict.fromkeys(("quantity", "count", "position"), "int 0.."),
    **dict.fromkeys(("due_date", "start_date", "end_date", "birthday"), "date, optional"),
    "email": "email",
    "url": "url, optional",
    "phone": "text 5..20, optional, pii",
    "done": "bool = false",
}
# what these nouns are made of when nobody says it
MADE_OF: Mapping[str, tuple[Field, ...]] = {
    **dict.fromkeys(
        ("Comment", "Note", "Message", "Reply"),
        (Field("author", "caller"), Field("body", "text 1..2000")),
    ),
    **dict.fromkeys(("Tag", "Label", "Category"), (Field("name", "text 1..100, unique"),)),
}
# "add tests to tasks" asks for work, not for a resource
NO_RESOURCES = frozenset(
    """
    Test Testing Logging Log Documentation Doc Index Indexe Cache Caching Auth Authentication
    Authorization Pagination Migration Validation Security Endpoint Route Api Database Docker
    Monitoring Metric Middleware Typing Type Error Retry Support Feature Fix Bug
    """.split()
)
_IRREGULAR = {"people": "person", "children": "child", "entries": "entry"}


def plain(text: str) -> str:
    """Lower case, without accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in letters if not unicodedata.combining(one))


def singular(word: str) -> str:
    """The singular of an English or French noun, by its ending."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if re.search(r"[^aeiou]ies$", word):
        return f"{word[:-3]}y"
    if re.search(r"(ss|x|z|ch|sh)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def resource_name(said: str) -> str:
    """`time entries`, `TimeEntry` and `taches` as the name of a resource: TimeEntry, Task."""
    if re.fullmatch(r"[A-Z][A-Za-z0-9]*", said):
        return said if not said.isupper() else said.capitalize()
    words = re.split(r"[\s_-]+", plain(said).strip())
    short = [word.removesuffix("s") for word in words]
    if " ".join(short) in NOUNS:
        words = [NOUNS[" ".join(short)]]
    elif " ".join(words) in NOUNS:
        words = [NOUNS[" ".join(words)]]
    words[-1] = singular(words[-1])
    joined = " ".join(words)
    return "".join(word[:1].upper() + word[1:] for word in joined.split())


def field_name(said: str) -> str:
    """`due date` and `échéance` as a field: due_date."""
    word = re.sub(r"[\s-]+", "_", plain(said).strip())
    return FIELD_NAMES.get(word, word)


def usual_type(name: str) -> str:
    """What a field of that name is made of; empty when it has to be said."""
    if name in USUAL:
        return USUAL[name]
    if name.startswith(("is_", "has_")):
        return "bool = false"
    if name.endswith("_at"):
        return "datetime, optional"
    return "date, optional" if name.endswith("_date") else ""
