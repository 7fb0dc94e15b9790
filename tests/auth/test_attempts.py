import pytest

from backstay.auth.attempts import PER_ACCOUNT, PER_ADDRESS, LoginLimits
from backstay.errors import LoginFailed, TooManyRequests
from backstay.resilience.counting import Counting

LEAST = 3


@pytest.fixture
def limits():
    return LoginLimits(Counting(""), attempts=LEAST, seconds=60)


async def fail(limits: LoginLimits, account: str = "ann", address: str = "1.2.3.4") -> None:
    with pytest.raises(LoginFailed):
        async with limits.of(address).at(account):
            raise LoginFailed


async def refused(limits: LoginLimits, account: str = "ann", address: str = "1.2.3.4") -> bool:
    try:
        async with limits.of(address).at(account):
            return False
    except TooManyRequests as error:
        return int(dict(error.headers)[b"retry-after"]) >= 1


async def test_only_failures_count(limits):
    for _ in range(LEAST * 10):
        assert not await refused(limits)


async def test_guessing_at_one_account_from_one_address_ends(limits):
    for _ in range(LEAST):
        await fail(limits)
    assert await refused(limits)


async def test_the_owner_elsewhere_and_others_here_still_get_in(limits):
    for _ in range(LEAST):
        await fail(limits)
    assert not await refused(limits, address="5.6.7.8")
    assert not await refused(limits, account="bob")


async def test_guessing_from_everywhere_ends_too(limits):
    for number in range(LEAST * PER_ACCOUNT):
        await fail(limits, address=f"10.0.{number}.1")
    assert await refused(limits, address="5.6.7.8")


async def test_spraying_many_accounts_from_one_address_ends_too(limits):
    for number in range(LEAST * PER_ADDRESS):
        await fail(limits, account=f"account{number}")
    assert await refused(limits, account="bob")


async def test_what_still_runs_may_fail_as_well(limits):
    ours = limits.of("1.2.3.4")
    async with ours.at("ann"), ours.at("ann"), ours.at("ann"):
        assert await refused(limits)
    assert not await refused(limits)
    assert not limits._running


async def test_other_failures_are_no_guesses(limits):
    for _ in range(LEAST * 2):
        with pytest.raises(ValueError):
            async with limits.of("1.2.3.4").at("ann"):
                raise ValueError
    assert not await refused(limits)


async def test_names_are_not_kept_as_they_are(limits):
    await fail(limits, account="ann@example.org")
    assert "ann@example.org" not in str([quota._full for quota in limits._quotas])


async def test_without_redis_each_worker_counts_for_itself():
    counting = Counting("redis://127.0.0.1:1/0")
    limits = LoginLimits(counting, attempts=LEAST, seconds=60)
    for _ in range(LEAST):
        await fail(limits)
    assert await refused(limits)
    await counting.close()
