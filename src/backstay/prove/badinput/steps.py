"""Steps: requests of a scenario, each judged like a case of a table."""

import json
from typing import Any

from backstay.prove.badinput.case import Answer, Attack, Case, Due, Headers, Verdict
from backstay.prove.badinput.judge import verdict_of
from backstay.prove.badinput.scene import JSON, Scene


class Steps:
    """Sends requests and keeps what came of them."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.verdicts: list[Verdict] = []

    async def expect(
        self,
        what: tuple[int, str],
        operation: str,
        due: Due,
        attack: Attack,
    ) -> Answer:
        """Send an attack and judge the answer; `what` is the row of the table and the probe."""
        answer = await self.scene.answer(attack)
        self.judge(what, operation, due, attack, answer)
        return answer

    def judge(
        self, what: tuple[int, str], operation: str, due: Due, attack: Attack, answer: Answer
    ) -> None:
        """Judge an answer that is there already."""
        self.verdicts.append(verdict_of(Case(*what, operation, attack, due), answer))

    def hold(self, what: tuple[int, str], operation: str, wrong: str) -> None:
        """Keep what no single answer shows; `wrong` is empty when it holds."""
        case = Case(*what, operation, Attack("", ""), Due(0))
        self.verdicts.append(Verdict(case, 0, (wrong,) if wrong else ()))


def send(
    method: str, path: str, body: Any = None, *, token: str = "", more: Headers = ()
) -> Attack:
    """A request of a well-behaved client, but for what `more` says."""
    who = (("authorization", f"Bearer {token}"),) if token else ()
    content = b"" if body is None else json.dumps(body).encode()
    return Attack(method, path, (*who, *(JSON if content else ()), *more), content)
