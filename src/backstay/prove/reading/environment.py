"""Environment: where a source reads it, and the settings classes that read it for everybody."""

import ast
from collections.abc import Iterator
from typing import Any

from backstay.prove.reading.source import Source
from backstay.prove.reading.text import keyword

_READS = frozenset({"os.getenv", "os.environ", "os.environ.get"})


def reads_environment(source: Source) -> Iterator[ast.Attribute | ast.Name]:
    """Each use of os.environ or os.getenv that reads; setting a variable for a child does not."""
    for kind in (ast.Attribute, ast.Name):
        for node in source.nodes(kind):
            if source.full(node) not in ("os.environ", "os.getenv"):
                continue
            parent = source.parent(node)
            if isinstance(parent, ast.Subscript) and isinstance(parent.ctx, ast.Store | ast.Del):
                continue
            if isinstance(parent, ast.Attribute) and parent.attr in (
                "copy",
                "setdefault",
                "update",
                "pop",
            ):
                continue
            if isinstance(parent, ast.Dict | ast.keyword | ast.Compare):
                continue  # a child process is given all of it, or it is only asked what is there
            if isinstance(node, ast.Attribute | ast.Name):
                yield node


def settings_classes(source: Source) -> Iterator[ast.ClassDef]:
    """Classes that pydantic fills from the environment."""
    for one in source.nodes(ast.ClassDef):
        if any(source.last(base).endswith("Settings") for base in one.bases):
            yield one


def settings_of(source: Source) -> list[Any]:
    """The fields of settings classes: name in small letters, line, whether it must be given."""
    if source.layer in ("tests", "tools", "migrations"):
        return []
    return [
        [_alias(one.value) or name, one.lineno, _required(one.value) and not _optional(one)]
        for klass in settings_classes(source)
        if "BaseSettings" in {source.last(base) for base in klass.bases} or source.project.contract
        if not _filled_elsewhere(klass)
        for one in klass.body
        if isinstance(one, ast.AnnAssign)
        and isinstance(one.target, ast.Name)
        and not (name := one.target.id.lower()).startswith("_")
        and name != "model_config"
        and "ClassVar" not in ast.dump(one.annotation)
    ]


def _required(value: ast.expr | None) -> bool:
    if value is None:
        return True
    if isinstance(value, ast.Constant):
        return value.value is Ellipsis
    if isinstance(value, ast.Call) and _last(value.func).endswith("Field"):
        given = value.args[:1]
        if given:
            return isinstance(given[0], ast.Constant) and given[0].value is Ellipsis
        return all(keyword(value, one) is None for one in ("default", "default_factory"))
    return False


def _last(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _filled_elsewhere(klass: ast.ClassDef) -> bool:
    """Whether a class has sources of its own besides the environment: files, or its own sums."""
    written = ast.dump(klass)
    return "settings_customise_sources" in written or (
        "model_validator" in written and "value='before'" in written
    )


def _optional(field: ast.AnnAssign) -> bool:
    """Whether None is allowed; pydantic 1 then takes it for the default."""
    return field.value is None and (
        "Optional" in (said := ast.unparse(field.annotation)) or "None" in said
    )


def _alias(value: ast.expr | None) -> str:
    """The name that the environment gives it, where the declaration says another."""
    if not isinstance(value, ast.Call):
        return ""
    given = (keyword(value, one) for one in ("alias", "validation_alias", "env"))
    return next((str(one.value).lower() for one in given if isinstance(one, ast.Constant)), "")
