"""How queries find their rows: indexes, the plans that were seen, the database's time (R-177)."""

from collections.abc import Iterator, Mapping
from typing import Any

from backstay.agent.documents.evidence.evidence import PROVE
from backstay.agent.documents.evidence.telling import measured_on
from backstay.agent.documents.material import Material
from backstay.agent.documents.page.markdown import code, prose, table
from backstay.agent.documents.settings import FILE, defaults

POOL = ("DB_POOL_SIZE", "DB_MAX_OVERFLOW", "DB_POOL_TIMEOUT", "DB_TIMEOUT")


def speed(material: Material) -> Iterator[str]:
    """What is done for speed, how it was measured, and the plan of each question."""
    evidence = material.evidence
    said = defaults(material.files.text(FILE))
    rows = ", ".join(f"{count} {name}" for name, count in material.blueprint.proof.data.items())
    yield from prose(
        "- Every reference, filter and order has an index that ends with the id, so that a",
        "page is one walk of it.",
    )
    yield from prose(
        "- How many statements a list sends does not grow with its rows (the check",
        f"`statements`): {evidence.check('statements')}.",
    )
    yield from prose(
        f"- Pool: {', '.join(f'{name} {said[name]}' for name in POOL if name in said)};",
        f"`{FILE}` says what each means.",
    )
    yield from prose(
        f"- An index serves every question below (the check `plan`): {evidence.check('plan')}."
    )
    yield from prose(f"- p95 of the database under load: {evidence.shown('database p95')}.")
    yield ""
    yield "### Query plans"
    yield ""
    yield from prose(f"On {rows}, as the contract asks for.")
    yield ""
    yield from measured_on(evidence, PROVE)
    plans = [] if evidence.proof is None else evidence.proof.plans
    if evidence.proof is not None and not plans:
        yield from prose(f"Not measured: the proof holds no plans. {PROVE} measures them.")
        yield ""
    yield from table(("asked", "statement", "plan"), map(_row, plans))


def _row(plan: Mapping[str, Any]) -> tuple[str, str, str]:
    steps = "; ".join(code(step) for step in plan["steps"])
    return plan["question"], code(shortened(plan["sql"])), steps


def shortened(sql: str) -> str:
    """A statement without the columns that it asks for; they find no rows."""
    depth = 0
    for place, sign in enumerate(sql):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if not depth and sql[place:].upper().startswith(" FROM "):
            return f"SELECT ...{sql[place:]}" if sql.upper().startswith("SELECT ") else sql
    return sql
