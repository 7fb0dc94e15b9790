"""Sessions: which expressions are a database session or connection, by type first, then by name."""

import ast

from backstay.prove.reading.index import Function
from backstay.prove.reading.source import Source

_TYPES = ("Session", "Connection", "Database", "scoped_session")
_NAMES = frozenset(
    "session db db_session dbsession async_session database conn connection sess db_conn uow "
    "sqlalchemy_session".split()
)
_MAKERS = ("get_db", "get_session", "get_async_session", "SessionDep", "SessionLocal")


def is_session(source: Source, method: ast.expr) -> bool:
    """Whether `method`, such as `self.session.commit`, is called on a session."""
    return isinstance(method, ast.Attribute) and names_session(source, method.value)


def names_session(source: Source, owner: ast.expr) -> bool:
    """Whether an expression is a session: `db`, `self._session`, `db.session`, `tasks.session`."""
    name = source.last(owner).lstrip("_").lower()
    if name in _NAMES:
        return True
    if isinstance(owner, ast.Name) and (function := source.function(owner)) is not None:
        return _typed(function, owner.id)
    return False


def _typed(function: Function, name: str) -> bool:
    arguments = (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
    for one in arguments:
        if one.arg == name and one.annotation is not None:
            words = ast.dump(one.annotation)
            return any(f"{kind}'" in words for kind in (*_TYPES, *_MAKERS))
    return False
