"""Run: the questions come in order, the report says on what they were asked."""

from backstay.prove.audit import measure
from backstay.prove.audit.run import NAMES, Order, audited
from backstay.prove.outcome import Outcome
from tests.prove.audit.specimen import ANN, BOB, Specimen, running


def quiet(_: object) -> None:
    """Progress is not of interest."""


async def test_all_checks_are_asked_and_a_healthy_service_passes(monkeypatch):
    monkeypatch.setattr(measure, "EACH", 20)
    asked: list[str] = []
    async with running(Specimen()) as url:
        order = Order(f"{url}/", me=ANN, other=BOB, writes=True)
        found = await audited(
            order, lambda all_of: asked.extend(one.check for one in all_of), quiet
        )
    assert list(dict.fromkeys(asked)) == list(NAMES)
    assert [(one.check, one.key, one.reason) for one in found.of(Outcome.FAILED)] == []
    assert found.held
    assert (found.title, found.document) == ("notes", f"{url}/openapi.json")
    assert found.requests > 200


async def test_what_is_left_when_the_requests_are_spent_is_unproven():
    async with running(Specimen()) as url:
        order = Order(url, me=ANN, requests=20, only=("badinput",))
        found = await audited(order, quiet, quiet)
    assert "has sent its 20 requests" in found.results[-1].reason
    assert found.results[-1].outcome is Outcome.UNPROVEN
