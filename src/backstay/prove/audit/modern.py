"""A foreign document made plain: OpenAPI 3.1, references of operations followed, paths whole."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from backstay.prove.audit.locate import NoDocumentError
from backstay.prove.audit.references import checked, followed
from backstay.prove.audit.schemas import modern_schemas
from backstay.prove.audit.swagger import from_swagger
from backstay.prove.document.openapi import METHODS

JSON = "application/json"


def modern(content: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """The document in the one form that the checks read.

    Every operation is called `METHOD /path`; `security` is empty where nobody must sign in.

    Args: content; prefix, the path of the target, where the document names no server.
    Raises: NoDocumentError.
    """
    checked(content)
    version = str(content.get("openapi", content.get("swagger", "")))
    if version.startswith("2"):
        content = from_swagger(content)
    elif not version.startswith("3"):
        raise NoDocumentError(f"the document's version is `{version}`; 2.0 and 3.x are read")
    whole: dict[str, Any] = modern_schemas(content)
    base = _base(whole, prefix)
    paths = {}
    for path, item in whole["paths"].items():
        found = followed(whole, item)
        if path.startswith("/"):
            paths[f"{base}{path}"] = {
                method: _operation(whole, f"{method.upper()} {base}{path}", found, found[method])
                for method in METHODS
                if isinstance(found.get(method), dict)
            }
    if not any(paths.values()):
        raise NoDocumentError("the document describes no operation")
    return {**whole, "openapi": "3.1.0", "paths": paths}


def _base(content: Mapping[str, Any], prefix: str) -> str:
    servers = content.get("servers") or [{}]
    url = str(servers[0].get("url", ""))
    for name, one in servers[0].get("variables", {}).items():
        url = url.replace(f"{{{name}}}", str(one.get("default", "")))
    return (urlsplit(url).path or prefix).rstrip("/")


def _operation(
    whole: Mapping[str, Any], name: str, item: Mapping[str, Any], said: Mapping[str, Any]
) -> dict[str, Any]:
    given = [followed(whole, one) for one in item.get("parameters", ())]
    given += [followed(whole, one) for one in said.get("parameters", ())]
    parameters = {(one.get("in"), one.get("name")): _parameter(one) for one in given}
    needs = said.get("security", whole.get("security")) or []
    responses = said.get("responses", {}).items()
    made = {
        **said,
        "operationId": name,
        "parameters": [one for (where, called), one in parameters.items() if where and called],
        "responses": {str(code): _content(followed(whole, one)) for code, one in responses},
        "security": [] if {} in needs else needs,
    }
    if "requestBody" in said:
        made["requestBody"] = _content(followed(whole, said["requestBody"]))
    return made


def _parameter(one: Mapping[str, Any]) -> dict[str, Any]:
    inside: Mapping[str, Any] = next(iter(one.get("content", {}).values()), {})
    return {**one, "schema": one.get("schema", inside.get("schema", {}))}


def _content(one: Mapping[str, Any]) -> dict[str, Any]:
    """What a body holds, its JSON under the plain name of JSON."""
    found = dict(one.get("content", {}))
    for kind in list(found):
        plain = kind.partition(";")[0].strip().lower()
        if JSON not in found and (plain in (JSON, "*/*") or plain.endswith("+json")):
            found[JSON] = found[kind]
    if JSON in found:
        found[JSON] = {**found[JSON], "schema": found[JSON].get("schema", {})}
    return {**one, "content": found} if found else dict(one)
