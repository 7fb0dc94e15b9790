"""Contracts that are valid, made at random: every type, modifier, list word and kind of access."""

from typing import Any

from hypothesis import strategies as st

from backstay.blueprint import Blueprint, ContractError, parse

WORDS = ["alpha", "beta", "gamma", "order", "group", "user_name", "date", "value", "x", "index"]
NAMES = ["Item", "Order", "Group", "Session", "Type", "Page", "X", "TaskRead", "Text", "List"]
TYPES = [
    "text 1..20",
    "text ..100, optional",
    "text 3..8, unique",
    "text = 'it''s'",
    "email, optional",
    "url, optional",
    "int 0..60",
    "int = 3",
    "int -5..5, optional",
    "decimal 10.2 0..",
    "decimal 6.3 = 1.5",
    "bool = true",
    "bool, optional",
    "date",
    "date = now",
    "datetime, optional",
    "datetime = now",
    "uuid, optional",
    "json, optional",
    "seconds 0..3600",
    "a | b | c",
    "new | old = new",
    "text 1..50, search, pii",
    "User = caller",
    "User, optional, on delete set null",
    "text 1..9, fixed",
    "int 0..9 = 1, write admin",
]
SORTABLE = ("text", "int", "decimal", "date", "new", "a |")


@st.composite
def resources(draw: Any, name: str, earlier: list[str]) -> list[str]:
    """The lines of one resource."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5, unique=True))
    fields = {word: draw(st.sampled_from(TYPES)) for word in words}
    lines = [f"  {name}:"]
    parent = draw(st.sampled_from([*earlier, ""])) if earlier else ""
    if parent:
        lines.append(f"    under: {parent}")
        fields = {"above": f"{parent}, on delete cascade"} | fields
    lines.append("    fields:")
    lines += [f"      {word}: {kind}" for word, kind in fields.items()]
    plain = [word for word, kind in fields.items() if kind.startswith(SORTABLE)]
    plain = [word for word in plain if "optional" not in fields[word] and word != "above"]
    if plain and draw(st.booleans()):
        signs = draw(st.lists(st.sampled_from(["", "-"]), min_size=len(plain), max_size=len(plain)))
        sort = ", ".join(sign + word for sign, word in zip(signs, plain, strict=True))
        lines.append(f"    list: {{filter: [{', '.join(plain)}], sort: [{sort}]}}")
    states = [word for word, kind in fields.items() if kind.startswith("new |")]
    if states and draw(st.booleans()):
        lines.append(f'    flow: {{{states[0]}: "new > old > new"}}')
    numbers = [word for word, kind in fields.items() if kind.startswith("int") and "-5" not in kind]
    if numbers and draw(st.booleans()):
        lines.append(f"    rules: {{some: {numbers[0]} >= 0}}")
    if draw(st.booleans()):
        lines.append("    access: {admin: all, member: 'create, read, update, delete'}")
    lines += ["    delete: soft"] * draw(st.booleans()) + ["    lock: etag"] * draw(st.booleans())
    return lines


@st.composite
def contracts(draw: Any) -> str:
    """The text of a contract; it may say what the checker refuses."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    head = {
        "layout": draw(st.sampled_from(["src", "app"])),
        "id": draw(st.sampled_from(["uuid7", "uuid4"])),
        "timestamps": draw(st.sampled_from(["true", "false"])),
        "page": draw(st.sampled_from(["numbered", "cursor"])),
    }
    layout = head.pop("layout")
    defaults = ", ".join(f"{key}: {value}" for key, value in head.items())
    lines = ["backstay: 1", "service: random", f"layout: {layout}"]
    lines += [f"defaults: {{{defaults}}}", "resources:"]
    for place, name in enumerate(names):
        lines += draw(resources(name, names[:place]))
    return "\n".join(lines) + "\n"


def blueprint_of(text: str) -> Blueprint | None:
    """The blueprint of a contract; None where the checker refuses it."""
    try:
        return parse(text.encode(), "random.yaml")
    except ContractError:
        return None


def blueprints() -> Any:
    """Blueprints of contracts that the checker accepts."""
    return contracts().map(blueprint_of).filter(lambda found: found is not None)
