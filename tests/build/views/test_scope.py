"""Which rows a role reads, as a repository says it."""

import pytest

from backstay.build.views.scope import condition_of

CHAT = """
  Channel:
    fields: {name: text, owner: User = caller}
    access: {admin: all, owner: "create, read"}
    delete: soft
  Message:
    under: Channel
    fields: {channel: Channel, author: User = caller, answers: "Message, optional"}
    access: {admin: all, author: "create, read"}
"""


@pytest.fixture
def seen(contract):
    """The condition of one role on messages, from a contract of channels and messages."""

    def condition(role: str, text: str = CHAT) -> str:
        blueprint = contract(text)
        return condition_of(blueprint, blueprint.resource("Message"), role)

    return condition


def test_what_others_refer_to_looks_its_parent_up_by_key(seen):
    assert seen("admin") == (
        "select(Channel.id).where(Channel.id == Message.channel_id, "
        "Channel.deleted_at.is_(None)).exists()"
    )
    assert seen("member") == (
        "and_(Message.author_id == CALLER, select(Channel.id).where("
        "Channel.id == Message.channel_id, Channel.owner_id == CALLER, "
        "Channel.deleted_at.is_(None)).exists())"
    )


def test_what_is_met_below_its_parent_only_needs_no_look(seen):
    assert seen("admin", CHAT.replace(', answers: "Message, optional"', "")) == "true()"
    alone = CHAT.replace('{admin: all, author: "create, read"}', "{admin: all}")
    assert seen("staff", alone) == ""
