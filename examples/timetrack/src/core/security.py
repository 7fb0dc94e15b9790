"""Who there is: the roles of accounts."""

from enum import StrEnum


class Role(StrEnum):
    """What an account may do; sign-up gives MEMBER, the first account is ADMIN."""

    ADMIN = "admin"
    MEMBER = "member"
