"""The port of check gives the findings of the rules, with what mends them."""

from backstay.agent.work.checking import check
from backstay.agent.work.gates import check as gate

BAD = '"""X."""\n\nimport time\n\n\nasync def f() -> None:\n    """X."""\n    time.sleep(1)\n'


def test_a_blocking_call_is_found_where_it_stands(tmp_path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\nname='x'\ndependencies=['fastapi']\n")
    (tmp_path / "src").mkdir()
    (tmp_path / "src/a.py").write_text(BAD)

    checked = check(tmp_path, ("src/a.py",))

    assert checked.ran
    assert checked.errors
    assert any(one.path == "src/a.py" and one.line == 8 for one in checked.found)
    assert gate(tmp_path, ("src/a.py",)).found == checked.found


def test_files_that_are_gone_have_no_findings(tmp_path) -> None:
    assert check(tmp_path, ("gone.py",)).found == ()


def test_broken_settings_are_no_clean_run(tmp_path) -> None:
    (tmp_path / "backstay-check.toml").write_text("nonsense = 1\n")

    checked = check(tmp_path)

    assert not checked.ran
    assert "nonsense" in checked.why
