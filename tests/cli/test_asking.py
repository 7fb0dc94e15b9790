"""Who asks and what is known, as it is typed."""

import pytest
import typer

from backstay.cli.asking import ids_of, started_of, who_asks


def test_headers_make_somebody_and_none_make_nobody():
    found = who_asks("me", ["A: b"])
    assert found is not None
    assert found.headers == (("A", "b"),)
    assert who_asks("me", []) is None


@pytest.mark.parametrize("given", ["a", "=b", "a="])
def test_an_id_is_a_name_and_a_value(given, capsys):
    assert ids_of(["a=b=c"]) == {"a": "b=c"}
    with pytest.raises(typer.Exit):
        ids_of([given])
    assert f"not `{given}`" in capsys.readouterr().err


def test_how_a_service_is_started_holds_all_of_it():
    found = started_of("serve", ["A: b"], ["id=7"], writes=True)
    assert (found.command, found.ids, found.writes) == ("serve", {"id": "7"}, True)
