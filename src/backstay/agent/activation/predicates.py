"""Project conditions, answered by what detection found (R-210)."""

from collections.abc import Callable, Mapping

from backstay.agent.definitions.conditions import Condition
from backstay.detect.model import Evidence, Kind, Profile, Role

Predicate = Callable[[Profile, tuple[str, ...]], tuple[Evidence, ...]]
_LAYERS: tuple[Role, ...] = ("routes", "services", "models")


def shown_by(condition: Condition, profile: Profile) -> tuple[Evidence, ...]:
    """The lines that fulfil a condition; none when the project does not fulfil it."""
    return _PREDICATES[condition.predicate](profile, condition.names)


def _facts(kind: Kind) -> Predicate:
    """A fact of this kind, of one of the names when there are any: `Bull` is `BullMQ` too."""

    def check(profile: Profile, names: tuple[str, ...]) -> tuple[Evidence, ...]:
        wanted = tuple(name.casefold() for name in names)
        for fact in profile.of(kind):
            if not wanted or fact.name.casefold().startswith(wanted):
                return fact.evidence
        return ()

    return check


def _folders(*roles: Role) -> Predicate:
    """A folder in one of these roles, called by one of the names when there are any."""

    def check(profile: Profile, names: tuple[str, ...]) -> tuple[Evidence, ...]:
        return tuple(
            one.evidence
            for one in profile.directories
            if one.role in roles and (not names or one.path.rpartition("/")[2] in names)
        )

    return check


def _server_code(profile: Profile, names: tuple[str, ...]) -> tuple[Evidence, ...]:
    """Source folders, where there is a framework: without one, code serves nobody."""
    return _folders("source")(profile, names) if profile.of("framework") else ()


def _orm_or_models(profile: Profile, names: tuple[str, ...]) -> tuple[Evidence, ...]:
    return _facts("orm")(profile, names) or _folders("models")(profile, ())


_PREDICATES: Mapping[str, Predicate] = {
    "backend_framework": _facts("framework"),
    "job_processor": _facts("worker"),
    "orm_or_models": _orm_or_models,
    "server_code": _server_code,
    "layer_directories": _folders(*_LAYERS),
    "migrations": _facts("migrations"),
    "tests": _facts("tests"),
}
