"""Settings of the protections: what follows from them, and what production refuses."""

from typing import Any

import pytest

from backstay.settings import ServiceSettings, SettingsRefused, load

GIVEN: dict[str, Any] = {
    "database_url": "sqlite:///./a.sqlite",
    "secret_key": "only-for-tests-0123456789abcdefghijklmnop",
    "_env_file": None,
}


def settings(**given: Any) -> ServiceSettings:
    return load(ServiceSettings, **(GIVEN | given))


def test_redis_is_shared_only_when_somebody_has_named_it(monkeypatch):
    assert settings().redis_url == "redis://localhost:6379"
    assert settings().shared_redis == ""
    assert settings(redis_url="redis://localhost:6379").shared_redis == "redis://localhost:6379"
    monkeypatch.setenv("REDIS_URL", "")
    assert settings().shared_redis == ""


def test_several_workers_need_an_explicit_redis_in_production():
    with pytest.raises(SettingsRefused, match="WORKERS: more than one needs REDIS_URL"):
        settings(workers=2)
    assert settings(workers=2, redis_url="redis://r:6379").workers == 2
    assert settings(workers=2, environment="development").workers == 2


def test_an_address_has_ten_times_a_callers_quota_unless_said():
    assert settings(requests=7).address_quota == 70
    assert settings(requests=7, requests_per_address=9).address_quota == 9


def test_tests_shed_only_when_they_say_so():
    assert settings().shedding_lag == 0.1
    assert settings(environment="test").shedding_lag == 0.0
    assert settings(environment="test", shed_lag=0.1).shedding_lag == 0.1


def test_https_is_enforced_where_somebody_can_tell():
    hosts = {"allowed_hosts": ["api.example.org"]}
    assert not settings().https_enforced
    assert settings(trusted_proxies=["10.0.0.0/8"], **hosts).https_enforced
    assert not settings(trusted_proxies=["10.0.0.0/8"], https_only=False).https_enforced
    assert not settings(trusted_proxies=["10.0.0.0/8"], environment="test").https_enforced
    assert settings(https_only=True, environment="test").https_enforced


@pytest.mark.parametrize("hosts", [[], ["*"]])
def test_redirecting_to_whatever_host_a_client_names_is_refused(hosts):
    with pytest.raises(SettingsRefused, match="ALLOWED_HOSTS"):
        settings(https_only=True, allowed_hosts=hosts)


def test_every_origin_is_refused_in_production():
    with pytest.raises(SettingsRefused, match="CORS_ORIGINS"):
        settings(cors_origins=["*"])


@pytest.mark.parametrize("wrong", ["proxy.example.org", "10.0.0.0/99", ""])
def test_proxies_are_networks(wrong):
    with pytest.raises(SettingsRefused, match="TRUSTED_PROXIES"):
        settings(trusted_proxies=[wrong])
