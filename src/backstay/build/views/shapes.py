"""The shapes of a resource on the wire, where each has a file of its own."""

from dataclasses import dataclass

from backstay.build.views.schema import SchemaView


@dataclass(frozen=True, slots=True)
class Shape:
    """One file: its name, and the classes that it holds."""

    name: str
    classes: tuple[str, ...]

    @property
    def imported(self) -> str:
        """The classes as an import names them."""
        return ", ".join(self.classes)

    @property
    def listed(self) -> str:
        """The classes as `__all__` names them."""
        return ", ".join(f'"{name}"' for name in self.classes)


@dataclass(frozen=True, slots=True)
class ShapesView:
    """What the templates of a folder of schemas print, besides the view of the schemas."""

    shapes: tuple[Shape, ...]


def shapes_view(view: SchemaView) -> ShapesView:
    """The shapes that a resource has."""
    stem = view.n.name
    queries = (f"{stem}Expand", f"{stem}Query") if view.expands else (f"{stem}Query",)
    found = [Shape("read", (f"{stem}Read",)), Shape("query", queries)]
    if view.creates:
        found.append(Shape("create", (f"{stem}Create",)))
    if view.updates:
        found += [Shape("replace", (f"{stem}Replace",)), Shape("update", (f"{stem}Update",))]
    return ShapesView(tuple(found))
