"""A snapshot tells which files changed, and a revision which code figures belong to."""

from backstay.agent.tree.snapshot import changed, revision, snapshot


def test_changes_are_additions_edits_and_removals(make) -> None:
    root = make({"a.py": "1", "b.py": "1", "c.py": "1"})
    before = snapshot(root)
    (root / "a.py").write_text("2")
    (root / "b.py").unlink()
    make({"d.py": "1"})

    assert changed(before, snapshot(root)) == ("a.py", "b.py", "d.py")


def test_what_a_run_writes_is_no_part_of_the_code(make) -> None:
    root = make({"a.py": "1"})
    before = revision(root)
    make({".build/measured.json": "{}", "x.sqlite": "", ".backstay/state.json": "{}"})

    assert revision(root) == before
    make({"a.py": "2"})
    assert revision(root).tree != before.tree


def test_without_git_there_is_no_commit(make) -> None:
    assert revision(make({"a.py": "1"})).commit == ""
