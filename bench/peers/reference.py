"""The reference: plain FastAPI, SQLAlchemy 2 async ORM, a JWT check, and nothing else."""

import os
import uuid
from collections.abc import AsyncIterator
from typing import Annotated, Any

import jwt
from fastapi import Depends, FastAPI, HTTPException, Query, status
from fastapi.security import OAuth2PasswordBearer
from sqlalchemy import event, func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from bench.peers.models import Task, TaskIn, TaskOut, TaskPage

URL = os.environ["BENCH_URL"]
SECRET = os.environ["BENCH_SECRET"]
SQLITE = URL.startswith("sqlite")

engine = create_async_engine(URL) if SQLITE else create_async_engine(URL, pool_size=20)
sessions = async_sessionmaker(engine)
oauth2 = OAuth2PasswordBearer(tokenUrl="/login")
app = FastAPI()

if SQLITE:

    @event.listens_for(engine.sync_engine, "connect")
    def durable(connection: Any, record: object) -> None:
        del record
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.close()


async def get_session() -> AsyncIterator[AsyncSession]:
    async with sessions() as session:
        yield session


async def get_user(token: Annotated[str, Depends(oauth2)]) -> uuid.UUID:
    try:
        claims = jwt.decode(token, SECRET, algorithms=["HS256"])
    except jwt.InvalidTokenError:
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, "Invalid token") from None
    return uuid.UUID(claims["sub"])


Session = Annotated[AsyncSession, Depends(get_session)]
UserId = Annotated[uuid.UUID, Depends(get_user)]


@app.get("/tasks/{task_id}", response_model=TaskOut)
async def read_task(task_id: uuid.UUID, session: Session, user: UserId) -> Any:
    task = await session.get(Task, task_id)
    if task is None or task.owner_id != user:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "Task not found")
    return task


@app.get("/tasks", response_model=TaskPage)
async def read_tasks(
    session: Session,
    user: UserId,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> Any:
    counted = select(func.count()).select_from(Task).where(Task.owner_id == user)
    total = await session.scalar(counted)
    mine = select(Task).where(Task.owner_id == user).order_by(Task.created_at.desc())
    tasks = await session.scalars(mine.offset(offset).limit(limit))
    return {"items": tasks.all(), "total": total}


@app.post("/tasks", response_model=TaskOut, status_code=status.HTTP_201_CREATED)
async def create_task(data: TaskIn, session: Session, user: UserId) -> Any:
    task = Task(**data.model_dump(), owner_id=user)
    session.add(task)
    await session.commit()
    await session.refresh(task)
    return task
