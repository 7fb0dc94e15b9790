"""Signing up and in: nothing is told, nothing used twice works, guessing ends (rows 55 to 66)."""

import json
import secrets
from http import HTTPStatus

from backstay.prove.badinput.case import Answer, Due
from backstay.prove.badinput.examples import body_of
from backstay.prove.badinput.people import PREFIX, sign_in, sign_up
from backstay.prove.badinput.scene import data_of
from backstay.prove.badinput.steps import Steps, send

GUESSES = 40
_FAILED = Due(401, "login_failed", ("www-authenticate",))
_INVALID = Due(401, "token_invalid", ("www-authenticate",))


async def sessions(steps: Steps) -> None:
    """Everything about accounts and tokens, on accounts of its own."""
    await _sign_up(steps)
    await _login(steps)
    await _refresh(steps)
    await _logout(steps)
    await _guessing(steps)


async def _sign_up(steps: Steps) -> None:
    scene, path = steps.scene, f"{PREFIX}/register"
    good = body_of(scene.document, scene.document.schema("Register"))
    weak = ("password123", "aaaaaaaaaaaaaaa", str(good["email"]), "1234567890", "short", "p" * 1024)
    for password in weak:
        attack = send("POST", path, {**good, "password": password})
        await steps.expect((64, "a weak password"), "register", Due(422, "password_weak"), attack)
    for password in ("x" * 1025, "y" * 20_000):
        attack = send("POST", path, {**good, "password": password})
        await steps.expect((63, "an endless password"), "register", Due(422, "too_long"), attack)
    for address in ("a", "a@", "@b", "a b@c.org", "a@b@c.org", "a@-b.org", "a" * 250 + "@b.org"):
        attack = send("POST", path, {**good, "email": address})
        due = Due(422, "email_invalid")
        await steps.expect((65, "no e-mail address"), "register", due, attack)
    await steps.expect((65, "a new address"), "register", Due(201), send("POST", path, good))
    for known in (good["email"], str(good["email"]).upper(), f" {good['email']} "):
        attack = send("POST", path, {**good, "email": known})
        answer = await steps.expect(
            (65, "a known address"), "register", Due(409, "not_unique"), attack
        )
        told = "the address is repeated" if str(good["email"]).encode() in answer.body else ""
        steps.hold((65, "a known address is not repeated"), "register", told)


async def _login(steps: Steps) -> None:
    login, _ = await sign_up(steps.scene)
    path = f"{PREFIX}/login"
    wrong = {**login, "password": "not this one at all"}
    nobody = {"email": f"{secrets.token_hex(8)}@example.org", "password": login["password"]}
    answers = [
        await steps.expect((61, "a wrong login"), "login", _FAILED, send("POST", path, one))
        for one in (wrong, nobody)
    ]
    tells = "" if _plain(answers[0]) == _plain(answers[1]) else "the answers differ"
    steps.hold((61, "wrong password and unknown account look the same"), "login", tells)


async def _refresh(steps: Steps) -> None:
    """A token two generations old ends the session; the one before is forgiven for a moment."""
    _, pair = await sign_up(steps.scene)
    path = f"{PREFIX}/refresh"
    old = token = pair["refresh_token"]
    for _ in range(2):
        answer = await steps.scene.answer(send("POST", path, {"refresh_token": token}))
        token = str(data_of(answer)["refresh_token"])
    due = Due(401, "token_reused", ("www-authenticate",))
    reused = send("POST", path, {"refresh_token": old})
    await steps.expect((55, "a used refresh token"), "refresh", due, reused)
    newest = send("POST", path, {"refresh_token": token})
    await steps.expect((55, "the newest one after that"), "refresh", _INVALID, newest)
    for bad in ("A" * 76, pair["access_token"][:200], token[:-1] + "A", "x", "\u00e9" * 20):
        attack = send("POST", path, {"refresh_token": bad})
        await steps.expect((66, "a forged refresh token"), "refresh", _INVALID, attack)


async def _logout(steps: Steps) -> None:
    _, pair = await sign_up(steps.scene)
    access = pair["access_token"]
    out = send("POST", f"{PREFIX}/logout", token=access)
    await steps.expect((56, "signing out"), "logout", Due(204), out)
    await steps.expect((56, "the access token after that"), "logout", _INVALID, out)
    refresh = send("POST", f"{PREFIX}/refresh", {"refresh_token": pair["refresh_token"]})
    await steps.expect((56, "the refresh token after that"), "refresh", _INVALID, refresh)


async def _guessing(steps: Steps) -> None:
    """Guesses at one account run dry; another account at the same address is not locked out."""
    victim, _ = await sign_up(steps.scene)
    guess = send("POST", f"{PREFIX}/login", {**victim, "password": "not this one at all"})
    answers = [await steps.scene.answer(guess) for _ in range(GUESSES)]
    refused = [answer for answer in answers if answer.status == HTTPStatus.TOO_MANY_REQUESTS]
    none = "" if refused else f"{GUESSES} guesses, none refused"
    steps.hold((62, "guessing a password ends"), "login", none)
    for answer in refused:
        due = Due(429, "rate_limited", ("retry-after",))
        steps.judge((62, "a guess too many"), "login", due, guess, answer)
    other, _ = await sign_up(steps.scene)
    await sign_in(steps.scene, other)
    steps.hold((62, "others at the address still get in"), "login", "")


def _plain(answer: Answer) -> tuple[int, object]:
    error = json.loads(answer.body)["error"]
    return answer.status, {name: error[name] for name in ("code", "message", "details")}
