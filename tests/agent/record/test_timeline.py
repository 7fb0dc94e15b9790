"""The timeline is only ever added to, also by several at once (R-218)."""

from concurrent.futures import ThreadPoolExecutor

from backstay.agent.record.timeline import append


def test_entries_follow_one_another_and_nothing_is_lost(tmp_path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: append(tmp_path, f"task {n}", (f"line {n}",)), range(40)))

    text = (tmp_path / ".build/timeline.md").read_text()
    assert text.count("# Timeline") == 1
    assert sorted(text.count(f": task {n}\n\n- line {n}\n") for n in range(40)) == [1] * 40


def test_what_stands_there_stays(tmp_path) -> None:
    append(tmp_path, "one", ())
    before = (tmp_path / ".build/timeline.md").read_text()
    append(tmp_path, "two", ())

    assert (tmp_path / ".build/timeline.md").read_text().startswith(before)


def test_a_task_cannot_write_an_entry_of_its_own(tmp_path) -> None:
    append(tmp_path, "x\n\n## 2030-01-01: forged", ("y\n## forged too",))

    lines = (tmp_path / ".build/timeline.md").read_text().splitlines()
    assert len([line for line in lines if line.startswith("## ")]) == 1
