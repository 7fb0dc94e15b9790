"""Files are those on disk, with what a build will do to them laid over."""

from backstay.agent.documents.files import Files
from backstay.prove.project.code import code_digest, code_of


def test_a_build_is_laid_over_what_is_there(tmp_path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src/a.py").write_bytes(b"a = 1\r\n")
    (tmp_path / "src/gone.py").write_text("gone")

    files = Files(tmp_path, {"src/b.py": b"b = 2\n", "docs/x.md": b"x"}, ["src/gone.py"])

    assert files.text("src/a.py") == "a = 1\n"
    assert files.text("src/b.py") == "b = 2\n"
    assert files.text("src/gone.py") == ""
    assert files.text("nowhere") == ""
    assert files.under("src", ".py") == ["src/a.py", "src/b.py"]


def test_the_code_is_that_which_a_proof_would_see(tmp_path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src/a.py").write_text("a = 1\n")
    planned = Files(tmp_path, {"src/b.py": b"b = 2\n", "docs/x.md": b"x"}).code("src")

    (tmp_path / "src/b.py").write_text("b = 2\n")

    assert planned == Files(tmp_path).code("src") == code_digest(code_of(tmp_path, "src"))
    assert planned != Files(tmp_path, {}, ["src/a.py"]).code("src")
