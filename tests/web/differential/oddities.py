"""Routes that a project may write by hand: some compile, the others must stay stock FastAPI's."""

from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, HTTPException, Path, Query, Request, Response
from pydantic import BaseModel
from starlette.responses import JSONResponse, PlainTextResponse, StreamingResponse

from backstay.errors import Conflict
from backstay.web import Anyone, DataOf, Input, Length, OperationRoute
from backstay.web import Query as OurQuery

router = APIRouter(route_class=OperationRoute, prefix="/odd")


class Named(Input):
    name: Annotated[str, Length(1, 5)]


class Words(OurQuery):
    word: Annotated[str, Length(1, 5)] | None = None


class Plain(BaseModel):
    name: str
    number: int


async def yielding() -> AsyncIterator[str]:
    yield "yielded"


def plain_dependency() -> str:
    return "in a thread"


async def nested(inner: Annotated[str, Depends(plain_dependency)]) -> str:
    return f"nested {inner}"


class Callable:
    async def __call__(self) -> str:
        return "called"


@router.get("/nested", response_model=None)
async def get_nested(_: Anyone, word: Annotated[str, Depends(nested)]) -> Any:
    return JSONResponse({"word": word}, headers={"x-odd": "1"})


@router.get("/yielding")
async def get_yielding(_: Anyone, word: Annotated[str, Depends(yielding)]) -> str:
    return word


@router.get("/callable")
async def get_callable(_: Anyone, word: Annotated[str, Depends(Callable())]) -> dict[str, str]:
    return {"word": word}


@router.get("/sync")
def get_sync(_: Anyone) -> dict[str, str]:
    return {"word": "sync"}


@router.get("/number/{number}")
async def get_number(_: Anyone, number: Annotated[int, Path(ge=1)]) -> dict[str, int]:
    return {"number": number}


@router.get("/header")
async def get_header(_: Anyone, x_odd: Annotated[str, Header()] = "none") -> dict[str, str]:
    return {"header": x_odd}


@router.get("/one-word")
async def get_one_word(_: Anyone, word: str = "none", times: int = 1) -> dict[str, Any]:
    return {"word": word, "times": times}


@router.get("/words")
async def get_words(_: Anyone, query: Annotated[Words, Query()]) -> dict[str, str | None]:
    return {"word": query.word}


@router.post("/named", status_code=202, response_model=DataOf[Plain])
async def post_named(_: Anyone, data: Named) -> Any:
    return {"name": data.name, "number": 1}


@router.get("/teapot")
async def get_teapot(_: Anyone) -> None:
    raise HTTPException(418, "short and stout", {"X-Pot": "tea"})


@router.get("/conflict")
async def get_conflict(_: Anyone) -> None:
    raise Conflict


@router.get("/broken")
async def get_broken(_: Anyone) -> None:
    raise RuntimeError("canary7Qx")


@router.get("/broken-model")
async def get_broken_model(_: Anyone) -> dict[str, int]:
    return {"number": "canary7Qx"}  # type: ignore[dict-item]  # a mistake of the project


@router.get("/text", response_model=None)
async def get_text(_: Anyone, request: Request) -> Response:
    return PlainTextResponse(request.method)


@router.get("/stream")
async def get_stream(_: Anyone) -> str:
    return StreamingResponse(iter(["a", "b"]))  # type: ignore[return-value]  # FastAPI lets it


@router.get("/anything", response_model=None)
async def get_dict(_: Anyone) -> Any:
    return {"not": "modelled"}


@router.get("/nothing")
async def get_nothing(_: Anyone) -> None:
    return None


@router.get("/{anything}")
async def get_anything(_: Anyone, anything: str) -> dict[str, str]:
    return {"anything": anything}


@router.get("/late")
async def get_late(_: Anyone) -> dict[str, str]:
    """Never reached: what is declared first answers, on both paths."""
    return {"late": "never"}


@router.get("/files/{path:path}")
async def get_file(_: Anyone, path: str) -> dict[str, str]:
    return {"path": path}
