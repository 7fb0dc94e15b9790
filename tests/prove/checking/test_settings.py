"""Settings are read from either place, and every mistake in them is said."""

import pytest

from backstay.prove.checking.settings import Settings, SettingsError, read_settings

HEAD = "[tool.backstay.check]\n"


def test_without_settings_the_defaults_hold(tmp_path):
    assert read_settings(tmp_path) == Settings()


def test_pyproject_and_the_own_file_say_the_same(tmp_path):
    text = 'exclude = ["legacy/*"]\nignore = {NAM005 = "why"}\nlimits = {file-lines = 9}\n'
    (tmp_path / "pyproject.toml").write_text(HEAD + text)
    shared = read_settings(tmp_path)
    (tmp_path / "backstay-check.toml").write_text(text)

    assert shared == read_settings(tmp_path)
    assert shared.exclude == ("legacy/*",)
    assert shared.limits == (("file-lines", 9),)


def test_a_broken_pyproject_is_somebody_elses_finding(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[broken")

    assert read_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("exclud = []", "unknown key 'exclud'"),
        ("exclude = 3", "exclude is a list of patterns"),
        ("exclude = [3]", "exclude is a list of patterns"),
        ('ignore = ["DAT003"]', "ignore gives each rule its reason"),
        ('ignore = {DAT003 = ""}', "ignore gives each rule its reason"),
        ('limits = {file-lines = "many"}', "limits are whole numbers"),
        ("baseline = 3", "baseline and waivers name files"),
    ],
)
def test_a_mistake_is_said(tmp_path, text, said):
    (tmp_path / "pyproject.toml").write_text(HEAD + text)

    with pytest.raises(SettingsError, match=said):
        read_settings(tmp_path)


def test_an_own_file_that_is_broken_is_said(tmp_path):
    (tmp_path / "backstay-check.toml").write_text("[broken")

    with pytest.raises(SettingsError, match="backstay-check"):
        read_settings(tmp_path)
