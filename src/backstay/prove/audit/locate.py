"""Locates the OpenAPI document of a service: a URL, a file, or the usual places."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from backstay.prove.audit.caller import NO_ANSWER, Caller
from backstay.prove.audit.identity import Identity
from backstay.prove.badinput.case import Attack

LARGEST = 20_000_000
"""Bytes; a document of more is refused unread."""
PLACES = (
    *("/openapi.json", "/api/openapi.json", "/api/v1/openapi.json", "/v1/openapi.json"),
    *("/openapi.yaml", "/openapi.yml", "/docs/openapi.json", "/v3/api-docs", "/api-docs"),
    *("/api-docs.json", "/api-json", "/docs-json", "/swagger.json", "/swagger/doc.json"),
    *("/swagger/v1/swagger.json", "/api/swagger.json", "/api/schema/?format=json"),
    *("/schema/openapi.json", "/q/openapi?format=json"),
)
"""Where FastAPI, Nest, Spring, ASP.NET, Django, Quarkus, Go and Express services keep it."""


class NoDocumentError(Exception):
    """There is no document to audit by; the message says where it was looked for."""


class SilentError(NoDocumentError):
    """The service does not answer at all."""


@dataclass(frozen=True, slots=True)
class Located:
    """A document, and where it was found."""

    where: str
    content: dict[str, Any]


async def located(caller: Caller, who: Identity, prefix: str = "", given: str = "") -> Located:
    """The document of the service.

    Args: caller; who, whose headers go along; prefix, the path of the target; given, a path on the
    service, a URL of the same service or a file, the usual places where it is empty.
    Raises: NoDocumentError, SpentError.
    """
    if given and _is_file(given):
        return _in_file(Path(given))
    if given:
        return await _at(caller, who, _path_of(caller, given))
    tried = list(dict.fromkeys([f"{prefix}{place}" for place in PLACES] + list(PLACES)))
    for place in tried:
        try:
            return await _at(caller, who, place)
        except SilentError:
            raise
        except NoDocumentError:
            continue
    raise NoDocumentError(
        f"{caller.base} has no OpenAPI document at {', '.join(PLACES[:4])} or {len(PLACES) - 4} "
        "other usual places; name it with --openapi URL_OR_FILE"
    )


async def _at(caller: Caller, who: Identity, path: str) -> Located:
    answer = await caller.ask(Attack("GET", path, (("accept", "application/json, */*"),)), who)
    where = f"{caller.base}{path}"
    if answer.status == NO_ANSWER:
        raise SilentError(f"{where} does not answer ({answer.body.decode()}); is it running?")
    if answer.status != 200:  # noqa: PLR2004 good
        raise NoDocumentError(f"{where} answers {answer.status}, not a document")
    return Located(where, read(answer.body, where))


def _path_of(caller: Caller, given: str) -> str:
    if given.startswith("/"):
        return given
    if not given.startswith(f"{caller.base}/"):
        raise NoDocumentError(f"{given} is not on {caller.base}; save it, and give the file")
    parts = urlsplit(given)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _is_file(given: str) -> bool:
    return Path(given).is_file() or not given.startswith(("http://", "https://", "/"))


def _in_file(path: Path) -> Located:
    try:
        return Located(str(path), read(path.read_bytes(), str(path)))
    except OSError as error:
        raise NoDocumentError(f"{path} cannot be read: {error.strerror}") from error


def read(raw: bytes, where: str) -> dict[str, Any]:
    """A document as JSON or YAML says it. Raises: NoDocumentError."""
    if len(raw) > LARGEST:
        raise NoDocumentError(f"{where} holds {len(raw)} bytes; at most {LARGEST} are read")
    try:
        content = json.loads(raw)
    except (ValueError, RecursionError):
        try:
            content = YAML(typ="safe", pure=True).load(raw)
        except (YAMLError, ValueError, RecursionError) as error:
            raise NoDocumentError(f"{where} is neither JSON nor YAML") from error
    if not isinstance(content, dict) or not isinstance(content.get("paths"), dict):
        raise NoDocumentError(f"{where} is no OpenAPI document: it has no paths")
    return content
