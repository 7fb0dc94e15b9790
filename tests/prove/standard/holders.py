"""What a holder says: the text that it stands for, so that a test can ask what it is about."""

import re
from pathlib import Path

import yaml

from backstay.prove import probes
from backstay.prove.standard.rows import Holder, Row
from tests.prove.standard import policies
from tests.prove.standard.texts import (
    ROOT,
    NotThereError,
    function,
    module,
    named,
    opening,
    part_of,
    text_of,
)

TEMPLATES = ROOT / "src" / "backstay" / "build" / "templates"
EXAMPLES = ROOT / "tests" / "build" / "requirements"
EXAMPLE = ROOT / "examples" / "timetrack"


def said(holder: Holder, row: Row) -> str:
    """All that a holder says, in small letters. Raises: NotThereError."""
    return f"{holder.what} {_SAYS[holder.kind](holder, row)}".lower()


def _built(holder: Holder, _: Row) -> str:
    place = TEMPLATES / holder.what
    files = (
        [one for one in sorted(place.rglob("*")) if one.is_file()] if place.is_dir() else [place]
    )
    return part_of(files, holder)


def _example(holder: Holder, row: Row) -> str:
    """The row's entry in the table that a test holds examples/timetrack to, and its rule."""
    table = yaml.safe_load(text_of(EXAMPLES / "table.yaml"))
    if holder.what != "table.yaml" or row.id not in table:
        raise NotThereError(f"tests/build/requirements/table.yaml has no {row.id}")
    entry = table[row.id]
    texts = [yaml.safe_dump(entry)]
    if "rule" in entry:
        texts += [
            function(path, entry["rule"])
            for path in sorted(EXAMPLES.glob("*.py"))
            if f"def {entry['rule']}(" in text_of(path)
        ]
    texts += [function(EXAMPLE / path, name) for path, name in entry.get("tests", {}).items()]
    return "\n".join(texts)


def _code(holder: Holder, _: Row) -> str:
    path = module(holder.what)
    if not holder.part:
        raise NotThereError(f"{holder.what}: say which name of it, after `::`")
    return f"{opening(path)} {named(path, holder.part)}"


def _test(holder: Holder, _: Row) -> str:
    path = ROOT / holder.what
    if not holder.what.startswith("tests/") or not path.is_file():
        raise NotThereError(f"{holder.what} is no file of tests")
    if not holder.part.startswith("test_"):
        raise NotThereError(f"{holder.what}: name one test of it, after `::`")
    return f"{opening(path)} {function(path, holder.part)}"


def _probe(holder: Holder, _: Row) -> str:
    """A probe with what it knows of projects, plans and loads, and the breaks that it has seen."""
    path = Path(probes.__path__[0]) / f"{holder.what}.py"
    if not path.is_file():
        raise NotThereError(f"no probe is called {holder.what}")
    text = text_of(path)
    used = re.findall(
        r"^from (backstay\.prove\.(?:project|plans|load|seeding)\.\w+)", text, re.MULTILINE
    )
    return "\n".join([text, *(text_of(module(one)) for one in used)])


def _page(holder: Holder, _: Row) -> str:
    return part_of([ROOT / holder.what], holder)


def _reason(holder: Holder, _: Row) -> str:
    wanted = r"\d+ .{15,}" if holder.kind == "open" else r".{15,}"
    if not re.fullmatch(wanted, holder.what):
        raise NotThereError(f"{holder.kind} `{holder.what}`: say what, in a sentence")
    return ""


_SAYS = {
    "rule": policies.rule_said,
    "finding": policies.finding_said,
    "ruff": policies.ruff_said,
    "rules": policies.rules_said,
    "boundary": policies.boundary_said,
    "list": policies.list_said,
    "gate": policies.gate_said,
    "built": _built,
    "example": _example,
    "code": _code,
    "test": _test,
    "probe": _probe,
    "page": _page,
    "outside": _reason,
    "open": _reason,
}
