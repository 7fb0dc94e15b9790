"""The changelog: what each version of the contract brought, the newest first (R-182)."""

import json
from collections.abc import Iterator
from typing import Any

from backstay.blueprint.canonical import to_json
from backstay.blueprint.contract import Blueprint

FILE = "CHANGELOG.md"
TITLE = "# Changelog"


def changelog(written: str, before: str, blueprint: Blueprint) -> str:
    """The text from now on.

    A new version gets an entry of its own above all others; what else changes under the version
    that stands on top is added to its entry.

    Args: written, what the last build wrote, empty at first; before, the canonical JSON of the
    blueprint that it built, empty at first; blueprint.
    """
    lines = list(_differences(_resources(before), _resources(to_json(blueprint, places=False))))
    heading = f"## {blueprint.version}"
    top, _, older = written.removeprefix(TITLE).strip().partition("\n## ")
    name, _, entry = top.partition("\n")
    told = entry.strip().splitlines()
    if name == heading:
        told += [line for line in lines if not _known(line, told)]
        entries = [f"{heading}\n\n" + "\n".join(told), *([f"## {older}"] if older else [])]
    else:
        said = "\n".join(lines or ["- The resources are as before."])
        entries = [f"{heading}\n\n{said}", *([written.removeprefix(TITLE).strip()] if top else [])]
    return f"{TITLE}\n\n" + "\n\n".join(entries) + "\n"


def _known(line: str, told: list[str]) -> bool:
    """Whether an entry says so already; what a version adds it need not call changed."""
    return line in told or line.replace(": changed.", ": added.") in told


def _resources(blueprint: str) -> dict[str, Any]:
    """The resources of a canonical JSON by their names, without what stands only for order."""
    found = json.loads(blueprint)["blueprint"]["resources"] if blueprint else []
    return {one["name"]: one for one in found}


def _differences(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    for name, resource in after.items():
        was = resource.get("was")
        if name in before:
            if resource != before[name]:
                yield f"- {name}: changed."
        elif was in before:
            yield f"- {name}: renamed from {was}."
        else:
            yield f"- {name}: added."
    renamed = {resource.get("was") for resource in after.values()}
    yield from (f"- {name}: removed." for name in before if name not in {*after, *renamed})
