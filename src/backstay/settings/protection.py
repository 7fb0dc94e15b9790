"""ProtectionSettings: how strict a service is; docs/protections.md says what each one does."""

from typing import Annotated

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode

from backstay.settings.refusals import check_networks, read_list

# read here and not by pydantic-settings, whose refusal would hide all others
Texts = Annotated[list[str], NoDecode]


class ProtectionSettings(BaseSettings):
    """Times in seconds, sizes in bytes."""

    cors_origins: Texts = []
    allowed_hosts: Texts = []
    trusted_proxies: Texts = []
    https_only: bool | None = None
    requests: int = Field(600, ge=1)
    requests_seconds: int = Field(60, ge=1)
    requests_per_address: int = Field(0, ge=0)
    body_limit: int = Field(1024 * 1024, ge=1024, le=16 * 1024 * 1024)
    header_count: int = Field(64, ge=10, le=100)
    header_bytes: int = Field(16 * 1024, ge=1024, le=256 * 1024)
    uri_bytes: int = Field(8 * 1024, ge=256, le=64 * 1024)
    request_deadline: float = Field(10.0, gt=0, le=120)
    deadline_ceiling: float = Field(30.0, gt=0, le=120)
    body_deadline: float = Field(10.0, gt=0, le=120)
    shed_lag: float = Field(0.1, ge=0, le=10)
    idempotency_hours: int = Field(24, ge=1, le=24 * 365)
    idempotency_wait: float = Field(1.0, ge=0, le=30)
    login_attempts: int = Field(10, ge=1)
    login_seconds: int = Field(900, ge=1)

    @field_validator("cors_origins", "allowed_hosts", "trusted_proxies", mode="before")
    @classmethod
    def _lists_are_json(cls, value: object) -> object:
        return read_list(value) if isinstance(value, str) else value

    @field_validator("trusted_proxies")
    @classmethod
    def _proxies_are_networks(cls, value: list[str]) -> list[str]:
        check_networks(value)
        return value

    @property
    def address_quota(self) -> int:
        """What all callers of one address may ask together: as said, else ten times a caller's."""
        return self.requests_per_address or 10 * self.requests
