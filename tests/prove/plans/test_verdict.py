from backstay.prove.plans.verdict import unserved
from backstay.prove.subject.database import Step

ROWS = {"books": 5_000, "users": 50}


def step(kind: str, table: str = "books", *, counting: bool = False) -> Step:
    return Step(kind, table, f"{kind} {table}", counting)


def test_a_full_read_of_a_large_table_is_a_fault():
    assert "reads all of books" in unserved([step("scan")], ROWS)
    assert not unserved([step("scan", "users")], ROWS)
    assert not unserved([step("scan", counting=True)], ROWS)


def test_a_sort_is_a_fault_over_a_whole_index_only():
    assert "sorts all of books" in unserved([step("walk"), step("sort", "")], ROWS)
    assert not unserved([step("search"), step("sort", "")], ROWS)
    assert not unserved([step("walk")], ROWS)
    assert not unserved([step("walk", "users"), step("sort", "")], ROWS)
    assert not unserved([step("walk", counting=True), step("sort", "", counting=True)], ROWS)
