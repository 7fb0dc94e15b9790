"""What PostgreSQL says of a query, step by step."""

from collections.abc import Iterator, Mapping
from typing import Any

from backstay.prove.subject.database import Step

INDEXED = """
SELECT a.attname FROM pg_index i
JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = $1::text::regclass
AND coalesce(pg_get_expr(i.indpred, i.indrelid), '(deleted_at IS NULL)') = '(deleted_at IS NULL)'
"""
"""The columns that an index of all living rows begins with; $1 is the table."""


def steps(node: Mapping[str, Any], *, counting: bool = False) -> Iterator[Step]:
    """The steps of one node of `EXPLAIN (FORMAT JSON)`, its own first."""
    kind = str(node["Node Type"])
    counting = counting or "Aggregate" in kind or node.get("Parent Relationship") == "InitPlan"
    table = str(node.get("Relation Name", ""))
    text = " ".join(part for part in (kind, table, str(node.get("Index Name", ""))) if part)
    found, width = int(node.get("Plan Rows", 0)), int(node.get("Plan Width", 0))
    yield Step(_kind(kind, node), table, text, counting, found, width)
    for inner in node.get("Plans", ()):
        yield from steps(inner, counting=counting)


def _kind(kind: str, node: Mapping[str, Any]) -> str:
    if kind == "Seq Scan":
        return "scan"
    if kind in ("Index Scan", "Index Only Scan", "Bitmap Index Scan"):
        return "search" if "Index Cond" in node else "walk"
    return "sort" if kind == "Sort" else "other"
