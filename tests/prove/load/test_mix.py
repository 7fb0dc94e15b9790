from backstay.blueprint.operations import operations
from backstay.prove.load.mix import LEAST, mix_of
from tests.prove.shelf import shelf


def test_every_operation_has_its_share():
    blueprint = shelf()
    mix = mix_of(blueprint, 10_000)
    assert list(mix) == list(operations(blueprint))
    by_id = {one.id: amount for one, amount in mix.items()}
    assert by_id["list_loans"] > by_id["create_loan"]
    assert by_id["list_loans"] > by_id["list_users"] > by_id["login"]
    assert abs(sum(mix.values()) - 10_000) < 50


def test_none_has_too_few_to_say_anything():
    assert min(mix_of(shelf(), 10).values()) == LEAST
