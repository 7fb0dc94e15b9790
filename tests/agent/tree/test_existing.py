"""What is there already is found by name and by what it does (R-197)."""

from backstay.agent.tree.existing import find_existing
from backstay.agent.tree.modules import read_modules

UTILS = (
    "def format_date(date):\n    return date.strftime('%Y-%m-%d')\n"
    "class DateParser:\n    pass\n"
    "def fetch_or_fail(db, key):\n    row = db.get(key)\n    if row is None:\n"
    "        raise KeyError(key)\n    return row\n"
)


def found(make, name: str, snippet: str = "", kind: str = "") -> list[str]:
    root = make({"app/utils/dates.py": UTILS, "app/views.py": "def date_format(x): ...\n",
                 "tests/test_x.py": "def format_date(): ...\n"})  # fmt: skip
    return [one.name for one in find_existing(read_modules(root), name, snippet, kind)]


def test_alike_names_are_found_and_helpers_come_first(make) -> None:
    assert found(make, "formatDates") == ["format_date", "date_format"]
    assert found(make, "parse_date", kind="class") == []
    assert found(make, "ParserDate", kind="class") == ["DateParser"]


def test_the_same_code_under_another_name_is_found(make) -> None:
    again = (
        "def load_user(store, ident):\n    user = store.get(ident)\n    if user is None:\n"
        "        raise KeyError(ident)\n    return user\n"
    )

    assert found(make, "load_user", again) == ["fetch_or_fail"]


def test_what_is_new_and_what_cannot_be_read_find_nothing(make) -> None:
    assert found(make, "quantum_flux") == []
    assert found(make, "quantum_flux", "def (") == []
