"""How one resource is called in every place of a project."""

import builtins
import keyword
from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.naming import item_parameter, kebab, snake
from backstay.build.naming.taken import CLASSES, DERIVED, VARIABLES


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a resource.

    Attributes:
        name: as in the contract; in schemas, services and errors: TaskCreate, TaskService.
        row: the mapped class; the name itself, unless generated files know another such name.
        module: file names begin with it; table: file names in the plural, and the table.
        one, many: variables that hold a row, and a repository or service.
        words, plural: in sentences: `time entry`, `time entries`.
        path: the last segment of the collection's path; parameter: that of an item.
    """

    name: str
    row: str
    module: str
    table: str
    one: str
    many: str
    words: str
    plural: str
    path: str
    parameter: str

    @property
    def body(self) -> str:
        """The function that makes a body in tests; pytest takes `test...` for a test."""
        return f"a_{self.module}_body" if self.module.startswith("test") else f"{self.module}_body"

    @property
    def looks_like_test(self) -> bool:
        """Whether pytest would take the classes of the resource for tests."""
        return self.name.startswith("Test")


def names_of(blueprint: Blueprint, resource: Resource) -> Names:
    """The names of a resource, none of which shadows what generated files use."""
    module = snake(resource.name)
    row = f"{resource.name}Row"
    is_free = resource.name not in CLASSES and not _is_derived(blueprint, resource.name)
    derives_freely = not any(f"{resource.name}{end}" in CLASSES for end in DERIVED)
    return Names(
        name=resource.name if derives_freely else row,
        row=resource.name if is_free else row,
        module=module,
        table=resource.plural,
        one=free(module if module != resource.plural else f"one_{module}"),
        many=free(resource.plural),
        words=module.replace("_", " "),
        plural=resource.plural.replace("_", " "),
        path=kebab(resource.plural),
        parameter=item_parameter(resource.name),
    )


def enum_name(blueprint: Blueprint, resource: Resource, field: Field) -> str:
    """The class of an enum field: `TaskStatus`, unless something else is called so."""
    if field.kind == "role":
        return "Role"
    return _enum_names(blueprint, resource)[field.name]


def enums_of(blueprint: Blueprint, resource: Resource) -> list[str]:
    """The enum classes in a resource's model."""
    return sorted(_enum_names(blueprint, resource).values())


def is_taken(blueprint: Blueprint, name: str) -> bool:
    """Whether a class is called so already: an imported one, or one made for a resource."""
    named = any(other.name == name for other in blueprint.resources)
    return named or name in CLASSES or _is_derived(blueprint, name)


def free(name: str) -> str:
    """A name for a variable or function that shadows nothing."""
    taken = hasattr(builtins, name) or keyword.iskeyword(name) or name in VARIABLES
    return f"{name}_" if taken else name


def _enum_names(blueprint: Blueprint, resource: Resource) -> dict[str, str]:
    """The classes of all enum fields; two fields may differ in an underscore only."""
    found: dict[str, str] = {}
    for field in resource.fields:
        if field.kind == "enum":
            name = resource.name + "".join(part.capitalize() for part in field.name.split("_"))
            while is_taken(blueprint, name) or name in found.values():
                name += "Value"
            found[field.name] = name
    return found


def _is_derived(blueprint: Blueprint, name: str) -> bool:
    stems = {name.removesuffix(end) for end in DERIVED if name.endswith(end)}
    return bool(stems) and any(other.name in stems for other in blueprint.resources)
