"""Entities, repositories and the unit of work: what a project stores, and how."""

from backstay.data.caller import CALLER, SYSTEM, Caller
from backstay.data.entity import Entity, SoftDelete, Timestamps, new_row
from backstay.data.ids import uuid4, uuid7
from backstay.data.listing import Listing
from backstay.data.paging import CursorPage, Page
from backstay.data.protection import permitted, references_known
from backstay.data.repository import Repository, SqlRepository
from backstay.data.spans import whole_seconds
from backstay.data.sql import ascending, descending, per_database
from backstay.data.types import Choice, Day, Json, Money, Text, UtcDateTime
from backstay.data.unit_of_work import UnitOfWork
from backstay.data.versions import ANY, Match
from backstay.data.writing import complete

__all__ = [
    "ANY",
    "CALLER",
    "SYSTEM",
    "Caller",
    "Choice",
    "CursorPage",
    "Day",
    "Entity",
    "Json",
    "Listing",
    "Match",
    "Money",
    "Page",
    "Repository",
    "SoftDelete",
    "SqlRepository",
    "Text",
    "Timestamps",
    "UnitOfWork",
    "UtcDateTime",
    "ascending",
    "complete",
    "descending",
    "new_row",
    "per_database",
    "permitted",
    "references_known",
    "uuid4",
    "uuid7",
    "whole_seconds",
]
