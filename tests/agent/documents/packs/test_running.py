"""Cache, container and environment are told from contract and files (R-042, R-240)."""

from backstay.agent.documents.evidence.evidence import Evidence, Rules
from backstay.agent.documents.files import Files
from backstay.agent.documents.packs.running import cache, container, environment
from backstay.agent.documents.settings import settings_of

CACHED = """\
backstay: 1
service: s
resources:
  Note:
    fields:
      body: text
    cache: {list: 30s, read: 1m}
"""


def _text(lines) -> str:
    return " ".join(" ".join(lines).split())


def test_what_is_kept_stands_with_its_seconds(material, proven, result) -> None:
    text = _text(cache(material(proven(result("cache")), contract=CACHED)))

    assert "| Note | list | 30 s |" in text
    assert "| Note | read | 60 s |" in text
    assert "by the check `cache`: passed." in text
    assert "so nothing is kept." in _text(cache(material()))


def test_the_container_is_that_of_the_dockerfile(material, tmp_path) -> None:
    seen = Evidence(rules=Rules("c", ["SEC013"]))
    text = _text(container(material(seen)))

    assert "| runs as | `service` |" in text
    assert "| base | `python:3.12-slim` |" in text
    assert "Not root (rule SEC013): no finding." in text
    assert "`backstay docs` measures it" in _text(container(material()))
    assert _text(container(material(files=Files(tmp_path)))) == "There is no Dockerfile."


def test_every_setting_stands_in_the_guide(material, tmp_path) -> None:
    held = material()
    text = "\n".join(environment(held))

    for one in settings_of(held.files.text(".env.example")):
        assert f"| `{one.name}` |" in text
    assert "| `DB_TIMEOUT` | `10` | seconds to wait for a free connection" in text
    assert "There is no .env.example" in _text(environment(material(files=Files(tmp_path))))
