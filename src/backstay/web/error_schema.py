"""The error envelope as OpenAPI shows it, and what a route declares besides success (R-080)."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from backstay.errors import BackstayError


class ErrorDetail(BaseModel):
    """One thing wrong with one part of the request."""

    field: str = Field(description="A dotted path, or empty.")
    code: str
    message: str


class ErrorContent(BaseModel):
    """What went wrong; programs read `code`, people read `message`."""

    code: str
    message: str
    details: list[ErrorDetail]
    timestamp: datetime
    request_id: str


class ErrorBody(BaseModel):
    """Every error has this shape."""

    error: ErrorContent


def errors(*kinds: type[BackstayError]) -> dict[int | str, dict[str, Any]]:
    """What a route may answer besides success, for its `responses`, one entry per status."""
    statuses = sorted({kind.status for kind in kinds})
    return {status: _response([k for k in kinds if k.status == status]) for status in statuses}


def _response(kinds: list[type[BackstayError]]) -> dict[str, Any]:
    codes = {kind.code: kind for kind in kinds}
    examples = {
        code: {
            "summary": kind.message,
            "description": kind.remedy,
            "value": {
                "error": {
                    "code": code,
                    "message": kind.message,
                    "details": [],
                    "timestamp": "2026-11-20T08:00:00Z",
                    "request_id": "3f0c9a51d2b86e47000000000001",
                }
            },
        }
        for code, kind in sorted(codes.items())
    }
    return {
        "model": ErrorBody,
        "description": " ".join(kind.message for _, kind in sorted(codes.items())),
        "content": {"application/json": {"examples": examples}},
    }
