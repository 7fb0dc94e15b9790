"""One route as text: its decorator, its signature, its call."""

from dataclasses import dataclass, replace

from backstay.blueprint.access import roles_with
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.naming import operation_id
from backstay.build.naming.names import names_of
from backstay.build.views.aliases import aliases_of
from backstay.build.views.arguments import arguments_of, typed_ids
from backstay.build.views.marks import marks_of
from backstay.build.views.words import article

_CREATED = "status_code=status.HTTP_201_CREATED"
_EMPTY = "status_code=status.HTTP_204_NO_CONTENT"
_UNSET = "response_model_exclude_unset=True"


@dataclass(frozen=True, slots=True)
class RouteView:
    """What the template prints of one route."""

    name: str
    method: str
    options: str
    arguments: str
    returns: str
    doc: str
    body: str
    marks: tuple[str, ...] = ()


class RouteWriter:
    """Writes the routes of one resource."""

    def __init__(self, blueprint: Blueprint, resource: Resource) -> None:
        self.aliases = aliases_of(blueprint, resource)
        self._blueprint = blueprint
        self._resource = resource
        self._n = names_of(blueprint, resource)
        self._a = arguments_of(blueprint, resource)
        self._above, self._own = typed_ids(blueprint, resource)
        self._path = f"{self._a.path_names}, " if self._above else ""
        self._item = f"/{{{self._n.parameter}}}"
        self._expands = bool(resource.listing.expand)

    def routes(self) -> list[RouteView]:
        """The routes of the four verbs, as far as somebody is granted them."""
        made = {
            "list": ("read", self._list),
            "create": ("create", self._create),
            "get": ("read", self._get),
            "replace": ("update", lambda: self._change("replace", "put")),
            "update": ("update", lambda: self._change("update", "patch")),
            "delete": ("delete", self._delete),
        }
        views = [make() for verb, make in made.values() if self._granted(verb)]
        return [
            replace(one, marks=marks_of(self._blueprint, one.name, self._resource)) for one in views
        ]

    def _list(self) -> RouteView:
        n = self._n
        cursor = self._resource.listing.page.mode == "cursor"
        page = "CursorPage" if cursor else "Page"
        options = ['""', f"response_model={page}Of[{self._shown()}]", *self._unset()]
        options += ["responses=errors(exceptions.CursorInvalid)"] if cursor else []
        query = f"query: Annotated[{n.name}Query, Query()]"
        return RouteView(
            name=operation_id("list", self._resource.name, n.table),
            method="get",
            options=", ".join(options),
            arguments=f"{n.many}: {self.aliases['read']}, {self._above}{query}",
            returns=f"{page}[{n.row}]",
            doc=f"List the {n.plural} that you may read.",
            body=f"return await {n.many}.page({self._path}query)",
        )

    def _create(self) -> RouteView:
        n = self._n
        return RouteView(
            name=operation_id("create", self._resource.name, n.table),
            method="post",
            options=f'"", {self._data()}, {_CREATED}, responses=CREATION',
            arguments=f"{n.many}: {self.aliases['create']}, {self._above}data: {n.name}Create",
            returns=n.row,
            doc=f"Create {article(n.words)}.",
            body=f"return await {n.many}.create({self._path}data)",
        )

    def _get(self) -> RouteView:
        n = self._n
        query = f", query: Annotated[{n.name}Expand, Query()]" if self._expands else ""
        return RouteView(
            name=operation_id("get", self._resource.name, n.table),
            method="get",
            options=f'"{self._item}", {self._data()}, responses=errors({n.name}NotFound)',
            arguments=f"{n.many}: {self.aliases['read']}, {self._own}{query}",
            returns=n.row,
            doc=f"Get one {n.words}.",
            body=f"return await {n.many}.get({self._a.row_names}{', query' * self._expands})",
        )

    def _change(self, kind: str, method: str) -> RouteView:
        n = self._n
        docs = {
            "replace": f"Replace {article(n.words)}: every field is needed.",
            "update": f"Change {article(n.words)}: what is left out stays as it is.",
        }
        data = f"data: {n.name}{kind.capitalize()}"
        return RouteView(
            name=operation_id(kind, self._resource.name, n.table),
            method=method,
            options=f'"{self._item}", {self._data()}, responses=CHANGE',
            arguments=f"{n.many}: {self.aliases['read']}, {self._own}, {self._match()}, {data}",
            returns=n.row,
            doc=docs[kind],
            body=f"return await {n.many}.change({self._a.row_names}, match, data)",
        )

    def _delete(self) -> RouteView:
        n = self._n
        return RouteView(
            name=operation_id("delete", self._resource.name, n.table),
            method="delete",
            options=f'"{self._item}", {_EMPTY}, responses=REMOVAL',
            arguments=f"{n.many}: {self.aliases['read']}, {self._own}, {self._match()}",
            returns="None",
            doc=f"Delete {article(n.words)}.",
            body=f"await {n.many}.delete({self._a.row_names}, match)",
        )

    def _match(self) -> str:
        return "match: IfMatch" if self._resource.lock else "match: MaybeMatch"

    def _shown(self) -> str:
        return f"{self._n.name}Expanded" if self._expands else f"{self._n.name}Read"

    def _data(self) -> str:
        return ", ".join([f"response_model=DataOf[{self._shown()}]", *self._unset()])

    def _unset(self) -> list[str]:
        return [_UNSET] if self._expands else []

    def _granted(self, verb: str) -> bool:
        return bool(roles_with(self._blueprint, self._resource, verb))
