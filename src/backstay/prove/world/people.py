"""People: signs them up and in, with the role that is asked for."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.naming import PREFIX
from backstay.blueprint.samples.makers import needed_fields
from backstay.blueprint.samples.rows import spoken_fields
from backstay.prove.subject.database import Database, literal, quoted
from backstay.prove.world.bodies import good_values
from backstay.prove.world.client import Client
from backstay.prove.world.person import PASSWORD, Person
from backstay.prove.world.values import wire

CREATED, OK = 201, 200


class NoPersonError(Exception):
    """Nobody can sign up or in, so nothing can be shown; the message says what was answered."""


class People:
    """Makes people on one subject, each new; `given_first` is the role of the first of them."""

    def __init__(self, blueprint: Blueprint, client: Client, database: Database) -> None:
        self._blueprint = blueprint
        self._client = client
        self._database = database
        self._numbers: Iterator[int] = count(1)
        self.given_first = ""

    @property
    def joins_as(self) -> str:
        """The role that sign-up gives."""
        default = self._blueprint.login.field("role").default
        return str(default.parts[0]) if default else ""

    async def person(self, role: str, name: str = "") -> Person:
        """Somebody new with that role, signed in. Raises: NoPersonError."""
        email, number = self.address()
        body = self.sign_up_body(email)
        answer = await self._client.send("POST", f"{PREFIX}/auth/register", body=body)
        if answer.status != CREATED or not isinstance(answer.data, dict):
            raise NoPersonError(f"sign-up does not work: {answer}")
        account = answer.data
        self.given_first = self.given_first or str(account.get("role"))
        if account.get("role") != role:
            table = quoted(self._blueprint.login.plural)
            change = f"UPDATE {table} SET role = {literal(role)} WHERE email = {literal(email)}"  # noqa: S608 words of the contract
            await self._database.execute(change)
            self._client.steps.append(change)
        return await self.signed_in(email, str(account["id"]), role, name or f"{role} {number}")

    def address(self) -> tuple[str, int]:
        """An address that nobody has used yet, and its number."""
        number = next(self._numbers)
        return f"account{number}@example.org", number

    async def signed_in(self, email: str, account_id: str, role: str, name: str) -> Person:
        """A new session of an account. Raises: NoPersonError."""
        body = {"email": email, "password": PASSWORD}
        answer = await self._client.send("POST", f"{PREFIX}/auth/login", body=body, signs_in=name)
        pair = answer.data
        if answer.status != OK or not isinstance(pair, dict):
            raise NoPersonError(f"login does not work: {answer}")
        return Person(name, account_id, role, email, pair["access_token"], pair["refresh_token"])

    def sign_up_body(self, email: str) -> dict[str, Any]:
        """What somebody new sends; unique fields are unlike those before."""
        login = self._blueprint.login
        values = good_values(self._blueprint, login, self.joins_as)
        needed = {field.name for field in needed_fields(login)} | spoken_fields(login)
        told = {
            field.wire: wire(values[field.name])
            for field in login.fields
            if field.name in needed and values.get(field.name) is not None
        }
        return told | {"email": email, "password": PASSWORD}
