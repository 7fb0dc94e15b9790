"""References of a foreign document: each must lead to something in the same document."""

from collections.abc import Iterator, Mapping
from typing import Any

from backstay.prove.audit.locate import NoDocumentError

MOST_NODES, MOST_LEVELS = 2_000_000, 200


def checked(content: Mapping[str, Any]) -> None:
    """Look at every reference. Raises: NoDocumentError, also for a document without end."""
    for reference in _references(content):
        followed(content, {"$ref": reference})


def followed(content: Mapping[str, Any], node: Any) -> dict[str, Any]:
    """What stands at the end of a node's references. Raises: NoDocumentError."""
    seen: list[str] = []
    while isinstance(node, Mapping) and isinstance(node.get("$ref"), str):
        reference = node["$ref"]
        if reference in seen:
            raise NoDocumentError(f"the document refers in a circle: {' > '.join(seen)}")
        seen.append(reference)
        node = _at(content, reference)
    return dict(node) if isinstance(node, Mapping) else {}


def _at(content: Mapping[str, Any], reference: str) -> Any:
    found: Any = content
    for part in reference.removeprefix("#/").split("/") if reference.startswith("#/") else [""]:
        name = part.replace("~1", "/").replace("~0", "~")
        if isinstance(found, list) and name.isdigit() and int(name) < len(found):
            found = found[int(name)]
        elif isinstance(found, Mapping) and name in found:
            found = found[name]
        else:
            raise NoDocumentError(
                f"the document refers to {reference}, which is not in it; give one file that holds "
                "everything with --openapi"
            )
    return found


def _references(content: Any) -> Iterator[str]:
    waiting, nodes = [(content, 0)], 0
    while waiting:
        node, level = waiting.pop()
        nodes += 1
        if nodes > MOST_NODES or level > MOST_LEVELS:
            raise NoDocumentError("the document is too large or too deep to be read")
        if isinstance(node, Mapping):
            if isinstance(node.get("$ref"), str):
                yield node["$ref"]
            waiting += [(one, level + 1) for one in node.values()]
        elif isinstance(node, list):
            waiting += [(one, level + 1) for one in node]
