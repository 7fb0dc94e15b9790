"""Settings are read as `.env.example` lists them."""

from backstay.agent.documents.settings import defaults, settings_of
from backstay.settings.service import ServiceSettings
from tests.agent.documents.conftest import GOLDEN

TEXT = """\
# The head of the file.

# what it is
ENVIRONMENT=development
DEBUG=
# two lines
# of words
HOST=127.0.0.1

PORT=8000
"""


def test_a_comment_holds_for_its_group() -> None:
    found = [(one.name, one.default, one.about) for one in settings_of(TEXT)]

    assert found == [
        ("ENVIRONMENT", "development", "what it is"),
        ("DEBUG", "", "what it is"),
        ("HOST", "127.0.0.1", "two lines of words"),
        ("PORT", "8000", ""),
    ]
    assert defaults(TEXT) == {"ENVIRONMENT": "development", "HOST": "127.0.0.1", "PORT": "8000"}


def test_every_setting_of_the_runtime_is_told_with_a_word_about_it() -> None:
    found = list(settings_of((GOLDEN / ".env.example").read_text()))

    assert {one.name.lower() for one in found} >= set(ServiceSettings.model_fields)
    assert [one.name for one in found if not one.about] == []
