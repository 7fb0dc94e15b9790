"""Work: the unit of work of a request, as a dependency."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request

from backstay.data.unit_of_work import UnitOfWork
from backstay.web.exchange import exchange_of


async def unit_of_work(request: Request) -> AsyncIterator[UnitOfWork]:
    """For stock FastAPI; a compiled operation drives the same object itself."""
    work = exchange_of(request.scope).work = UnitOfWork(request.app.state.database)
    try:
        yield work
    except BaseException:
        await work.rollback()
        raise
    await work.commit()


# scope="function": with the default scope a failing commit would still answer 201
Work = Annotated[UnitOfWork, Depends(unit_of_work, scope="function")]
