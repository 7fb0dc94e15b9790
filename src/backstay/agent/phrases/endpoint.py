"""An endpoint that is asked for by method and path, as what it is in a contract."""

import re

from backstay.agent.phrases.changes import AddAction, AddResource, Change, Grant
from backstay.agent.phrases.vocabulary import resource_name

_PREFIX = re.compile(r"^/(?:api/)?(?:v\d+/)?")
_VERB = {"GET": "read", "POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete"}


def endpoint(method: str, path: str, text: str) -> tuple[Change, ...]:
    """An action where the path ends with a name below an item, else the right to an operation.

    What the path's resource is, and whether it is there, is for whoever applies the change.
    """
    parts = [part for part in _PREFIX.sub("", path).split("/") if part]
    names = [part for part in parts if not part.startswith(("{", ":"))]
    if not names:
        return ()
    below_item = len(parts) > 1 and parts[-2].startswith(("{", ":"))
    is_name = not parts[-1].startswith(("{", ":"))
    if method == "POST" and below_item and is_name and (text or not parts[-1].endswith("s")):
        return (AddAction(resource_name(parts[-3]), parts[-1].replace("-", "_"), text),)
    resource = resource_name(names[-1].replace("-", " "))
    if method == "POST" and is_name:
        under = resource_name(parts[-3].replace("-", " ")) if below_item else ""
        return (AddResource(resource, (), under),)
    return (Grant("", (_VERB[method],), resource),)
