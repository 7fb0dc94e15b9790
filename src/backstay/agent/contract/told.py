"""What is told back while changes are brought in, and how names that were said are found."""

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.model import Grant, Place


class Told:
    """The contract's names, and what is missing or worth knowing."""

    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        self.missing: list[str] = []
        self.notes: list[str] = []
        self.names = [one.name for one in blueprint.resources]
        self.roles = list(blueprint.roles)

    def resource(self, said: str) -> str | None:
        """The resource that is meant, whatever its case; None, with a word, when there is none."""
        found = next((one for one in self.names if one.lower() == said.lower()), None)
        if found is None:
            self.missing.append(f"there is no resource {said}; known: {', '.join(self.names)}")
        return found

    def who(self, said: str) -> str | None:
        """The role that is meant, in the singular or the plural; None when there is none."""
        wanted = (said, said.removesuffix("s"))
        return next((one for one in wanted if one in self.roles), None)

    def access(self, resource: str) -> tuple[Grant, ...]:
        """The rights to a resource as they stand; of a new one what comes by itself."""
        known = {one.name: one.access for one in self.blueprint.resources}
        return known.get(resource, (Grant("admin", ("all",), Place(1, 1)),))
