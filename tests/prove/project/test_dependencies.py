"""Which other services a project calls is read from its settings and its imports."""

import pytest

from backstay.prove.project.dependencies import addresses_of, callers_of


def test_settings_that_name_addresses_but_for_those_of_the_runtime(tmp_path):
    lines = ["DATABASE_URL=a", "REDIS_URL=", "SMTP_URL=", "RATES_URL=", "# TAX_URL=x", "RATES_URL="]
    (tmp_path / ".env.example").write_text("\n".join([*lines, "# more needs OTHER_URL here"]))
    assert addresses_of(tmp_path) == ["RATES_URL", "TAX_URL"]


def test_without_an_example_no_address_is_known(tmp_path):
    assert addresses_of(tmp_path) == []


@pytest.mark.parametrize(
    ("line", "calls"),
    [
        ("from backstay.resilience import Outgoing", True),
        ("import httpx2", True),
        ("    import requests", True),
        ("from urllib.request import urlopen", True),
        ("import httpx2x", False),
        ("requests = 600", False),
        ("# import aiohttp", False),
    ],
)
def test_files_that_import_something_to_call_with(tmp_path, line, calls):
    package = tmp_path / "src" / "services"
    package.mkdir(parents=True)
    (package / "rates.py").write_text(f"import json\n{line}\n")
    assert callers_of(tmp_path, "src") == (["src/services/rates.py"] if calls else [])
