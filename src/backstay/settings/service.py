"""ServiceSettings: all that differs between machines, typed, and refused when it is wrong."""

from functools import partial
from typing import Literal, Self

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import SettingsConfigDict

from backstay.settings.protection import ProtectionSettings
from backstay.settings.refusals import (
    check_all,
    check_https,
    check_origins,
    check_secret,
    check_workers,
)

Environment = Literal["development", "test", "production"]


class ServiceSettings(ProtectionSettings):
    """Read from the environment, then `.env`, then whatever sources a project adds (R-030).

    A project subclasses it and may add keys of its own; names are matched without regard to case.
    """

    model_config = SettingsConfigDict(
        env_file=".env",
        env_ignore_empty=True,  # .env.example leaves open what has a default
        extra="ignore",
        hide_input_in_errors=True,
    )

    app_name: str = "backstay"
    version: str = "0.1.0"
    environment: Environment = "production"
    debug: bool = False
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR", ""] = ""
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=1, le=65535)
    workers: int = Field(1, ge=1, le=64)
    metrics_port: int = Field(0, ge=0, le=65535)

    database_url: str = Field(pattern=r"^(sqlite:///.+|postgres(ql)?(\+asyncpg)?://.+)$")
    db_pool_size: int = Field(10, ge=1, le=100)
    db_max_overflow: int = Field(20, ge=0, le=200)
    db_pool_timeout: float = Field(2.0, gt=0, le=60)
    db_timeout: float = Field(10.0, gt=0, le=300)

    api_prefix: str = Field("/api/v1", pattern=r"^(/[a-z0-9-]+)+$")
    docs: bool | None = None

    secret_key: SecretStr
    jwt_algorithm: Literal["HS256"] = "HS256"
    access_token_minutes: int = Field(30, ge=15, le=60)
    refresh_token_days: int = Field(30, ge=1, le=365)
    token_memory_seconds: float = Field(30.0, ge=0, le=300)
    admin_email: str = ""

    redis_url: str = "redis://localhost:6379"
    smtp_url: SecretStr = SecretStr("")

    @field_validator("secret_key")
    @classmethod
    def _secret_is_strong(cls, value: SecretStr) -> SecretStr:
        check_secret(value.get_secret_value())
        return value

    @model_validator(mode="after")
    def _fits_the_environment(self) -> Self:
        if self.production:
            check_all(
                partial(check_origins, self.cors_origins),
                partial(check_workers, self.workers, self.shared_redis),
                partial(check_https, self.https_enforced, self.allowed_hosts),
            )
        return self

    @property
    def production(self) -> bool:
        """Whether customers are on the other side."""
        return self.environment == "production"

    @property
    def level(self) -> str:
        """The log level: as said, else DEBUG in debug mode, else INFO (R-151)."""
        return self.log_level or ("DEBUG" if self.debug else "INFO")

    @property
    def docs_open(self) -> bool:
        """Whether /docs is served: as said, else everywhere but in production."""
        return not self.production if self.docs is None else self.docs

    @property
    def shared_redis(self) -> str:
        """The Redis that workers share; empty unless somebody has named one."""
        return self.redis_url if "redis_url" in self.model_fields_set else ""

    @property
    def shedding_lag(self) -> float:
        """As said, else off in tests, whose loop is late whenever the machine is busy elsewhere."""
        said = "shed_lag" in self.model_fields_set
        return self.shed_lag if said or self.environment != "test" else 0.0

    @property
    def https_enforced(self) -> bool:
        """Whether plain http is refused: as said, else in production behind a trusted proxy.

        Without one nobody can tell how the client came.
        """
        if self.https_only is None:
            return self.production and bool(self.trusted_proxies)
        return self.https_only
