"""People: accounts signed up and in through the API."""

from http import HTTPStatus

from backstay.prove.badinput.examples import body_of
from backstay.prove.badinput.scene import Scene, data_of

PREFIX = "/api/v1/auth"


class CannotSignIn(Exception):
    """The subject does not let a new account in; the message says what it answered."""


async def sign_up(scene: Scene) -> tuple[dict[str, str], dict[str, str]]:
    """A new account: what it signs in with, and the tokens that it got.

    Raises: CannotSignIn.
    """
    body = body_of(scene.document, scene.document.schema("Register"))
    made = await scene.call("POST", f"{PREFIX}/register", body)
    if made.status != HTTPStatus.CREATED:
        raise CannotSignIn(f"register: {made.status} {made.body.decode()[:300]}")
    login = {"email": str(body["email"]), "password": str(body["password"])}
    return login, await sign_in(scene, login)


async def sign_in(scene: Scene, login: dict[str, str]) -> dict[str, str]:
    """The tokens of a new session. Raises: CannotSignIn."""
    answer = await scene.call("POST", f"{PREFIX}/login", login)
    if answer.status != HTTPStatus.OK:
        raise CannotSignIn(f"login: {answer.status} {answer.body.decode()[:300]}")
    return {name: str(value) for name, value in data_of(answer).items()}


async def populate(scene: Scene) -> None:
    """The first account, who may do everything, and a second one, who owns nothing."""
    _, first = await sign_up(scene)
    _, second = await sign_up(scene)
    scene.token, scene.refresh = first["access_token"], first["refresh_token"]
    scene.stranger = second["access_token"]
