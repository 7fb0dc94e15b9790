"""Intent: whether a test means to look at what came, or only that nothing is raised."""

import ast
import re

from backstay.prove.reading.index import Function
from backstay.prove.reading.source import Source

_REQUESTS = frozenset("get post put patch delete request".split())
_SMOKE = re.compile(
    r"not_raise|no_(?:error|crash|op)|does_?n[o']?t|does_not|without_error|smoke|okay|graceful"
    r"|handles_|tolerates|ignores_"
)


def has_answer(source: Source, function: Function) -> bool:
    """Whether the test makes a request, keeps or prints what came, or hands it back."""
    said = f"{function.name} {ast.get_docstring(function) or ''}".lower().replace(" ", "_")
    if _SMOKE.search(said):
        return False
    kept = {
        one.targets[0].id
        for one in source.nodes(ast.Assign)
        if source.function(one) is function
        and isinstance(one.targets[0], ast.Name)
        and isinstance(one.value, ast.Call | ast.Await)
    }
    used = {
        one.id
        for one in source.nodes(ast.Name)
        if source.function(one) is function and isinstance(one.ctx, ast.Load)
    }
    calls = [one for one in source.calls if source.function(one) is function]
    shows = any(source.last(one.func) == "print" for one in calls)
    asks = any(isinstance(one.func, ast.Attribute) and one.func.attr in _REQUESTS for one in calls)
    returns = any(
        one.value is not None and source.function(one) is function
        for one in source.nodes(ast.Return)
    )
    return shows or asks or returns or bool(kept - used)
