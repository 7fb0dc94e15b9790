"""What asyncpg raises, in the domain's words."""

from typing import NoReturn

import asyncpg

from backstay.data.driver import Write
from backstay.data.integrity import (
    check_broken,
    reference_broken,
    unique_broken,
    value_missing,
)
from backstay.errors import (
    BackstayError,
    DatabaseUnavailable,
    Detail,
    EditedMeanwhile,
    Unprocessable,
)

LOST = (
    OSError,
    asyncpg.InterfaceError,
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.TooManyConnectionsError,
    asyncpg.InvalidCatalogNameError,
    asyncpg.InternalClientError,
)
"""After these nobody knows the state of the connection, or there is none."""

STALE = (asyncpg.InvalidCachedStatementError, asyncpg.InvalidSQLStatementNameError)
"""A migration changed a table under a prepared statement: prepare it again."""

_RACED = (asyncpg.DeadlockDetectedError, asyncpg.SerializationError)
_AWAY = (*LOST, asyncpg.QueryCanceledError, asyncpg.LockNotAvailableError)


def refuse(error: BaseException, write: Write | None = None) -> NoReturn:
    """Raise the BackstayError behind a driver error; other errors are raised as they are."""
    renamed = _named(error, write)
    if renamed is error:
        raise error
    raise renamed from error


def _named(error: BaseException, write: Write | None) -> BaseException:
    if isinstance(error, asyncpg.IntegrityConstraintViolationError):
        return _integrity(error, write)
    if isinstance(error, asyncpg.DataError | asyncpg.ProgramLimitExceededError):
        detail = Detail("", "out_of_range", "A value is beyond what can be stored.")
        return Unprocessable(code="out_of_range", details=[detail])
    if isinstance(error, _RACED):
        return EditedMeanwhile()
    if isinstance(error, _AWAY):
        return DatabaseUnavailable()
    return error


def _integrity(error: asyncpg.PostgresError, write: Write | None) -> BackstayError:
    table, name = error.table_name or "", error.constraint_name or ""
    if isinstance(error, asyncpg.UniqueViolationError):
        return unique_broken(table, name)
    if isinstance(error, asyncpg.CheckViolationError):
        return check_broken(table, name)
    if isinstance(error, asyncpg.ForeignKeyViolationError | asyncpg.RestrictViolationError):
        return reference_broken(write, table, name)
    return value_missing(error.column_name or "")
