from backstay.prove.load.tally import Tally


def test_percentiles_errors_and_what_was_done():
    tally = Tally()
    for number in range(1, 101):
        tally.add(200, number / 1000)
    assert 49 <= tally.milliseconds(50) <= 51
    assert 94 <= tally.milliseconds(95) <= 96
    assert (tally.count, tally.done, tally.errors, tally.error_rate) == (100, 100, 0, 0.0)
    tally.add(404, 0.001)
    tally.add(503, 0.001)
    tally.add(0, 100.0)
    assert (tally.done, tally.errors) == (100, 2)
    assert round(tally.error_rate, 2) == 1.94


def test_two_together():
    one, other = Tally(), Tally()
    one.add(200, 0.001)
    other.add(500, 2.0)
    one.merge(other)
    assert one.count == 2
    assert one.milliseconds(100) > 1_900


def test_none_at_all():
    assert Tally().error_rate == 0.0
