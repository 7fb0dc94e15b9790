"""methods: a method that a path does not declare is answered with 405."""

from collections.abc import Iterator

from backstay.prove.attempt import Try, UncontrolledError
from backstay.prove.audit.learn import GOOD
from backstay.prove.audit.question import Question, question
from backstay.prove.audit.visit import Visit
from backstay.prove.badinput.case import Attack
from backstay.prove.badinput.operation import Operation

REFUSED, UNKNOWN = 405, 501
HARMLESS = ("TRACE",)
WRITING = ("POST", "PUT", "PATCH", "DELETE")


def questions(visit: Visit) -> Iterator[Question]:
    """One for each path that can be read; TRACE alone, unless writes are allowed."""
    by_path: dict[str, list[Operation]] = {}
    for operation in visit.all:
        by_path.setdefault(operation.template, []).append(operation)
    for path, operations in by_path.items():
        claim = "methods that are not declared are answered with 405"
        yield question("methods", path, claim, _Methods(visit, operations).run)


class _Methods:
    def __init__(self, visit: Visit, operations: list[Operation]) -> None:
        self.visit = visit
        self.operations = operations

    async def run(self, attempt: Try) -> None:
        visit = self.visit
        reads = next((one for one in self.operations if one.reads), None)
        if reads is None:
            raise UncontrolledError("nothing can be read there that would show that the path is")
        known = await visit.ask(visit.plain(reads))
        attempt.controlled(known.status in GOOD, f"reading it is answered {known.status}")
        declared = {one.method for one in self.operations}
        tried = (*HARMLESS, *(WRITING if visit.writes else ()))
        for method in (one for one in tried if one not in declared):
            # an id of nobody: should the method work after all, it finds nothing to harm
            nobodys = dict.fromkeys(visit.rows, "") if method in WRITING else {}
            seen = await visit.ask(Attack(method, visit.path(reads, **nobodys)))
            good = seen.status == REFUSED or (seen.status == UNKNOWN and method in HARMLESS)
            attempt.require(good, f"{method} is answered {seen.status}, not 405", seen)
