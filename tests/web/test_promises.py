from backstay.web.promises import cached, cached_of, deadline_of, within
from tests.desk.models import Account, Note


@within(4)
@cached(30, Note, Account)
async def marked() -> None: ...


async def plain() -> None: ...


def test_marks_are_read_where_they_are():
    promise = cached_of(marked)
    assert promise is not None
    assert (promise.seconds, promise.tables) == (30, ("desk_notes", "desk_accounts"))
    assert deadline_of(marked) == 4.0


def test_without_marks_nothing_is_promised():
    assert cached_of(plain) is None
    assert deadline_of(plain) == 0.0
