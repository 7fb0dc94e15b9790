"""What was planted is found wherever it stands."""

from bench.canaries import told


def test_a_secret_is_found_in_each_sink_that_holds_it():
    sinks = {"log": "a canary-1 b canary-2", "headers": "none", "bodies": "canary-2"}
    assert told(["canary-1", "canary-2"], sinks) == {"log": 2, "bodies": 1}


def test_nothing_is_found_where_nothing_is():
    assert told(["canary-1"], {"log": "all is well"}) == {}
