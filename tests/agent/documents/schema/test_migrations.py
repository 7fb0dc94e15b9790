"""The chain of migrations is read from their files (R-177)."""

from backstay.agent.documents.files import Files
from backstay.agent.documents.schema.migrations import migrations
from backstay.build.migrations import FOLDER


def test_every_version_stands_with_the_one_before(material) -> None:
    text = "\n".join(migrations(material()))

    assert "| 0002 | 0001 | `0002_users.py` | The users table. |" in text
    assert "| 0004 | 0003 | `0004_time_entries.py` | The time_entries table. |" in text
    assert "(the check `migrate`): unproven." in text
    assert "`backstay prove && backstay docs` measures it" in text


def test_a_rehearsal_is_told(material, proven, result) -> None:
    text = "\n".join(migrations(material(proven(result("migrate", "failed")))))

    assert "(the check `migrate`): failed." in text
    assert "Not measured" not in text


def test_a_file_that_cannot_be_read_is_listed(material, tmp_path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    (folder / "0001_a.py").write_text("revision = \n")
    (folder / "0002_b.py").write_text("revision = '0002'\nother.name = 1\nnone = None\n")

    text = "\n".join(migrations(material(files=Files(tmp_path))))

    assert "| - | - | `0001_a.py` | cannot be read |" in text
    assert "| 0002 | - | `0002_b.py` | - |" in text
