"""How one resource is called in every place of a project."""

import builtins
import keyword
from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.naming import item_parameter, kebab, snake
from backstay.build.naming.taken import CLASSES, VARIABLES


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a resource.

    Attributes:
        name: as in the contract; in schemas, services and errors: TaskCreate, TaskService.
        row: the mapped class; the name itself, unless generated files import another such name.
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


def names_of(resource: Resource) -> Names:
    """The names of a resource, none of which shadows what generated files use."""
    module = snake(resource.name)
    return Names(
        name=resource.name,
        row=f"{resource.name}Row" if resource.name in CLASSES else resource.name,
        module=module,
        table=resource.plural,
        one=_free(module if module != resource.plural else f"one_{module}"),
        many=_free(resource.plural),
        words=module.replace("_", " "),
        plural=resource.plural.replace("_", " "),
        path=kebab(resource.plural),
        parameter=item_parameter(resource.name),
    )


def enum_name(blueprint: Blueprint, resource: Resource, field: Field) -> str:
    """The class of an enum field: `TaskStatus`, unless something else is called so."""
    if field.kind == "role":
        return "Role"
    name = resource.name + "".join(part.capitalize() for part in field.name.split("_"))
    taken = {other.name for other in blueprint.resources} | CLASSES
    return f"{name}Value" if name in taken else name


def enums_of(blueprint: Blueprint, resource: Resource) -> list[str]:
    """The enum classes in a resource's model."""
    fields = (field for field in resource.fields if field.kind == "enum")
    return sorted({enum_name(blueprint, resource, field) for field in fields})


def _free(name: str) -> str:
    taken = hasattr(builtins, name) or keyword.iskeyword(name) or name in VARIABLES
    return f"{name}_" if taken else name
