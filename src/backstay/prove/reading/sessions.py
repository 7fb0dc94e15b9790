"""Sessions: which expressions are a database session or connection, by type first, then by name."""

import ast

from backstay.prove.reading.index import Function
from backstay.prove.reading.source import Source

_TYPES = ("Session", "Connection", "Database", "scoped_session")
_NAMES = frozenset(
    "session db db_session dbsession async_session database conn connection sess db_conn uow "
    "sqlalchemy_session".split()
)
_HTTP = ("requests.", "aiohttp.", "httpx.", "boto3.", "curl_cffi.")
_MAKERS = ("get_db", "get_session", "get_async_session", "SessionDep", "SessionLocal")


def is_session(source: Source, method: ast.expr) -> bool:
    """Whether `method`, such as `self.session.commit`, is called on a session."""
    return isinstance(method, ast.Attribute) and names_session(source, method.value)


def names_session(source: Source, owner: ast.expr) -> bool:
    """Whether an expression is a session: `db`, `self._session`, `db.session`, `tasks.session`."""
    name = source.last(owner).lstrip("_").lower()
    if name in _NAMES:
        return not _of_http(source, owner)
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


def _of_http(source: Source, owner: ast.expr) -> bool:
    """Whether it is the session of a visitor or of an HTTP client, which share the name."""
    if isinstance(owner, ast.Attribute):
        return source.last(owner.value) in ("request", "requests", "websocket", "flask")
    if not isinstance(owner, ast.Name):
        return False
    if source.full(owner).startswith("flask."):
        return True
    function = source.function(owner)
    around = ast.walk(function) if function is not None else ()
    made = [
        *(
            one.value
            for one in around
            if isinstance(one, ast.Assign) and _binds(one.targets[0], owner)
        ),
    ]
    around = ast.walk(function) if function is not None else ()
    made += [
        one.context_expr
        for one in around
        if isinstance(one, ast.withitem) and _binds(one.optional_vars, owner)
    ]
    return any(source.full(one.func).startswith(_HTTP) for one in made if isinstance(one, ast.Call))


def _binds(target: ast.AST | None, name: ast.Name) -> bool:
    return isinstance(target, ast.Name) and target.id == name.id
