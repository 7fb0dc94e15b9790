import pytest

from backstay.data.caller import Caller
from backstay.data.ids import uuid7
from backstay.resilience.counting import Counting
from backstay.web.exchange import Exchange
from backstay.web.rates import Rates

ANN, BOB = Caller(uuid7(), "member"), Caller(uuid7(), "member")


@pytest.fixture
def rates():
    return Rates(Counting(""), requests=2, seconds=60, per_address=5)


def asking(network: str = "1.2.3.4", *, token: bool = False) -> Exchange:
    exchange = Exchange([(b"authorization", b"Bearer x")] if token else [])
    exchange.network = network
    return exchange


async def test_a_caller_has_a_quota_wherever_they_are(rates):
    left = [await rates.take(ANN, asking(f"1.2.3.{n}", token=True)) for n in range(3)]
    assert [one.allowed for one in left] == [True, True, False]
    assert (await rates.take(BOB, asking("1.2.3.0", token=True))).allowed


async def test_an_address_without_a_token_has_the_same(rates):
    left = [await rates.take(None, asking()) for _ in range(3)]
    assert [one.allowed for one in left] == [True, True, False]
    assert (await rates.take(None, asking("5.6.7.8"))).allowed


async def test_all_callers_of_one_address_share_a_larger_one(rates):
    callers = [Caller(uuid7(), "member") for _ in range(6)]
    left = [await rates.take(one, asking(token=True)) for one in callers]
    assert [one.allowed for one in left] == [True] * 5 + [False]


async def test_unknown_tokens_use_up_the_address_and_nobodys_own(rates):
    left = [await rates.take(None, asking(token=True)) for _ in range(6)]
    assert [one.allowed for one in left] == [True] * 5 + [False]
    assert (await rates.take(ANN, asking("5.6.7.8", token=True))).remaining == 1


async def test_answers_tell_what_is_left(rates):
    known, guest, unknown = asking(token=True), asking(), asking(token=True)
    await rates.take(ANN, known)
    await rates.take(None, guest)
    await rates.take(None, unknown)
    assert known.limited == (b'"caller";q=2;w=60, "address";q=5;w=60', b'"caller";r=1;t=31')
    assert guest.limited == (b'"guest";q=2;w=60, "address";q=5;w=60', b'"guest";r=1;t=31')
    assert unknown.limited is not None
    assert unknown.limited[0] == b'"address";q=5;w=60'
    assert unknown.limited[1].startswith(b'"address";r=2;t=')


async def test_quotas_in_redis_are_awaited():
    counting = Counting("redis://127.0.0.1:1/0")
    rates = Rates(counting, requests=2, seconds=60, per_address=5)
    assert (await rates.take(ANN, asking())).allowed
    await counting.close()
