"""Every operation as the code tells of it, each with an example (R-176, C-37)."""

import json
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import groupby
from typing import Any

from backstay.agent.documents.api.examples import Examples
from backstay.agent.documents.api.openapi import Failure, Told, told
from backstay.agent.documents.material import Material
from backstay.agent.documents.page.markdown import code, fenced, table

NOT_TOLD = (
    "Not told: the code does not describe itself; `backstay build` says why, and writes "
    "docs/openapi.json when it does."
)


def operations(material: Material) -> Iterator[str]:
    """All operations, by tag; each in its own words, with a request and its answer."""
    document = material.openapi
    found = sorted(told(document), key=lambda one: one.tag)
    if not found:
        yield NOT_TOLD
        return
    info = document["info"]
    yield f"{info['title']} {info['version']}: {len(found)} operations, as the code tells them in"
    yield "[openapi.json](openapi.json) (3.1) and [openapi-3.0.json](openapi-3.0.json) (3.0.3)."
    yield ""
    declaring = [set(one.errors) for one in found if any(one.errors)]
    common = set.intersection(*declaring) if declaring else set()
    if common:
        yield f"Errors of every operation: {_codes(sorted(common))}."
        yield ""
    examples = Examples(document)
    for tag, group in groupby(found, key=lambda one: one.tag):
        yield f"### {tag}"
        yield ""
        for one in group:
            yield from _operation(one, examples, common)


def _operation(one: Told, examples: Examples, common: AbstractSet[Failure]) -> Iterator[str]:
    yield f"#### {one.method} {one.path}"
    yield ""
    who = "signed in" if one.content.get("security") else "open to everybody"
    words = " ".join(str(one.content.get("description", "")).split())
    yield f"{code(one.id)}, {who}. {words}".rstrip()
    yield ""
    asked = [one for one in one.parameters if one.get("in") != "path"]
    yield from table(("parameter", "in", "type", "allowed"), map(_parameter, asked))
    yield from fenced("http", _exchange(one, examples))
    failures = [failure for failure in one.errors if failure not in common]
    if failures:
        yield f"Errors beside those of every operation: {_codes(failures)}."
        yield ""


def _codes(failures: Iterable[Failure]) -> str:
    return ", ".join(f"{failure.status} {code(failure.code)}" for failure in failures)


def _parameter(one: Mapping[str, Any]) -> tuple[str, str, str, str]:
    schema = one.get("schema", {})
    choices = [each for each in schema.get("anyOf", [schema]) if each.get("type") != "null"]
    said = choices[0] if choices else schema
    kind = str(
        said.get("format") or said.get("type") or str(said.get("$ref", "")).rpartition("/")[2]
    )
    bounds = [
        f"{word} {code(str(value))}"
        for key, word in (
            *(
                ("minimum", "from"),
                ("maximum", "to"),
                ("minLength", "at least"),
            ),
            *(("maxLength", "at most"), ("pattern", "like"), ("default", "else")),
        )
        if (value := said.get(key, schema.get(key))) not in (None, "")
    ]
    return code(str(one.get("name"))), str(one.get("in")), kind, ", ".join(bounds)


def _exchange(one: Told, examples: Examples) -> Iterator[str]:
    """A request and its answer as they travel."""
    path = one.path
    for parameter in one.parameters:
        if parameter.get("in") == "path":
            value = examples.value(parameter.get("schema", {}), str(parameter["name"]))
            path = path.replace(f"{{{parameter['name']}}}", str(value))
    yield f"{one.method} {path} HTTP/1.1"
    if one.content.get("security"):
        yield "Authorization: Bearer ACCESS_TOKEN"
    if one.body is not None:
        yield "Content-Type: application/json"
        yield ""
        yield from _json(examples.sent(one.body))
    yield ""
    status, answer = one.success
    yield f"HTTP/1.1 {status}"
    if answer is not None:
        yield "Content-Type: application/json"
        yield ""
        yield from _json(examples.value(answer))


def _json(value: Any) -> list[str]:
    return json.dumps(value, indent=2, ensure_ascii=False).splitlines()
