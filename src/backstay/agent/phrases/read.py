"""Reads a task as changes of a contract: one sentence a line, or several between semicolons."""

import re
from collections.abc import Callable, Mapping

from backstay.agent.phrases.changes import (
    AddAction,
    AddField,
    AddJob,
    AddResource,
    AddRole,
    AddRule,
    Change,
    Field,
    Grant,
    Understood,
)
from backstay.agent.phrases.endpoint import endpoint
from backstay.agent.phrases.fields import read_fields
from backstay.agent.phrases.patterns import PHRASES, Kind
from backstay.agent.phrases.schedule import schedule
from backstay.agent.phrases.vocabulary import (
    EVENTS,
    NO_RESOURCES,
    VERBS,
    field_name,
    plain,
    resource_name,
)

_SENTENCE = re.compile(r"\s*[;\n]+\s*|(?<=[a-z])\.\s+(?=[A-Z])")
_PLEASE = re.compile(r"^(?:please|s'il (?:te|vous) plait)[, ]+|[, ]+please$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|\band\b|\bet\b)\s*")
_WHEN = re.compile(r"\b(?:quand|lorsque)\b", re.IGNORECASE)
Said = Mapping[str, str]


def understand(text: str) -> Understood:
    """The changes that a task asks for, and the sentences that are none of the closed set."""
    changes: list[Change] = []
    unclear: list[str] = []
    for sentence in filter(None, _SENTENCE.split(text.strip())):
        found = _one(sentence)
        changes += found
        unclear += () if found else (sentence,)
    return Understood(tuple(changes), tuple(unclear))


def _one(sentence: str) -> tuple[Change, ...]:
    """The changes of one sentence, by the first pattern that fits."""
    unaccented = _unaccented(_PLEASE.sub("", sentence.strip()))
    for phrase in PHRASES:
        if match := phrase.pattern.match(unaccented):
            said = {key: value.strip() for key, value in match.groupdict().items() if value}
            if found := _MAKERS[phrase.kind](said):
                return found
    return ()


def _unaccented(text: str) -> str:
    """The text without accents and with its case: names keep their letters."""
    return "".join(plain(one) if ord(one) > 127 else one for one in text)  # noqa: PLR2004 - ASCII


def _rule(said: Said) -> tuple[Change, ...]:
    return (AddRule(resource_name(said["on"]), field_name(said["name"]), said["text"]),)


def _unique(said: Said) -> tuple[Change, ...]:
    names = [field_name(one) for one in _AND.split(said["text"])]
    names += [field_name(one) for one in _AND.split(said.get("per", "")) if one]
    name = f"unique_{'_'.join(names)}"[:40]
    return (AddRule(resource_name(said["on"]), name, f"unique {', '.join(names)}"),)


def _action(said: Said) -> tuple[Change, ...]:
    return (AddAction(resource_name(said["on"]), field_name(said["name"]), _what(said)),)


def _endpoint(said: Said) -> tuple[Change, ...]:
    return endpoint(said["method"].upper(), said["path"], _what(said))


def _what(said: Said) -> str:
    return _WHEN.sub("when", said.get("text", ""))


def _verbs(text: str) -> tuple[str, ...]:
    words = [plain(one) for one in _AND.split(text) if one]
    return tuple(VERBS[one] for one in words) if all(one in VERBS for one in words) else ()


def _role(said: Said) -> tuple[Change, ...]:
    name = field_name(said["name"])
    if "verbs" not in said:
        return (AddRole(name),)
    verbs = _verbs(said["verbs"])
    return (AddRole(name), Grant(name, verbs, resource_name(said["on"]))) if verbs else ()


def _grant(said: Said) -> tuple[Change, ...]:
    return _role(said)[1:]


def _job(said: Said) -> tuple[Change, ...]:
    name = field_name(said["name"])
    if "every" in said:
        times = schedule(said["every"])
        return (AddJob(name, every=times),) if times else ()
    word = plain(said["event"])
    return (AddJob(name, resource_name(said["on"]), EVENTS.get(word, word)),)


def _relation(said: Said) -> tuple[Change, ...]:
    one = resource_name(said.get("to") or said["one"])
    many = resource_name(said.get("on") or said["many"])
    name = field_name(said["name"]) if "name" in said else ""
    return (AddField(many, Field(name, one), one),)


def _field(said: Said) -> tuple[Change, ...]:
    typed = f": {said['type']}" if "type" in said else ""
    name = said.get("name") or said["other"]
    fields = (
        read_fields(f"{name}{typed}") if not typed else (Field(field_name(name), said["type"]),)
    )
    return tuple(AddField(resource_name(said["on"]), one) for one in fields)


def _resource(said: Said) -> tuple[Change, ...]:
    name = resource_name(said.get("name") or said.get("other") or said["bare"])
    under = resource_name(said["on"]) if "on" in said else ""
    if name in NO_RESOURCES and not ({"other", "fields"} & set(said)):
        return ()
    return (AddResource(name, read_fields(said.get("fields", "")), under),)


_MAKERS: Mapping[Kind, Callable[[Said], tuple[Change, ...]]] = {
    "rule": _rule,
    "unique": _unique,
    "action": _action,
    "endpoint": _endpoint,
    "role": _role,
    "grant": _grant,
    "job": _job,
    "relation": _relation,
    "field": _field,
    "nested": _resource,
    "resource": _resource,
}
