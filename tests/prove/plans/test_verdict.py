from backstay.prove.plans.verdict import unserved, widespread
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


def found(rows: int, width: int = 100, kind: str = "scan", table: str = "books") -> Step:
    return Step(kind, table, "", found=rows, width=width)


def test_where_every_page_holds_a_wanted_row_the_table_may_be_read():
    assert widespread([found(79)], "books", 5_000)
    assert not widespread([found(78)], "books", 5_000), "there are 79 pages"
    assert not widespread([found(5_000)], "books", 5_000), "nothing was asked for that is less"
    assert not widespread([found(2_500, kind="walk")], "books", 5_000)
    assert not widespread([found(2_500, table="users")], "books", 5_000)
    assert not widespread([], "books", 5_000)
