"""Fields that the model of an endpoint uses and the other resource does not have."""

import ast
from collections.abc import Iterable

from backstay.agent.existing.closure import Closure
from backstay.agent.existing.pattern import Pattern
from backstay.agent.tree.models import Model


def unknown_fields(models: Iterable[Model], closure: Closure, pattern: Pattern) -> list[str]:
    """Attributes of the source's model that the target lacks; none where models are not read."""
    by_name = {one.name: set(one.fields) for one in models}
    own = "".join(word.capitalize() for word in pattern.source.one)
    other = closure.rename(own)
    if own not in by_name or other not in by_name:
        return []
    lost = by_name[own] - by_name[other]
    used = {
        one.attr
        for needed in closure.needed
        for one in ast.walk(needed.model.node)
        if isinstance(one, ast.Attribute)
    }
    return sorted(lost & used)
