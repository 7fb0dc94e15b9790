import httpx2
import pytest

from backstay.prove.load.telling import Told, p95_of, read, told
from tests.prove.load.server import plain, serving

TEXT = """\
# HELP http_request_duration_seconds Time.
# TYPE http_request_duration_seconds histogram
http_request_duration_seconds_bucket{le="0.005",method="GET",route="/a",status="200"} 3.0
http_request_duration_seconds_count{method="GET",route="/a",status="200"} 3.0
http_request_duration_seconds_sum{method="GET",route="/a",status="200"} 0.003
# HELP db_request_duration_seconds Time.
# TYPE db_request_duration_seconds histogram
db_request_duration_seconds_bucket{le="0.005",route="/a"} 2.0
db_request_duration_seconds_bucket{le="+Inf",route="/a"} 3.0
db_request_duration_seconds_bucket{le="0.005",route="/b"} 1.0
db_request_duration_seconds_bucket{le="+Inf",route="/b"} 1.0
"""


def test_routes_are_taken_together_and_statuses_apart():
    seen = read(TEXT)
    assert seen.buckets == {0.005: 3.0, float("inf"): 4.0}
    assert seen.answered == {("GET", "/a", 200): 3.0}


def test_p95_lies_within_its_bucket():
    before = Told({0.01: 10.0, 0.02: 10.0, float("inf"): 10.0})
    after = Told({0.01: 100.0, 0.02: 110.0, float("inf"): 110.0})
    assert p95_of(before, after) == pytest.approx(15.0)
    assert p95_of(before, before) is None
    beyond = Told({0.01: 10.0, 0.02: 10.0, float("inf"): 110.0})
    assert p95_of(before, beyond) == 20.0
    assert p95_of(Told(), Told()) is None


async def test_it_is_read_over_http():
    async with serving(lambda head, body: plain(200, TEXT.encode())) as (port, _):
        assert (await told(f"http://127.0.0.1:{port}/metrics")).answered
    async with serving(lambda head, body: plain(404)) as (port, _):
        with pytest.raises(httpx2.HTTPError):
            await told(f"http://127.0.0.1:{port}/metrics")
