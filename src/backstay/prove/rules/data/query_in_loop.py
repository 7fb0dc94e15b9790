"""Query in a loop.

## Why
One query for each row of a list (N+1): ten rows are fine on the desk, ten thousand are an outage.

## Flagged
```py services
def owners(db: Session, tasks):
    found = []
    for task in tasks:
        found.append(db.query(User).filter(User.id == task.owner_id).first())  # DAT010
    return found
```

```py services
async def names(session: AsyncSession, ids):
    return [await session.get(User, one) for one in ids]  # DAT010
```

## Instead
```py services
def owners(db: Session, tasks):
    wanted = {task.owner_id for task in tasks}
    users = {user.id: user for user in db.query(User).filter(User.id.in_(wanted))}
    return [users[task.owner_id] for task in tasks]

def with_retries(db: Session, statement):
    for attempt in range(3):
        db.execute(statement)

def in_batches(db: Session, ids):
    for batch in chunks(ids, 500):
        db.execute(select(User).where(User.id.in_(batch)))
```
"""

import ast
from collections.abc import Iterator

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit
from backstay.prove.reading.queries import is_query
from backstay.prove.reading.source import Source
from backstay.prove.rule import rule

_READS = frozenset(
    "execute scalar scalars query exec get get_one filter first all fetchrow".split()
)
# what a loop may well ask for one by one: there are few, or each is many rows
_FEW = ("batch", "chunk", "page", "group", "table", "model", "klass", "cls")
_WRITES = ("insert", "update", "delete")
Comprehension = ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp


@rule(
    "DAT010",
    rows=("R-059",),
    severity=Severity.MEDIUM,
    minutes=30,
    hint="read all rows with one query (IN, a join, or eager loading) before the loop",
)
def query_in_loop(source: Source) -> Iterator[Hit]:
    """Reads that depend on the variable of a loop around them."""
    if source.layer in ("tests", "tools", "migrations"):
        return
    for call in source.calls:
        reads = source.last(call.func) in _READS and is_query(source, call)
        reads = reads and not _drops(source, call)
        if reads and not _writes(source, call):
            names = _around(source, call) - _statements(source, call)
            if names and names & _used(source, call):
                yield source.hit(call, "a query for each turn of the loop")


def _around(source: Source, call: ast.Call) -> set[str]:
    """The variables of loops that the call runs in, once per turn."""
    found: set[str] = set()
    below: ast.AST = call
    for one in source.above(call):
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            break
        if isinstance(one, ast.For) and below in one.body and not _few(one):
            found |= _single(one.target)
        elif isinstance(one, Comprehension) and not isinstance(below, ast.comprehension):
            for part in one.generators:
                found |= _single(part.target)
        below = one
    return found


def _single(target: ast.expr) -> set[str]:
    """The variables of a loop over single things; none when its names say batches or kinds."""
    names = _names(target)
    few = any(word in name.lower() for name in names for word in _FEW)
    return set() if few or any(name.endswith("s") for name in names) else names


def _writes(source: Source, call: ast.Call) -> bool:
    """Whether the statement that is run is an insert, an update or a deletion."""
    statement = call.args[0] if call.args else None
    if isinstance(statement, ast.Call) and source.last(statement.func) == "text" and statement.args:
        statement = statement.args[0]
    while isinstance(statement, ast.Call) and isinstance(statement.func, ast.Attribute):
        if statement.func.attr in _WRITES:
            return True
        statement = statement.func.value
    if isinstance(statement, ast.Constant) and isinstance(statement.value, str):
        return statement.value.lstrip().lower().startswith((*_WRITES, "pragma"))
    name = source.last(statement)
    return name in _WRITES or name.startswith(("Drop", "Create", "Alter"))


def _used(source: Source, call: ast.Call) -> set[str]:
    """The names in the whole chain of calls that the query is the start of."""
    whole: ast.AST = call
    while isinstance(parent := source.parent(whole), ast.Attribute | ast.Call):
        whole = parent
    return _names(whole)


def _names(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def _few(loop: ast.For) -> bool:
    """Whether the loop goes over what is written down beside it, or ends with the first that is."""
    written = isinstance(loop.iter, ast.Tuple | ast.List | ast.Set | ast.Dict)
    ends = (one for line in loop.body for one in ast.walk(line))
    return written or any(isinstance(one, ast.Return | ast.Break) for one in ends)


def _statements(source: Source, call: ast.Call) -> set[str]:
    """The name of a statement that is run as it is: a script is worked off, no row is looked up."""
    first = call.args[0] if call.args else None
    if isinstance(first, ast.Call) and source.last(first.func) == "text" and first.args:
        first = first.args[0]
    whole = source.last(call.func) == "execute" and isinstance(first, ast.Name)
    return {first.id} if whole and isinstance(first, ast.Name) else set()


def _drops(source: Source, call: ast.Call) -> bool:
    """Whether nobody takes what comes, as where rows are written."""
    above = source.parent(call)
    if isinstance(above, ast.Await):
        above = source.parent(above)
    return isinstance(above, ast.Expr) and source.last(call.func) == "execute"
