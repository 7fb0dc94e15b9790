"""Evidence: an attack and its answer as the prover keeps exchanges."""

from backstay.prove.badinput.case import Answer, Attack
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.world.person import Person


def exchange_of(attack: Attack, answer: Answer, who: Person) -> Exchange:
    """The exchange; a good token stands as the name of its owner, a bad one is part of the attack.

    Args: attack; answer; who, the person whose token the attack may carry.
    """
    good = ("authorization", f"Bearer {who.token}")
    return Exchange(
        who=who.name if good in attack.headers else "",
        method=attack.method,
        path=attack.target,
        sent=attack.body.decode("utf-8", "backslashreplace"),
        headers={name: value for name, value in attack.headers if (name, value) != good},
        status=answer.status,
        answered=answer.headers,
        body=answer.body,
    )
