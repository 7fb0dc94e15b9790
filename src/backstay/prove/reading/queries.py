"""Queries: which calls ask the database: on a session, on a Django manager, on a Flask model."""

import ast

from backstay.prove.reading.sessions import is_session
from backstay.prove.reading.source import Source

_ON_SESSION = frozenset(
    "execute scalar scalars query exec get get_one add add_all delete merge fetch fetchrow "
    "fetchval bulk_save_objects bulk_insert_mappings".split()
)
_PINGS = ("1", "select 1", "select version()", "select now()")
_ON_MANAGER = frozenset(
    "filter get all create exclude get_or_create update_or_create bulk_create raw values first "
    "last count order_by aggregate annotate select_related prefetch_related".split()
)


def is_query(source: Source, call: ast.Call) -> bool:
    """Whether a call reads or writes rows itself."""
    method = call.func
    if not isinstance(method, ast.Attribute):
        return False
    if call.args and _is_ping(call.args[0]):
        return False
    if method.attr in _ON_SESSION and is_session(source, method):
        return method.attr != "get" or len(call.args) > 1 or source.last(method.value) != "database"
    owner = method.value
    if isinstance(owner, ast.Attribute) and owner.attr in ("objects", "query"):
        if owner.attr == "query" and is_session(source, owner):
            return False
        return method.attr in _ON_MANAGER and isinstance(owner.value, ast.Name)
    return False


def _is_ping(statement: ast.expr) -> bool:
    """`select(1)` and `text("SELECT 1")` only ask whether somebody is there."""
    if not (isinstance(statement, ast.Call) and len(statement.args) == 1):
        return False
    asked = statement.args[0]
    return isinstance(asked, ast.Constant) and str(asked.value).lower() in _PINGS
