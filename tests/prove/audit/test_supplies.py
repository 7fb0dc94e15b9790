"""Supplies and measure: good requests for a load, rows for what deletes; or why there are none."""

import psutil
import pytest

from backstay.prove.audit import measure
from backstay.prove.audit.measure import RATE
from backstay.prove.audit.run import Order, caller_of, visited
from backstay.prove.audit.supplies import NoSupplyError, supplies
from backstay.prove.audit.visit import Visit
from tests.prove.audit.specimen import ANN, Specimen, running


async def visit_of(url: str, *, writes: bool = True) -> Visit:
    order = Order(url, me=ANN, writes=writes)
    visit, _ = await visited(order, caller_of(order))
    return visit


def operation(visit: Visit, name: str):
    return next(one for one in visit.all if one.id == name)


async def test_what_deletes_gets_rows_of_its_own():
    specimen = Specimen()
    async with running(specimen) as url:
        visit = await visit_of(url)
        before = len(specimen.notes)
        found = await supplies(visit, operation(visit, "DELETE /notes/{note_id}"), 3)
        await visit.caller.close()
    assert len({one.target for one in found}) == 3
    assert len(specimen.notes) == before + 3


async def test_without_a_maker_nothing_is_deleted():
    async with running(Specimen()) as url:
        visit = await visit_of(url, writes=False)
        with pytest.raises(NoSupplyError, match="no operation is there to make what it deletes"):
            await supplies(visit, operation(visit, "DELETE /notes/{note_id}"), 3)
        await visit.caller.close()


async def test_a_maker_that_makes_nothing_is_said():
    specimen = Specimen()
    async with running(specimen) as url:
        visit = await visit_of(url)
        specimen._made = lambda who, body: (200, {})  # type: ignore[method-assign]
        with pytest.raises(NoSupplyError, match="is answered 200, and gives no note_id"):
            await supplies(visit, operation(visit, "DELETE /notes/{note_id}"), 1)
        await visit.caller.close()


async def test_a_load_counts_each_operation_and_what_never_answers(monkeypatch):
    monkeypatch.setattr(measure, "EACH", 20)
    specimen = Specimen()
    async with running(specimen) as url:
        visit = await visit_of(url)
        wanted = [operation(visit, one) for one in ("GET /health", "DELETE /notes/{note_id}")]
        found = await measure.measure(visit, wanted, 4 * RATE)
        await visit.caller.close()
    tallies = {str(name): tally.statuses for name, tally in found.passed.tallies.items()}
    assert tallies == {"GET /health": {200: 20}, "DELETE /notes/{note_id}": {204: 20}}
    assert found.lacks == {}


async def test_a_service_that_falls_silent_is_counted_as_no_answer(monkeypatch):
    monkeypatch.setattr(measure, "EACH", 20)
    specimen = Specimen()
    async with running(specimen) as url:
        visit = await visit_of(url)
        left = iter([True])  # the one request that shows whether it is good
        specimen.silent = lambda: not next(left, False)
        found = await measure.measure(visit, [operation(visit, "GET /health")], 4 * RATE)
        await visit.caller.close()
    assert found.passed.tally("GET /health").statuses == {0: 20}


async def test_over_tls_nothing_is_measured():
    async with running(Specimen()) as url:
        visit = await visit_of(url)
        visit.caller.base = visit.caller.base.replace("http:", "https:")
        found = await measure.measure(visit, [operation(visit, "GET /health")])
        await visit.caller.close()
    assert found.lacks == {"GET /health": "over TLS nothing is measured"}


def test_who_listens_is_found_where_that_can_be_seen(monkeypatch):
    assert measure._owner(1) == 0

    def denied(kind: str):
        raise psutil.AccessDenied

    monkeypatch.setattr(psutil, "net_connections", denied)
    assert measure._owner(80) == 0
