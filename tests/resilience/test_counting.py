from backstay.resilience.buckets import Buckets
from backstay.resilience.counting import Counting
from backstay.resilience.quotas import Quota
from backstay.resilience.shared import SharedBuckets

QUOTA = Quota("caller", 10, 10)


async def test_in_memory_without_redis():
    counting = Counting("")
    assert isinstance(counting(QUOTA), Buckets)
    await counting.close()


async def test_in_redis_with_one_and_lost_ones_are_counted():
    counting = Counting("redis://127.0.0.1:1/0")
    shared = counting(QUOTA)
    assert isinstance(shared, SharedBuckets)
    assert (await shared.take("a")).allowed
    assert counting.lost == 1
    await counting.close()
